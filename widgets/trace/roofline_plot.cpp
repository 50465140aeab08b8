// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/roofline_plot.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <qcustomplot.h>
#include <QtCore/QEvent>
#include <QtGui/QHelpEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolTip>
#include <QtWidgets/QVBoxLayout>

#include "widgets/plot/plot_style.h"
#include "widgets/text/figures.h"
#include "widgets/theme/style_sheet.h"
#include "widgets/trace/trace_words.h"

namespace seekbench {
namespace {

constexpr std::size_t kMostDrawn = 400;  // those that lost most; a plot of more says nothing
constexpr std::size_t kRanked = 6;
constexpr double kSmallest = 6, kLargest = 26;  // pixels across
constexpr double kReach = 14;

QString rateText(double flopsPerSecond) { return QStringLiteral("%1FLOP/s").arg(amountText(flopsPerSecond)); }

// Powers of ten as "1 G", "100 k".
class AmountTicker : public QCPAxisTickerLog {
protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return tick >= 1 ? amountText(tick) : QString::number(tick); }
};

}  // namespace

RooflinePlot::RooflinePlot(QWidget* parent) : QWidget(parent), m_plot(new QCustomPlot(this)), m_note(new QLabel(this)) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_plot, 1);
    rows->addWidget(m_note);
    setRole(*m_note, "caption");
    setFocusPolicy(Qt::StrongFocus);
    m_plot->setMinimumSize(emPixels(*this, 20), emPixels(*this, 10));
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->installEventFilter(this);
    m_plot->setAntialiasedElements(QCP::aeAll);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setScaleType(QCPAxis::stLogarithmic);
        axis->setTicker(QSharedPointer<AmountTicker>::create());
    }
    draw();
}

void RooflinePlot::setPoints(std::vector<RooflinePoint> points, const Ceilings& ceilings, std::size_t steps) {
    m_points = std::move(points);
    m_ceilings = ceilings;
    m_steps = std::max<std::size_t>(1, steps);
    m_selected.reset();
    draw();
}

void RooflinePlot::setTheme(Theme theme) {
    m_theme = theme;
    draw();
}

void RooflinePlot::setSelected(std::optional<std::size_t> point) {
    if (point && *point >= m_points.size()) point.reset();
    if (point == m_selected) return;
    m_selected = point;
    draw();
}

QString RooflinePlot::note() const { return m_note->text(); }

void RooflinePlot::draw() {
    m_plot->clearPlottables();
    m_plot->clearItems();
    applyPlotTheme(*m_plot, m_theme);
    m_plot->xAxis->setLabel(tr("FLOP per byte"));
    m_plot->yAxis->setLabel(tr("FLOP per second"));
    const auto placed = std::ranges::count_if(m_points, [this](const RooflinePoint& point) { return hasPlace(point); });
    setAccessibleName(tr("Roofline"));
    if (m_points.empty()) {
        m_note->setText(tr("Nothing here says what it computes."));
    } else {
        const QString shown = tr("%1 of %2 points have a place here; the others compute nothing or move no bytes.")
                                  .arg(countText(placed), countText(static_cast<std::int64_t>(m_points.size())));
        m_note->setText(tr("□ forward  ○ backward · area: time lost") +
                        (static_cast<std::size_t>(placed) < m_points.size() ? QStringLiteral(" · ") + shown : QString()));
    }
    // What is to be seen: the points, their roofs above them, and where the roofs bend.
    double left = 1e300, right = 0, bottom = 1e300, top = 0;
    for (const RooflinePoint& point : m_points) {
        if (!hasPlace(point)) continue;
        left = std::min(left, point.intensity);
        right = std::max(right, point.intensity);
        bottom = std::min(bottom, point.achieved);
        top = std::max({top, point.achieved, point.attainable});
    }
    for (const auto& peak : m_ceilings.peaks) {
        top = std::max(top, peak.flopsPerSecond);
        if (m_ceilings.bytesPerSecond > 0) right = std::max(right, peak.flopsPerSecond / m_ceilings.bytesPerSecond * 3);
    }
    if (!(left < right)) left = 0.1, right = std::max(right, 100.0);
    if (!(bottom < top)) bottom = std::max(top, 1e9) / 1e3, top = std::max(top, 1e9);
    m_plot->xAxis->setRange(left / 2, right * 2);
    m_plot->yAxis->setRange(bottom / 3, top * 3);
    drawRoofs();
    drawPoints();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void RooflinePlot::drawRoofs() {
    const QCPRange range = m_plot->xAxis->range();
    const double bandwidth = m_ceilings.bytesPerSecond;
    const auto text = [this](const QString& words, double x, double y, Qt::Alignment alignment) {
        auto* label = new QCPItemText(m_plot);
        label->setText(words);
        label->setColor(m_theme[Colour::SecondText]);
        QFont small = font();
        small.setPixelSize(emPixels(*this, em::kCaption));
        label->setFont(small);
        label->position->setCoords(x, y);
        label->setPositionAlignment(alignment);
    };
    double highest = 0;
    for (const auto& peak : m_ceilings.peaks) {
        if (peak.flopsPerSecond <= 0) continue;
        highest = std::max(highest, peak.flopsPerSecond);
        const double bend = bandwidth > 0 ? std::clamp(peak.flopsPerSecond / bandwidth, range.lower, range.upper) : range.lower;
        QCPGraph* roof = m_plot->addGraph();
        roof->setPen(QPen(m_theme[Colour::Text], 1.5));
        roof->setData({bend, range.upper}, {peak.flopsPerSecond, peak.flopsPerSecond}, true);
        text(tr("%1, %2 measured").arg(rateText(peak.flopsPerSecond), fromUtf8(peak.type)), range.upper, peak.flopsPerSecond,
             Qt::AlignRight | Qt::AlignBottom);
    }
    if (bandwidth <= 0) return;
    const double end = highest > 0 ? std::min(range.upper, highest / bandwidth) : range.upper;
    QCPGraph* slope = m_plot->addGraph();
    slope->setPen(QPen(m_theme[Colour::Text], 1.5));
    slope->setData({range.lower, end}, {range.lower * bandwidth, end * bandwidth}, true);
    const double middle = std::sqrt(range.lower * end);
    text(tr("%1B/s copy measured").arg(amountText(bandwidth)), middle, middle * bandwidth, Qt::AlignLeft | Qt::AlignTop);
}

void RooflinePlot::drawPoints() {
    double most = 0;
    for (const RooflinePoint& point : m_points) most = std::max(most, static_cast<double>(point.lost));
    std::size_t rank = 0;
    // The greatest first, so that a small one on top of it can be seen and hit.
    for (std::size_t i = 0; i < std::min(m_points.size(), kMostDrawn); ++i) {
        const RooflinePoint& point = m_points[i];
        if (!hasPlace(point)) continue;
        const QColor colour =
            m_theme.isHighContrast() ? m_theme[Colour::Text] : m_theme[point.phase == Phase::Backward ? Colour::Warning : Colour::Accent];
        if (point.attainable > point.achieved) {
            QCPGraph* loss = m_plot->addGraph();
            loss->setPen(QPen(colour, 1));
            loss->setData({point.intensity, point.intensity}, {point.achieved, point.attainable}, true);
        }
        const double size = most > 0 ? std::max(kSmallest, kLargest * std::sqrt(static_cast<double>(point.lost) / most)) : kSmallest;
        const bool chosen = m_selected == i;
        QCPGraph* mark = m_plot->addGraph();
        QColor fill = colour;
        fill.setAlphaF(0.45F);
        mark->setLineStyle(QCPGraph::lsNone);
        mark->setScatterStyle(QCPScatterStyle(point.phase == Phase::Backward ? QCPScatterStyle::ssCircle : QCPScatterStyle::ssSquare,
                                              QPen(chosen ? m_theme[Colour::Text] : colour, chosen ? 3 : 1.2), fill, size));
        mark->setData({point.intensity}, {point.achieved}, true);
        if (point.lost > 0 && rank < kRanked) {
            auto* number = new QCPItemText(m_plot);
            number->setText(QString::number(i + 1));
            number->setColor(m_theme[Colour::Text]);
            number->setBrush(m_theme[Colour::Panel]);
            number->setPen(QPen(m_theme[Colour::Border], 1));
            number->setPadding(QMargins(3, 0, 3, 0));
            number->position->setCoords(point.intensity, point.achieved);
            // Neighbours in rank are often neighbours here, too: each goes to another corner of its point.
            constexpr std::array corners{Qt::AlignLeft | Qt::AlignBottom, Qt::AlignRight | Qt::AlignTop, Qt::AlignRight | Qt::AlignBottom,
                                         Qt::AlignLeft | Qt::AlignTop};
            number->setPositionAlignment(corners[rank % corners.size()]);
            ++rank;
        }
    }
}

std::optional<QPointF> RooflinePlot::placeOf(std::size_t point) const {
    if (point >= std::min(m_points.size(), kMostDrawn) || !hasPlace(m_points[point])) return std::nullopt;
    const QPointF inPlot(m_plot->xAxis->coordToPixel(m_points[point].intensity), m_plot->yAxis->coordToPixel(m_points[point].achieved));
    return inPlot + QPointF(m_plot->pos());
}

std::optional<std::size_t> RooflinePlot::pointAt(QPointF position) const {
    std::optional<std::size_t> nearest;
    double distance = kReach;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const auto place = placeOf(i);
        if (!place) continue;
        const double away = std::hypot(place->x() - position.x(), place->y() - position.y());
        if (away <= distance) {
            distance = away;
            nearest = i;
        }
    }
    return nearest;
}

QString RooflinePlot::describe(std::size_t point) const {
    const RooflinePoint& p = m_points[point];
    const auto perStep = [this](std::int64_t sum) { return timeText(static_cast<double>(sum) / static_cast<double>(m_steps)); };
    return tr("%1. %2, %3\n%4 a step, %5 of it lost\n%6 of %7 attainable (%8 %), limit: %9")
        .arg(QString::number(point + 1), p.node.empty() ? fromUtf8(p.name) : fromUtf8(p.node), phaseWord(p.phase), perStep(p.time),
             perStep(p.lost), rateText(p.achieved), rateText(p.attainable), percentText(p.efficiency, 0),
             p.memoryBound ? tr("memory") : tr("arithmetic"));
}

bool RooflinePlot::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_plot) return QWidget::eventFilter(watched, event);
    const auto under = [this](QPointF inPlot) { return pointAt(inPlot + QPointF(m_plot->pos())); };
    switch (event->type()) {
        case QEvent::ToolTip: {
            const auto* help = static_cast<QHelpEvent*>(event);
            const auto point = under(help->pos());
            QToolTip::showText(help->globalPos(), point ? describe(*point) : QString(), m_plot);
            return true;
        }
        case QEvent::MouseButtonPress: {
            setFocus(Qt::MouseFocusReason);
            if (const auto point = under(static_cast<QMouseEvent*>(event)->position())) {
                setSelected(point);
                Q_EMIT pointChosen(*point);
            }
            return true;
        }
        case QEvent::MouseButtonDblClick:
            if (const auto point = under(static_cast<QMouseEvent*>(event)->position())) Q_EMIT pointActivated(*point);
            return true;
        default: return QWidget::eventFilter(watched, event);
    }
}

void RooflinePlot::keyPressEvent(QKeyEvent* event) {
    const bool forward = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down;
    const bool back = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up;
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_selected) return Q_EMIT pointActivated(*m_selected);
    if (!forward && !back) return QWidget::keyPressEvent(event);
    // In the order of time lost, over those that are drawn.
    const auto size = static_cast<std::ptrdiff_t>(m_points.size());
    std::ptrdiff_t next = m_selected ? static_cast<std::ptrdiff_t>(*m_selected) + (forward ? 1 : -1) : 0;
    while (next >= 0 && next < size && !placeOf(static_cast<std::size_t>(next))) next += forward ? 1 : -1;
    if (next < 0 || next >= size) return;
    setSelected(static_cast<std::size_t>(next));
    Q_EMIT pointChosen(static_cast<std::size_t>(next));
}

void RooflinePlot::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) draw();
    QWidget::changeEvent(event);
}

}  // namespace seekbench

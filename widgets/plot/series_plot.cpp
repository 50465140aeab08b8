// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/series_plot.h"

#include <algorithm>
#include <cmath>

#include <qcustomplot.h>
#include <QtCore/QEvent>
#include <QtCore/QTimer>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

#include "widgets/plot/axis_ticker.h"
#include "widgets/plot/crosshair.h"
#include "widgets/plot/drawn_curve.h"
#include "widgets/plot/plot_export.h"
#include "widgets/plot/plot_marks.h"
#include "widgets/plot/plot_style.h"
#include "widgets/plot/plot_title.h"
#include "widgets/text/figures.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

// Points of a new smoothing that are computed between two frames: about 2 ms.
constexpr std::size_t kSmoothedAtOnce = 100'000;

}  // namespace

struct SeriesPlot::Private {
    QString title, unit, figure, caption, note;
    Theme theme;
    HorizontalAxis axis = HorizontalAxis::Step;
    std::optional<int> decimals;
    double smoothing = 0;
    bool rawShown = true;
    bool following = true;  // the view shows everything and grows with the data
    std::optional<double> crosshairAt;
    CrosshairDetail crosshairDetail = CrosshairDetail::Values;
    std::vector<Curve> curves;
    std::vector<DrawnCurve> drawn;
    PlotTitle* heading = nullptr;
    QLabel* footer = nullptr;
    QCustomPlot* plot = nullptr;
    PlotMarks* marks = nullptr;  // owned by the plot, like the crosshair
    Crosshair* crosshair = nullptr;
    QTimer* settling = nullptr;  // runs while a new smoothing is computed

    bool hasRightAxis() const {
        return std::ranges::any_of(curves, [](const Curve& curve) { return curve.side == Curve::Side::Right; });
    }
    QString valueText(double value) const { return decimals ? fixed(value, *decimals) : seekbench::figure(value); }
    QString placeText(double x) const;
    PlotView view() const;
    void style();
    void fitAxes();
    void placeMarks();
    void placeCrosshair();
    void writeTexts();
};

SeriesPlot::SeriesPlot(QString title, QString unit, QWidget* parent) : QFrame(parent), m_private(std::make_unique<Private>()) {
    Private& p = *m_private;
    setRole(*this, "card");
    p.heading = new PlotTitle(this);
    p.footer = new QLabel(this);
    setRole(*p.footer, "caption");
    p.footer->setMinimumWidth(1);  // a long sentence must not widen the plot
    p.plot = new QCustomPlot(this);
    p.plot->setMinimumSize(emPixels(*this, 12), emPixels(*this, 7));  // QCustomPlot has no useful size hint
    p.plot->setPlottingHint(QCP::phFastPolylines, true);
    p.plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    p.plot->setFocusPolicy(Qt::NoFocus);  // the keys belong to the whole
    p.plot->axisRect()->setRangeDrag(Qt::Horizontal);
    p.plot->axisRect()->setRangeZoom(Qt::Horizontal);
    p.plot->installEventFilter(this);
    p.marks = new PlotMarks(p.plot);
    p.crosshair = new Crosshair(p.plot);
    p.settling = new QTimer(this);
    p.settling->setSingleShot(true);
    setFocusPolicy(Qt::StrongFocus);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 4, 10, 4);
    layout->setSpacing(2);
    layout->addWidget(p.heading);
    layout->addWidget(p.plot, 1);
    layout->addWidget(p.footer);

    connect(p.settling, &QTimer::timeout, this, &SeriesPlot::refresh);
    // A drag or a turn of the wheel is the user's wish to look at a place: stop following the end.
    connect(p.plot, &QCustomPlot::mousePress, this, [this] { setFocus(Qt::MouseFocusReason); });
    connect(p.plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) {
        if (event->buttons() & Qt::LeftButton) m_private->following = false;
    });
    connect(p.plot, &QCustomPlot::mouseWheel, this, [this] { m_private->following = false; });
    connect(p.plot, &QCustomPlot::mouseDoubleClick, this, &SeriesPlot::showAll);
    connect(p.plot->xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, [this] {
        if (!m_private->following) refresh();
    });
    p.plot->xAxis->setTicker(horizontalTicker(p.axis));
    p.plot->yAxis->setTicker(verticalTicker(false));
    p.plot->yAxis2->setTicker(verticalTicker(false));
    p.style();
    setTitle(std::move(title), std::move(unit));
}

SeriesPlot::~SeriesPlot() = default;

QCustomPlot* SeriesPlot::plot() const { return m_private->plot; }
const std::vector<Curve>& SeriesPlot::curves() const { return m_private->curves; }

std::size_t SeriesPlot::pointsShown() const {
    std::size_t count = 0;
    for (const DrawnCurve& drawnCurve : m_private->drawn) count += drawnCurve.pointsShown();
    return count;
}

std::size_t SeriesPlot::pointsInView() const {
    std::size_t count = 0;
    for (const DrawnCurve& drawnCurve : m_private->drawn) count += drawnCurve.pointsInView();
    return count;
}

void SeriesPlot::setTitle(QString title, QString unit) {
    m_private->title = std::move(title);
    m_private->unit = std::move(unit);
    setAccessibleName(m_private->title);
    m_private->writeTexts();
}

void SeriesPlot::setFigure(QString figure, QString caption) {
    m_private->figure = std::move(figure);
    m_private->caption = std::move(caption);
    m_private->writeTexts();
}

void SeriesPlot::setNote(QString note) {
    m_private->note = std::move(note);
    m_private->writeTexts();
}

void SeriesPlot::setDecimals(std::optional<int> decimals) { m_private->decimals = decimals; }

void SeriesPlot::setCurves(std::vector<Curve> curves) {
    Private& p = *m_private;
    if (curves == p.curves) return;
    for (DrawnCurve& drawnCurve : p.drawn) drawnCurve.remove(*p.plot);
    p.drawn.clear();
    p.curves = std::move(curves);
    p.drawn.reserve(p.curves.size());
    for (const Curve& curve : p.curves) {
        p.drawn.emplace_back(*p.plot, curve);
        p.drawn.back().setSmoothing(p.smoothing);
    }
    p.plot->yAxis2->setVisible(p.hasRightAxis());
    p.plot->yAxis2->setTickLabels(true);
    p.style();
    refresh();
}

void SeriesPlot::Private::style() {
    applyPlotTheme(*plot, theme);
    for (DrawnCurve& drawnCurve : drawn) drawnCurve.style(theme);
    heading->setTheme(theme);
    marks->setTheme(theme);
    crosshair->setTheme(theme);
}

void SeriesPlot::setTheme(Theme theme) {
    m_private->theme = theme;
    m_private->style();
    refresh();
}

void SeriesPlot::setHorizontalAxis(HorizontalAxis axis) {
    m_private->axis = axis;
    m_private->plot->xAxis->setTicker(horizontalTicker(axis));
    showAll();
}

void SeriesPlot::setLogarithmic(bool logarithmic) {
    QCPAxis& axis = *m_private->plot->yAxis;
    axis.setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    axis.setTicker(verticalTicker(logarithmic));
    refresh();
}

void SeriesPlot::setSmoothing(double smoothing) {
    m_private->smoothing = smoothing;
    for (DrawnCurve& drawnCurve : m_private->drawn) drawnCurve.setSmoothing(smoothing);
    refresh();
}

void SeriesPlot::setRawShown(bool shown) {
    m_private->rawShown = shown;
    refresh();
}

void SeriesPlot::showAll() {
    m_private->following = true;
    refresh();
}

void SeriesPlot::setCrosshair(std::optional<double> x, CrosshairDetail detail) {
    m_private->crosshairAt = x;
    m_private->crosshairDetail = detail;
    m_private->placeCrosshair();
    m_private->crosshair->replot();
}

void SeriesPlot::refresh() {
    Private& p = *m_private;
    bool settled = true;
    for (DrawnCurve& drawnCurve : p.drawn) settled = drawnCurve.follow(kSmoothedAtOnce) && settled;
    if (!settled) p.settling->start(0);
    p.fitAxes();
    const PlotView view = p.view();
    for (DrawnCurve& drawnCurve : p.drawn) drawnCurve.draw(view);
    p.placeMarks();
    p.placeCrosshair();
    p.writeTexts();
    p.plot->replot(QCustomPlot::rpQueuedReplot);
    Q_EMIT refreshed();
}

PlotView SeriesPlot::Private::view() const {
    const QCPRange range = plot->xAxis->range();
    return {axis, range.lower, range.upper, std::max(plot->axisRect()->width(), 1), rawShown};
}

void SeriesPlot::Private::fitAxes() {
    // The view of everything comes from the ends and the pyramid's top, never from a pass over the points.
    if (following) {
        Pyramid::Range horizontal;
        for (const DrawnCurve& drawnCurve : drawn) {
            const Series& series = drawnCurve.series();
            if (series.isEmpty()) continue;
            horizontal.include(series.horizontal(0, axis));
            horizontal.include(series.horizontal(series.size() - 1, axis));
        }
        if (horizontal.empty()) horizontal = {0, 1};
        if (horizontal.minimum == horizontal.maximum) horizontal.maximum += 1;
        // Training begins at nothing: step 1 at the left edge would only look odd.
        if (horizontal.minimum > 0 && horizontal.minimum < 0.05 * horizontal.maximum) horizontal.minimum = 0;
        const QSignalBlocker quiet(plot->xAxis);
        plot->xAxis->setRange(horizontal.minimum, horizontal.maximum + 0.02 * (horizontal.maximum - horizontal.minimum));
    }
    for (const auto side : {Curve::Side::Left, Curve::Side::Right}) {
        Pyramid::Range vertical;
        for (const DrawnCurve& drawnCurve : drawn)
            if (drawnCurve.curve().side == side) vertical.include(drawnCurve.range(view()));
        QCPAxis& vertically = side == Curve::Side::Right ? *plot->yAxis2 : *plot->yAxis;
        const auto range = verticalRange(vertical.minimum, vertical.maximum, vertically.scaleType() == QCPAxis::stLogarithmic);
        vertically.setRange(range.first, range.second);
    }
}

void SeriesPlot::Private::placeMarks() {
    std::vector<PlotMarks::Mark> list;
    bool flagged = false;
    for (const DrawnCurve& drawnCurve : drawn) {
        const Curve& curve = drawnCurve.curve();
        const Series& series = drawnCurve.series();
        if (series.isEmpty()) continue;
        const bool onRight = curve.side == Curve::Side::Right;
        const QColor colour = theme.run(curve.colourSlot);
        const auto best = curve.best == Curve::Best::Lowest    ? series.lowest()
                          : curve.best == Curve::Best::Highest ? series.highest()
                                                               : std::nullopt;
        if (best) {
            const double value = series.values()[*best] * curve.scale;
            QString text;
            if (!flagged) text = SeriesPlot::tr("best %1, %2").arg(valueText(value), placeText(static_cast<double>(series.at(*best).step)));
            flagged = true;
            list.push_back({PlotMarks::Mark::Kind::Best, series.horizontal(*best, axis), value, colour, text, {}, onRight});
        }
        const double last = drawnCurve.values()[series.size() - 1] * curve.scale;
        if (!std::isfinite(last)) continue;
        const QString caption = curve.shortLabel.isEmpty() ? curve.label : curve.shortLabel;
        // Beside a right axis there is no room for labels: its legend holds the values.
        const bool labelled = curve.named && !hasRightAxis() && figure.isEmpty();
        list.push_back({PlotMarks::Mark::Kind::Last, series.horizontal(series.size() - 1, axis), last, colour,
                        labelled ? valueText(last) : QString(), labelled ? caption : QString(), onRight});
    }
    marks->setMarks(std::move(list));
    QCPAxisRect& rect = *plot->axisRect();
    rect.setAutoMargins(hasRightAxis() ? QCP::MarginSides(QCP::msAll) : QCP::msLeft | QCP::msBottom);
    if (!hasRightAxis()) rect.setMargins(QMargins(0, 10, marks->rightMargin(), 0));
}

// A place on the horizontal axis in words: what a mark or the crosshair names. `step` is one for the marks.
QString SeriesPlot::Private::placeText(double step) const {
    for (const DrawnCurve& drawnCurve : drawn)
        if (const auto perEpoch = drawnCurve.series().stepsPerEpoch(); perEpoch > 0)
            return SeriesPlot::tr("epoch %1").arg(countText(static_cast<std::int64_t>(std::ceil(step / static_cast<double>(perEpoch)))));
    return SeriesPlot::tr("step %1").arg(countText(static_cast<std::int64_t>(step)));
}

void SeriesPlot::Private::placeCrosshair() {
    if (!crosshairAt) return crosshair->place(std::nullopt, {}, {});
    if (crosshairDetail == CrosshairDetail::LineOnly) return crosshair->place(crosshairAt, {}, {});
    std::vector<Crosshair::Row> rows;
    const double pixel = plot->xAxis->range().size() / std::max(1, plot->axisRect()->width());
    for (const DrawnCurve& drawnCurve : drawn) {
        const Series& series = drawnCurve.series();
        const auto index = series.nearest(*crosshairAt, axis);
        if (!index) continue;
        const double scale = drawnCurve.curve().scale;
        rows.push_back({drawnCurve.curve().label, valueText(drawnCurve.values()[*index] * scale)});
        if (!drawnCurve.isSmoothed()) continue;
        const std::size_t first = series.lowerBound(*crosshairAt - pixel / 2, axis),
                          last = series.lowerBound(*crosshairAt + pixel / 2, axis);
        const auto raw = first < last ? series.values().range(first, last) : series.values().range(*index, *index + 1);
        if (raw.empty()) continue;
        const QString span = raw.minimum == raw.maximum
                                 ? valueText(raw.minimum * scale)
                                 : QStringLiteral("%1 – %2").arg(valueText(raw.minimum * scale), valueText(raw.maximum * scale));
        rows.push_back({SeriesPlot::tr("raw"), span, true});
    }
    const QString place = axis == HorizontalAxis::Step   ? countText(std::llround(*crosshairAt))
                          : axis == HorizontalAxis::Time ? durationText(*crosshairAt)
                                                         : fixed(*crosshairAt, 2);
    crosshair->place(crosshairAt, place, std::move(rows));
}

void SeriesPlot::Private::writeTexts() {
    heading->setTexts(title, unit);
    heading->setFigure(figure, caption);
    std::vector<PlotTitle::Entry> entries;
    if (figure.isEmpty())
        for (const DrawnCurve& drawnCurve : drawn) {
            const Curve& curve = drawnCurve.curve();
            QString label = curve.label;
            if (hasRightAxis()) {
                if (curve.side == Curve::Side::Right) label = SeriesPlot::tr("%1, right axis").arg(label);
                if (!drawnCurve.series().isEmpty())
                    label += QStringLiteral(" ") + valueText(drawnCurve.values()[drawnCurve.series().size() - 1] * curve.scale);
            }
            entries.push_back({label, theme.run(curve.colourSlot), curve.style});
        }
    heading->setEntries(std::move(entries));
    std::size_t shown = 0, inView = 0;
    for (const DrawnCurve& drawnCurve : drawn) {
        shown += drawnCurve.pointsShown();
        inView += drawnCurve.pointsInView();
    }
    const QString counts[] = {countText(static_cast<std::int64_t>(shown)), countText(static_cast<std::int64_t>(inView))};
    const QString remark = note.isEmpty() ? QString() : QStringLiteral(" · ") + note;
    const QString whole = shown < inView
                              ? SeriesPlot::tr("%1 of %2 points shown, smallest and largest per pixel column").arg(counts[0], counts[1])
                              : SeriesPlot::tr("%n points shown, all there are", nullptr, static_cast<int>(shown));
    QString text = whole + remark;
    if (footer->toolTip() != text) footer->setToolTip(text);
    if (footer->fontMetrics().horizontalAdvance(text) > footer->width() && shown < inView)
        text = SeriesPlot::tr("%1 of %2 points shown").arg(counts[0], counts[1]) + remark;
    if (text != footer->text()) footer->setText(text);
}

QByteArray SeriesPlot::exported(PlotFormat format) const {
    const Private& p = *m_private;
    const QCPRange range = p.plot->xAxis->range();
    const PlotPicture picture{*p.plot, *p.heading, p.footer->text(), p.theme};
    switch (format) {
        case PlotFormat::Png: return pngOf(picture);
        case PlotFormat::Svg: return svgOf(picture);
        case PlotFormat::Csv: return csvOf(p.curves, p.axis, range.lower, range.upper);
    }
    return {};
}

bool SeriesPlot::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_private->plot) {
        if (event->type() == QEvent::MouseMove) {
            const auto* mouse = static_cast<QMouseEvent*>(event);
            const QRect view = m_private->plot->axisRect()->rect();
            if (view.contains(mouse->position().toPoint()))
                Q_EMIT crosshairMoved(m_private->plot->xAxis->pixelToCoord(mouse->position().x()));
            else
                Q_EMIT crosshairMoved(std::nullopt);
        } else if (event->type() == QEvent::Leave) {
            Q_EMIT crosshairMoved(std::nullopt);
        } else if (event->type() == QEvent::Resize) {
            // After the plot has laid itself out: the number of pixel columns is another now.
            QMetaObject::invokeMethod(this, &SeriesPlot::refresh, Qt::QueuedConnection);
        }
    }
    return QFrame::eventFilter(watched, event);
}

void SeriesPlot::keyPressEvent(QKeyEvent* event) {
    QCPAxis& axis = *m_private->plot->xAxis;
    const auto look = [&](double factor, double shift) {
        m_private->following = false;
        axis.scaleRange(factor);
        axis.moveRange(shift * axis.range().size());
    };
    switch (event->key()) {
        case Qt::Key_F:
        case Qt::Key_Home: return showAll();
        case Qt::Key_Plus:
        case Qt::Key_Equal: return look(0.5, 0);
        case Qt::Key_Minus: return look(2, 0);
        case Qt::Key_Left: return look(1, -0.1);
        case Qt::Key_Right: return look(1, 0.1);
        default: QFrame::keyPressEvent(event);
    }
}

void SeriesPlot::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) m_private->writeTexts();
    QFrame::changeEvent(event);
}

}  // namespace seekbench

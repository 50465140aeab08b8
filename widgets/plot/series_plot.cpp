// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/series_plot.h"

#include <algorithm>
#include <cmath>

#include <qcustomplot.h>
#include <QtCore/QEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

#include "widgets/plot/plot_style.h"
#include "widgets/text/figures.h"

namespace seekbench {

// A curve with what is drawn for it: band of the raw values (two graphs with the fill between), line, ring and dot.
struct DrawnCurve {
    Curve curve;
    Pyramid smooth;            // empty without smoothing
    std::size_t smoothOf = 0;  // how many points of the series it covers
    QCPGraph* lower = nullptr;
    QCPGraph* upper = nullptr;
    QCPGraph* line = nullptr;
    QCPItemTracer* best = nullptr;
    QCPItemTracer* last = nullptr;
};

struct SeriesPlot::Private {
    QString title, unit;
    Theme theme;
    HorizontalAxis axis = HorizontalAxis::Step;
    double smoothing = 0;
    bool rawShown = true;
    bool following = true;  // the view shows everything and grows with the data
    std::optional<double> crosshair;
    std::size_t shown = 0, inView = 0;
    std::vector<DrawnCurve> curves;
    QLabel* heading = nullptr;
    QLabel* footer = nullptr;
    QCustomPlot* plot = nullptr;
    QCPItemStraightLine* crosshairLine = nullptr;
    QCPItemText* crosshairText = nullptr;

    const Pyramid& valuesOf(const DrawnCurve& drawnCurve) const {
        return drawnCurve.smooth.size() == 0 ? drawnCurve.curve.series->values() : drawnCurve.smooth;
    }
    void makeItems(DrawnCurve& drawnCurve);
    void style();
    void smooth(DrawnCurve& drawnCurve);
    void fitAxes();
    void draw(DrawnCurve& drawnCurve);
    void placeMarks(DrawnCurve& drawnCurve);
    void placeCrosshair();
    void writeTexts();
};

SeriesPlot::SeriesPlot(QString title, QString unit, QWidget* parent) : QWidget(parent), m_private(std::make_unique<Private>()) {
    Private& p = *m_private;
    p.title = std::move(title);
    p.unit = std::move(unit);
    p.heading = new QLabel(this);
    p.footer = new QLabel(this);
    p.plot = new QCustomPlot(this);
    p.plot->setMinimumSize(180, 120);  // QCustomPlot has no useful size hint
    p.plot->setPlottingHint(QCP::phFastPolylines, true);
    p.plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    p.plot->axisRect()->setRangeDrag(Qt::Horizontal);
    p.plot->axisRect()->setRangeZoom(Qt::Horizontal);
    p.plot->installEventFilter(this);
    p.plot->setAccessibleName(p.title);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(p.title);

    p.crosshairLine = new QCPItemStraightLine(p.plot);
    p.crosshairText = new QCPItemText(p.plot);
    p.crosshairText->position->setTypeX(QCPItemPosition::ptPlotCoords);
    p.crosshairText->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    p.crosshairText->setTextAlignment(Qt::AlignLeft);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(4);
    layout->addWidget(p.heading);
    layout->addWidget(p.plot, 1);
    layout->addWidget(p.footer);

    // A drag or a turn of the wheel is the user's wish to look at a place: stop following the end.
    connect(p.plot, &QCustomPlot::mousePress, this, [this] { m_private->following = false; });
    connect(p.plot, &QCustomPlot::mouseWheel, this, [this] { m_private->following = false; });
    connect(p.plot, &QCustomPlot::mouseDoubleClick, this, &SeriesPlot::showAll);
    connect(p.plot->xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, [this] {
        if (!m_private->following) refresh();
    });
    p.style();
    p.writeTexts();
}

SeriesPlot::~SeriesPlot() = default;

QCustomPlot* SeriesPlot::plot() const { return m_private->plot; }
std::size_t SeriesPlot::pointsShown() const { return m_private->shown; }
std::size_t SeriesPlot::pointsInView() const { return m_private->inView; }

void SeriesPlot::setCurves(std::vector<Curve> curves) {
    Private& p = *m_private;
    for (const DrawnCurve& old : p.curves) {
        p.plot->removeItem(old.best);
        p.plot->removeItem(old.last);
    }
    p.curves.clear();
    p.plot->clearGraphs();
    p.curves.reserve(curves.size());
    for (Curve& curve : curves) {
        p.curves.push_back({.curve = std::move(curve)});
        p.makeItems(p.curves.back());
    }
    p.style();
    refresh();
}

void SeriesPlot::Private::makeItems(DrawnCurve& drawnCurve) {
    drawnCurve.lower = plot->addGraph();
    drawnCurve.upper = plot->addGraph();
    drawnCurve.line = plot->addGraph();
    for (QCPGraph* graph : {drawnCurve.lower, drawnCurve.upper, drawnCurve.line})
        graph->setAdaptiveSampling(false);  // already one column a pixel
    drawnCurve.lower->setPen(Qt::NoPen);
    drawnCurve.upper->setPen(Qt::NoPen);
    drawnCurve.upper->setChannelFillGraph(drawnCurve.lower);
    drawnCurve.best = new QCPItemTracer(plot);
    drawnCurve.last = new QCPItemTracer(plot);
    for (QCPItemTracer* mark : {drawnCurve.best, drawnCurve.last}) {
        mark->setStyle(QCPItemTracer::tsCircle);
        mark->position->setType(QCPItemPosition::ptPlotCoords);
    }
}

void SeriesPlot::Private::style() {
    applyPlotTheme(*plot, theme);
    for (DrawnCurve& drawnCurve : curves) {
        const QColor colour = theme.run(drawnCurve.curve.colourSlot);
        drawnCurve.line->setPen(curvePen(colour, drawnCurve.curve.style));
        QColor band = colour;
        band.setAlphaF(0.17f);
        drawnCurve.upper->setBrush(band);
        drawnCurve.best->setSize(10);
        drawnCurve.best->setPen(QPen(theme[Colour::Text], 1));
        drawnCurve.best->setBrush(theme[Colour::Base]);
        drawnCurve.last->setSize(7);
        drawnCurve.last->setPen(QPen(colour, 1));
        drawnCurve.last->setBrush(colour);
    }
    QPen dashes(theme[Colour::Muted], 1);
    dashes.setDashPattern({2, 3});
    crosshairLine->setPen(dashes);
    crosshairText->setColor(theme[Colour::Text]);
    crosshairText->setBrush(theme[Colour::Base]);
    crosshairText->setPen(QPen(theme[Colour::Border], 1));
    crosshairText->setPadding(QMargins(6, 4, 6, 4));
    QPalette quiet = footer->palette();
    quiet.setColor(QPalette::WindowText, theme[Colour::Muted]);
    footer->setPalette(quiet);
}

void SeriesPlot::setTheme(Theme theme) {
    m_private->theme = theme;
    m_private->style();
    refresh();
}

void SeriesPlot::setHorizontalAxis(HorizontalAxis axis) {
    m_private->axis = axis;
    showAll();
}

void SeriesPlot::setLogarithmic(bool logarithmic) {
    QCPAxis& axis = *m_private->plot->yAxis;
    axis.setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    axis.setTicker(logarithmic ? QSharedPointer<QCPAxisTicker>(new QCPAxisTickerLog) : QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    refresh();
}

void SeriesPlot::setSmoothing(double smoothing) {
    m_private->smoothing = smoothing;
    for (DrawnCurve& drawnCurve : m_private->curves) drawnCurve.smoothOf = 0;
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

void SeriesPlot::setCrosshair(std::optional<double> x) {
    m_private->crosshair = x;
    m_private->placeCrosshair();
    m_private->plot->replot(QCustomPlot::rpQueuedReplot);
}

void SeriesPlot::refresh() {
    Private& p = *m_private;
    for (DrawnCurve& drawnCurve : p.curves) p.smooth(drawnCurve);
    p.fitAxes();
    p.shown = p.inView = 0;
    for (DrawnCurve& drawnCurve : p.curves) {
        p.draw(drawnCurve);
        p.placeMarks(drawnCurve);
    }
    p.placeCrosshair();
    p.writeTexts();
    p.plot->replot(QCustomPlot::rpQueuedReplot);
}

void SeriesPlot::Private::smooth(DrawnCurve& drawnCurve) {
    const Series& series = *drawnCurve.curve.series;
    if (smoothing <= 0) {
        drawnCurve.smooth.clear();
        return;
    }
    if (drawnCurve.smoothOf == series.size()) return;
    drawnCurve.smooth.clear();
    drawnCurve.smooth.append(smoothed(series.values().values(), smoothing));
    drawnCurve.smoothOf = series.size();
}

void SeriesPlot::Private::fitAxes() {
    // The view of everything comes from the ends and the pyramid's top, never from a pass over the points.
    if (following) {
        Pyramid::Range horizontal;
        for (const DrawnCurve& drawnCurve : curves) {
            const Series& series = *drawnCurve.curve.series;
            if (series.isEmpty()) continue;
            horizontal.include(series.horizontal(0, axis));
            horizontal.include(series.horizontal(series.size() - 1, axis));
        }
        if (horizontal.empty()) horizontal = {0, 1};
        if (horizontal.minimum == horizontal.maximum) horizontal.maximum += 1;
        const QSignalBlocker quiet(plot->xAxis);
        plot->xAxis->setRange(horizontal.minimum, horizontal.maximum + 0.02 * (horizontal.maximum - horizontal.minimum));
    }
    Pyramid::Range vertical;
    const QCPRange view = plot->xAxis->range();
    for (const DrawnCurve& drawnCurve : curves) {
        const Series& series = *drawnCurve.curve.series;
        const std::size_t first = series.lowerBound(view.lower, axis), last = series.lowerBound(view.upper, axis);
        vertical.include(valuesOf(drawnCurve).range(first, last));
        if (rawShown) vertical.include(series.values().range(first, last));
    }
    const bool logarithmic = plot->yAxis->scaleType() == QCPAxis::stLogarithmic;
    const auto range = verticalRange(vertical.minimum, vertical.maximum, logarithmic);
    plot->yAxis->setRange(range.first, range.second);
}

void SeriesPlot::Private::draw(DrawnCurve& drawnCurve) {
    const Series& series = *drawnCurve.curve.series;
    const QCPRange view = plot->xAxis->range();
    const int pixels = std::max(plot->axisRect()->width(), 1);
    const bool smoothing_ = drawnCurve.smooth.size() != 0;
    const DrawnSeries raw = drawn(series, series.values(), axis, view.lower, view.upper, pixels);
    shown += std::min(raw.columns.size() * 2, raw.pointsInView);
    inView += raw.pointsInView;

    QVector<QCPGraphData> line, low, high;
    if (smoothing_) {
        for (const Column& column : drawn(series, drawnCurve.smooth, axis, view.lower, view.upper, pixels).columns)
            line.append({column.x, (column.minimum + column.maximum) / 2});
    } else {
        for (const Column& column : raw.columns) {
            line.append({column.x, column.minimum});
            if (column.maximum != column.minimum) line.append({column.x, column.maximum});
        }
    }
    if (smoothing_ && rawShown)
        for (const Column& column : raw.columns) {
            low.append({column.x, column.minimum});
            high.append({column.x, column.maximum});
        }
    drawnCurve.line->data()->set(line, true);
    drawnCurve.lower->data()->set(low, true);
    drawnCurve.upper->data()->set(high, true);
}

void SeriesPlot::Private::placeMarks(DrawnCurve& drawnCurve) {
    const Series& series = *drawnCurve.curve.series;
    const auto bestPoint = drawnCurve.curve.best == Curve::Best::Lowest    ? series.lowest()
                           : drawnCurve.curve.best == Curve::Best::Highest ? series.highest()
                                                                           : std::nullopt;
    const auto place = [&](QCPItemTracer* mark, std::optional<std::size_t> index, const Pyramid& values) {
        mark->setVisible(index.has_value() && std::isfinite(values[*index]));
        if (mark->visible()) mark->position->setCoords(series.horizontal(*index, axis), values[*index]);
    };
    place(drawnCurve.best, bestPoint, series.values());
    place(drawnCurve.last, series.isEmpty() ? std::nullopt : std::optional(series.size() - 1), valuesOf(drawnCurve));
}

void SeriesPlot::Private::placeCrosshair() {
    crosshairLine->setVisible(crosshair.has_value());
    crosshairText->setVisible(crosshair.has_value());
    if (!crosshair) return;
    crosshairLine->point1->setCoords(*crosshair, plot->yAxis->range().lower);
    crosshairLine->point2->setCoords(*crosshair, plot->yAxis->range().upper);
    QStringList lines;
    for (const DrawnCurve& drawnCurve : curves) {
        const auto index = drawnCurve.curve.series->nearest(*crosshair, axis);
        if (!index) continue;
        lines.append(QStringLiteral("%1  %2").arg(drawnCurve.curve.label, figure(valuesOf(drawnCurve)[*index])));
    }
    const bool leftHalf = *crosshair < plot->xAxis->range().center();
    crosshairText->setPositionAlignment(Qt::AlignTop | (leftHalf ? Qt::AlignLeft : Qt::AlignRight));
    crosshairText->position->setCoords(*crosshair, 0.02);
    crosshairText->setText(lines.join(QLatin1Char('\n')));
    crosshairText->setVisible(!lines.isEmpty());
}

void SeriesPlot::Private::writeTexts() {
    QString text = QStringLiteral("<b>%1</b> %2").arg(title.toHtmlEscaped(), unit.toHtmlEscaped());
    for (const DrawnCurve& drawnCurve : curves) {
        const Curve& curve = drawnCurve.curve;
        const QString sample = curve.style == Curve::Style::Solid    ? QStringLiteral("━")
                               : curve.style == Curve::Style::Dashed ? QStringLiteral("╍")
                                                                     : QStringLiteral("┅");
        text += QStringLiteral("&nbsp;&nbsp; <span style='color:%1'>%2</span> %3")
                    .arg(theme.run(curve.colourSlot).name(), sample, curve.label.toHtmlEscaped());
    }
    heading->setText(text);
    footer->setText(SeriesPlot::tr("%1 of %2 points shown, smallest and largest per pixel column")
                        .arg(countText(static_cast<std::int64_t>(shown)), countText(static_cast<std::int64_t>(inView))));
}

bool SeriesPlot::saveImage(const QString& path) const {
    QCustomPlot& plot = *m_private->plot;
    if (path.endsWith(QStringLiteral(".pdf"))) return plot.savePdf(path);
    return plot.savePng(path, 0, 0, 2.0);
}

bool SeriesPlot::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_private->plot) {
        if (event->type() == QEvent::MouseMove) {
            const auto* mouse = static_cast<QMouseEvent*>(event);
            Q_EMIT crosshairMoved(m_private->plot->xAxis->pixelToCoord(mouse->position().x()));
        } else if (event->type() == QEvent::Leave) {
            Q_EMIT crosshairMoved(std::nullopt);
        } else if (event->type() == QEvent::Resize) {
            refresh();
        }
    }
    return QWidget::eventFilter(watched, event);
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
        default: QWidget::keyPressEvent(event);
    }
}

void SeriesPlot::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) m_private->writeTexts();
    QWidget::changeEvent(event);
}

}  // namespace seekbench

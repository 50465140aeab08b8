// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/drawn_curve.h"

#include <algorithm>

#include "widgets/plot/plot_style.h"

namespace seekbench {

DrawnCurve::DrawnCurve(QCustomPlot& plot, Curve curve) : m_curve(std::move(curve)) {
    QCPAxis* vertical = m_curve.side == Curve::Side::Right ? plot.yAxis2 : plot.yAxis;
    m_lower = plot.addGraph(plot.xAxis, vertical);
    m_upper = plot.addGraph(plot.xAxis, vertical);
    m_line = plot.addGraph(plot.xAxis, vertical);
    for (QCPGraph* graph : {m_lower, m_upper, m_line}) graph->setAdaptiveSampling(false);  // already one column a pixel
    m_lower->setPen(Qt::NoPen);
    m_upper->setPen(Qt::NoPen);
    m_upper->setChannelFillGraph(m_lower);
    m_lower->setAntialiasedFill(false);
    m_upper->setAntialiasedFill(false);
}

void DrawnCurve::style(const Theme& theme) {
    const QColor colour = theme.run(m_curve.colourSlot);
    m_line->setPen(curvePen(colour, m_curve.style));
    QColor band = colour;
    band.setAlphaF(0.17f);
    m_upper->setBrush(band);
}

Pyramid::Range DrawnCurve::range(const PlotView& view) const {
    const std::size_t first = series().lowerBound(view.left, view.axis), last = series().lowerBound(view.right, view.axis);
    if (first >= last) return {};
    Pyramid::Range range = values().range(first, last);
    if (view.rawShown) range.include(series().values().range(first, last));
    if (range.empty()) return range;
    return {range.minimum * m_curve.scale, range.maximum * m_curve.scale};
}

void DrawnCurve::draw(const PlotView& view) {
    const double scale = m_curve.scale;
    const DrawnSeries raw = drawn(series(), series().values(), view.axis, view.left, view.right, view.pixels);
    m_inView = raw.pointsInView;
    m_shown = std::min(raw.columns.size() * 2, raw.pointsInView);
    const bool crowded = raw.columns.size() < raw.pointsInView;  // a column stands for several points

    QVector<QCPGraphData> line, low, high;
    // A dash pattern cannot be seen in a line that runs up and down every pixel, and costs most there: its middle is drawn, in the band.
    const bool middle = isSmoothed() || (crowded && m_curve.style != Curve::Style::Solid);
    if (middle) {
        const DrawnSeries shown = isSmoothed() ? drawn(series(), values(), view.axis, view.left, view.right, view.pixels) : raw;
        line.reserve(static_cast<qsizetype>(shown.columns.size()));
        for (const Column& column : shown.columns) line.append({column.x, (column.minimum + column.maximum) / 2 * scale});
    } else {
        line.reserve(2 * static_cast<qsizetype>(raw.columns.size()));
        for (const Column& column : raw.columns) {
            line.append({column.x, column.minimum * scale});
            if (column.maximum != column.minimum) line.append({column.x, column.maximum * scale});
        }
    }
    if (middle && view.rawShown) {
        low.reserve(static_cast<qsizetype>(raw.columns.size()));
        high.reserve(static_cast<qsizetype>(raw.columns.size()));
        for (const Column& column : raw.columns) {
            low.append({column.x, column.minimum * scale});
            high.append({column.x, column.maximum * scale});
        }
    }
    m_line->data()->set(line, true);
    m_lower->data()->set(low, true);
    m_upper->data()->set(high, true);
}

}  // namespace seekbench

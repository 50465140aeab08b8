// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/drawn_curve.h"

#include <algorithm>

#include "widgets/plot/plot_style.h"

namespace seekbench {

constexpr double kFaint = 0.17;

DrawnCurve::DrawnCurve(QCustomPlot& plot, Curve curve) : m_curve(std::move(curve)) {
    QCPAxis* vertical = m_curve.side == Curve::Side::Right ? plot.yAxis2 : plot.yAxis;
    m_band = new ColumnBand(&plot, vertical);
    m_line = plot.addGraph(plot.xAxis, vertical);
    m_line->setAdaptiveSampling(false);  // already one column a pixel
}

void DrawnCurve::remove(QCustomPlot& plot) {
    plot.removeItem(m_band);
    plot.removeGraph(m_line);
}

void DrawnCurve::style(const Theme& theme) {
    const QColor colour = theme.run(m_curve.colourSlot);
    m_line->setPen(curvePen(colour, m_curve.style));
    m_band->setColour(colour);
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

    // Crowded and raw, a solid line runs up and down every pixel: that is its band, filled. A dash pattern could not be seen there, and
    // would cost most: the middle is drawn, in the faint band.
    const bool isBandAlone = crowded && !isSmoothed() && m_curve.style == Curve::Style::Solid;
    // A smoothed line has no corners that two pixels would hide, and lines are what a frame spends its time on.
    QVector<QCPGraphData> line;
    if (!isBandAlone) {
        const DrawnSeries smooth =
            isSmoothed() ? drawn(series(), values(), view.axis, view.left, view.right, (view.pixels + 1) / 2) : DrawnSeries{};
        const std::vector<PixelColumn>& columns = isSmoothed() ? smooth.columns : raw.columns;
        line.reserve(static_cast<qsizetype>(columns.size()));
        for (const PixelColumn& column : columns) line.append({column.x, (column.minimum + column.maximum) / 2 * scale});
    }
    m_line->data()->set(line, true);
    const bool hasBand = isBandAlone || (view.rawShown && (isSmoothed() || crowded));
    m_band->setColumns(hasBand ? raw.columns : std::vector<PixelColumn>(), scale, isBandAlone ? 1 : kFaint, crowded);
}

}  // namespace seekbench

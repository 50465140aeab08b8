// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/plot_style.h"

#include <algorithm>
#include <cmath>

#include <qcustomplot.h>

namespace seekbench {

void applyPlotTheme(QCustomPlot& plot, const Theme& theme) {
    plot.setBackground(theme[Colour::Base]);
    QFont font = plot.font();
    if (font.pixelSize() > 0)
        font.setPixelSize(static_cast<int>(std::lround(font.pixelSize() * em::kCaption)));
    else
        font.setPointSizeF(font.pointSizeF() * em::kCaption);
    for (QCPAxis* axis : {plot.xAxis, plot.yAxis, plot.yAxis2}) {
        axis->setBasePen(QPen(theme[Colour::Axis], 1));
        axis->setTickPen(QPen(theme[Colour::Axis], 1));
        axis->setSubTicks(false);
        axis->setTickLength(0, 4);
        axis->setTickLabelColor(theme[Colour::Muted]);
        axis->setLabelColor(theme[Colour::Muted]);
        axis->setTickLabelFont(font);
        axis->grid()->setPen(QPen(theme[Colour::Grid], 1));
        axis->grid()->setZeroLinePen(QPen(theme[Colour::Grid], 1));
        axis->grid()->setSubGridVisible(false);
    }
    // The right axis has figures only: a line there would be a frame.
    plot.yAxis2->setBasePen(Qt::NoPen);
    plot.yAxis2->setTickPen(Qt::NoPen);
    plot.yAxis2->grid()->setVisible(false);
}

QPen curvePen(const QColor& colour, Curve::Style style) {
    QPen pen(colour, 1);
    if (style == Curve::Style::Dashed) pen.setDashPattern({5, 3});
    if (style == Curve::Style::Dotted) pen.setDashPattern({2, 2});
    return pen;
}

std::pair<double, double> verticalRange(double minimum, double maximum, bool logarithmic) {
    if (!(minimum <= maximum)) return logarithmic ? std::pair(0.1, 1.0) : std::pair(0.0, 1.0);
    if (!logarithmic) {
        const double room = maximum > minimum ? 0.05 * (maximum - minimum) : std::max(0.05 * std::abs(maximum), 1e-12);
        return {minimum - room, maximum + room};
    }
    if (maximum <= 0) return {0.1, 1.0};
    const double lowest = minimum > 0 ? minimum : maximum * 1e-6;  // what is not positive has no place on the axis
    const double room = std::max(std::pow(maximum / lowest, 0.05), 1.05);
    return {lowest / room, maximum * room};
}

}  // namespace seekbench

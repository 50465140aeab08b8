// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

#include <QtGui/QPen>

#include "widgets/plot/series_plot.h"
#include "widgets/theme/theme.h"

class QCustomPlot;

namespace seekbench {

// QCustomPlot ignores the palette: this sets ground, axes, ticks, grid and fonts from the theme. Left and bottom axis only.
void applyPlotTheme(QCustomPlot& plot, const Theme& theme);

// Validation solid, training dash 5-3, gradient norm dot 2-2; 1 px.
QPen curvePen(const QColor& colour, Curve::Style style);

// The vertical range for values from `minimum` to `maximum` with 5 % of room; never empty, positive on a logarithmic axis.
std::pair<double, double> verticalRange(double minimum, double maximum, bool logarithmic);

}  // namespace seekbench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include <QtCore/QByteArray>

#include "widgets/plot/series_plot.h"

class QCustomPlot;

namespace seekbench {

class PlotTitle;

// What an exported picture consists of: the plot, the line above it and the one below it.
struct PlotPicture {
    QCustomPlot& plot;
    const PlotTitle& title;
    QString footer;
    Theme theme;
};
QByteArray pngOf(const PlotPicture& picture);  // at twice the size on the screen
QByteArray svgOf(const PlotPicture& picture);

// Every point with left ≤ x ≤ right: curve, series, step, seconds, epoch, value; in the units of the series, all digits, so that a
// script reads the same numbers as the plot. UTF-8, a header, CRLF as RFC 4180 has it.
QByteArray csvOf(std::span<const Curve> curves, HorizontalAxis axis, double left, double right);

}  // namespace seekbench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

#include "widgets/plot/series.h"

namespace seekbench {

// "20k", "1.5M", "0.05": short enough for an axis, the same in all languages.
QString tickText(double value);
// "30 s", "5 min", "1 h 30", translated.
QString timeTickText(double seconds);

// The ticks of a horizontal axis: steps and epochs at whole numbers, time at whole seconds, minutes or hours.
QSharedPointer<QCPAxisTicker> horizontalTicker(HorizontalAxis axis);
// The ticks of a vertical axis: logarithmic at 1, 2 and 5 of every decade, or at the decades when there are many.
QSharedPointer<QCPAxisTicker> verticalTicker(bool logarithmic);

}  // namespace seekbench

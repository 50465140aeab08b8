// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <QtGui/QColor>

#include "widgets/theme/theme.h"

namespace seekbench {

// The scale of heat: six steps, evenly spaced in lightness, the hottest farthest from the ground, so that the order is seen in grey and
// with any colour blindness. The figure always stands beside it.
inline constexpr int kHeatSteps = 6;
// Where the steps 1 … 5 begin, as parts of the largest value.
inline constexpr std::array<double, kHeatSteps - 1> kHeatLimits{0.01, 0.05, 0.20, 0.60, 0.95};

// The step of a value, 0 … 5; of nothing and less 0.
int heatStep(double value, double largest);
QColor heatColour(const Theme& theme, int step);
QColor onHeat(const Theme& theme, int step);  // for text on it

// A signed value, −1 … 1: blue below, brown above, fading to the ground at zero. Beyond the ends: the end.
QColor changeColour(const Theme& theme, double change);
QColor onChange(const Theme& theme, double change);  // for text on it: whichever is easier to read

}  // namespace seekbench

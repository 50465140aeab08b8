// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/heat.h"

#include <algorithm>
#include <cmath>

namespace seekbench {
namespace {

struct HeatRow {
    QRgb light, dark;
};
constexpr std::array<HeatRow, kHeatSteps> kHeat{{{0xFFFFF7E0, 0xFF2B241C},
                                                 {0xFFFEE0A0, 0xFF5A3A16},
                                                 {0xFFFBB45A, 0xFF95521A},
                                                 {0xFFE9742B, 0xFFCF7722},
                                                 {0xFFB93A1A, 0xFFF3A94A},
                                                 {0xFF741409, 0xFFFFE3A0}}};
constexpr QRgb kDarkText = 0xFF1A1206, kLightText = 0xFFFFFFFF;
constexpr QRgb kBelow = 0xFF1D5BBF, kAbove = 0xFFB95000;

}  // namespace

int heatStep(double value, double largest) {
    if (!(value > 0) || !(largest > 0)) return 0;
    return static_cast<int>(std::ranges::count_if(kHeatLimits, [&](double limit) { return value >= limit * largest; }));
}

QColor heatColour(const Theme& theme, int step) {
    const HeatRow& row = kHeat[static_cast<std::size_t>(std::clamp(step, 0, kHeatSteps - 1))];
    return QColor::fromRgb(theme.isDark() ? row.dark : row.light);
}

QColor onHeat(const Theme& theme, int step) { return QColor::fromRgb((theme.isDark() ? step >= 3 : step <= 3) ? kDarkText : kLightText); }

QColor changeColour(const Theme& theme, double change) {
    const QColor ground = theme[Colour::Panel], full = QColor::fromRgb(change < 0 ? kBelow : kAbove);
    const double part = std::isfinite(change) ? std::min(1.0, std::abs(change)) : 0;
    const auto mixed = [part](float from, float to) { return static_cast<float>(from + (to - from) * part); };
    return QColor::fromRgbF(mixed(ground.redF(), full.redF()), mixed(ground.greenF(), full.greenF()), mixed(ground.blueF(), full.blueF()));
}

QColor onChange(const Theme& theme, double change) {
    const QColor ground = changeColour(theme, change), dark = QColor::fromRgb(kDarkText), light = QColor::fromRgb(kLightText);
    return contrast(ground, dark) > contrast(ground, light) ? dark : light;
}

}  // namespace seekbench

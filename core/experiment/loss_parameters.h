// SPDX-License-Identifier: Apache-2.0
#pragma once

// Names of the losses' parameters, shared by the table (loss_kinds.cpp) and the halves that compute (gpu/training). The focusing
// parameter is kGamma of kind.h.

#include <optional>
#include <string_view>
#include <vector>

#include "core/experiment/kind.h"

namespace seekbench {

inline constexpr Parameter<double> kLabelSmoothing{"label_smoothing"};
inline constexpr Parameter<double> kClassBalance{"class_balance"};
inline constexpr Parameter<std::string> kClassWeights{"class_weights"};
inline constexpr Parameter<double> kAlpha{"alpha"};
inline constexpr Parameter<double> kSmooth{"smooth"};
inline constexpr Parameter<double> kDiceWeight{"dice_weight"};
inline constexpr Parameter<double> kFocalWeight{"focal_weight"};
inline constexpr Parameter<double> kDelta{"delta"};
inline constexpr Parameter<double> kTemperature{"temperature"};
inline constexpr Parameter<bool> kLearnTemperature{"learn_temperature"};
inline constexpr Parameter<double> kObjectWeight{"object_weight"};
inline constexpr Parameter<double> kBackgroundWeight{"background_weight"};
inline constexpr Parameter<double> kBoxWeight{"box_weight"};
inline constexpr Parameter<double> kClassWeight{"class_weight"};

// "1, 10.5" as numbers; an empty text is no weights. Nothing when a part is no number of at least zero, or all are zero.
std::optional<std::vector<double>> classWeightsFromText(std::string_view text);

}  // namespace seekbench

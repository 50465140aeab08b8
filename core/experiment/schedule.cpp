// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

#include "core/experiment/kind.h"

namespace seekbench {

double learningRateFactor(std::string_view schedule, const Parameters& parameters, std::int64_t step, std::int64_t stepsPerEpoch,
                          std::int64_t totalSteps) {
    assert(step >= 0 && stepsPerEpoch > 0);
    if (schedule == "step") {
        const std::int64_t drops = step / stepsPerEpoch / parameters[kStepSize];
        return std::pow(parameters[kGamma], static_cast<double>(drops));
    }
    if (schedule == "cosine") {
        const std::int64_t warmup = parameters[kWarmupSteps];
        if (step < warmup) return static_cast<double>(step + 1) / static_cast<double>(warmup);
        // The first update after the warm-up has t = 0, the last one of the run t = 1.
        const auto rest = static_cast<double>(std::max<std::int64_t>(1, totalSteps - warmup - 1));
        const double t = std::min(1.0, static_cast<double>(step - warmup) / rest);
        const double minimum = parameters[kMinimumFactor];
        return minimum + (1 - minimum) * (1 + std::cos(std::numbers::pi * t)) / 2;
    }
    assert(schedule == "constant");
    return 1;
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

#include "core/experiment/kind.h"

namespace seekbench {
namespace {

// Half a cosine from `from` at t = 0 to `to` at t = 1.
double halfCosine(double from, double to, double t) { return to + (from - to) * (1 + std::cos(std::numbers::pi * t)) / 2; }

double oneCycle(const Parameters& parameters, std::int64_t step, std::int64_t totalSteps) {
    // Torch's OneCycleLR: the peak is update number share · total − 1, which need not be a whole number.
    const double peak = parameters[kRisingShare] * static_cast<double>(totalSteps) - 1, last = static_cast<double>(totalSteps - 1);
    const double at = std::min(static_cast<double>(step), last);
    if (at < peak) return halfCosine(parameters[kStartFactor], 1, at / peak);
    const double begin = std::max(0.0, peak);
    return last <= begin ? 1 : halfCosine(1, parameters[kMinimumFactor], (at - begin) / (last - begin));
}

}  // namespace

double learningRateFactor(std::string_view schedule, const Parameters& parameters, std::int64_t step, std::int64_t stepsPerEpoch,
                          std::int64_t totalSteps) {
    assert(step >= 0 && stepsPerEpoch > 0);
    if (schedule == "step") {
        const std::int64_t drops = step / stepsPerEpoch / parameters[kStepSize];
        return std::pow(parameters[kGamma], static_cast<double>(drops));
    }
    if (schedule == "one_cycle") return oneCycle(parameters, step, totalSteps);
    if (schedule == "cosine" || schedule == "polynomial" || schedule == "plateau") {
        const std::int64_t warmup = parameters[kWarmupSteps];
        if (step < warmup) return static_cast<double>(step + 1) / static_cast<double>(warmup);
        if (schedule == "plateau") return 1;
        // The first update after the warm-up has t = 0, the last one of the run t = 1.
        const auto rest = static_cast<double>(std::max<std::int64_t>(1, totalSteps - warmup - 1));
        const double t = std::min(1.0, static_cast<double>(step - warmup) / rest);
        const double minimum = parameters[kMinimumFactor];
        if (schedule == "polynomial") return minimum + (1 - minimum) * std::pow(1 - t, parameters[kPower]);
        return halfCosine(1, minimum, t);
    }
    assert(schedule == "constant");
    return 1;
}

}  // namespace seekbench

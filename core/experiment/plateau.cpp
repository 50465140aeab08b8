// SPDX-License-Identifier: Apache-2.0
#include "core/experiment/plateau.h"

#include <algorithm>
#include <cmath>

#include "core/experiment/kind.h"

namespace seekbench {

void Waiting::observe(double validationLoss, double threshold) {
    // Of a negative loss the share is taken away as well: better is lower. Infinity has no share.
    const double wanted = std::isinf(best) ? best : best - threshold * std::abs(best);
    if (validationLoss < wanted) {
        best = validationLoss;
        epochs = 0;
    } else {
        ++epochs;
    }
}

void Plateau::observe(double validationLoss, const Parameters& schedule) {
    waiting.observe(validationLoss, schedule[kThreshold]);
    if (waiting.epochs <= schedule[kPlateauPatience]) return;
    waiting.epochs = 0;
    factor = std::max(factor * schedule[kDropFactor], std::min(factor, schedule[kMinimumFactor]));
}

}  // namespace seekbench

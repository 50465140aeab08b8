// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>

#include "core/operators/parameter.h"

namespace seekbench {

// How long a validation loss has not been better: the memory of early stopping, and of the schedule "plateau". A value; part of a
// checkpoint's state.
struct Waiting {
    double best = std::numeric_limits<double>::infinity();  // lowest validation loss so far
    std::int64_t epochs = 0;                                // since then

    // After each validation. `threshold`: share of the best by which a loss must be lower; one that is not a number is never better.
    void observe(double validationLoss, double threshold = 0);
    bool operator==(const Waiting&) const = default;
};

// What the validation losses have made of the learning rate: the schedule "plateau". When more than `patience` epochs in a row were not
// better by the share `threshold`, the factor drops by `factor`, down to `minimum_factor`, and the waiting begins anew (torch's
// ReduceLROnPlateau in its mode "rel"). A value; part of a checkpoint's state.
struct Plateau {
    Waiting waiting;
    double factor = 1;  // on the learning rate, besides learningRateFactor()

    // After each validation, with the schedule's parameters.
    void observe(double validationLoss, const Parameters& schedule);
    bool operator==(const Plateau&) const = default;
};

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "core/experiment/experiment.h"

namespace seekbench {

// How much a run will do.
struct StepCounts {
    std::int64_t train = 0, validation = 0;  // samples
    std::int64_t perEpoch = 0, total = 0;    // steps; the last batch of an epoch may be smaller
    bool operator==(const StepCounts&) const = default;
};

// Counts for known numbers of samples; nothing while a setting that they depend on is wrong or they go beyond 64 bits.
std::optional<StepCounts> stepCounts(const TrainingSettings& training, std::int64_t train, std::int64_t validation);
// What is known without opening the data set; nothing where its files alone tell the number of samples.
std::optional<StepCounts> stepCounts(const Experiment& experiment);

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/experiment/plateau.h"
#include "core/run/checkpoint_record.h"

namespace seekbench {

// Everything a resumed run needs besides weights and optimizer state, to give the same numbers as if it had not been broken:
// state.json of a checkpoint. A value. Schedules need nothing: they follow from the step, but for "plateau".
struct TrainingState {
    std::int64_t step = 0;             // updates done
    std::int64_t epoch = 0;            // the one that goes on, 0-based
    std::int64_t batchesConsumed = 0;  // of that epoch; all of them: its validation is still to come
    std::string generators;            // TrainingDevice::generatorState()

    // Sums over the batches of the epoch so far.
    double lossSum = 0;  // of loss × samples
    std::int64_t samples = 0;
    std::vector<std::vector<double>> metrics;  // MetricAccumulator::state(), in the experiment's order

    struct Best {
        double validationLoss = 0;
        std::int64_t step = 0;  // of the checkpoint with these weights
        bool operator==(const Best&) const = default;
    };
    std::optional<Best> best;
    Waiting waiting;  // of early stopping
    Plateau plateau;  // of the schedule "plateau"

    std::string experiment, dataset;  // fingerprints of what is trained
    std::string weights, optimizer;   // fingerprints of the tensors beside this file
    bool operator==(const TrainingState&) const = default;
};

// The text of state.json. Reals are written as text that reads back to the same bits, because JSON has no NaN and no infinity.
std::string trainingStateToText(const TrainingState& state);
Result<TrainingState> trainingStateFromText(std::string_view text);

}  // namespace seekbench

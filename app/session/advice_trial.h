// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>

#include "core/base/result.h"
#include "core/run/run_folder.h"
#include "core/trace/analysis/advice.h"

namespace seekbench {

struct TrialOptions {
    std::int64_t steps = 30;   // of each training, that count
    std::int64_t warmUp = 10;  // before them
    int rounds = 4;            // trainings of each kind, at least 2
};

// Trains the experiment and the one with the advice's changes in turns, each a few steps in a worker of its own, and compares the time for
// a sample. Which one begins changes from round to round, so that a machine that warms up or gets busy does it to both. The runs stand in a
// folder of their own in the workspace and are removed. Nothing when it was stopped.
Result<std::optional<TrialGain>> tryAdvice(const Workspace& workspace, const Experiment& experiment, const Advice& advice,
                                           const TrialOptions& options, const std::function<void(int done, int of)>& tell,
                                           std::stop_token stop = {});

}  // namespace seekbench

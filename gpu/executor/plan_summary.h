// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "core/experiment/experiment.h"
#include "gpu/executor/plan.h"

namespace seekbench::executor {

// The first setting of an experiment that plans do not know, as half a sentence; nothing when there is none.
std::optional<Message> settingNotPlanned(const Experiment& experiment);

// Builds the plan of one batch and tells about it, as JSON:
//   {"compiled": true, "batch": 64, "memory": 123456, "seconds": 0.2,
//    "nodes": [{"paths": ["conv1", "relu1"], "operators": ["Conv2d", "ReLU"], "kernel": "jit:avx2", "kept": 1024,
//                "forward": 0.001, "backward": 0.002}, …],
//    "forecast": {"format": "seekbench-memory", …}}
// `kept`: bytes for the backward pass; `seconds`: that building took; `forward`, `backward`: that the kernel takes, the best of `rounds`
// (0: not measured); `forecast`: memoryToText() of what a training step holds at its peak, of step 0. Or {"compiled": false, "reason":
// "…"}. Errors: the experiment is not correct. `choices`: as for Plan::build().
Result<std::string> planSummary(const Experiment& experiment, Choices& choices, int rounds);

}  // namespace seekbench::executor

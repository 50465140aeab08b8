// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <ATen/core/Tensor.h>

#include "core/evaluation/boxes.h"

namespace seekbench {

// What a detector says about each picture of a batch: output (batch, S·S, 5 + classes) as wantedOutput() has it. The score of a detection
// is the probability of an object times that of its likeliest class; those below `leastScore` are left out, then doubles (overlap 0.5),
// then all but the best 100. Waits for the device.
std::vector<std::vector<Detection>> detectionsOf(const at::Tensor& output, double leastScore = 0.01);
// The boxes of a target (batch, boxes, 5), without the rows that hold none.
std::vector<std::vector<TrueBox>> trueBoxesOf(const at::Tensor& target);

}  // namespace seekbench

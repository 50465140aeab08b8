// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "core/experiment/loss_memory.h"
#include "core/experiment/memory_forecast.h"
#include "core/operators/memory.h"

namespace seekbench {

// What a step needs to know besides its model.
struct StepMemory {
    std::int64_t batchBytes = 0;  // of the whole batch, inputs and targets
    LossMemory loss = {};         // of what is computed at a time
    Choice optimizer = {};
    bool averages = false;                           // averaged weights are kept
    bool accumulates = false;                        // gradients of parts of the batch are added up
    std::int64_t width = 4;                          // bytes of a number that autocast makes as narrow as it can
    Kernels kernels = Kernels::Own;                  // of the layers
    std::set<std::string, std::less<>> frozen = {};  // paths of nodes whose weights do not change
};

// Walks through the step. All sizes of the model must be integers: its batch is the part of the batch that is computed at a time.
MemoryForecast walkMemory(const Model& model, const StepMemory& step);

}  // namespace seekbench

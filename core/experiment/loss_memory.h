// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "core/experiment/experiment.h"
#include "core/operators/memory.h"

namespace seekbench {

// What a loss takes besides the output that it reads and the gradient of that, in numbers of 32 bits: it computes in single precision.
struct LossMemory {
    std::int64_t kept = 0;      // until the way back
    std::int64_t forward = 0;   // only while the loss is computed
    std::int64_t backward = 0;  // only while the gradient of the output is computed
    bool operator==(const LossMemory&) const = default;
};

// For outputs of these sizes, with the batch. An unknown loss takes nothing.
LossMemory lossMemory(const Choice& loss, const Sizes& output, TargetKind target, Kernels kernels = Kernels::Own);

}  // namespace seekbench

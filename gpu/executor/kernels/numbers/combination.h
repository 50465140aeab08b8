// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/executor/kernel.h"
#include "gpu/executor/loops/pair_loops.h"

namespace seekbench::executor {

// Any number of inputs of any sizes that stretch to each other, from the first to the last, with a ReLU behind it where wanted;
// for what the faster kernels of the same operators do not take.
BuiltKernel buildCombination(NodeBuilder& node, Combination combination);

}  // namespace seekbench::executor

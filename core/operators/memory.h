// SPDX-License-Identifier: Apache-2.0
#pragma once

// What training keeps of an operator's forward pass, for the forecast of memory (core/experiment/memory_forecast.h). The rules stand
// apart from the operators' rows because they describe an engine, not the operator: LibTorch's autograd on the CPU, kernel by kernel, and
// our own kernels in its place. A test walks the catalog: every operator has a rule.

#include <cstdint>
#include <span>
#include <string_view>

#include "core/operators/operator.h"

namespace seekbench {

// What a node takes besides its outputs, its weights, and the gradients of both. "Numbers" have the width of the activations.
struct KeptMemory {
    // Whether the outputs have memory of their own or share that of input 0.
    enum class Outputs {
        Own,
        View,        // as dense as the input
        Rearranged,  // in another order than memory has it
        Dense,       // a view of a dense input, a copy of one that is not
        Weights,     // output 0 has its own, the others are weights of the node
    };
    // What autocast to 16 bits makes of the node.
    enum class Width {
        Follows,  // as wide as the widest input
        Half,     // 16 bits; inputs that are wider are copied, and so are the weights
        Full,     // 32 bits
    };

    std::uint64_t inputs = 0;     // bit i: the tensor of input edge i is kept for backward
    std::uint64_t outputs = 0;    // bit i: that of output i
    std::int64_t numbers = 0;     // kept besides: intermediate results, statistics
    std::int64_t bytes = 0;       // kept besides, as wide as they are: masks and indices
    std::int64_t forward = 0;     // numbers, needed only while the outputs are computed
    std::int64_t backward = 0;    // numbers, needed only while the gradients are computed
    std::int64_t buffers = 0;     // bytes of state that is not trained, such as running means
    bool passesGradient = false;  // the gradient of the output is that of the inputs, without a copy
    Outputs memory = Outputs::Own;
    Width width = Width::Follows;
    bool operator==(const KeptMemory&) const = default;
};

// Sizes as for CostRule, with the batch that is computed at a time.
using MemoryRule = KeptMemory (*)(const Parameters&, std::span<const Sizes> inputs, std::span<const Sizes> outputs);

// Who computes: LibTorch alone; on the CPU, our own kernels where there is one; under autocast those that compute in single precision
// whatever they are given.
enum class Kernels { LibTorch, Own, OwnUnderAutocast };

// nullptr: there is no such operator.
MemoryRule memoryRuleOf(std::string_view operatorId, Kernels kernels = Kernels::Own);

}  // namespace seekbench

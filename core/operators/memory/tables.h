// SPDX-License-Identifier: Apache-2.0
#pragma once

// The tables of memory rules, one for each group of families, and what their rules have in common.

#include "core/operators/cost.h"
#include "core/operators/memory.h"
#include "core/operators/parameters.h"

namespace seekbench {

struct MemoryRow {
    std::string_view id;
    MemoryRule rule;
};
std::span<const MemoryRow> elementwiseMemory();  // activations, dropout, combinations
std::span<const MemoryRow> layoutMemory();       // structure, shapes, resizing
std::span<const MemoryRow> matrixMemory();       // linear layers, convolutions, experts
std::span<const MemoryRow> statisticMemory();    // normalizations, pooling, reductions
std::span<const MemoryRow> sequenceMemory();     // attention, positions, recurrent layers

std::span<const MemoryRow> kernelMemory();  // what our own kernels do otherwise
std::span<const MemoryRow> autocastKernelMemory();

// A convolution that is always handed to oneDNN.
KeptMemory directConvolution(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes> outputs);

inline constexpr std::uint64_t kFirst = 1, kBoth = 3;
inline constexpr std::uint64_t kEvery = ~std::uint64_t{0};

// Rules without arithmetic.
inline KeptMemory keepsInput(const Parameters&, std::span<const Sizes>, std::span<const Sizes>) { return {.inputs = kFirst}; }
inline KeptMemory keepsOutput(const Parameters&, std::span<const Sizes>, std::span<const Sizes>) { return {.outputs = kFirst}; }
inline KeptMemory keepsNothing(const Parameters&, std::span<const Sizes>, std::span<const Sizes>) { return {}; }

}  // namespace seekbench

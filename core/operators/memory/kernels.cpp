// SPDX-License-Identifier: Apache-2.0
// What our own kernels for single precision on the CPU (gpu/kernels) keep, where that is less than LibTorch's operators do.
#include <algorithm>

#include "core/operators/memory/tables.h"

namespace seekbench {

using namespace parameter;

namespace {

std::int64_t maskNumbers(std::span<const Sizes> inputs, std::size_t port) {
    return inputs.size() > port && !inputs[port].empty() ? elements(inputs[port]) : 0;
}

// Keys and values in the kernels' own order; their length is rounded up to whole blocks.
std::int64_t packed(std::int64_t heads, std::int64_t source, std::int64_t features, std::int64_t copies) {
    constexpr std::int64_t kBlock = 96;
    return product({copies, heads, (source + kBlock - 1) / kBlock * kBlock, features});
}

// Kept: query, key and value, the result, of each query the logarithm of a sum, and a mask as numbers. No scores. On the way back the
// gradients of the three lie beside five copies of what is packed.
KeptMemory attention(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes>) {
    const std::int64_t features = parameters[kEmbedDim], heads = parameters[kNumHeads];
    const Sizes &query = inputs[0], &key = inputs[1].empty() ? query : inputs[1];
    const std::int64_t batch = query[0], length = query[1], source = key[1];
    const std::int64_t projections = product({batch, features, total({length, product({2, source})})});
    return {.inputs = 7,
            .numbers = total({projections, product({batch, length, total({features, heads})}), maskNumbers(inputs, 3)}),
            .forward = packed(batch, source, features, 2),
            .backward = total({product({2, projections}), packed(batch, source, features, 5)}),
            .width = KeptMemory::Width::Half};
}

KeptMemory productAttention(const Parameters&, std::span<const Sizes> inputs, std::span<const Sizes>) {
    const std::int64_t source = inputs[1][inputs[1].size() - 2], features = std::max<std::int64_t>(1, inputs[0].back());
    const std::int64_t heads = elements(inputs[1]) / std::max<std::int64_t>(1, product({source, features}));
    return {.inputs = 7,
            .numbers = total({elements(inputs[0]) / features, maskNumbers(inputs, 3)}),
            .forward = packed(heads, source, features, 2),
            .backward = packed(heads, source, features, 5),
            .width = KeptMemory::Width::Half};
}

KeptMemory literalAttention(const Parameters&, std::span<const Sizes> inputs, std::span<const Sizes>) {
    const std::int64_t source = inputs[0][inputs[0].size() - 2], features = inputs[0].back();
    const std::int64_t heads = elements(inputs[0]) / std::max<std::int64_t>(1, product({source, features}));
    return {.inputs = kFirst,
            .forward = packed(heads, source, features, 1),
            .backward = packed(heads, source, features, 2),
            .width = KeptMemory::Width::Half};
}

KeptMemory repairedAttention(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes>) {
    const std::int64_t features = parameters[kEmbedDim], batch = inputs[0][0], length = inputs[0][1];
    const std::int64_t one = product({batch, length, features});
    return {.inputs = kFirst,
            .numbers = total({product({4, one}), product({batch, length, parameters[kNumHeads]}), maskNumbers(inputs, 1)}),
            .forward = packed(batch, length, features, 2),
            .backward = total({product({4, one}), packed(batch, length, features, 5)}),
            .width = KeptMemory::Width::Half};
}

// Of each layer and direction four gates, the cell and the hidden state of each step; the input in the order of time; between layers the
// directions side by side, and what dropout leaves of them. The hidden states of the last layer are the output when all of it is given out.
KeptMemory lstm(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes>) {
    const std::int64_t hidden = parameters[kHiddenSize], layers = parameters[kNumLayers];
    const std::int64_t directions = parameters[kBidirectional] ? 2 : 1, steps = product({inputs[0][0], inputs[0][1]});
    const std::int64_t joined = product({steps, directions, hidden});
    const std::int64_t copies = (directions > 1 ? layers - 1 : 0) + (parameters[kDropout] > 0 ? layers - 1 : 0);
    const bool whole = directions == 1 && parameters[kReturns] != kReturnsLast;
    return {.numbers = total({elements(inputs[0]), product({6, layers, joined}), product({copies, joined})}) - (whole ? joined : 0),
            .backward = total({product({4, steps, hidden}), layers > 1 ? joined : 0, joined})};
}

// The random numbers are a function of their places.
KeptMemory dropout(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes>) {
    if (parameters[kP] == 0) return {.passesGradient = true, .memory = KeptMemory::Outputs::View};
    return {.numbers = parameters[kP] == 1 ? elements(inputs[0]) : 0};
}

// Of each maximum its place in the window, one byte; without the kernel, in wide or dilated windows, 64 bits, and the input for its sizes.
KeptMemory maxPool(const Parameters& parameters, std::span<const Sizes>, std::span<const Sizes> outputs) {
    constexpr std::int64_t kGreatestWindow = 256;
    const Integers window = parameters[kKernelSize], dilation = parameters[kDilation];
    const bool apart = std::ranges::any_of(dilation, [](std::int64_t step) { return step != 1; });
    if (apart || elements(window) > kGreatestWindow) return {.inputs = kFirst, .bytes = product({8, elements(outputs[0])})};
    return {.bytes = elements(outputs[0])};
}

// Everything is there in 32 bits, twice the width of the activations; the result also in 16, for what comes next.
template <MemoryRule inFull>
KeptMemory widened(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes> outputs) {
    KeptMemory kept = inFull(parameters, inputs, outputs);
    for (std::int64_t* numbers : {&kept.numbers, &kept.forward, &kept.backward}) *numbers = product({2, *numbers});
    kept.numbers = total({kept.numbers, elements(outputs[0])});
    return kept;
}

}  // namespace

std::span<const MemoryRow> autocastKernelMemory() {
    static constexpr MemoryRow kRows[] = {
        {"MultiHeadAttention", widened<attention>},
        {"ScaledDotProductAttention", widened<productAttention>},
        {"RepairedDynamicAttention", widened<repairedAttention>},
    };
    return kRows;
}

std::span<const MemoryRow> kernelMemory() {
    static constexpr MemoryRow kRows[] = {
        {"MultiHeadAttention", attention},
        {"ScaledDotProductAttention", productAttention},
        {"DynamicAttention", literalAttention},
        {"RepairedDynamicAttention", repairedAttention},
        {"Conv2d", directConvolution},
        {"Conv3d", directConvolution},
        {"LSTM", lstm},
        {"Dropout", dropout},
        {"MaxPool1d", maxPool},
        {"MaxPool2d", maxPool},
        {"MaxPool3d", maxPool},
    };
    return kRows;
}

}  // namespace seekbench

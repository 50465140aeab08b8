// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/operators/memory/tables.h"

namespace seekbench {

using namespace parameter;

namespace {

using Width = KeptMemory::Width;

// The weights of an attention: `scores` numbers. The softmax's result is kept; where places are hidden it is filled in once more, and the
// filled one is kept, too; where numbers are dropped, the factors and what they make of the weights are kept instead of that.
struct Weights {
    std::int64_t kept = 0, forward = 0;
};
Weights weightsOf(std::int64_t scores, bool hides, bool drops) {
    return {product({drops ? 3 : hides ? 2 : 1, scores}), product({hides ? 2 : 1, scores})};
}

// Kept: the input, query, key and value sorted by heads, the weights, what goes into the last projection. Going forward the projections
// lie beside their sorted copies.
KeptMemory attention(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes>) {
    const std::int64_t features = parameters[kEmbedDim], heads = parameters[kNumHeads];
    const Sizes &query = inputs[0], &key = inputs[1].empty() ? query : inputs[1];
    const std::int64_t batch = query[0], length = query[1], source = key[1];
    const std::int64_t scores = product({batch, heads, length, source});
    const bool mask = inputs.size() > 3 && !inputs[3].empty();
    const Weights weights = weightsOf(scores, parameters[kCausal] || mask, parameters[kDropout] > 0);
    const std::int64_t projections = product({batch, features, total({length, product({2, source})})});
    return {.inputs = 7,
            .numbers = total({projections, weights.kept, product({batch, length, features})}),
            .bytes = parameters[kCausal] ? product({length, source}) : 0,
            .forward = total({projections, weights.forward}),
            .backward = total({projections, product({2, scores})}),
            .width = Width::Half};
}

KeptMemory productAttention(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes>) {
    const std::int64_t source = inputs[1][inputs[1].size() - 2];
    const std::int64_t scores = product({elements(inputs[0]) / std::max<std::int64_t>(1, inputs[0].back()), source});
    const bool mask = inputs.size() > 3 && !inputs[3].empty();
    const Weights weights = weightsOf(scores, parameters[kCausal] || mask, parameters[kDropout] > 0);
    return {.inputs = 6,
            .numbers = total({elements(inputs[0]), weights.kept}),
            .forward = weights.forward,
            .backward = product({2, scores}),
            .width = Width::Half};
}

// Of a gate: the scores, their tanh, the gate itself.
constexpr std::int64_t kGate = 3;

KeptMemory literalAttention(const Parameters&, std::span<const Sizes>, std::span<const Sizes> outputs) {
    const std::int64_t scores = elements(outputs[0]);
    return {
        .inputs = kFirst, .numbers = product({kGate, scores}), .forward = scores, .backward = product({2, scores}), .width = Width::Half};
}

KeptMemory repairedAttention(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes>) {
    const std::int64_t features = parameters[kEmbedDim], batch = inputs[0][0], length = inputs[0][1];
    const std::int64_t scores = product({batch, parameters[kNumHeads], length, length}), one = product({batch, length, features});
    const bool mask = inputs.size() > 1 && !inputs[1].empty();
    const Weights weights = weightsOf(scores, parameters[kCausal] || mask, false);
    return {.inputs = kFirst,
            .numbers = total({product({4, one}), product({kGate, scores}), weights.kept}),
            .bytes = parameters[kCausal] ? product({length, length}) : 0,
            .forward = total({product({2, one}), weights.forward}),
            .backward = total({one, product({3, scores})}),
            .width = Width::Half};
}

// The table of sines is made once and stays; the sum needs nothing.
KeptMemory sinusoidal(const Parameters&, std::span<const Sizes> inputs, std::span<const Sizes>) {
    return {.bytes = product({4, inputs[0][1], inputs[0][2]}), .passesGradient = true};
}

KeptMemory learnedPosition(const Parameters& parameters, std::span<const Sizes>, std::span<const Sizes>) {
    return {.backward = product({parameters[kMaxLength], parameters[kFeatures]}), .passesGradient = true};
}

// Four products of half the numbers each, and their two sums, stand beside the result.
KeptMemory rotary(const Parameters&, std::span<const Sizes> inputs, std::span<const Sizes>) {
    const Sizes& input = inputs[0];
    const std::int64_t numbers = elements(input), table = product({input[input.size() - 2], input.back()});
    return {.bytes = product({4, table}), .forward = product({2, numbers}), .backward = product({2, numbers})};
}

// One layer after the other, step by step. `kept`: numbers of hidden_size that a step keeps, and what a layer gives out is put together
// once more, for the next layer; `gates`: as many are computed of all inputs before the first step.
KeptMemory recurrent(const Parameters& parameters, std::span<const Sizes> inputs, std::int64_t gates, std::int64_t kept) {
    const std::int64_t directions = parameters[kBidirectional] ? 2 : 1, hidden = parameters[kHiddenSize];
    const std::int64_t steps = product({inputs[0][0], inputs[0][1]}), layers = parameters[kNumLayers];
    const std::int64_t ahead = product({steps, gates, hidden});
    const std::int64_t dropped = parameters[kDropout] > 0 ? product({2, layers - 1, steps, directions, hidden}) : 0;
    // The batch comes first, and the steps are wanted first: the input is kept in another order. On the way back more is let go at each
    // step than comes up.
    const std::int64_t perStep = kept * layers + layers - 1, together = product({steps, directions, hidden});
    return {.numbers = total({product({steps, inputs[0][2]}), product({perStep, together}), dropped}),
            .forward = total({ahead, parameters[kReturns] == kReturnsLast ? together : 0}),
            .width = Width::Half};
}

// Four gates, the cell, its tanh and the hidden state.
KeptMemory lstm(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes>) {
    return recurrent(parameters, inputs, 4, 7);
}

// Three gates, the hidden state's part of the candidate twice, the candidate, the difference and the hidden state.
KeptMemory gru(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes>) {
    return recurrent(parameters, inputs, 3, 7);
}

}  // namespace

std::span<const MemoryRow> sequenceMemory() {
    static constexpr MemoryRow kRows[] = {
        {"MultiHeadAttention", attention},
        {"ScaledDotProductAttention", productAttention},
        {"DynamicAttention", literalAttention},
        {"RepairedDynamicAttention", repairedAttention},
        {"SinusoidalPosition", sinusoidal},
        {"LearnedPosition", learnedPosition},
        {"RotaryPosition", rotary},
        {"LSTM", lstm},
        {"GRU", gru},
    };
    return kRows;
}

}  // namespace seekbench

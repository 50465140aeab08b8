// SPDX-License-Identifier: Apache-2.0
#include "core/operators/families/attention.h"

namespace seekbench {

using namespace parameter;

PortSpec maskPort() {
    return {"mask",
            phrase("(batch, source) or (batch, sequence, source); whole numbers: 0 hides a position; real numbers are added to the scores"),
            Arity::One, true};
}

bool demandMask(Demands& demands, const TensorType& mask, const Dimension& batch, const Dimension& length, const Dimension& source) {
    if (!isConnected(mask)) return true;
    const Extent batches{phrase("the batch of query"), batch}, sources{phrase("the length of key"), source};
    if (mask.shape.size() == 2) return demands.shape("mask", mask.shape, {batches, sources});
    return demands.shape("mask", mask.shape, {batches, {phrase("the length of query"), length}, sources});
}

ParameterSpec causalSpec() {
    return specOf(kCausal, phrase("Causal"), phrase("Hides what comes later: each position sees itself and those before it."), false);
}

namespace {

ShapeAnswer attentionShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    const std::int64_t features = parameters[kEmbedDim], heads = parameters[kNumHeads];
    const Extent embedding(kEmbedDim.name, features);
    const TensorType& query = inputs[0];
    const TensorType& key = isConnected(inputs[1]) ? inputs[1] : query;
    const TensorType& value = isConnected(inputs[2]) ? inputs[2] : key;
    Demands demands;
    if (!demands.that(features % heads == 0, say("num_heads (%1) must divide embed_dim (%2).", heads, features)) ||
        !demands.element("query", query, ElementType::Float) || !demands.shape("query", query.shape, {"batch", "sequence", embedding}) ||
        !demands.element("key", key, ElementType::Float) ||
        !demands.shape("key", key.shape, {{phrase("the batch of query"), query.shape[0]}, "source", embedding}) ||
        !demands.element("value", value, ElementType::Float) ||
        !demands.shape("value", value.shape,
                       {{phrase("the batch of query"), query.shape[0]}, {phrase("the length of key"), key.shape[1]}, embedding}) ||
        !demandMask(demands, inputs[3], query.shape[0], query.shape[1], key.shape[1]))
        return demands.refusal();
    return demands.outcome({query});
}

// Vaswani et al. 2017, arXiv 1706.03762, section 3.2.2: four square projections (of query, key, value and the result),
// the products query·key and weights·value; summed over the heads these two do not depend on their number.
// Kept are the projections, one weight for each head, position and source, and the result before and after its projection.
Cost attentionCost(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes>) {
    const std::int64_t features = parameters[kEmbedDim];
    const std::int64_t batch = inputs[0][0], length = inputs[0][1];
    const Sizes& keyOrValue = !inputs[1].empty() ? inputs[1] : !inputs[2].empty() ? inputs[2] : inputs[0];
    const std::int64_t source = keyOrValue[1];
    const std::int64_t rows = total({product({2, length}), product({2, source})});
    return {.parameters = total({product({4, features, features}), parameters[kBias] ? product({4, features}) : 0}),
            .multiplyAdds = total({product({batch, rows, features, features}), product({2, batch, length, source, features})}),
            .activationBytes = product(
                {kFloatBytes, batch,
                 total({product({rows, features}), product({parameters[kNumHeads], length, source}), product({length, features})})})};
}

ShapeAnswer productAttentionShape(const Parameters&, std::span<const TensorType> inputs) {
    const TensorType &query = inputs[0], &key = inputs[1], &value = inputs[2];
    const std::size_t rank = query.shape.size();
    Demands demands;
    if (!demands.element("query", query, ElementType::Float) || !demands.element("key", key, ElementType::Float) ||
        !demands.element("value", value, ElementType::Float) ||
        !demands.that(
            rank == 3 || rank == 4,
            say("query needs 3 dimensions (batch, sequence, features) or 4 (batch, heads, sequence, features), and it has %1.", rank)))
        return demands.refusal();
    std::vector<Extent> keyExtents{{phrase("the batch of query"), query.shape[0]}};
    if (rank == 4) keyExtents.emplace_back(phrase("the number of heads of query"), query.shape[1]);
    std::vector<Extent> valueExtents = keyExtents;
    keyExtents.emplace_back("source");
    keyExtents.emplace_back(phrase("the number of features of query"), query.shape.back());
    if (!demands.shape("key", key.shape, keyExtents)) return demands.refusal();
    const Dimension length = query.shape[rank - 2], source = key.shape[rank - 2];
    valueExtents.emplace_back(phrase("the length of key"), source);
    valueExtents.emplace_back("features");
    if (!demands.shape("value", value.shape, valueExtents) || !demandMask(demands, inputs[3], query.shape[0], length, source))
        return demands.refusal();
    Shape output = query.shape;
    output.back() = value.shape.back();
    return demands.outcome({{std::move(output)}});
}

// The products query·key and weights·value. Kept are the weights and the result.
Cost productAttentionCost(const Parameters&, std::span<const Sizes> inputs, std::span<const Sizes> outputs) {
    const std::int64_t source = inputs[1][inputs[1].size() - 2];
    const std::int64_t rows = elements(inputs[0]) / inputs[0].back();
    return {.multiplyAdds = product({rows, source, total({inputs[0].back(), inputs[2].back()})}),
            .activationBytes = product({kFloatBytes, total({product({rows, source}), elements(outputs[0])})})};
}

}  // namespace

std::span<const Operator> attentionOperators() {
    static const std::vector<Operator> operators{
        {
            .id = "MultiHeadAttention",
            .family = Family::Attention,
            .label = phrase("Multi-head attention"),
            .summary = phrase("Each position of the query gathers a weighted mean of the values, weighted by how well their keys fit."),
            .inputs = {{"query", phrase("(batch, sequence, embed_dim)")},
                       {"key", phrase("(batch, source, embed_dim); the query when nothing is connected"), Arity::One, true},
                       {"value", phrase("(batch, source, embed_dim); the key when nothing is connected"), Arity::One, true},
                       maskPort()},
            .outputs = {{"output", phrase("(batch, sequence, embed_dim)")}},
            .parameters = {specOf(kEmbedDim, phrase("Features"), phrase("Extent of the last dimension of inputs and output."),
                                  std::nullopt),
                           specOf(kNumHeads, phrase("Heads"),
                                  phrase("How many attentions work side by side, each on its share of the features."), std::nullopt),
                           specOf(kDropout, phrase("Dropout"), phrase("How likely an attention weight becomes zero while training."), 0.0,
                                  0, 1),
                           specOf(kBias, phrase("Bias"), phrase("Adds learned numbers in all four projections."), true), causalSpec()},
            .shape = attentionShape,
            .cost = attentionCost,
            .code = multiHeadAttentionCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kEmbedDim, 6), given(kNumHeads, 3)}, {floats({2, 5, 6}), {}, {}, {}}, {{2, 5, 6}}},
                         {{given(kEmbedDim, 4), given(kNumHeads, 1), given(kBias, false)},
                          {floats({3, 5, 4}), floats({3, 7, 4}), floats({3, 7, 4}), {}},
                          {{3, 5, 4}}},
                         {{given(kEmbedDim, 4), given(kNumHeads, 2), given(kCausal, true)},
                          {floats({3, 5, 4}), {}, {}, whole({3, 5})},
                          {{3, 5, 4}}},
                         {{given(kEmbedDim, 6), given(kNumHeads, 2)},
                          {floats({2, 3, 6}), floats({2, 5, 6}), {}, floats({2, 3, 5})},
                          {{2, 3, 6}}}},
        },
        {
            .id = "ScaledDotProductAttention",
            .family = Family::Attention,
            .label = phrase("Scaled dot-product attention"),
            .summary = phrase("Attention without projections: softmax(query · keyᵀ / √features) · value."),
            .inputs = {{"query", phrase("(batch, sequence, features) or (batch, heads, sequence, features)")},
                       {"key", phrase("(batch, source, features) or (batch, heads, source, features)")},
                       {"value", phrase("(batch, source, value features) or (batch, heads, source, value features)")},
                       maskPort()},
            .outputs = {{"output", phrase("as query, with the features of value")}},
            .parameters = {causalSpec(), specOf(kDropout, phrase("Dropout"),
                                                phrase("How likely an attention weight becomes zero while training."), 0.0, 0, 1)},
            .shape = productAttentionShape,
            .cost = productAttentionCost,
            .code = scaledDotProductAttentionCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{}, {floats({2, 3, 5, 4}), floats({2, 3, 7, 4}), floats({2, 3, 7, 6}), whole({2, 7})}, {{2, 3, 5, 6}}},
                         {{given(kCausal, true)}, {floats({3, 5, 4}), floats({3, 5, 4}), floats({3, 5, 4}), {}}, {{3, 5, 4}}},
                         {{}, {floats({2, 3, 5, 4}), floats({2, 3, 7, 4}), floats({2, 3, 7, 2}), floats({2, 5, 7})}, {{2, 3, 5, 2}}}},
        },
    };
    return operators;
}

}  // namespace seekbench

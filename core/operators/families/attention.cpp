// SPDX-License-Identifier: Apache-2.0
#include "core/operators/families/families.h"

namespace seekbench {

using namespace parameter;

namespace {

bool isConnected(const TensorType& input) { return !input.shape.empty(); }

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
                       {{phrase("the batch of query"), query.shape[0]}, {phrase("the length of key"), key.shape[1]}, embedding}))
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
                       {"value", phrase("(batch, source, embed_dim); the key when nothing is connected"), Arity::One, true}},
            .outputs = {{"output", phrase("(batch, sequence, embed_dim)")}},
            .parameters = {specOf(kEmbedDim, phrase("Features"), phrase("Extent of the last dimension of inputs and output."),
                                  std::nullopt),
                           specOf(kNumHeads, phrase("Heads"),
                                  phrase("How many attentions work side by side, each on its share of the features."), std::nullopt),
                           specOf(kDropout, phrase("Dropout"), phrase("How likely an attention weight becomes zero while training."), 0.0,
                                  0, 1),
                           specOf(kBias, phrase("Bias"), phrase("Adds learned numbers in all four projections."), true)},
            .shape = attentionShape,
            .cost = attentionCost,
            .code = multiHeadAttentionCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kEmbedDim, 6), given(kNumHeads, 3)}, {floats({2, 5, 6}), {}, {}}, {{2, 5, 6}}},
                         {{given(kEmbedDim, 4), given(kNumHeads, 1), given(kBias, false)},
                          {floats({3, 5, 4}), floats({3, 7, 4}), floats({3, 7, 4})},
                          {{3, 5, 4}}}},
        },
    };
    return operators;
}

}  // namespace seekbench

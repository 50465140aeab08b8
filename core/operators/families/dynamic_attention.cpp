// SPDX-License-Identifier: Apache-2.0
// The attention of course A (Tianjin), section 1.1, once as the course prints it and once made into what the course calls it.
#include "core/operators/families/attention.h"

namespace seekbench {

using namespace parameter;

namespace {

ShapeAnswer literalShape(const Parameters&, std::span<const TensorType> inputs) {
    const Shape& shape = inputs[0].shape;
    Demands demands;
    if (!demands.element("input", inputs[0], ElementType::Float) ||
        !demands.shape("input", shape, {"batch", "heads", "sequence", "features"}))
        return demands.refusal();
    return demands.outcome({{{shape[0], shape[1], shape[2], shape[2]}}});
}

// Every pair of positions has its product. Kept are the scores, their tanh, the gates, and the gated scores.
Cost literalCost(const Parameters&, std::span<const Sizes> inputs, std::span<const Sizes> outputs) {
    return {.multiplyAdds = product({elements(outputs[0]), inputs[0][3]}),
            .activationBytes = product({kFloatBytes, 4, elements(outputs[0])})};
}

ShapeAnswer repairedShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    const std::int64_t features = parameters[kEmbedDim], heads = parameters[kNumHeads];
    const Shape& shape = inputs[0].shape;
    Demands demands;
    if (!demands.that(features % heads == 0, say("num_heads (%1) must divide embed_dim (%2).", heads, features)) ||
        !demands.element("input", inputs[0], ElementType::Float) ||
        !demands.shape("input", shape, {"batch", "sequence", {kEmbedDim.name, features}}) ||
        !demandMask(demands, inputs[1], shape[0], shape[1], shape[1]))
        return demands.refusal();
    return demands.outcome({inputs[0]});
}

// Four projections, the products query·key and weights·value. Kept are the projections, five numbers for each head and pair of
// positions (score, tanh, gate, gated score, weight), and the result before and after its projection.
Cost repairedCost(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes>) {
    const std::int64_t features = parameters[kEmbedDim], batch = inputs[0][0], length = inputs[0][1];
    return {.parameters = total({product({4, features, features}), parameters[kBias] ? product({4, features}) : 0}),
            .multiplyAdds = total({product({4, batch, length, features, features}), product({2, batch, length, length, features})}),
            .activationBytes =
                product({kFloatBytes, batch, length, total({product({5, features}), product({5, parameters[kNumHeads], length})})})};
}

}  // namespace

std::span<const Operator> dynamicAttentionOperators() {
    static const std::vector<Operator> operators{
        {
            .id = "DynamicAttention",
            .family = Family::Attention,
            .label = phrase("Dynamic attention (course, literal)"),
            .summary =
                phrase("What the course prints: the products of all positions, gated by their own tanh. No softmax, no values, nothing "
                       "learned."),
            .inputs = {{"input", phrase("(batch, heads, sequence, features)")}},
            .outputs = {{"output", phrase("(batch, heads, sequence, sequence), gated scores")}},
            .parameters = {specOf(kCourseDim, phrase("Width"),
                                  phrase("The course's dim: scores are divided by the root of half of it, rounded down."), std::nullopt,
                                  2)},
            .shape = literalShape,
            .cost = literalCost,
            .code = dynamicAttentionCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kCourseDim, 8)}, {floats({2, 3, 5, 8})}, {{2, 3, 5, 5}}},
                         {{given(kCourseDim, 7)}, {floats({1, 1, 4, 3})}, {{1, 1, 4, 4}}}},
        },
        {
            .id = "RepairedDynamicAttention",
            .family = Family::Attention,
            .label = phrase("Dynamic attention (repaired)"),
            .summary = phrase("The course's gated scores with what makes them attention: learned query, key and value, a softmax over the "
                              "positions, and a learned result."),
            .inputs = {{"input", phrase("(batch, sequence, embed_dim)")}, maskPort()},
            .outputs = {{"output", phrase("(batch, sequence, embed_dim)")}},
            .parameters = {specOf(kEmbedDim, phrase("Features"), phrase("Extent of the last dimension of input and output."), std::nullopt),
                           specOf(kNumHeads, phrase("Heads"),
                                  phrase("How many attentions work side by side, each on its share of the features."), std::nullopt),
                           specOf(kBias, phrase("Bias"), phrase("Adds learned numbers in all four projections."), true), causalSpec()},
            .shape = repairedShape,
            .cost = repairedCost,
            .code = repairedDynamicAttentionCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kEmbedDim, 6), given(kNumHeads, 3)}, {floats({2, 5, 6}), {}}, {{2, 5, 6}}},
                         {{given(kEmbedDim, 4), given(kNumHeads, 2), given(kBias, false), given(kCausal, true)},
                          {floats({3, 7, 4}), whole({3, 7})},
                          {{3, 7, 4}}}},
        },
    };
    return operators;
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include "core/operators/families/families.h"

namespace seekbench {

using namespace parameter;

namespace {

ShapeAnswer linearShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    Demands demands;
    if (!demands.element("input", inputs[0], ElementType::Float) ||
        !demands.lastExtents("input", inputs[0].shape, {{kInFeatures.name, parameters[kInFeatures]}}))
        return demands.refusal();
    Shape output = inputs[0].shape;
    output.back() = parameters[kOutFeatures];
    return demands.outcome({{std::move(output)}});
}

// y = x Wᵀ + b: each number of the output is a sum of in_features products (Molchanov et al. 2017, arXiv 1611.06440,
// appendix A.1).
Cost linearCost(const Parameters& parameters, std::span<const Sizes>, std::span<const Sizes> outputs) {
    const std::int64_t in = parameters[kInFeatures], out = parameters[kOutFeatures];
    return {.parameters = total({product({in, out}), parameters[kBias] ? out : 0}),
            .multiplyAdds = product({elements(outputs[0]), in}),
            .activationBytes = product({kFloatBytes, elements(outputs[0])})};
}

ShapeAnswer embeddingShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    Demands demands;
    if (!demands.element("input", inputs[0], ElementType::Integer)) return demands.refusal();
    Shape output = inputs[0].shape;
    output.emplace_back(parameters[kEmbeddingDim]);
    if (!demands.that(parameters[kPaddingIdx] < parameters[kNumEmbeddings],
                      say("padding_idx (%1) must be less than num_embeddings (%2).", parameters[kPaddingIdx], parameters[kNumEmbeddings])))
        return demands.refusal();
    return demands.outcome({{std::move(output)}, {{parameters[kNumEmbeddings], parameters[kEmbeddingDim]}}});
}

// Rows are copied, nothing is multiplied.
Cost embeddingCost(const Parameters& parameters, std::span<const Sizes>, std::span<const Sizes> outputs) {
    return {.parameters = product({parameters[kNumEmbeddings], parameters[kEmbeddingDim]}),
            .activationBytes = product({kFloatBytes, elements(outputs[0])})};
}

// A learned factor is one weight; either way each number is multiplied once.
Cost scaleCost(const Parameters& parameters, std::span<const Sizes>, std::span<const Sizes> outputs) {
    return {.parameters = parameters[kLearned] ? 1 : 0,
            .multiplyAdds = elements(outputs[0]),
            .activationBytes = product({kFloatBytes, elements(outputs[0])})};
}

ShapeAnswer tiedLinearShape(const Parameters&, std::span<const TensorType> inputs) {
    const TensorType &input = inputs[0], &weight = inputs[1];
    Demands demands;
    if (!demands.element("input", input, ElementType::Float) || !demands.element("weight", weight, ElementType::Float) ||
        !demands.shape("weight", weight.shape, {"out_features", "in_features"}) ||
        !demands.lastExtents("input", input.shape, {{phrase("the last dimension of weight"), weight.shape[1]}}))
        return demands.refusal();
    Shape output = input.shape;
    output.back() = weight.shape[0];
    return demands.outcome({{std::move(output)}});
}

// As a Linear; the weight is counted where it is made.
Cost tiedLinearCost(const Parameters&, std::span<const Sizes> inputs, std::span<const Sizes> outputs) {
    return {.multiplyAdds = product({elements(outputs[0]), inputs[1][1]}), .activationBytes = product({kFloatBytes, elements(outputs[0])})};
}

}  // namespace

std::span<const Operator> linearOperators() {
    static const std::vector<Operator> operators{
        {
            .id = "Linear",
            .family = Family::Linear,
            .label = phrase("Linear"),
            .summary = phrase("A weighted sum of the last dimension: y = x Wᵀ + b."),
            .inputs = {{"input", phrase("(*, in_features)")}},
            .outputs = {{"output", phrase("(*, out_features)")}},
            .parameters = {specOf(kInFeatures, phrase("Input features"), phrase("Extent of the input's last dimension."), std::nullopt),
                           specOf(kOutFeatures, phrase("Output features"), phrase("Extent of the output's last dimension."), std::nullopt),
                           specOf(kBias, phrase("Bias"), phrase("Adds a learned number to each output feature."), true)},
            .shape = linearShape,
            .cost = linearCost,
            .code = linearCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kInFeatures, 7), given(kOutFeatures, 3)}, {floats({5, 7})}, {{5, 3}}},
                         {{given(kInFeatures, 11), given(kOutFeatures, 1), given(kBias, false)}, {floats({3, 5, 11})}, {{3, 5, 1}}}},
        },
        {
            .id = "Embedding",
            .family = Family::Linear,
            .label = phrase("Embedding"),
            .summary = phrase("Replaces each whole number by a learned vector."),
            .inputs = {{"input", phrase("(*), whole numbers from 0 to num_embeddings - 1")}},
            .outputs = {{"output", phrase("(*, embedding_dim)")},
                        {"weight", phrase("(num_embeddings, embedding_dim), all vectors, for a layer that shares them")}},
            .parameters = {specOf(kNumEmbeddings, phrase("Vocabulary"), phrase("How many different numbers there are."), std::nullopt),
                           specOf(kEmbeddingDim, phrase("Vector size"), phrase("How many features stand for one number."), std::nullopt),
                           specOf(kPaddingIdx, phrase("Padding"),
                                  phrase("The number whose vector stays zero because it only fills up; -1: there is none."), -1, -1),
                           specOf(kInitialStd, phrase("First deviation"),
                                  phrase("Standard deviation of the numbers that the vectors start with."), 1.0, 0, 1000)},
            .shape = embeddingShape,
            .cost = embeddingCost,
            .code = embeddingCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kNumEmbeddings, 17), given(kEmbeddingDim, 5)}, {whole({3, 7})}, {{3, 7, 5}, {17, 5}}},
                         {{given(kNumEmbeddings, 2), given(kEmbeddingDim, 1), given(kPaddingIdx, 0), given(kInitialStd, 0.02)},
                          {whole({9})},
                          {{9, 1}, {2, 1}}}},
        },
        {
            .id = "TiedLinear",
            .family = Family::Linear,
            .label = phrase("Tied linear"),
            .summary = phrase("A linear layer whose weight is made elsewhere, such as the vectors of an embedding: y = x Wᵀ."),
            .inputs = {{"input", phrase("(*, in_features)")}, {"weight", phrase("(out_features, in_features)")}},
            .outputs = {{"output", phrase("(*, out_features)")}},
            .parameters = {},
            .shape = tiedLinearShape,
            .cost = tiedLinearCost,
            .code = tiedLinearCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{}, {floats({3, 7, 5}), floats({11, 5})}, {{3, 7, 11}}}, {{}, {floats({2, 3}), floats({1, 3})}, {{2, 1}}}},
        },
        {
            .id = "Scale",
            .family = Family::Linear,
            .label = phrase("Scale"),
            .summary = phrase("Multiplies all numbers by one factor, fixed or learned."),
            .inputs = {{"input", phrase("(*)")}},
            .outputs = {{"output", phrase("as the input")}},
            .parameters = {specOf(kFactor, phrase("Factor"), phrase("What the numbers are multiplied by; where a learned factor starts."),
                                  1.0, -1e30, 1e30),
                           specOf(kLearned, phrase("Learned"), phrase("The factor is a weight that training changes."), false)},
            .shape = sameShape,
            .cost = scaleCost,
            .code = scaleCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kFactor, 0.5)}, {floats({3, 7})}, {{3, 7}}},
                         {{given(kFactor, -2.0), given(kLearned, true)}, {floats({2, 3, 5})}, {{2, 3, 5}}}},
        },
    };
    return operators;
}

}  // namespace seekbench

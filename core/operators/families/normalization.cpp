// SPDX-License-Identifier: Apache-2.0
#include "core/operators/families/families.h"

namespace seekbench {

using namespace parameter;

namespace {

ShapeAnswer batchNormShape(const TensorType& input, const std::vector<Extent>& extents) {
    Demands demands;
    if (!demands.element("input", input, ElementType::Float) || !demands.shape("input", input.shape, extents)) return demands.refusal();
    return demands.outcome({input});
}

ShapeAnswer batchNorm1dShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    std::vector<Extent> extents{"batch", {kNumFeatures.name, parameters[kNumFeatures]}};
    if (inputs[0].shape.size() != 2) extents.emplace_back("length");
    return batchNormShape(inputs[0], extents);
}

ShapeAnswer batchNorm2dShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    return batchNormShape(inputs[0], {"batch", {kNumFeatures.name, parameters[kNumFeatures]}, "height", "width"});
}

// One multiply-add per number: a normalized value is scaled and shifted. The statistics are not counted (Ioffe and
// Szegedy 2015, arXiv 1502.03167, algorithm 1: at inference the whole is one linear map).
Cost scaleAndShift(std::int64_t parameters, const Sizes& output) {
    return {.parameters = parameters, .multiplyAdds = elements(output), .activationBytes = product({kFloatBytes, elements(output)})};
}

Cost batchNormCost(const Parameters& parameters, std::span<const Sizes>, std::span<const Sizes> outputs) {
    return scaleAndShift(parameters[kAffine] ? product({2, parameters[kNumFeatures]}) : 0, outputs[0]);
}

ShapeAnswer layerNormShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    std::vector<Extent> extents;
    for (const std::int64_t extent : parameters[kNormalizedShape]) extents.emplace_back(kNormalizedShape.name, extent);
    Demands demands;
    if (!demands.that(!extents.empty(), say("normalized_shape needs at least one number.")) ||
        !demands.element("input", inputs[0], ElementType::Float) || !demands.lastExtents("input", inputs[0].shape, extents))
        return demands.refusal();
    return demands.outcome({inputs[0]});
}

Cost layerNormCost(const Parameters& parameters, std::span<const Sizes>, std::span<const Sizes> outputs) {
    return scaleAndShift(parameters[kElementwiseAffine] ? product({2, elements(parameters[kNormalizedShape])}) : 0, outputs[0]);
}

ParameterSpec epsilonSpec() {
    return specOf(kEps, phrase("Epsilon"), phrase("Added to the variance, so that its root is never zero."), 1e-5, 0, 1);
}

std::vector<ParameterSpec> batchNormParameters() {
    return {specOf(kNumFeatures, phrase("Features"), phrase("Extent of dimension 1 of the input."), std::nullopt), epsilonSpec(),
            specOf(kMomentum, phrase("Momentum"), phrase("Share of the newest batch in the running mean and variance."), 0.1, 0, 1),
            specOf(kAffine, phrase("Affine"), phrase("Learns a scale and a shift for each feature."), true)};
}

}  // namespace

std::span<const Operator> normalizationOperators() {
    static const std::vector<Operator> operators{
        {
            .id = "BatchNorm1d",
            .family = Family::Normalization,
            .label = phrase("1D batch normalization"),
            .summary = phrase("Gives each feature mean 0 and variance 1 over the batch, then scales and shifts it."),
            .inputs = {{"input", phrase("(batch, num_features) or (batch, num_features, length)")}},
            .outputs = {{"output", phrase("as the input")}},
            .parameters = batchNormParameters(),
            .shape = batchNorm1dShape,
            .cost = batchNormCost,
            .code = batchNorm1dCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kNumFeatures, 7)}, {floats({5, 7})}, {{5, 7}}},
                         {{given(kNumFeatures, 3), given(kEps, 1e-3), given(kMomentum, 0.3), given(kAffine, false)},
                          {floats({2, 3, 11})},
                          {{2, 3, 11}}}},
        },
        {
            .id = "BatchNorm2d",
            .family = Family::Normalization,
            .label = phrase("2D batch normalization"),
            .summary = phrase("Gives each channel mean 0 and variance 1 over batch, height and width, then scales and shifts it."),
            .inputs = {{"input", phrase("(batch, num_features, height, width)")}},
            .outputs = {{"output", phrase("as the input")}},
            .parameters = batchNormParameters(),
            .shape = batchNorm2dShape,
            .cost = batchNormCost,
            .code = batchNorm2dCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kNumFeatures, 3)}, {floats({2, 3, 5, 7})}, {{2, 3, 5, 7}}},
                         {{given(kNumFeatures, 1), given(kEps, 1e-3), given(kMomentum, 0.3), given(kAffine, false)},
                          {floats({3, 1, 9, 4})},
                          {{3, 1, 9, 4}}}},
        },
        {
            .id = "LayerNorm",
            .family = Family::Normalization,
            .label = phrase("Layer normalization"),
            .summary = phrase("Gives the last dimensions of each sample mean 0 and variance 1, then scales and shifts them."),
            .inputs = {{"input", phrase("(*, *normalized_shape)")}},
            .outputs = {{"output", phrase("as the input")}},
            .parameters = {specOf(kNormalizedShape, phrase("Normalized shape"),
                                  phrase("Extents of the dimensions, from the end, that are normalized."), std::nullopt, 0),
                           epsilonSpec(),
                           specOf(kElementwiseAffine, phrase("Affine"), phrase("Learns a scale and a shift for each normalized position."),
                                  true)},
            .shape = layerNormShape,
            .cost = layerNormCost,
            .code = layerNormCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kNormalizedShape, {7})}, {floats({3, 5, 7})}, {{3, 5, 7}}},
                         {{given(kNormalizedShape, {3, 5}), given(kEps, 1e-3), given(kElementwiseAffine, false)},
                          {floats({2, 3, 5})},
                          {{2, 3, 5}}}},
        },
    };
    return operators;
}

}  // namespace seekbench

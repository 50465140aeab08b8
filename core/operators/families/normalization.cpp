// SPDX-License-Identifier: Apache-2.0
#include "core/operators/families/families.h"
#include "core/operators/families/window.h"

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

template <std::size_t axes>
ShapeAnswer batchNormShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    return batchNormShape(inputs[0], channelsAndAxes({kNumFeatures.name, parameters[kNumFeatures]}, axes));
}

template <std::size_t axes>
ShapeAnswer instanceNormShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    const Shape& shape = inputs[0].shape;
    Demands demands;
    if (!demands.element("input", inputs[0], ElementType::Float) ||
        !demands.shape("input", shape, channelsAndAxes({kNumFeatures.name, parameters[kNumFeatures]}, axes)))
        return demands.refusal();
    if (elementCount(Shape(shape.begin() + 2, shape.end())) == Dimension(1)) {
        demands.refuse("input", say("Each channel has a single number, which has no variance to normalize."), {}, shape);
        return demands.refusal();
    }
    return demands.outcome({inputs[0]});
}

ShapeAnswer groupNormShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    const std::int64_t groups = parameters[kNumGroups], channels = parameters[kNumChannels];
    std::vector<Extent> extents{"batch", {kNumChannels.name, channels}};
    while (extents.size() < inputs[0].shape.size()) extents.emplace_back("axis");
    Demands demands;
    if (!demands.that(channels % groups == 0, say("num_groups (%1) must divide num_channels (%2).", groups, channels)) ||
        !demands.element("input", inputs[0], ElementType::Float) || !demands.shape("input", inputs[0].shape, extents))
        return demands.refusal();
    return demands.outcome({inputs[0]});
}

// One multiply-add per number: a normalized value is scaled and shifted. The statistics are not counted (Ioffe and
// Szegedy 2015, arXiv 1502.03167, algorithm 1: at inference the whole is one linear map).
Cost scaleAndShift(std::int64_t parameters, const Sizes& output) {
    return {.parameters = parameters, .multiplyAdds = elements(output), .activationBytes = product({kFloatBytes, elements(output)})};
}

Cost batchNormCost(const Parameters& parameters, std::span<const Sizes>, std::span<const Sizes> outputs) {
    return scaleAndShift(parameters[kAffine] ? product({2, parameters[kNumFeatures]}) : 0, outputs[0]);
}

Cost groupNormCost(const Parameters& parameters, std::span<const Sizes>, std::span<const Sizes> outputs) {
    return scaleAndShift(parameters[kAffine] ? product({2, parameters[kNumChannels]}) : 0, outputs[0]);
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

// A scale and no shift (Zhang and Sennrich 2019, arXiv 1910.07467, section 4).
Cost rmsNormCost(const Parameters& parameters, std::span<const Sizes>, std::span<const Sizes> outputs) {
    return scaleAndShift(parameters[kElementwiseAffine] ? elements(parameters[kNormalizedShape]) : 0, outputs[0]);
}

ParameterSpec epsilonSpec() {
    return specOf(kEps, phrase("Epsilon"), phrase("Added to the variance, so that its root is never zero."), 1e-5, 0, 1);
}

std::vector<ParameterSpec> batchNormParameters() {
    return {specOf(kNumFeatures, phrase("Features"), phrase("Extent of dimension 1 of the input."), std::nullopt), epsilonSpec(),
            specOf(kMomentum, phrase("Momentum"), phrase("Share of the newest batch in the running mean and variance."), 0.1, 0, 1),
            specOf(kAffine, phrase("Affine"), phrase("Learns a scale and a shift for each feature."), true)};
}

std::vector<ParameterSpec> instanceNormParameters() {
    return {specOf(kNumFeatures, phrase("Features"), phrase("Extent of dimension 1 of the input."), std::nullopt), epsilonSpec(),
            specOf(kAffine, phrase("Affine"), phrase("Learns a scale and a shift for each feature."), false)};
}

ShapeAnswer l2NormalizeShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    Demands demands;
    if (!demands.element("input", inputs[0], ElementType::Float) ||
        !demands.that(dimensionIndex(parameters[kDim], inputs[0].shape.size()).has_value(),
                      say("dim is %1, and the input has %2 dimensions.", parameters[kDim], inputs[0].shape.size())))
        return demands.refusal();
    return demands.outcome({inputs[0]});
}

// The squares are summed; dividing counts nothing.
Cost l2NormalizeCost(const Parameters&, std::span<const Sizes>, std::span<const Sizes> outputs) {
    return {.multiplyAdds = elements(outputs[0]), .activationBytes = product({kFloatBytes, elements(outputs[0])})};
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
            .shape = batchNormShape<2>,
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
            .id = "BatchNorm3d",
            .family = Family::Normalization,
            .label = phrase("3D batch normalization"),
            .summary = phrase("Gives each channel mean 0 and variance 1 over batch, depth, height and width, then scales and shifts it."),
            .inputs = {{"input", phrase("(batch, num_features, depth, height, width)")}},
            .outputs = {{"output", phrase("as the input")}},
            .parameters = batchNormParameters(),
            .shape = batchNormShape<3>,
            .cost = batchNormCost,
            .code = batchNorm3dCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kNumFeatures, 3)}, {floats({2, 3, 4, 5, 7})}, {{2, 3, 4, 5, 7}}},
                         {{given(kNumFeatures, 1), given(kEps, 1e-3), given(kMomentum, 0.3), given(kAffine, false)},
                          {floats({3, 1, 2, 9, 4})},
                          {{3, 1, 2, 9, 4}}}},
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
        {
            .id = "RMSNorm",
            .family = Family::Normalization,
            .label = phrase("Root mean square normalization"),
            .summary = phrase("Divides the last dimensions of each sample by the root of their mean square, then scales them."),
            .inputs = {{"input", phrase("(*, *normalized_shape)")}},
            .outputs = {{"output", phrase("as the input")}},
            .parameters = {specOf(kNormalizedShape, phrase("Normalized shape"),
                                  phrase("Extents of the dimensions, from the end, that are normalized."), std::nullopt, 0),
                           specOf(kEps, phrase("Epsilon"), phrase("Added to the mean square, so that its root is never zero."), 1e-6, 0, 1),
                           specOf(kElementwiseAffine, phrase("Affine"), phrase("Learns a scale for each normalized position."), true)},
            .shape = layerNormShape,
            .cost = rmsNormCost,
            .code = rMSNormCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kNormalizedShape, {7})}, {floats({3, 5, 7})}, {{3, 5, 7}}},
                         {{given(kNormalizedShape, {3, 5}), given(kEps, 1e-3), given(kElementwiseAffine, false)},
                          {floats({2, 3, 5})},
                          {{2, 3, 5}}}},
        },
        {
            .id = "GroupNorm",
            .family = Family::Normalization,
            .label = phrase("Group normalization"),
            .summary = phrase("Gives each group of channels of each sample mean 0 and variance 1, then scales and shifts each channel."),
            .inputs = {{"input", phrase("(batch, num_channels, *)")}},
            .outputs = {{"output", phrase("as the input")}},
            .parameters = {specOf(kNumGroups, phrase("Groups"), phrase("How many groups the channels form; it must divide their number."),
                                  std::nullopt),
                           specOf(kNumChannels, phrase("Channels"), phrase("Extent of dimension 1 of the input."), std::nullopt),
                           epsilonSpec(), specOf(kAffine, phrase("Affine"), phrase("Learns a scale and a shift for each channel."), true)},
            .shape = groupNormShape,
            .cost = groupNormCost,
            .code = groupNormCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kNumGroups, 3), given(kNumChannels, 6)}, {floats({2, 6, 5, 7})}, {{2, 6, 5, 7}}},
                         {{given(kNumGroups, 1), given(kNumChannels, 4), given(kEps, 1e-3), given(kAffine, false)},
                          {floats({2, 4, 3, 5, 2})},
                          {{2, 4, 3, 5, 2}}}},
        },
        {
            .id = "InstanceNorm2d",
            .family = Family::Normalization,
            .label = phrase("2D instance normalization"),
            .summary = phrase("Gives each channel of each sample mean 0 and variance 1 over height and width."),
            .inputs = {{"input", phrase("(batch, num_features, height, width)")}},
            .outputs = {{"output", phrase("as the input")}},
            .parameters = instanceNormParameters(),
            .shape = instanceNormShape<2>,
            .cost = batchNormCost,
            .code = instanceNorm2dCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kNumFeatures, 3)}, {floats({2, 3, 5, 7})}, {{2, 3, 5, 7}}},
                         {{given(kNumFeatures, 4), given(kEps, 1e-3), given(kAffine, true)}, {floats({1, 4, 1, 9})}, {{1, 4, 1, 9}}}},
        },
        {
            .id = "InstanceNorm3d",
            .family = Family::Normalization,
            .label = phrase("3D instance normalization"),
            .summary = phrase("Gives each channel of each sample mean 0 and variance 1 over depth, height and width."),
            .inputs = {{"input", phrase("(batch, num_features, depth, height, width)")}},
            .outputs = {{"output", phrase("as the input")}},
            .parameters = instanceNormParameters(),
            .shape = instanceNormShape<3>,
            .cost = batchNormCost,
            .code = instanceNorm3dCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kNumFeatures, 3)}, {floats({2, 3, 2, 5, 7})}, {{2, 3, 2, 5, 7}}},
                         {{given(kNumFeatures, 2), given(kEps, 1e-3), given(kAffine, true)}, {floats({1, 2, 1, 4, 9})}, {{1, 2, 1, 4, 9}}}},
        },
        {
            .id = "L2Normalize",
            .family = Family::Normalization,
            .label = phrase("L2 normalization"),
            .summary = phrase("Divides vectors by their length, so that products of two of them are cosines."),
            .inputs = {{"input", phrase("(*)")}},
            .outputs = {{"output", phrase("as the input")}},
            .parameters = {specOf(kDim, phrase("Dimension"),
                                  phrase("The one along which the vectors lie; negative: counted from the last."), -1, -16, 15),
                           specOf(kEps, phrase("Epsilon"), phrase("The least number that is divided by."), 1e-12, 0, 1)},
            .shape = l2NormalizeShape,
            .cost = l2NormalizeCost,
            .code = l2NormalizeCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{}, {floats({3, 5, 7})}, {{3, 5, 7}}}, {{given(kDim, 1), given(kEps, 1e-6)}, {floats({2, 5, 3})}, {{2, 5, 3}}}},
        },
    };
    return operators;
}

}  // namespace seekbench

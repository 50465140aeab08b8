// SPDX-License-Identifier: Apache-2.0
#include "core/operators/families/families.h"
#include "core/operators/families/window.h"

namespace seekbench {

using namespace parameter;

namespace {

// The rules take the number of axes from the window or the output size, which have one number for each.
ShapeAnswer pooledShape(const Parameters& parameters, std::span<const TensorType> inputs, const Integers& dilation) {
    const std::size_t axes = parameters[kKernelSize].size();
    const Shape& shape = inputs[0].shape;
    Demands demands;
    if (!demands.element("input", inputs[0], ElementType::Float) || !demands.shape("input", shape, channelsAndAxes("channels", axes)))
        return demands.refusal();
    Shape output{shape[0], shape[1]};
    for (std::size_t axis = 0; axis < axes; ++axis) {
        const std::int64_t size = parameters[kKernelSize][axis], padding = parameters[kPadding][axis];
        if (!demands.that(padding <= size / 2, say("padding (%1) may be at most half of kernel_size (%2).", padding, size)))
            return demands.refusal();
        const Window window{.size = size,
                            .stride = poolingStride(parameters)[axis],
                            .padding = padding,
                            .dilation = dilation[axis],
                            .ceilMode = parameters[kCeilMode]};
        output.push_back(window.positions(shape[2 + axis]));
        if (!window.demandFit(demands, output.back(), shape)) return demands.refusal();
    }
    return demands.outcome({{std::move(output)}});
}

ShapeAnswer maxPoolShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    return pooledShape(parameters, inputs, parameters[kDilation]);
}

ShapeAnswer avgPoolShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    return pooledShape(parameters, inputs, Integers(parameters[kKernelSize].size(), 1));
}

// Besides each maximum its place is kept, a 64-bit number.
Cost maxPoolCost(const Parameters&, std::span<const Sizes>, std::span<const Sizes> outputs) {
    return {.activationBytes = product({kFloatBytes + kIntegerBytes, elements(outputs[0])})};
}

ShapeAnswer adaptivePoolShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    const Integers& wanted = parameters[kOutputSize];
    const Shape& shape = inputs[0].shape;
    Demands demands;
    if (!demands.element("input", inputs[0], ElementType::Float) ||
        !demands.shape("input", shape, channelsAndAxes("channels", wanted.size())))
        return demands.refusal();
    Shape output{shape[0], shape[1]};
    output.insert(output.end(), wanted.begin(), wanted.end());
    return demands.outcome({{std::move(output)}});
}

// The words about an operator that differ with its number of axes, and its examples.
struct Row {
    std::string_view id, label, summary;
    CodeRule code;
    std::vector<Example> examples;
};

constexpr std::string_view kAnyAxes[] = {phrase("(batch, channels, length)"), phrase("(batch, channels, height, width)"),
                                         phrase("(batch, channels, depth, height, width)")};
constexpr std::string_view kFewerAxes[] = {phrase("(batch, channels, length')"), phrase("(batch, channels, height', width')"),
                                           phrase("(batch, channels, depth', height', width')")};

Operator pooling(int axes, Row row, ShapeRule shape, CostRule cost, std::vector<ParameterSpec> parameters) {
    return {.id = row.id,
            .family = Family::Pooling,
            .label = row.label,
            .summary = row.summary,
            .inputs = {{"input", kAnyAxes[axes - 1]}},
            .outputs = {{"output", kFewerAxes[axes - 1]}},
            .parameters = std::move(parameters),
            .shape = shape,
            .cost = cost,
            .code = row.code,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = std::move(row.examples)};
}

ParameterSpec kernelSpec(int axes) {
    return specOf(kKernelSize, phrase("Window"), phrase("Extents of the window along the axes after the channels."), std::nullopt, axes);
}
ParameterSpec strideSpec(int axes) {
    return specOf(kStride, phrase("Stride"),
                  phrase("How far the window moves from one position to the next; an empty list: as far as it is large."), Integers{},
                  axes);
}
ParameterSpec paddingSpec(int axes, std::string_view help) { return specOf(kPadding, phrase("Padding"), help, Integers{0}, axes, 0); }
ParameterSpec ceilSpec() {
    return specOf(kCeilMode, phrase("Round up"),
                  phrase("Takes a last window that reaches beyond the edge, instead of leaving the rest out."), false);
}

Operator maxPool(int axes, Row row) {
    return pooling(
        axes, std::move(row), maxPoolShape, maxPoolCost,
        {kernelSpec(axes), strideSpec(axes), paddingSpec(axes, phrase("Minus infinities added on each side, at most half the window.")),
         specOf(kDilation, phrase("Dilation"), phrase("Distance between neighbouring points of the window."), Integers{1}, axes),
         ceilSpec()});
}

Operator avgPool(int axes, Row row) {
    return pooling(
        axes, std::move(row), avgPoolShape, keptOutput,
        {kernelSpec(axes), strideSpec(axes), paddingSpec(axes, phrase("Zeros added on each side, at most half the window.")), ceilSpec(),
         specOf(kCountIncludePad, phrase("Count padding"), phrase("The zeros of the padding take part in the mean."), true)});
}

Operator adaptivePool(int axes, Row row, CostRule cost) {
    return pooling(axes, std::move(row), adaptivePoolShape, cost,
                   {specOf(kOutputSize, phrase("Output size"), phrase("Extents of the output along the axes after the channels."),
                           std::nullopt, axes)});
}

}  // namespace

std::span<const Operator> poolingOperators() {
    static const std::vector<Operator> operators{
        maxPool(1, {"MaxPool1d",
                    phrase("1D max pooling"),
                    phrase("Keeps the largest number of each window along a sequence."),
                    maxPool1dCode,
                    {{{given(kKernelSize, {2})}, {floats({2, 3, 9})}, {{2, 3, 4}}},
                     {{given(kKernelSize, {3}), given(kStride, {2}), given(kPadding, {1}), given(kDilation, {2}), given(kCeilMode, true)},
                      {floats({1, 2, 10})},
                      {{1, 2, 5}}}}}),
        maxPool(2, {"MaxPool2d",
                    phrase("2D max pooling"),
                    phrase("Keeps the largest number of each window of height and width."),
                    maxPool2dCode,
                    {{{given(kKernelSize, {2})}, {floats({2, 3, 7, 9})}, {{2, 3, 3, 4}}},
                     {{given(kKernelSize, {3, 2}), given(kStride, {2, 3}), given(kPadding, {1, 0}), given(kDilation, {1, 2}),
                       given(kCeilMode, true)},
                      {floats({1, 2, 8, 12})},
                      {{1, 2, 5, 4}}}}}),
        maxPool(3, {"MaxPool3d",
                    phrase("3D max pooling"),
                    phrase("Keeps the largest number of each window of depth, height and width."),
                    maxPool3dCode,
                    {{{given(kKernelSize, {2})}, {floats({2, 3, 4, 7, 9})}, {{2, 3, 2, 3, 4}}},
                     {{given(kKernelSize, {1, 3, 2}), given(kStride, {1, 2, 3}), given(kPadding, {0, 1, 0}), given(kDilation, {1, 1, 2}),
                       given(kCeilMode, true)},
                      {floats({1, 2, 3, 8, 12})},
                      {{1, 2, 3, 5, 4}}}}}),
        avgPool(
            1,
            {"AvgPool1d",
             phrase("1D average pooling"),
             phrase("Takes the mean of each window along a sequence."),
             avgPool1dCode,
             {{{given(kKernelSize, {2})}, {floats({2, 3, 9})}, {{2, 3, 4}}},
              {{given(kKernelSize, {3}), given(kStride, {2}), given(kPadding, {1}), given(kCeilMode, true), given(kCountIncludePad, false)},
               {floats({1, 2, 8})},
               {{1, 2, 5}}}}}),
        avgPool(
            2,
            {"AvgPool2d",
             phrase("2D average pooling"),
             phrase("Takes the mean of each window of height and width."),
             avgPool2dCode,
             {{{given(kKernelSize, {2})}, {floats({2, 3, 7, 9})}, {{2, 3, 3, 4}}},
              {{given(kKernelSize, {3}), given(kStride, {2}), given(kPadding, {1}), given(kCeilMode, true), given(kCountIncludePad, false)},
               {floats({1, 2, 8, 5})},
               {{1, 2, 5, 3}}}}}),
        avgPool(3, {"AvgPool3d",
                    phrase("3D average pooling"),
                    phrase("Takes the mean of each window of depth, height and width."),
                    avgPool3dCode,
                    {{{given(kKernelSize, {2})}, {floats({2, 3, 4, 7, 9})}, {{2, 3, 2, 3, 4}}},
                     {{given(kKernelSize, {1, 3, 3}), given(kStride, {2}), given(kPadding, {0, 1, 1}), given(kCeilMode, true),
                       given(kCountIncludePad, false)},
                      {floats({1, 2, 3, 8, 5})},
                      {{1, 2, 2, 5, 3}}}}}),
        adaptivePool(1,
                     {"AdaptiveAvgPool1d",
                      phrase("1D adaptive average pooling"),
                      phrase("Takes means over as many windows as the output wants, whatever the input's length."),
                      adaptiveAvgPool1dCode,
                      {{{given(kOutputSize, {1})}, {floats({2, 3, 9})}, {{2, 3, 1}}},
                       {{given(kOutputSize, {5})}, {floats({1, 2, 11})}, {{1, 2, 5}}}}},
                     keptOutput),
        adaptivePool(2,
                     {"AdaptiveAvgPool2d",
                      phrase("2D adaptive average pooling"),
                      phrase("Takes means over as many windows as the output wants, whatever the input's height and width."),
                      adaptiveAvgPool2dCode,
                      {{{given(kOutputSize, {1})}, {floats({2, 3, 7, 9})}, {{2, 3, 1, 1}}},
                       {{given(kOutputSize, {3, 5})}, {floats({1, 2, 8, 11})}, {{1, 2, 3, 5}}}}},
                     keptOutput),
        adaptivePool(3,
                     {"AdaptiveAvgPool3d",
                      phrase("3D adaptive average pooling"),
                      phrase("Takes means over as many windows as the output wants, whatever the input's depth, height and width."),
                      adaptiveAvgPool3dCode,
                      {{{given(kOutputSize, {1})}, {floats({2, 3, 5, 7, 9})}, {{2, 3, 1, 1, 1}}},
                       {{given(kOutputSize, {2, 3, 5})}, {floats({1, 2, 4, 8, 11})}, {{1, 2, 2, 3, 5}}}}},
                     keptOutput),
        adaptivePool(2,
                     {"AdaptiveMaxPool2d",
                      phrase("2D adaptive max pooling"),
                      phrase("Keeps the largest number of as many windows as the output wants, whatever the input's height and width."),
                      adaptiveMaxPool2dCode,
                      {{{given(kOutputSize, {1})}, {floats({2, 3, 7, 9})}, {{2, 3, 1, 1}}},
                       {{given(kOutputSize, {3, 5})}, {floats({1, 2, 8, 11})}, {{1, 2, 3, 5}}}}},
                     maxPoolCost),
    };
    return operators;
}

}  // namespace seekbench

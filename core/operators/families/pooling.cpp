// SPDX-License-Identifier: Apache-2.0
#include "core/operators/families/families.h"
#include "core/operators/families/window.h"

namespace seekbench {

using namespace parameter;

namespace {

ShapeAnswer pooledShape(const Parameters& parameters, std::span<const TensorType> inputs, const Integers& dilation) {
    const Shape& shape = inputs[0].shape;
    Demands demands;
    if (!demands.element("input", inputs[0], ElementType::Float) ||
        !demands.shape("input", shape, {"batch", "channels", "height", "width"}))
        return demands.refusal();
    Shape output{shape[0], shape[1]};
    for (std::size_t axis = 0; axis < 2; ++axis) {
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

ShapeAnswer maxPool2dShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    return pooledShape(parameters, inputs, parameters[kDilation]);
}

ShapeAnswer avgPool2dShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    return pooledShape(parameters, inputs, {1, 1});
}

// Besides each maximum its place is kept, a 64-bit number.
Cost maxPool2dCost(const Parameters&, std::span<const Sizes>, std::span<const Sizes> outputs) {
    return {.activationBytes = product({kFloatBytes + kIntegerBytes, elements(outputs[0])})};
}

ShapeAnswer adaptiveAvgPool2dShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    const Shape& shape = inputs[0].shape;
    Demands demands;
    if (!demands.element("input", inputs[0], ElementType::Float) ||
        !demands.shape("input", shape, {"batch", "channels", "height", "width"}))
        return demands.refusal();
    return demands.outcome({{Shape{shape[0], shape[1], parameters[kOutputSize][0], parameters[kOutputSize][1]}}});
}

ParameterSpec kernelSpec() { return specOf(kKernelSize, phrase("Window"), phrase("Height and width of the window."), std::nullopt, 2); }
ParameterSpec strideSpec() {
    return specOf(kStride, phrase("Stride"),
                  phrase("How far the window moves from one position to the next; an empty list: as far as it is large."), Integers{}, 2);
}
ParameterSpec paddingSpec(std::string_view help) { return specOf(kPadding, phrase("Padding"), help, Integers{0}, 2, 0); }
ParameterSpec ceilSpec() {
    return specOf(kCeilMode, phrase("Round up"),
                  phrase("Takes a last window that reaches beyond the edge, instead of leaving the rest out."), false);
}

}  // namespace

std::span<const Operator> poolingOperators() {
    static const std::vector<Operator> operators{
        {
            .id = "MaxPool2d",
            .family = Family::Pooling,
            .label = phrase("2D max pooling"),
            .summary = phrase("Keeps the largest number of each window of height and width."),
            .inputs = {{"input", phrase("(batch, channels, height, width)")}},
            .outputs = {{"output", phrase("(batch, channels, height', width')")}},
            .parameters = {kernelSpec(), strideSpec(), paddingSpec(phrase("Minus infinities added on each side, at most half the window.")),
                           specOf(kDilation, phrase("Dilation"), phrase("Distance between neighbouring points of the window."), Integers{1},
                                  2),
                           ceilSpec()},
            .shape = maxPool2dShape,
            .cost = maxPool2dCost,
            .code = maxPool2dCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kKernelSize, {2})}, {floats({2, 3, 7, 9})}, {{2, 3, 3, 4}}},
                         {{given(kKernelSize, {3, 2}), given(kStride, {2, 3}), given(kPadding, {1, 0}), given(kDilation, {1, 2}),
                           given(kCeilMode, true)},
                          {floats({1, 2, 8, 12})},
                          {{1, 2, 5, 4}}}},
        },
        {
            .id = "AvgPool2d",
            .family = Family::Pooling,
            .label = phrase("2D average pooling"),
            .summary = phrase("Takes the mean of each window of height and width."),
            .inputs = {{"input", phrase("(batch, channels, height, width)")}},
            .outputs = {{"output", phrase("(batch, channels, height', width')")}},
            .parameters = {kernelSpec(), strideSpec(), paddingSpec(phrase("Zeros added on each side, at most half the window.")),
                           ceilSpec(),
                           specOf(kCountIncludePad, phrase("Count padding"), phrase("The zeros of the padding take part in the mean."),
                                  true)},
            .shape = avgPool2dShape,
            .cost = keptOutput,
            .code = avgPool2dCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kKernelSize, {2})}, {floats({2, 3, 7, 9})}, {{2, 3, 3, 4}}},
                         {{given(kKernelSize, {3}), given(kStride, {2}), given(kPadding, {1}), given(kCeilMode, true),
                           given(kCountIncludePad, false)},
                          {floats({1, 2, 8, 5})},
                          {{1, 2, 5, 3}}}},
        },
        {
            .id = "AdaptiveAvgPool2d",
            .family = Family::Pooling,
            .label = phrase("2D adaptive average pooling"),
            .summary = phrase("Takes means over as many windows as the output wants, whatever the input's height and width."),
            .inputs = {{"input", phrase("(batch, channels, height, width)")}},
            .outputs = {{"output", phrase("(batch, channels, *output_size)")}},
            .parameters = {specOf(kOutputSize, phrase("Output size"), phrase("Height and width of the output."), std::nullopt, 2)},
            .shape = adaptiveAvgPool2dShape,
            .cost = keptOutput,
            .code = adaptiveAvgPool2dCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kOutputSize, {1})}, {floats({2, 3, 7, 9})}, {{2, 3, 1, 1}}},
                         {{given(kOutputSize, {3, 5})}, {floats({1, 2, 8, 11})}, {{1, 2, 3, 5}}}},
        },
    };
    return operators;
}

}  // namespace seekbench

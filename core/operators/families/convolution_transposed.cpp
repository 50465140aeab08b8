// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/operators/families/families.h"
#include "core/operators/families/window.h"

namespace seekbench {

using namespace parameter;

namespace {

// The formula of torch.nn.ConvTranspose2d: each number of the input lays a kernel into the output, `stride` apart.
Dimension paintedExtent(const Parameters& parameters, std::size_t axis, const Dimension& extent) {
    return (extent - 1) * Dimension(parameters[kStride][axis]) - Dimension(2) * Dimension(parameters[kPadding][axis]) +
           Dimension(parameters[kDilation][axis]) * Dimension(parameters[kKernelSize][axis] - 1) +
           Dimension(parameters[kOutputPadding][axis]) + 1;
}

ShapeAnswer transposedShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    const std::int64_t in = parameters[kInChannels], out = parameters[kOutChannels], groups = parameters[kGroups];
    const std::size_t axes = parameters[kKernelSize].size();
    const Shape& shape = inputs[0].shape;
    Demands demands;
    if (!demands.that(in % groups == 0 && out % groups == 0,
                      say("groups (%1) must divide both in_channels (%2) and out_channels (%3).", groups, in, out)) ||
        !demands.element("input", inputs[0], ElementType::Float) ||
        !demands.shape("input", shape, channelsAndAxes({kInChannels.name, in}, axes)))
        return demands.refusal();
    Shape output{shape[0], out};
    for (std::size_t axis = 0; axis < axes; ++axis) {
        const std::int64_t added = parameters[kOutputPadding][axis];
        output.push_back(paintedExtent(parameters, axis, shape[2 + axis]));
        if (!demands.that(added < std::max(parameters[kStride][axis], parameters[kDilation][axis]),
                          say("output_padding (%1) must be smaller than stride or dilation.", added)))
            return demands.refusal();
        if (output.back().integer().value_or(1) < 1) {
            demands.refuse("input", say("A padding of %1 leaves nothing of the output.", parameters[kPadding][axis]), {}, shape);
            return demands.refusal();
        }
    }
    return demands.outcome({{std::move(output)}});
}

// A convolution seen from its output: each number of the input is multiplied with the kernels of its group.
Cost transposedCost(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes> outputs) {
    const std::int64_t out = parameters[kOutChannels];
    const std::int64_t perInput = product({out / parameters[kGroups], elements(parameters[kKernelSize])});
    return {.parameters = total({product({parameters[kInChannels], perInput}), parameters[kBias] ? out : 0}),
            .multiplyAdds = product({elements(inputs[0]), perInput}),
            .activationBytes = product({kFloatBytes, elements(outputs[0])})};
}

Operator transposed(int axes, Operator op) {
    op.parameters = {
        specOf(kInChannels, phrase("Input channels"), phrase("Channels of the input."), std::nullopt),
        specOf(kOutChannels, phrase("Output channels"), phrase("Channels of the output."), std::nullopt),
        specOf(kKernelSize, phrase("Kernel size"), phrase("Extents of a kernel along the axes after the channels."), std::nullopt, axes),
        specOf(kStride, phrase("Stride"), phrase("How far apart the input's numbers lie in the output."), Integers{1}, axes),
        specOf(kPadding, phrase("Padding"), phrase("Numbers cut off on each side of every axis of the output."), Integers{0}, axes, 0),
        specOf(kOutputPadding, phrase("Output padding"),
               phrase("Numbers added at the end of every axis of the output; smaller than the stride."), Integers{0}, axes, 0),
        specOf(kGroups, phrase("Groups"), phrase("Splits the channels into groups that do not see each other."), 1),
        specOf(kBias, phrase("Bias"), phrase("Adds a learned number to each output channel."), true),
        specOf(kDilation, phrase("Dilation"), phrase("Distance between neighbouring points of the kernel."), Integers{1}, axes)};
    return op;
}

}  // namespace

std::span<const Operator> transposedConvolutionOperators() {
    static const std::vector<Operator> operators{
        transposed(1, {.id = "ConvTranspose1d",
                       .family = Family::Convolution,
                       .label = phrase("1D transposed convolution"),
                       .summary = phrase("Makes a sequence longer: every number paints a learned kernel."),
                       .inputs = {{"input", phrase("(batch, in_channels, length)")}},
                       .outputs = {{"output", phrase("(batch, out_channels, length')")}},
                       .parameters = {},
                       .shape = transposedShape,
                       .cost = transposedCost,
                       .code = convTranspose1dCode,
                       .onnx = kNoOnnxYet,
                       .tflite = kNoTfliteYet,
                       .examples = {{{given(kInChannels, 3), given(kOutChannels, 5), given(kKernelSize, {2}), given(kStride, {2})},
                                     {floats({2, 3, 7})},
                                     {{2, 5, 14}}},
                                    {{given(kInChannels, 4), given(kOutChannels, 6), given(kKernelSize, {3}), given(kStride, {3}),
                                      given(kPadding, {1}), given(kOutputPadding, {2}), given(kDilation, {2}), given(kGroups, 2),
                                      given(kBias, false)},
                                     {floats({1, 4, 5})},
                                     {{1, 6, 17}}}}}),
        transposed(2, {.id = "ConvTranspose2d",
                       .family = Family::Convolution,
                       .label = phrase("2D transposed convolution"),
                       .summary = phrase("Makes pictures larger: every number paints a learned kernel."),
                       .inputs = {{"input", phrase("(batch, in_channels, height, width)")}},
                       .outputs = {{"output", phrase("(batch, out_channels, height', width')")}},
                       .parameters = {},
                       .shape = transposedShape,
                       .cost = transposedCost,
                       .code = convTranspose2dCode,
                       .onnx = kNoOnnxYet,
                       .tflite = kNoTfliteYet,
                       .examples = {{{given(kInChannels, 3), given(kOutChannels, 5), given(kKernelSize, {2}), given(kStride, {2})},
                                     {floats({2, 3, 7, 5})},
                                     {{2, 5, 14, 10}}},
                                    {{given(kInChannels, 4), given(kOutChannels, 6), given(kKernelSize, {3, 2}), given(kStride, {2, 1}),
                                      given(kPadding, {1, 0}), given(kOutputPadding, {1, 0}), given(kDilation, {1, 2}), given(kGroups, 2),
                                      given(kBias, false)},
                                     {floats({1, 4, 5, 6})},
                                     {{1, 6, 10, 8}}}}}),
        transposed(3, {.id = "ConvTranspose3d",
                       .family = Family::Convolution,
                       .label = phrase("3D transposed convolution"),
                       .summary = phrase("Makes volumes larger: every number paints a learned kernel."),
                       .inputs = {{"input", phrase("(batch, in_channels, depth, height, width)")}},
                       .outputs = {{"output", phrase("(batch, out_channels, depth', height', width')")}},
                       .parameters = {},
                       .shape = transposedShape,
                       .cost = transposedCost,
                       .code = convTranspose3dCode,
                       .onnx = kNoOnnxYet,
                       .tflite = kNoTfliteYet,
                       .examples = {{{given(kInChannels, 3), given(kOutChannels, 2), given(kKernelSize, {2}), given(kStride, {2})},
                                     {floats({2, 3, 2, 3, 4})},
                                     {{2, 2, 4, 6, 8}}},
                                    {{given(kInChannels, 4), given(kOutChannels, 2), given(kKernelSize, {3, 2, 1}),
                                      given(kStride, {2, 1, 3}), given(kPadding, {1, 0, 0}), given(kOutputPadding, {1, 0, 2}),
                                      given(kDilation, {1, 2, 1}), given(kGroups, 2), given(kBias, false)},
                                     {floats({1, 4, 3, 4, 2})},
                                     {{1, 2, 6, 6, 6}}}}}),
    };
    return operators;
}

}  // namespace seekbench

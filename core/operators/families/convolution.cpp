// SPDX-License-Identifier: Apache-2.0
#include "core/operators/families/families.h"
#include "core/operators/families/window.h"

namespace seekbench {

using namespace parameter;

namespace {

// The rules take the number of axes from the kernel, which has one number for each.
ShapeAnswer convolutionShape(const Parameters& parameters, std::span<const TensorType> inputs) {
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
        const Window window{.size = parameters[kKernelSize][axis],
                            .stride = parameters[kStride][axis],
                            .padding = parameters[kPadding][axis],
                            .dilation = parameters[kDilation][axis]};
        output.push_back(window.positions(shape[2 + axis]));
        if (!window.demandFit(demands, output.back(), shape) ||
            !demandPaddingSource(demands, parameters[kPaddingMode], window.padding, shape[2 + axis], shape))
            return demands.refusal();
    }
    return demands.outcome({{std::move(output)}});
}

// Each number of the output is a sum over the kernel's window and the input channels of its group (Molchanov et al. 2017,
// arXiv 1611.06440, appendix A.1).
Cost convolutionCost(const Parameters& parameters, std::span<const Sizes>, std::span<const Sizes> outputs) {
    const std::int64_t out = parameters[kOutChannels];
    const std::int64_t perOutput = product({parameters[kInChannels] / parameters[kGroups], elements(parameters[kKernelSize])});
    return {.parameters = total({product({out, perOutput}), parameters[kBias] ? out : 0}),
            .multiplyAdds = product({elements(outputs[0]), perOutput}),
            .activationBytes = product({kFloatBytes, elements(outputs[0])})};
}

// A row of the table; `op` brings what differs with the number of axes.
Operator convolution(int axes, Operator op) {
    op.parameters = {
        specOf(kInChannels, phrase("Input channels"), phrase("Channels of the input."), std::nullopt),
        specOf(kOutChannels, phrase("Output channels"), phrase("How many kernels there are, each giving one channel."), std::nullopt),
        specOf(kKernelSize, phrase("Kernel size"), phrase("Extents of a kernel along the axes after the channels."), std::nullopt, axes),
        specOf(kStride, phrase("Stride"), phrase("How far the kernel moves from one position to the next."), Integers{1}, axes),
        specOf(kPadding, phrase("Padding"), phrase("Numbers added on each side of every axis."), Integers{0}, axes, 0),
        specOf(kDilation, phrase("Dilation"), phrase("Distance between neighbouring points of the kernel."), Integers{1}, axes),
        specOf(kGroups, phrase("Groups"), phrase("Splits the channels into groups that do not see each other."), 1),
        specOf(kBias, phrase("Bias"), phrase("Adds a learned number to each output channel."), true),
        specOf(kPaddingMode, phrase("Padding with"),
               phrase("What the padding adds: zeros, the mirrored input, its edge, or its other end."), kPadZeros,
               {kPadZeros, kPadReflect, kPadReplicate, kPadCircular})};
    return op;
}

}  // namespace

std::span<const Operator> convolutionOperators() {
    static const std::vector<Operator> operators{
        convolution(1, {.id = "Conv1d",
                        .family = Family::Convolution,
                        .label = phrase("1D convolution"),
                        .summary = phrase("Slides learned kernels along a sequence."),
                        .inputs = {{"input", phrase("(batch, in_channels, length)")}},
                        .outputs = {{"output", phrase("(batch, out_channels, length')")}},
                        .parameters = {},
                        .shape = convolutionShape,
                        .cost = convolutionCost,
                        .code = conv1dCode,
                        .onnx = kNoOnnxYet,
                        .tflite = kNoTfliteYet,
                        .examples = {{{given(kInChannels, 3), given(kOutChannels, 5), given(kKernelSize, {3}), given(kPadding, {2}),
                                       given(kPaddingMode, std::string(kPadReplicate))},
                                      {floats({2, 3, 11})},
                                      {{2, 5, 13}}},
                                     {{given(kInChannels, 4), given(kOutChannels, 6), given(kKernelSize, {3}), given(kStride, {2}),
                                       given(kPadding, {1}), given(kDilation, {2}), given(kGroups, 2), given(kBias, false)},
                                      {floats({3, 4, 13})},
                                      {{3, 6, 6}}}}}),
        convolution(2, {.id = "Conv2d",
                        .family = Family::Convolution,
                        .label = phrase("2D convolution"),
                        .summary = phrase("Slides learned kernels over height and width."),
                        .inputs = {{"input", phrase("(batch, in_channels, height, width)")}},
                        .outputs = {{"output", phrase("(batch, out_channels, height', width')")}},
                        .parameters = {},
                        .shape = convolutionShape,
                        .cost = convolutionCost,
                        .code = conv2dCode,
                        .onnx = kNoOnnxYet,
                        .tflite = kNoTfliteYet,
                        .examples = {{{given(kInChannels, 3), given(kOutChannels, 5), given(kKernelSize, {3})},
                                      {floats({2, 3, 9, 11})},
                                      {{2, 5, 7, 9}}},
                                     {{given(kInChannels, 4), given(kOutChannels, 6), given(kKernelSize, {3, 5}), given(kStride, {2, 1}),
                                       given(kPadding, {1, 2}), given(kDilation, {1, 2}), given(kGroups, 2), given(kBias, false)},
                                      {floats({3, 4, 13, 17})},
                                      {{3, 6, 7, 13}}},
                                     {{given(kInChannels, 2), given(kOutChannels, 3), given(kKernelSize, {3, 5}), given(kPadding, {1, 2}),
                                       given(kPaddingMode, std::string(kPadReflect))},
                                      {floats({2, 2, 5, 7})},
                                      {{2, 3, 5, 7}}}}}),
        convolution(3,
                    {.id = "Conv3d",
                     .family = Family::Convolution,
                     .label = phrase("3D convolution"),
                     .summary = phrase("Slides learned kernels over depth, height and width."),
                     .inputs = {{"input", phrase("(batch, in_channels, depth, height, width)")}},
                     .outputs = {{"output", phrase("(batch, out_channels, depth', height', width')")}},
                     .parameters = {},
                     .shape = convolutionShape,
                     .cost = convolutionCost,
                     .code = conv3dCode,
                     .onnx = kNoOnnxYet,
                     .tflite = kNoTfliteYet,
                     .examples = {{{given(kInChannels, 2), given(kOutChannels, 3), given(kKernelSize, {3}), given(kPadding, {1, 2, 0}),
                                    given(kPaddingMode, std::string(kPadCircular))},
                                   {floats({2, 2, 5, 6, 7})},
                                   {{2, 3, 5, 8, 5}}},
                                  {{given(kInChannels, 4), given(kOutChannels, 2), given(kKernelSize, {1, 3, 2}), given(kStride, {2, 1, 3}),
                                    given(kPadding, {0, 1, 1}), given(kDilation, {1, 2, 3}), given(kGroups, 2), given(kBias, false)},
                                   {floats({1, 4, 6, 7, 9})},
                                   {{1, 2, 3, 5, 3}}}}}),
    };
    return operators;
}

}  // namespace seekbench

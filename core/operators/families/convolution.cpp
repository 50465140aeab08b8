// SPDX-License-Identifier: Apache-2.0
#include "core/operators/families/families.h"
#include "core/operators/families/window.h"

namespace seekbench {

using namespace parameter;

namespace {

ShapeAnswer conv2dShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    const std::int64_t in = parameters[kInChannels], out = parameters[kOutChannels], groups = parameters[kGroups];
    const Shape& shape = inputs[0].shape;
    Demands demands;
    if (!demands.that(in % groups == 0 && out % groups == 0,
                      say("groups (%1) must divide both in_channels (%2) and out_channels (%3).", groups, in, out)) ||
        !demands.element("input", inputs[0], ElementType::Float) ||
        !demands.shape("input", shape, {"batch", {kInChannels.name, in}, "height", "width"}))
        return demands.refusal();
    Shape output{shape[0], out};
    for (std::size_t axis = 0; axis < 2; ++axis) {
        const Window window{.size = parameters[kKernelSize][axis],
                            .stride = parameters[kStride][axis],
                            .padding = parameters[kPadding][axis],
                            .dilation = parameters[kDilation][axis]};
        output.push_back(window.positions(shape[2 + axis]));
        if (!window.demandFit(demands, output.back(), shape)) return demands.refusal();
    }
    return demands.outcome({{std::move(output)}});
}

// Each number of the output is a sum over the kernel's window and the input channels of its group (Molchanov et al. 2017,
// arXiv 1611.06440, appendix A.1).
Cost conv2dCost(const Parameters& parameters, std::span<const Sizes>, std::span<const Sizes> outputs) {
    const std::int64_t out = parameters[kOutChannels];
    const std::int64_t perOutput =
        product({parameters[kInChannels] / parameters[kGroups], parameters[kKernelSize][0], parameters[kKernelSize][1]});
    return {.parameters = total({product({out, perOutput}), parameters[kBias] ? out : 0}),
            .multiplyAdds = product({elements(outputs[0]), perOutput}),
            .activationBytes = product({kFloatBytes, elements(outputs[0])})};
}

}  // namespace

std::span<const Operator> convolutionOperators() {
    static const std::vector<Operator> operators{
        {
            .id = "Conv2d",
            .family = Family::Convolution,
            .label = phrase("2D convolution"),
            .summary = phrase("Slides learned kernels over height and width."),
            .inputs = {{"input", phrase("(batch, in_channels, height, width)")}},
            .outputs = {{"output", phrase("(batch, out_channels, height', width')")}},
            .parameters = {specOf(kInChannels, phrase("Input channels"), phrase("Channels of the input."), std::nullopt),
                           specOf(kOutChannels, phrase("Output channels"), phrase("How many kernels there are, each giving one channel."),
                                  std::nullopt),
                           specOf(kKernelSize, phrase("Kernel size"), phrase("Height and width of a kernel."), std::nullopt, 2),
                           specOf(kStride, phrase("Stride"), phrase("How far the kernel moves from one position to the next."), Integers{1},
                                  2),
                           specOf(kPadding, phrase("Padding"), phrase("Zeros added on each side of height and width."), Integers{0}, 2, 0),
                           specOf(kDilation, phrase("Dilation"), phrase("Distance between neighbouring points of the kernel."), Integers{1},
                                  2),
                           specOf(kGroups, phrase("Groups"), phrase("Splits the channels into groups that do not see each other."), 1),
                           specOf(kBias, phrase("Bias"), phrase("Adds a learned number to each output channel."), true)},
            .shape = conv2dShape,
            .cost = conv2dCost,
            .code = conv2dCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kInChannels, 3), given(kOutChannels, 5), given(kKernelSize, {3})},
                          {floats({2, 3, 9, 11})},
                          {{2, 5, 7, 9}}},
                         {{given(kInChannels, 4), given(kOutChannels, 6), given(kKernelSize, {3, 5}), given(kStride, {2, 1}),
                           given(kPadding, {1, 2}), given(kDilation, {1, 2}), given(kGroups, 2), given(kBias, false)},
                          {floats({3, 4, 13, 17})},
                          {{3, 6, 7, 13}}}},
        },
    };
    return operators;
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/operators/families/families.h"
#include "core/operators/families/window.h"

namespace seekbench {

using namespace parameter;

namespace {

// The axes that a list of two numbers each names, the last axis first: dimension of the input, numbers before and after it.
struct Border {
    std::size_t dim;
    std::int64_t before, after;
};
std::vector<Border> bordersOf(const Integers& numbers, std::size_t rank) {
    std::vector<Border> borders;
    for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) borders.push_back({rank - 1 - i / 2, numbers[i], numbers[i + 1]});
    return borders;
}

// Demands pairs of numbers, none of them for the batch.
bool demandPairs(Demands& demands, std::string_view name, const Integers& numbers, std::size_t rank) {
    return demands.that(!numbers.empty() && numbers.size() % 2 == 0,
                        say("%1 needs two numbers for each axis, the last axis first: left, right, top, bottom and so on.", name)) &&
           demands.that(numbers.size() / 2 < rank,
                        say("%1 has numbers for %2 dimensions, and the input has %3 after the batch.", name, numbers.size() / 2, rank - 1));
}

ShapeAnswer padShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    const Shape& shape = inputs[0].shape;
    const std::string& mode = parameters[kMode];
    Demands demands;
    if (!demands.element("input", inputs[0], ElementType::Float) || !demandPairs(demands, kPad.name, parameters[kPad], shape.size()) ||
        !demands.that(mode == kPadConstant || (shape.size() >= 3 && shape.size() <= 5 && parameters[kPad].size() == 2 * (shape.size() - 2)),
                      say("With mode %1 the input needs 1 to 3 axes after batch and channels, and pad two numbers for each.", mode)))
        return demands.refusal();
    Shape output = shape;
    for (const Border& border : bordersOf(parameters[kPad], shape.size())) {
        if (!demandPaddingSource(demands, mode, std::max(border.before, border.after), shape[border.dim], shape)) return demands.refusal();
        output[border.dim] = shape[border.dim] + border.before + border.after;
    }
    return demands.outcome({{std::move(output)}});
}

ShapeAnswer cropShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    const Shape& shape = inputs[0].shape;
    Demands demands;
    if (!demands.element("input", inputs[0], ElementType::Float) || !demandPairs(demands, kCrop.name, parameters[kCrop], shape.size()))
        return demands.refusal();
    Shape output = shape;
    for (const Border& border : bordersOf(parameters[kCrop], shape.size())) {
        output[border.dim] = shape[border.dim] - border.before - border.after;
        if (output[border.dim].integer().value_or(1) >= 1) continue;
        demands.refuse("input",
                       say("Cropping %1 and %2 leaves nothing of the extent %3.", border.before, border.after, shape[border.dim].text()),
                       {}, shape);
        return demands.refusal();
    }
    return demands.outcome({{std::move(output)}});
}

// A dimension other than the batch, or a refusal.
std::optional<std::size_t> demandDimension(Demands& demands, std::int64_t dim, std::size_t rank) {
    const auto index = dimensionIndex(dim, rank);
    return demands.that(index.has_value(), say("dim is %1, and the input has %2 dimensions.", dim, rank)) &&
                   demands.that(*index != 0, say("dim may not be 0, the batch: samples must not depend on each other."))
               ? index
               : std::nullopt;
}

// How many numbers Python's start:end:step takes from an extent. Bounds beyond the ends are moved to them; with an extent that is no
// plain number that can be computed as long as the bounds lie inside.
Dimension sliced(const Dimension& extent, std::int64_t start, std::int64_t end, std::int64_t step) {
    if (const auto size = extent.integer()) {
        const auto inside = [&](std::int64_t bound) { return std::clamp<std::int64_t>(bound < 0 ? bound + *size : bound, 0, *size); };
        return std::max<std::int64_t>((inside(end) - inside(start) + step - 1) / step, 0);
    }
    const auto bound = [&](std::int64_t at) { return at == kToTheEnd ? extent : at < 0 ? extent + at : Dimension(at); };
    return (bound(end) - bound(start) + (step - 1)).dividedBy(step);
}

ShapeAnswer sliceShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    Shape output = inputs[0].shape;
    Demands demands;
    const auto dim = demandDimension(demands, parameters[kDim], output.size());
    if (!dim) return demands.refusal();
    const Dimension extent = output[*dim];
    output[*dim] = sliced(extent, parameters[kStart], parameters[kEnd], parameters[kStep]);
    if (output[*dim].integer().value_or(1) < 1) {
        demands.refuse(
            "input", say("From start %1 to end %2 nothing is left of the extent %3.", parameters[kStart], parameters[kEnd], extent.text()),
            {}, inputs[0].shape);
        return demands.refusal();
    }
    return demands.outcome({{std::move(output), inputs[0].element}});
}

ShapeAnswer splitShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    const Shape& shape = inputs[0].shape;
    Demands demands;
    const auto dim = demandDimension(demands, parameters[kDim], shape.size());
    if (!dim) return demands.refusal();
    Shape first = shape, rest = shape;
    first[*dim] = parameters[kSplitSize];
    rest[*dim] = shape[*dim] - parameters[kSplitSize];
    if (rest[*dim].integer().value_or(1) < 1) {
        demands.refuse("input",
                       say("split_size (%1) leaves nothing of the extent %2 for the rest.", parameters[kSplitSize], shape[*dim].text()), {},
                       shape);
        return demands.refusal();
    }
    return demands.outcome({{std::move(first), inputs[0].element}, {std::move(rest), inputs[0].element}});
}

// The rank of the inputs that PyTorch's interpolation of this name takes; 0: any from 3 to 5.
std::size_t rankOf(std::string_view mode) {
    return mode == kUpsampleLinear ? 3 : mode == kUpsampleBilinear ? 4 : mode == kUpsampleTrilinear ? 5 : 0;
}

ShapeAnswer upsampleShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    const Shape& shape = inputs[0].shape;
    const Integers& factors = parameters[kScaleFactor];
    const std::size_t wanted = rankOf(parameters[kMode]);
    Demands demands;
    if (!demands.element("input", inputs[0], ElementType::Float)) return demands.refusal();
    if (wanted == 0 ? shape.size() < 3 || shape.size() > 5 : shape.size() != wanted) {
        demands.refuse(
            "input",
            wanted == 0 ? say("Upsampling needs 3 to 5 dimensions, and the tensor that arrives has %1.", shape.size())
                        : say("mode %1 needs %2 dimensions, and the tensor that arrives has %3.", parameters[kMode], wanted, shape.size()),
            {}, shape);
        return demands.refusal();
    }
    const std::size_t axes = shape.size() - 2;
    if (!demands.that(factors.size() == 1 || factors.size() == axes,
                      say("scale_factor needs one number or %1, and has %2.", axes, factors.size())) ||
        !demands.that(wanted != 0 || !parameters[kAlignCorners], say("align_corners means nothing with mode nearest; turn it off.")))
        return demands.refusal();
    Shape output = shape;
    for (std::size_t axis = 0; axis < axes; ++axis) output[2 + axis] = shape[2 + axis] * factors[factors.size() == 1 ? 0 : axis];
    return demands.outcome({{std::move(output)}});
}

// Each number between others is a weighted sum of its two neighbours along each axis; the nearest is only copied.
Cost upsampleCost(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes> outputs) {
    Cost cost = keptOutput(parameters, inputs, outputs);
    if (const std::size_t rank = rankOf(parameters[kMode]))
        cost.multiplyAdds = product({std::int64_t{1} << (rank - 2), elements(outputs[0])});
    return cost;
}

}  // namespace

std::span<const Operator> resizingOperators() {
    static const std::vector<Operator> operators{
        {
            .id = "Pad",
            .family = Family::Shape,
            .label = phrase("Pad"),
            .summary = phrase("Adds numbers around the input."),
            .inputs = {{"input", phrase("(batch, *)")}},
            .outputs = {{"output", phrase("the input with pad added to its last dimensions")}},
            .parameters = {specOf(kPad, phrase("Width"),
                                  phrase("Two numbers for each axis, the last axis first: left, right, top, bottom and so on."),
                                  std::nullopt, 0, 0),
                           specOf(kMode, phrase("Pad with"), phrase("A constant, the mirrored input, its edge, or its other end."),
                                  kPadConstant, {kPadConstant, kPadReflect, kPadReplicate, kPadCircular}),
                           specOf(kValue, phrase("Value"), phrase("The constant that is added with mode constant."), 0.0, -1e30, 1e30)},
            .shape = padShape,
            .cost = keptOutput,
            .code = padCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kPad, {1, 2}), given(kValue, -1.0)}, {floats({2, 7})}, {{2, 10}}},
                         {{given(kPad, {1, 2, 0, 3}), given(kMode, std::string(kPadReflect))}, {floats({2, 3, 5, 7})}, {{2, 3, 8, 10}}},
                         {{given(kPad, {1, 1, 2, 0, 0, 1}), given(kMode, std::string(kPadReplicate))},
                          {floats({1, 2, 3, 4, 5})},
                          {{1, 2, 4, 6, 7}}},
                         {{given(kPad, {2, 1}), given(kMode, std::string(kPadCircular))}, {floats({2, 3, 5})}, {{2, 3, 8}}}},
        },
        {
            .id = "Crop",
            .family = Family::Shape,
            .label = phrase("Crop"),
            .summary = phrase("Cuts numbers off around the input, where Pad would add them."),
            .inputs = {{"input", phrase("(batch, *)")}},
            .outputs = {{"output", phrase("the input with crop taken from its last dimensions")}},
            .parameters = {specOf(kCrop, phrase("Width"),
                                  phrase("Two numbers for each axis, the last axis first: left, right, top, bottom and so on."),
                                  std::nullopt, 0, 0)},
            .shape = cropShape,
            .cost = keptOutput,
            .code = cropCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kCrop, {1, 2})}, {floats({2, 7})}, {{2, 4}}},
                         {{given(kCrop, {1, 2, 0, 3})}, {floats({2, 3, 5, 7})}, {{2, 3, 2, 4}}}},
        },
        {
            .id = "Slice",
            .family = Family::Shape,
            .label = phrase("Slice"),
            .summary = phrase("Keeps a stretch of one dimension, as Python's start:end:step."),
            .inputs = {{"input", phrase("(batch, *)")}},
            .outputs = {{"output", phrase("the input with fewer numbers in dimension dim")}},
            .parameters = {specOf(kDim, phrase("Dimension"), phrase("Which one is cut, not 0, the batch; negative: counted from the last."),
                                  1, -16, 15),
                           specOf(kStart, phrase("Start"), phrase("The first place that is kept; negative: counted from the end."), 0,
                                  -2147483648.0),
                           specOf(kEnd, phrase("End"), phrase("The first place that is not kept any more; negative: counted from the end."),
                                  kToTheEnd, -2147483648.0),
                           specOf(kStep, phrase("Step"), phrase("Keeps every step-th place only."), 1)},
            .shape = sliceShape,
            .cost = nothing,
            .code = sliceCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kStart, 2)}, {floats({2, 7, 3})}, {{2, 5, 3}}},
                         {{given(kDim, -1), given(kStart, -6), given(kEnd, -1), given(kStep, 2)}, {whole({2, 3, 9})}, {{2, 3, 3}}}},
        },
        {
            .id = "Split",
            .family = Family::Shape,
            .label = phrase("Split"),
            .summary = phrase("Cuts one dimension in two. A second Split after it makes three parts, and so on."),
            .inputs = {{"input", phrase("(batch, *)")}},
            .outputs = {{"first", phrase("split_size numbers of dimension dim")}, {"rest", phrase("the other numbers of dimension dim")}},
            .parameters = {specOf(kSplitSize, phrase("Size of the first part"), phrase("How many numbers of the dimension it has."),
                                  std::nullopt),
                           specOf(kDim, phrase("Dimension"), phrase("Which one is cut, not 0, the batch; negative: counted from the last."),
                                  1, -16, 15)},
            .shape = splitShape,
            .cost = nothing,
            .code = splitCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kSplitSize, 2)}, {floats({2, 5, 3})}, {{2, 2, 3}, {2, 3, 3}}},
                         {{given(kSplitSize, 4), given(kDim, -1)}, {floats({2, 3, 5})}, {{2, 3, 4}, {2, 3, 1}}}},
        },
        {
            .id = "Upsample",
            .family = Family::Shape,
            .label = phrase("Upsample"),
            .summary = phrase("Makes sequences, pictures or volumes larger by whole factors."),
            .inputs = {{"input", phrase("(batch, channels, length), (batch, channels, height, width) or "
                                        "(batch, channels, depth, height, width)")}},
            .outputs = {{"output", phrase("the extents after the channels times scale_factor")}},
            .parameters = {specOf(kScaleFactor, phrase("Factor"), phrase("One number for all axes, or one for each."), Integers{2}, 0),
                           specOf(kMode, phrase("Mode"),
                                  phrase("Copies the nearest number, or interpolates: linear for sequences, bilinear for pictures, "
                                         "trilinear for volumes."),
                                  kUpsampleNearest, {kUpsampleNearest, kUpsampleLinear, kUpsampleBilinear, kUpsampleTrilinear}),
                           specOf(kAlignCorners, phrase("Align corners"),
                                  phrase("Puts the outermost numbers exactly on the corners when interpolating."), false)},
            .shape = upsampleShape,
            .cost = upsampleCost,
            .code = upsampleCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{}, {floats({2, 3, 5, 7})}, {{2, 3, 10, 14}}},
                         {{given(kScaleFactor, {1, 2, 3})}, {floats({1, 2, 3, 4, 2})}, {{1, 2, 3, 8, 6}}},
                         {{given(kScaleFactor, {3}), given(kMode, std::string(kUpsampleLinear))}, {floats({2, 3, 5})}, {{2, 3, 15}}},
                         {{given(kMode, std::string(kUpsampleBilinear)), given(kAlignCorners, true)},
                          {floats({2, 1, 3, 5})},
                          {{2, 1, 6, 10}}},
                         {{given(kScaleFactor, {2, 1, 2}), given(kMode, std::string(kUpsampleTrilinear))},
                          {floats({1, 2, 3, 4, 2})},
                          {{1, 2, 6, 4, 4}}}},
        },
    };
    return operators;
}

}  // namespace seekbench

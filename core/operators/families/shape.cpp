// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/operators/families/families.h"

namespace seekbench {

using namespace parameter;

namespace {

ShapeAnswer flattenShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    const Shape& shape = inputs[0].shape;
    const auto start = dimensionIndex(parameters[kStartDim], shape.size()), end = dimensionIndex(parameters[kEndDim], shape.size());
    Demands demands;
    if (!demands.that(start && end && *start <= *end,
                      say("start_dim %1 to end_dim %2 is no range of dimensions of the input, which has %3.", parameters[kStartDim],
                          parameters[kEndDim], shape.size())))
        return demands.refusal();
    const auto at = [&](std::size_t index) { return shape.begin() + static_cast<std::ptrdiff_t>(index); };
    Shape output(shape.begin(), at(*start));
    output.push_back(elementCount(Shape(at(*start), at(*end + 1))));
    output.insert(output.end(), at(*end + 1), shape.end());
    return demands.outcome({{std::move(output), inputs[0].element}});
}

ShapeAnswer reshapeShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    const Shape& shape = inputs[0].shape;
    const Integers& wanted = parameters[kShape];
    Demands demands;
    if (!demands.that(!shape.empty(), say("The input has no batch dimension to keep.")) ||
        !demands.that(std::ranges::count(wanted, -1) <= 1 && std::ranges::count(wanted, 0) == 0, say("shape may hold one -1 and no 0.")))
        return demands.refusal();
    Shape output{shape[0]}, known;
    for (const std::int64_t extent : wanted)
        if (extent > 0) known.emplace_back(extent);
    const Dimension have = elementCount(Shape(shape.begin() + 1, shape.end())), fixed = elementCount(known);
    const bool free = known.size() < wanted.size();
    const Dimension rest = free ? have.dividedBy(fixed.integer().value_or(1)) : Dimension(1);
    for (const std::int64_t extent : wanted) output.push_back(extent > 0 ? Dimension(extent) : rest);
    switch (compare(have, fixed * rest)) {
        case Equality::Equal: break;
        case Equality::Different:
            demands.refuse("input", say("%1 numbers per sample cannot take this shape.", have.text()), output, shape);
            return demands.refusal();
        case Equality::Unknown:
            demands.assume("input", say("Only a run can tell whether %1 numbers per sample can take this shape.", have.text()), output,
                           shape);
    }
    return demands.outcome({{std::move(output), inputs[0].element}});
}

}  // namespace

std::span<const Operator> shapeOperators() {
    static const std::vector<Operator> operators{
        {
            .id = "Flatten",
            .family = Family::Shape,
            .label = phrase("Flatten"),
            .summary = phrase("Makes one dimension of several neighbouring ones."),
            .inputs = {{"input", phrase("(*)")}},
            .outputs = {{"output", phrase("the input with dimensions start_dim to end_dim multiplied into one")}},
            .parameters = {specOf(kStartDim, phrase("First"), phrase("First dimension that is merged; 0 is the batch."), 1, -16, 15),
                           specOf(kEndDim, phrase("Last"), phrase("Last dimension that is merged; negative: counted from the last."), -1,
                                  -16, 15)},
            .shape = flattenShape,
            .cost = nothing,
            .code = flattenCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{}, {floats({3, 2, 5, 7})}, {{3, 70}}},
                         {{given(kStartDim, 0), given(kEndDim, -2)}, {floats({2, 3, 5, 7})}, {{30, 7}}}},
        },
        {
            .id = "Reshape",
            .family = Family::Shape,
            .label = phrase("Reshape"),
            .summary = phrase("Reads the numbers of each sample in another shape. The batch stays."),
            .inputs = {{"input", phrase("(batch, *)")}},
            .outputs = {{"output", phrase("(batch, *shape)")}},
            .parameters = {specOf(kShape, phrase("Shape"), phrase("New extents after the batch; one may be -1: whatever is left."),
                                  std::nullopt, 0, -1)},
            .shape = reshapeShape,
            .cost = nothing,
            .code = reshapeCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kShape, {7, 5, 2})}, {floats({3, 70})}, {{3, 7, 5, 2}}},
                         {{given(kShape, {-1, 3})}, {floats({5, 3, 4})}, {{5, 4, 3}}}},
        },
    };
    return operators;
}

}  // namespace seekbench

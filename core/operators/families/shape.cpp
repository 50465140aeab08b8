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

// The batch stays dimension 0 in all rules below: the next operator, the loss and the loader count on it.
ShapeAnswer permuteShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    const Shape& shape = inputs[0].shape;
    const Integers& dims = parameters[kDims];
    std::vector<bool> used(shape.size(), false);
    Shape output;
    Demands demands;
    if (!demands.that(dims.size() == shape.size(), say("dims has %1 numbers, and the input has %2 dimensions.", dims.size(), shape.size())))
        return demands.refusal();
    for (const std::int64_t dim : dims) {
        const auto index = dimensionIndex(dim, shape.size());
        if (!demands.that(index && !used[*index], say("dims must name every dimension of the input once.")) ||
            !demands.that(!output.empty() || *index == 0, say("dims must begin with 0: the batch stays first.")))
            return demands.refusal();
        used[*index] = true;
        output.push_back(shape[*index]);
    }
    return demands.outcome({{std::move(output), inputs[0].element}});
}

ShapeAnswer transposeShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    Shape output = inputs[0].shape;
    const auto a = dimensionIndex(parameters[kDim0], output.size()), b = dimensionIndex(parameters[kDim1], output.size());
    Demands demands;
    if (!demands.that(a && b, say("dim0 is %1 and dim1 is %2, and the input has %3 dimensions.", parameters[kDim0], parameters[kDim1],
                                  output.size())) ||
        !demands.that(*a == *b || (*a != 0 && *b != 0), say("dim0 and dim1 may not be 0: the batch stays first.")))
        return demands.refusal();
    std::swap(output[*a], output[*b]);
    return demands.outcome({{std::move(output), inputs[0].element}});
}

ShapeAnswer unsqueezeShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    Shape output = inputs[0].shape;
    const auto dim = dimensionIndex(parameters[kDim], output.size() + 1);
    Demands demands;
    if (!demands.that(dim.has_value(), say("dim is %1, and the output has %2 dimensions.", parameters[kDim], output.size() + 1)) ||
        !demands.that(*dim != 0, say("dim may not be 0: the batch stays first.")))
        return demands.refusal();
    output.insert(output.begin() + static_cast<std::ptrdiff_t>(*dim), 1);
    return demands.outcome({{std::move(output), inputs[0].element}});
}

// PyTorch leaves a dimension with another extent than 1 as it is; here that is taken for the mistake it most often is.
ShapeAnswer squeezeShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    const Shape& shape = inputs[0].shape;
    const auto dim = dimensionIndex(parameters[kDim], shape.size());
    Demands demands;
    if (!demands.that(dim.has_value(), say("dim is %1, and the input has %2 dimensions.", parameters[kDim], shape.size())) ||
        !demands.that(*dim != 0, say("dim may not be 0: the batch stays first.")))
        return demands.refusal();
    Shape expected = shape, output = shape;
    expected[*dim] = 1;
    output.erase(output.begin() + static_cast<std::ptrdiff_t>(*dim));
    switch (compare(expected, shape)) {
        case Equality::Equal: break;
        case Equality::Different:
            demands.refuse("input", say("Dimension %1 has the extent %2; only one of 1 can be left out.", *dim, shape[*dim].text()),
                           expected, shape);
            return demands.refusal();
        case Equality::Unknown:
            demands.assume("input", say("Only a run can tell whether dimension %1 has the extent 1.", *dim), expected, shape);
    }
    return demands.outcome({{std::move(output), inputs[0].element}});
}

ParameterSpec transposedSpec(Parameter<std::int64_t> parameter, std::string_view label, std::int64_t standard) {
    return specOf(parameter, label, phrase("One of the two dimensions that change places; negative: counted from the last."), standard, -16,
                  15);
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
        {
            .id = "Permute",
            .family = Family::Shape,
            .label = phrase("Permute"),
            .summary = phrase("Puts the dimensions in another order. The batch stays first."),
            .inputs = {{"input", phrase("(batch, *)")}},
            .outputs = {{"output", phrase("the same dimensions in the order dims")}},
            .parameters = {specOf(kDims, phrase("Order"),
                                  phrase("For each dimension of the output the one of the input that it is; it begins with 0, the batch."),
                                  std::nullopt, 0, -16, 15)},
            .shape = permuteShape,
            .cost = nothing,
            .code = permuteCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kDims, {0, 2, 1})}, {floats({2, 3, 5})}, {{2, 5, 3}}},
                         {{given(kDims, {0, 2, -1, 1})}, {floats({2, 3, 5, 7})}, {{2, 5, 7, 3}}}},
        },
        {
            .id = "Transpose",
            .family = Family::Shape,
            .label = phrase("Transpose"),
            .summary = phrase("Lets two dimensions change places."),
            .inputs = {{"input", phrase("(batch, *)")}},
            .outputs = {{"output", phrase("the input with dimensions dim0 and dim1 exchanged")}},
            .parameters = {transposedSpec(kDim0, phrase("First dimension"), 1), transposedSpec(kDim1, phrase("Second dimension"), 2)},
            .shape = transposeShape,
            .cost = nothing,
            .code = transposeCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{}, {floats({2, 3, 5})}, {{2, 5, 3}}},
                         {{given(kDim0, -1), given(kDim1, 1)}, {whole({2, 3, 5, 7})}, {{2, 7, 5, 3}}}},
        },
        {
            .id = "Unsqueeze",
            .family = Family::Shape,
            .label = phrase("Unsqueeze"),
            .summary = phrase("Adds a dimension with the extent 1."),
            .inputs = {{"input", phrase("(batch, *)")}},
            .outputs = {{"output", phrase("the input with a 1 at dim")}},
            .parameters = {specOf(kDim, phrase("Dimension"),
                                  phrase("Where the new one stands in the output; negative: counted from the last."), 1, -16, 15)},
            .shape = unsqueezeShape,
            .cost = nothing,
            .code = unsqueezeCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{}, {floats({2, 3})}, {{2, 1, 3}}}, {{given(kDim, -1)}, {whole({2, 3, 5})}, {{2, 3, 5, 1}}}},
        },
        {
            .id = "Squeeze",
            .family = Family::Shape,
            .label = phrase("Squeeze"),
            .summary = phrase("Leaves out a dimension that has the extent 1."),
            .inputs = {{"input", phrase("(batch, *), 1 at dim")}},
            .outputs = {{"output", phrase("the input without dimension dim")}},
            .parameters = {specOf(kDim, phrase("Dimension"), phrase("Which one is left out; negative: counted from the last."), -1, -16,
                                  15)},
            .shape = squeezeShape,
            .cost = nothing,
            .code = squeezeCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{}, {floats({2, 3, 1})}, {{2, 3}}}, {{given(kDim, 1)}, {whole({2, 1, 5})}, {{2, 5}}}},
        },
    };
    return operators;
}

}  // namespace seekbench

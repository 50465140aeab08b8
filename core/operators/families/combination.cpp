// SPDX-License-Identifier: Apache-2.0
#include "core/operators/families/families.h"

namespace seekbench {

using namespace parameter;

namespace {

bool sameElements(Demands& demands, std::span<const TensorType> inputs) {
    for (const TensorType& input : inputs)
        if (!demands.element("input", input, inputs[0].element)) return false;
    return true;
}

// The extent that both stretch to as PyTorch broadcasts: equal ones stay, 1 becomes the other. A symbol is taken to be
// more than 1, so that it must equal what it meets; where that cannot be proven, `proven` becomes false.
std::optional<Dimension> broadcast(const Dimension& a, const Dimension& b, bool& proven) {
    if (b == Dimension(1)) return a;
    if (a == Dimension(1)) return b;
    switch (compare(a, b)) {
        case Equality::Equal: return a;
        case Equality::Different: return std::nullopt;
        case Equality::Unknown: break;
    }
    proven = false;
    return a.isInteger() ? a : b;
}

// `later` is the port of all inputs after the first.
ShapeAnswer broadcastTo(std::string_view later, std::span<const TensorType> inputs) {
    Demands demands;
    for (std::size_t index = 0; index < inputs.size(); ++index)
        if (!demands.element(index == 0 ? "input" : later, inputs[index], inputs[0].element)) return demands.refusal();
    Shape all = inputs[0].shape;
    for (std::size_t index = 1; index < inputs.size(); ++index) {
        const Shape before = all;
        Shape other = inputs[index].shape;
        // Shapes are aligned at their last dimension; missing leading ones count as 1.
        all.insert(all.begin(), other.size() > all.size() ? other.size() - all.size() : 0, 1);
        other.insert(other.begin(), all.size() - other.size(), 1);
        bool proven = true;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto extent = broadcast(all[i], other[i], proven);
            if (!extent) {
                demands.refuse(
                    later,
                    say("Input number %1 does not have the shape of the inputs before it, nor can it be stretched to it.", index + 1),
                    before, inputs[index].shape);
                return demands.refusal();
            }
            all[i] = *extent;
        }
        if (!proven)
            demands.assume(later, say("Only a run can tell whether input number %1 has the shape of the inputs before it.", index + 1),
                           before, inputs[index].shape);
    }
    return demands.outcome({{std::move(all), inputs[0].element}});
}

ShapeAnswer broadcastShape(const Parameters&, std::span<const TensorType> inputs) { return broadcastTo("input", inputs); }
ShapeAnswer pairShape(const Parameters&, std::span<const TensorType> inputs) { return broadcastTo("other", inputs); }

ShapeAnswer quotientShape(const Parameters&, std::span<const TensorType> inputs) {
    Demands demands;
    if (!demands.element("input", inputs[0], ElementType::Float)) return demands.refusal();
    return broadcastTo("other", inputs);
}

// Only within samples: a product over two dimensions would mix the batch. What stands before the matrices must be equal, so that no
// sample meets another one's matrix.
ShapeAnswer matMulShape(const Parameters&, std::span<const TensorType> inputs) {
    const Shape &a = inputs[0].shape, &b = inputs[1].shape;
    Demands demands;
    if (!demands.element("input", inputs[0], ElementType::Float) || !demands.element("other", inputs[1], ElementType::Float) ||
        !demands.that(a.size() >= 3, say("A product of matrices needs 3 or more dimensions: batch, rows, columns.")))
        return demands.refusal();
    std::vector<Extent> wanted;
    for (std::size_t i = 0; i + 2 < a.size(); ++i) wanted.emplace_back(phrase("the input's extent"), a[i]);
    wanted.emplace_back(phrase("the input's number of columns"), a.back());
    wanted.emplace_back("columns");
    if (!demands.shape("other", b, wanted)) return demands.refusal();
    Shape output = a;
    output.back() = b.back();
    return demands.outcome({{std::move(output)}});
}

Cost matMulCost(const Parameters&, std::span<const Sizes> inputs, std::span<const Sizes> outputs) {
    return {.multiplyAdds = product({elements(outputs[0]), inputs[0].back()}),
            .activationBytes = product({kFloatBytes, elements(outputs[0])})};
}

ShapeAnswer concatShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    Shape all = inputs[0].shape;
    const auto dim = dimensionIndex(parameters[kDim], all.size());
    Demands demands;
    if (!sameElements(demands, inputs) ||
        !demands.that(dim.has_value(), say("dim is %1, and the first input has %2 dimensions.", parameters[kDim], all.size())))
        return demands.refusal();
    for (std::size_t index = 1; index < inputs.size(); ++index) {
        const Shape& other = inputs[index].shape;
        Shape expected = inputs[0].shape;
        if (other.size() > *dim) expected[*dim] = other[*dim];
        switch (compare(expected, other)) {
            case Equality::Equal: break;
            case Equality::Different:
                demands.refuse("input", say("Input number %1 differs from the first one in more than dimension %2.", index + 1, *dim),
                               expected, other);
                return demands.refusal();
            case Equality::Unknown:
                demands.assume(
                    "input",
                    say("Only a run can tell whether input number %1 differs from the first one in dimension %2 only.", index + 1, *dim),
                    expected, other);
        }
        all[*dim] = all[*dim] + other[*dim];
    }
    return demands.outcome({{std::move(all), inputs[0].element}});
}

}  // namespace

std::span<const Operator> combinationOperators() {
    static const std::vector<Operator> operators{
        {
            .id = "Add",
            .family = Family::Combination,
            .label = phrase("Add"),
            .summary = phrase("Adds its inputs number by number. Extents of 1 are stretched."),
            .inputs = {{"input", phrase("shapes that can be stretched to one"), Arity::Many}},
            .outputs = {{"output", phrase("the stretched shape")}},
            .parameters = {},
            .shape = broadcastShape,
            .cost = keptOutput,
            .code = addCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{}, {floats({3, 5}), floats({3, 5})}, {{3, 5}}},
                         {{}, {floats({2, 3, 1, 7}), floats({5, 1}), floats({1, 3, 5, 7})}, {{2, 3, 5, 7}}}},
        },
        {
            .id = "Multiply",
            .family = Family::Combination,
            .label = phrase("Multiply"),
            .summary = phrase("Multiplies its inputs number by number. Extents of 1 are stretched."),
            .inputs = {{"input", phrase("shapes that can be stretched to one"), Arity::Many}},
            .outputs = {{"output", phrase("the stretched shape")}},
            .parameters = {},
            .shape = broadcastShape,
            .cost = keptOutput,
            .code = multiplyCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{}, {floats({3, 5}), floats({3, 5})}, {{3, 5}}},
                         {{}, {floats({2, 3, 5, 7}), floats({2, 3, 1, 1})}, {{2, 3, 5, 7}}}},
        },
        {
            .id = "Subtract",
            .family = Family::Combination,
            .label = phrase("Subtract"),
            .summary = phrase("Takes the second input from the first, number by number. Extents of 1 are stretched."),
            .inputs = {{"input", phrase("a shape that can be stretched to that of other, or the other way round")},
                       {"other", phrase("what is taken away")}},
            .outputs = {{"output", phrase("the stretched shape")}},
            .parameters = {},
            .shape = pairShape,
            .cost = keptOutput,
            .code = subtractCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{}, {floats({3, 5}), floats({3, 5})}, {{3, 5}}},
                         {{}, {floats({2, 3, 1, 7}), floats({2, 1, 5, 7})}, {{2, 3, 5, 7}}}},
        },
        {
            .id = "Divide",
            .family = Family::Combination,
            .label = phrase("Divide"),
            .summary = phrase("Divides the first input by the second, number by number. Extents of 1 are stretched."),
            .inputs = {{"input", phrase("a shape that can be stretched to that of other, or the other way round")},
                       {"other", phrase("the divisor")}},
            .outputs = {{"output", phrase("the stretched shape")}},
            .parameters = {},
            .shape = quotientShape,
            .cost = keptOutput,
            .code = divideCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{}, {floats({3, 5}), floats({3, 5})}, {{3, 5}}}, {{}, {floats({2, 3, 5}), floats({2, 3, 1})}, {{2, 3, 5}}}},
        },
        {
            .id = "MatMul",
            .family = Family::Combination,
            .label = phrase("Matrix product"),
            .summary = phrase("Multiplies the matrices of the last two dimensions, sample by sample."),
            .inputs = {{"input", phrase("(batch, *, rows, inner)")}, {"other", phrase("(batch, *, inner, columns)")}},
            .outputs = {{"output", phrase("(batch, *, rows, columns)")}},
            .parameters = {},
            .shape = matMulShape,
            .cost = matMulCost,
            .code = matMulCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{}, {floats({2, 3, 5}), floats({2, 5, 7})}, {{2, 3, 7}}},
                         {{}, {floats({2, 3, 1, 4}), floats({2, 3, 4, 6})}, {{2, 3, 1, 6}}}},
        },
        {
            .id = "Concat",
            .family = Family::Combination,
            .label = phrase("Concatenate"),
            .summary = phrase("Puts its inputs one after the other along one dimension."),
            .inputs = {{"input", phrase("shapes that differ in dimension dim only"), Arity::Many}},
            .outputs = {{"output", phrase("the sum of the extents in dimension dim")}},
            .parameters = {specOf(kDim, phrase("Dimension"), phrase("Along which the inputs are joined; negative: counted from the last."),
                                  1, -16, 15)},
            .shape = concatShape,
            .cost = keptOutput,
            .code = concatCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{}, {floats({2, 3, 5, 7}), floats({2, 4, 5, 7})}, {{2, 7, 5, 7}}},
                         {{given(kDim, -1)}, {floats({3, 5}), floats({3, 1}), floats({3, 7})}, {{3, 13}}}},
        },
    };
    return operators;
}

}  // namespace seekbench

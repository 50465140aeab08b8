// SPDX-License-Identifier: Apache-2.0
#include "core/operators/families/families.h"

namespace seekbench {

using namespace parameter;

namespace {

ShapeAnswer softmaxShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    const std::size_t rank = inputs[0].shape.size();
    Demands demands;
    if (!demands.element("input", inputs[0], ElementType::Float) ||
        !demands.that(dimensionIndex(parameters[kDim], rank).has_value(),
                      say("dim is %1, and the input has %2 dimensions.", parameters[kDim], rank)))
        return demands.refusal();
    return demands.outcome({inputs[0]});
}

// A function of each number by itself: no sums of products, so no multiply-adds; its output is kept.
Operator elementwise(std::string_view id, std::string_view label, std::string_view summary) {
    return {
        .id = id,
        .family = Family::Activation,
        .label = label,
        .summary = summary,
        .inputs = {{"input", phrase("(*)")}},
        .outputs = {{"output", phrase("as the input")}},
        .parameters = {},
        .shape = sameShape,
        .cost = keptOutput,
        .code = kNoCodeYet,
        .onnx = kNoOnnxYet,
        .tflite = kNoTfliteYet,
        .examples = {{{}, {floats({3, 7})}, {{3, 7}}}, {{}, {floats({1, 3, 5, 9})}, {{1, 3, 5, 9}}}},
    };
}

Operator gelu() {
    Operator op =
        elementwise("GELU", phrase("GELU"), phrase("x times the probability that a normal number is below x (Hendrycks and Gimpel 2016)."));
    op.parameters = {specOf(kApproximate, phrase("Approximation"),
                            phrase("The exact function, or its approximation with a hyperbolic tangent."), kApproximateNone,
                            {kApproximateNone, kApproximateTanh})};
    op.examples[1].parameters = {given(kApproximate, std::string(kApproximateTanh))};
    return op;
}

Operator softmax() {
    Operator op = elementwise("Softmax", phrase("Softmax"),
                              phrase("Exponentials divided by their sum: positive numbers that add up to 1 along one dimension."));
    op.parameters = {
        specOf(kDim, phrase("Dimension"), phrase("Along which the numbers add up to 1; negative: counted from the last."), -1, -16, 15)};
    op.shape = softmaxShape;
    op.examples[1].parameters = {given(kDim, 1)};
    return op;
}

}  // namespace

std::span<const Operator> activationOperators() {
    static const std::vector<Operator> operators{
        elementwise("ReLU", phrase("ReLU"), phrase("Negative numbers become zero.")),
        gelu(),
        elementwise("SiLU", phrase("SiLU"), phrase("x times its sigmoid, also called swish.")),
        elementwise("Tanh", phrase("Hyperbolic tangent"), phrase("Presses every number between -1 and 1.")),
        elementwise("Sigmoid", phrase("Sigmoid"), phrase("Presses every number between 0 and 1.")),
        softmax(),
    };
    return operators;
}

}  // namespace seekbench

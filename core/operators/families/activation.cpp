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
Operator elementwise(std::string_view id, std::string_view label, std::string_view summary, CodeRule code) {
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
        .code = code,
        .onnx = kNoOnnxYet,
        .tflite = kNoTfliteYet,
        .examples = {{{}, {floats({3, 7})}, {{3, 7}}}, {{}, {floats({1, 3, 5, 9})}, {{1, 3, 5, 9}}}},
    };
}

Operator gelu() {
    Operator op = elementwise("GELU", phrase("GELU"),
                              phrase("x times the probability that a normal number is below x (Hendrycks and Gimpel 2016)."), geluCode);
    op.parameters = {specOf(kApproximate, phrase("Approximation"),
                            phrase("The exact function, or its approximation with a hyperbolic tangent."), kApproximateNone,
                            {kApproximateNone, kApproximateTanh})};
    op.examples[1].parameters = {given(kApproximate, std::string(kApproximateTanh))};
    return op;
}

ShapeAnswer preluShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    const std::int64_t slopes = parameters[kNumParameters];
    std::vector<Extent> extents{"batch"};
    if (slopes > 1) extents.emplace_back(kNumParameters.name, slopes);
    while (extents.size() < inputs[0].shape.size()) extents.emplace_back("axis");
    Demands demands;
    if (!demands.element("input", inputs[0], ElementType::Float) || !demands.shape("input", inputs[0].shape, extents))
        return demands.refusal();
    return demands.outcome({inputs[0]});
}

Cost preluCost(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes> outputs) {
    Cost cost = keptOutput(parameters, inputs, outputs);
    cost.parameters = parameters[kNumParameters];
    return cost;
}

ShapeAnswer clampShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    Demands demands;
    if (!demands.that(parameters[kMin] <= parameters[kMax],
                      say("min (%1) must not be above max (%2).", parameters[kMin], parameters[kMax])))
        return demands.refusal();
    return sameShape(parameters, inputs);
}

Operator leakyRelu() {
    Operator op =
        elementwise("LeakyReLU", phrase("Leaky ReLU"), phrase("Negative numbers become small (Maas et al. 2013)."), leakyReLUCode);
    op.parameters = {specOf(kNegativeSlope, phrase("Negative slope"), phrase("What negative numbers are multiplied by."), 0.01, -1e6, 1e6)};
    op.examples[1].parameters = {given(kNegativeSlope, 0.2)};
    return op;
}

Operator prelu() {
    Operator op = elementwise("PReLU", phrase("Parametric ReLU"),
                              phrase("Negative numbers are multiplied by a learned slope (He et al. 2015, arXiv 1502.01852)."), pReLUCode);
    op.inputs = {{"input", phrase("(batch, *) or (batch, num_parameters, *)")}};
    op.parameters = {specOf(kNumParameters, phrase("Slopes"), phrase("1 for all numbers, or as many as there are channels."), 1),
                     specOf(kInit, phrase("First slope"), phrase("Where the slopes start."), 0.25, -1e6, 1e6)};
    op.shape = preluShape;
    op.cost = preluCost;
    op.examples[1].parameters = {given(kNumParameters, 3), given(kInit, 0.1)};
    return op;
}

Operator elu() {
    Operator op = elementwise("ELU", phrase("ELU"),
                              phrase("Negative numbers bend softly towards -alpha (Clevert et al. 2016, arXiv 1511.07289)."), eLUCode);
    op.parameters = {specOf(kAlpha, phrase("Alpha"), phrase("How far below zero the function goes."), 1.0, 0, 1e6)};
    op.examples[1].parameters = {given(kAlpha, 0.5)};
    return op;
}

Operator softplus() {
    Operator op = elementwise("Softplus", phrase("Softplus"), phrase("A smooth ReLU: log(1 + exp(beta · x)) / beta."), softplusCode);
    op.parameters = {
        specOf(kBeta, phrase("Beta"), phrase("How sharp the bend at zero is."), 1.0, 1e-6, 1e6),
        specOf(kThreshold, phrase("Threshold"), phrase("Where beta · x is above it, the number stays as it is."), 20.0, 0, 1e6)};
    op.examples[1].parameters = {given(kBeta, 2.0), given(kThreshold, 10.0)};
    return op;
}

Operator clamp() {
    Operator op = elementwise("Clamp", phrase("Clamp"), phrase("Numbers below min become min, those above max become max."), clampCode);
    op.parameters = {specOf(kMin, phrase("Minimum"), phrase("The smallest number that comes out."), 0.0, -1e30, 1e30),
                     specOf(kMax, phrase("Maximum"), phrase("The largest number that comes out."), 1.0, -1e30, 1e30)};
    op.shape = clampShape;
    op.examples[1].parameters = {given(kMin, -0.5), given(kMax, 2.0)};
    return op;
}

Operator alongOneDimension(std::string_view id, std::string_view label, std::string_view summary, std::string_view help, CodeRule code) {
    Operator op = elementwise(id, label, summary, code);
    op.parameters = {specOf(kDim, phrase("Dimension"), help, -1, -16, 15)};
    op.shape = softmaxShape;
    op.examples[1].parameters = {given(kDim, 1)};
    return op;
}

Operator softmax() {
    return alongOneDimension("Softmax", phrase("Softmax"),
                             phrase("Exponentials divided by their sum: positive numbers that add up to 1 along one dimension."),
                             phrase("Along which the numbers add up to 1; negative: counted from the last."), softmaxCode);
}

Operator logSoftmax() {
    return alongOneDimension("LogSoftmax", phrase("Log softmax"), phrase("The logarithm of softmax, computed without overflow."),
                             phrase("Along which the exponentials of the result add up to 1; negative: counted from the last."),
                             logSoftmaxCode);
}

}  // namespace

std::span<const Operator> activationOperators() {
    static const std::vector<Operator> operators{
        elementwise("ReLU", phrase("ReLU"), phrase("Negative numbers become zero."), reluCode),
        gelu(),
        elementwise("SiLU", phrase("SiLU"), phrase("x times its sigmoid, also called swish."), siluCode),
        elementwise("Tanh", phrase("Hyperbolic tangent"), phrase("Presses every number between -1 and 1."), tanhCode),
        elementwise("Sigmoid", phrase("Sigmoid"), phrase("Presses every number between 0 and 1."), sigmoidCode),
        softmax(),
        elementwise("ReLU6", phrase("ReLU6"), phrase("Negative numbers become zero, those above 6 become 6."), relu6Code),
        leakyRelu(),
        prelu(),
        elu(),
        elementwise("Mish", phrase("Mish"), phrase("x times the hyperbolic tangent of its softplus (Misra 2019, arXiv 1908.08681)."),
                    mishCode),
        elementwise("Hardswish", phrase("Hard swish"), phrase("SiLU made of straight lines (Howard et al. 2019, arXiv 1905.02244)."),
                    hardswishCode),
        elementwise("Hardsigmoid", phrase("Hard sigmoid"), phrase("A sigmoid made of straight lines: x / 6 + 1/2 between 0 and 1."),
                    hardsigmoidCode),
        softplus(),
        logSoftmax(),
        clamp(),
    };
    return operators;
}

}  // namespace seekbench

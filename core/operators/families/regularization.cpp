// SPDX-License-Identifier: Apache-2.0
#include "core/operators/families/families.h"

namespace seekbench {

using namespace parameter;

namespace {

// The output is kept, and one byte per number that says whether it was dropped.
Cost dropoutCost(const Parameters&, std::span<const Sizes>, std::span<const Sizes> outputs) {
    return {.activationBytes = product({kFloatBytes + 1, elements(outputs[0])})};
}

ShapeAnswer dropout2dShape(const Parameters&, std::span<const TensorType> inputs) {
    Demands demands;
    if (!demands.element("input", inputs[0], ElementType::Float) ||
        !demands.shape("input", inputs[0].shape, {"batch", "channels", "height", "width"}))
        return demands.refusal();
    return demands.outcome({inputs[0]});
}

// The output is kept, and one number for each channel or sample that says whether it was dropped.
Cost dropout2dCost(const Parameters&, std::span<const Sizes>, std::span<const Sizes> outputs) {
    return {.activationBytes = product({kFloatBytes, total({elements(outputs[0]), product({outputs[0][0], outputs[0][1]})})})};
}

ShapeAnswer dropPathShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    Demands demands;
    if (!demands.that(!inputs[0].shape.empty(), say("The input has no batch dimension."))) return demands.refusal();
    return sameShape(parameters, inputs);
}

Cost dropPathCost(const Parameters&, std::span<const Sizes>, std::span<const Sizes> outputs) {
    return {.activationBytes = product({kFloatBytes, total({elements(outputs[0]), outputs[0][0]})})};
}

}  // namespace

std::span<const Operator> regularizationOperators() {
    static const std::vector<Operator> operators{
        {
            .id = "Dropout",
            .family = Family::Regularization,
            .label = phrase("Dropout"),
            .summary = phrase("While training, sets numbers to zero at random and scales the others up; otherwise changes nothing."),
            .inputs = {{"input", phrase("(*)")}},
            .outputs = {{"output", phrase("as the input")}},
            .parameters = {specOf(kP, phrase("Probability"), phrase("How likely a number becomes zero."), 0.5, 0, 1)},
            .shape = sameShape,
            .cost = dropoutCost,
            .code = dropoutCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{}, {floats({3, 7})}, {{3, 7}}}, {{given(kP, 0.1)}, {floats({2, 3, 5, 9})}, {{2, 3, 5, 9}}}},
        },
        {
            .id = "Dropout2d",
            .family = Family::Regularization,
            .label = phrase("2D dropout"),
            .summary = phrase("While training, sets whole channels to zero at random and scales the others up."),
            .inputs = {{"input", phrase("(batch, channels, height, width)")}},
            .outputs = {{"output", phrase("as the input")}},
            .parameters = {specOf(kP, phrase("Probability"), phrase("How likely a channel becomes zero."), 0.5, 0, 1)},
            .shape = dropout2dShape,
            .cost = dropout2dCost,
            .code = dropout2dCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{}, {floats({3, 7, 2, 4})}, {{3, 7, 2, 4}}}, {{given(kP, 0.1)}, {floats({2, 3, 5, 9})}, {{2, 3, 5, 9}}}},
        },
        {
            .id = "DropPath",
            .family = Family::Regularization,
            .label = phrase("Stochastic depth"),
            .summary = phrase("While training, sets whole samples to zero at random and scales the others up, so that a residual "
                              "block is skipped (Huang et al. 2016, arXiv 1603.09382)."),
            .inputs = {{"input", phrase("(batch, *)")}},
            .outputs = {{"output", phrase("as the input")}},
            .parameters = {specOf(kP, phrase("Probability"), phrase("How likely a sample becomes zero."), 0.1, 0, 1)},
            .shape = dropPathShape,
            .cost = dropPathCost,
            .code = dropPathCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{}, {floats({3, 7})}, {{3, 7}}}, {{given(kP, 0.5)}, {floats({4, 3, 5, 9})}, {{4, 3, 5, 9}}}},
        },
    };
    return operators;
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include "core/operators/families/families.h"

namespace seekbench {

using namespace parameter;

namespace {

// The output is kept, and one byte per number that says whether it was dropped.
Cost dropoutCost(const Parameters&, std::span<const Sizes>, std::span<const Sizes> outputs) {
    return {.activationBytes = product({kFloatBytes + 1, elements(outputs[0])})};
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
    };
    return operators;
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include "core/operators/families/families.h"

namespace seekbench {

using namespace parameter;

std::span<const Operator> quantizationOperators() {
    static const std::vector<Operator> operators{
        {
            .id = "FakeQuantize",
            .family = Family::Activation,
            .label = phrase("Fake quantization"),
            .summary = phrase("Rounds numbers as whole numbers of a few bits would, so that a network learns to bear it."),
            .inputs = {{"input", phrase("(*)")}},
            .outputs = {{"output", phrase("as the input")}},
            .parameters = {specOf(kBits, phrase("Bits"), phrase("Bits of the whole numbers: 8 gives 256 steps."), 8, 2, 16),
                           specOf(kSymmetric, phrase("Symmetric"),
                                  phrase("Spans as far below zero as above; otherwise from the least to the largest number seen."), false),
                           specOf(kAveragingConstant, phrase("Averaging"),
                                  phrase("Share of each batch in the range of numbers seen; 1: the newest batch alone."), 0.01, 0, 1)},
            .shape = sameShape,
            .cost = keptOutput,
            .code = fakeQuantizeCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{}, {floats({3, 5, 7})}, {{3, 5, 7}}},
                         {{given(kBits, 4), given(kSymmetric, true), given(kAveragingConstant, 0.1)}, {floats({2, 9})}, {{2, 9}}}},
        },
    };
    return operators;
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include "core/operators/families/families.h"

namespace seekbench {

using namespace parameter;

namespace {

// The batch is never reduced: what a sample gives must not depend on the samples beside it.
ShapeAnswer reducedShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    const Shape& shape = inputs[0].shape;
    std::vector<bool> reduced(shape.size(), false);
    Demands demands;
    if (!demands.element("input", inputs[0], ElementType::Float) ||
        !demands.that(!parameters[kReducedDims].empty(), say("dim needs at least one number.")))
        return demands.refusal();
    for (const std::int64_t dim : parameters[kReducedDims]) {
        const auto index = dimensionIndex(dim, shape.size());
        if (!demands.that(index.has_value(), say("dim has %1, and the input has %2 dimensions.", dim, shape.size())) ||
            !demands.that(*index != 0, say("dim may not have 0, the batch: samples must not depend on each other.")) ||
            !demands.that(!reduced[*index], say("dim has the dimension %1 twice.", *index)))
            return demands.refusal();
        reduced[*index] = true;
    }
    Shape output;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        if (!reduced[i]) output.push_back(shape[i]);
        if (reduced[i] && parameters[kKeepdim]) output.emplace_back(1);
    }
    return demands.outcome({{std::move(output)}});
}

Operator reduction(std::string_view id, std::string_view label, std::string_view summary, CodeRule code) {
    return {.id = id,
            .family = Family::Pooling,
            .label = label,
            .summary = summary,
            .inputs = {{"input", phrase("(batch, *)")}},
            .outputs = {{"output", phrase("the input without the dimensions dim, or with extents of 1 there")}},
            .parameters = {specOf(kReducedDims, phrase("Dimensions"),
                                  phrase("Those that become one number, not 0, the batch; negative: counted from the last."), Integers{-1},
                                  0, -16, 15),
                           specOf(kKeepdim, phrase("Keep dimensions"), phrase("Reduced dimensions stay, with an extent of 1."), false)},
            .shape = reducedShape,
            .cost = keptOutput,
            .code = code,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{}, {floats({2, 5, 7})}, {{2, 5}}},
                         {{given(kReducedDims, {2, -1}), given(kKeepdim, true)}, {floats({2, 3, 5, 7})}, {{2, 3, 1, 1}}}}};
}

}  // namespace

std::span<const Operator> reductionOperators() {
    static const std::vector<Operator> operators{
        reduction("Mean", phrase("Mean"), phrase("Takes the mean over some dimensions."), meanCode),
        reduction("Sum", phrase("Sum"), phrase("Adds up all numbers along some dimensions."), sumCode),
        reduction("Max", phrase("Largest"), phrase("Keeps the largest number along some dimensions."), maxCode),
    };
    return operators;
}

}  // namespace seekbench

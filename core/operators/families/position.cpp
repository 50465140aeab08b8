// SPDX-License-Identifier: Apache-2.0
// Attention does not know the order of what it reads; these tell it.
#include "core/operators/families/families.h"

namespace seekbench {

using namespace parameter;

namespace {

ShapeAnswer sinusoidalShape(const Parameters&, std::span<const TensorType> inputs) {
    Demands demands;
    if (!demands.element("input", inputs[0], ElementType::Float) ||
        !demands.shape("input", inputs[0].shape, {"batch", "sequence", "features"}))
        return demands.refusal();
    return demands.outcome({inputs[0]});
}

ShapeAnswer learnedShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    const Shape& shape = inputs[0].shape;
    const std::int64_t most = parameters[kMaxLength];
    Demands demands;
    if (!demands.element("input", inputs[0], ElementType::Float) ||
        !demands.shape("input", shape, {"batch", "sequence", {kFeatures.name, parameters[kFeatures]}}))
        return demands.refusal();
    const auto length = shape[1].integer();
    if (!demands.that(
            !length || *length <= most,
            say("The sequence has %1 positions, and there are vectors for %2. Set max_length to at least %1.", length.value_or(0), most)))
        return demands.refusal();
    if (!length)
        demands.assume("input", say("Only a run can tell whether the sequence has at most %1 positions.", most), {shape[0], most, shape[2]},
                       shape);
    return demands.outcome({inputs[0]});
}

Cost learnedCost(const Parameters& parameters, std::span<const Sizes>, std::span<const Sizes> outputs) {
    return {.parameters = product({parameters[kMaxLength], parameters[kFeatures]}),
            .activationBytes = product({kFloatBytes, elements(outputs[0])})};
}

ShapeAnswer rotaryShape(const Parameters&, std::span<const TensorType> inputs) {
    const Shape& shape = inputs[0].shape;
    Demands demands;
    if (!demands.element("input", inputs[0], ElementType::Float) ||
        !demands.that(shape.size() == 3 || shape.size() == 4,
                      say("input needs 3 dimensions (batch, sequence, features) or 4 (batch, heads, sequence, features), and it has %1.",
                          shape.size())))
        return demands.refusal();
    const auto features = shape.back().integer();
    if (!demands.that(features.value_or(0) % 2 == 0,
                      say("Features are turned in pairs, and %1 is an odd number of them.", features.value_or(0))))
        return demands.refusal();
    return demands.outcome({inputs[0]});
}

// Each number becomes a sum of two products.
Cost rotaryCost(const Parameters&, std::span<const Sizes>, std::span<const Sizes> outputs) {
    return {.multiplyAdds = product({2, elements(outputs[0])}), .activationBytes = product({kFloatBytes, elements(outputs[0])})};
}

ParameterSpec baseSpec() {
    return specOf(kBase, phrase("Base"), phrase("How much slower the slowest of the waves is than the fastest."), 10000.0, 1.0001, 1e12);
}

}  // namespace

std::span<const Operator> positionOperators() {
    static const std::vector<Operator> operators{
        {
            .id = "SinusoidalPosition",
            .family = Family::Attention,
            .label = phrase("Sinusoidal position"),
            .summary = phrase("Adds sines and cosines of the position, of many wavelengths, to the features."),
            .inputs = {{"input", phrase("(batch, sequence, features)")}},
            .outputs = {{"output", phrase("as the input")}},
            .parameters = {baseSpec()},
            .shape = sinusoidalShape,
            .cost = keptOutput,
            .code = sinusoidalPositionCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{}, {floats({2, 5, 6})}, {{2, 5, 6}}}, {{given(kBase, 100.0)}, {floats({1, 7, 3})}, {{1, 7, 3}}}},
        },
        {
            .id = "LearnedPosition",
            .family = Family::Attention,
            .label = phrase("Learned position"),
            .summary = phrase("Adds a learned vector to the features at each position."),
            .inputs = {{"input", phrase("(batch, sequence, features), at most max_length positions")}},
            .outputs = {{"output", phrase("as the input")}},
            .parameters = {specOf(kMaxLength, phrase("Positions"), phrase("How many positions have a vector."), std::nullopt),
                           specOf(kFeatures, phrase("Vector size"), phrase("Extent of the input's last dimension."), std::nullopt),
                           specOf(kInitialStd, phrase("First deviation"),
                                  phrase("Standard deviation of the numbers that the vectors start with."), 0.02, 0, 1000)},
            .shape = learnedShape,
            .cost = learnedCost,
            .code = learnedPositionCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kMaxLength, 9), given(kFeatures, 6)}, {floats({2, 5, 6})}, {{2, 5, 6}}},
                         {{given(kMaxLength, 4), given(kFeatures, 3), given(kInitialStd, 1.0)}, {floats({1, 4, 3})}, {{1, 4, 3}}}},
        },
        {
            .id = "RotaryPosition",
            .family = Family::Attention,
            .label = phrase("Rotary position"),
            .summary =
                phrase("Turns pairs of features by an angle that grows with the position, so that products of queries and keys depend on "
                       "their distance."),
            .inputs = {{"input", phrase("(batch, sequence, features) or (batch, heads, sequence, features), an even number of features")}},
            .outputs = {{"output", phrase("as the input")}},
            .parameters = {baseSpec()},
            .shape = rotaryShape,
            .cost = rotaryCost,
            .code = rotaryPositionCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{}, {floats({2, 3, 5, 8})}, {{2, 3, 5, 8}}}, {{given(kBase, 100.0)}, {floats({1, 7, 2})}, {{1, 7, 2}}}},
        },
    };
    return operators;
}

}  // namespace seekbench

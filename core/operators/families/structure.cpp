// SPDX-License-Identifier: Apache-2.0
#include "core/operators/families/families.h"

namespace seekbench {

using namespace parameter;

ShapeAnswer sameShape(const Parameters&, std::span<const TensorType> inputs) {
    Demands demands;
    if (!demands.element("input", inputs[0], ElementType::Float)) return demands.refusal();
    return demands.outcome({inputs[0]});
}

Cost keptOutput(const Parameters&, std::span<const Sizes>, std::span<const Sizes> outputs) {
    return {.activationBytes = product({kFloatBytes, elements(outputs[0])})};
}

Cost nothing(const Parameters&, std::span<const Sizes>, std::span<const Sizes>) { return {}; }

namespace {

ElementType elementOf(const Parameters& parameters) {
    return parameters[kElement] == kElementInteger ? ElementType::Integer : ElementType::Float;
}

ShapeAnswer inputShape(const Parameters& parameters, std::span<const TensorType>) {
    Shape shape{Dimension::symbol("batch")};
    for (const std::int64_t extent : parameters[kShape]) shape.emplace_back(extent);
    return ShapeOutcome{.outputs = {{std::move(shape), elementOf(parameters)}}, .unproven = {}};
}

Cost inputCost(const Parameters& parameters, std::span<const Sizes>, std::span<const Sizes> outputs) {
    const std::int64_t bytes = elementOf(parameters) == ElementType::Integer ? kIntegerBytes : kFloatBytes;
    return {.activationBytes = product({bytes, elements(outputs[0])})};
}

ShapeAnswer outputShape(const Parameters&, std::span<const TensorType>) { return ShapeOutcome{}; }

ShapeAnswer identityShape(const Parameters&, std::span<const TensorType> inputs) {
    return ShapeOutcome{.outputs = {inputs[0]}, .unproven = {}};
}

}  // namespace

std::span<const Operator> structureOperators() {
    static const std::vector<Operator> operators{
        {
            .id = "Input",
            .family = Family::Structure,
            .label = phrase("Input"),
            .summary = phrase("Where samples enter the model. Inside a composite operator: an input port, whose type comes from outside."),
            .inputs = {},
            .outputs = {{"output", phrase("(batch, *shape)")}},
            .parameters = {specOf(kShape, phrase("Shape"), phrase("Extents of one sample, without the batch."), std::nullopt, 0),
                           specOf(kElement, phrase("Element"), phrase("Real numbers, or whole numbers such as token ids."), kElementFloat,
                                  {kElementFloat, kElementInteger})},
            .shape = inputShape,
            .cost = inputCost,
            .code = Unsupported{phrase("An input is an argument of the function, and no line of its own.")},
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kShape, {1, 27, 29})}, {}, {{1, 1, 27, 29}}},
                         {{given(kShape, {13}), given(kElement, std::string(kElementInteger))}, {}, {{1, 13}}}},
        },
        {
            .id = "Output",
            .family = Family::Structure,
            .label = phrase("Output"),
            .summary = phrase("What the model gives out. Inside a composite operator: an output port."),
            .inputs = {{"input", phrase("(*)")}},
            .outputs = {},
            .parameters = {},
            .shape = outputShape,
            .cost = nothing,
            .code = Unsupported{phrase("An output is what the function returns, and no line of its own.")},
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{}, {floats({3, 10})}, {}}, {{}, {whole({2, 7})}, {}}},
        },
        {
            .id = "Identity",
            .family = Family::Structure,
            .label = phrase("Identity"),
            .summary = phrase("Gives its input out unchanged."),
            .inputs = {{"input", phrase("(*)")}},
            .outputs = {{"output", phrase("(*), as the input")}},
            .parameters = {},
            .shape = identityShape,
            .cost = nothing,
            .code = identityCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{}, {floats({3, 5, 7})}, {{3, 5, 7}}}, {{}, {whole({2, 9})}, {{2, 9}}}},
        },
    };
    return operators;
}

}  // namespace seekbench

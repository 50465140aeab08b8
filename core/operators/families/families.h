// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the tables of operators have in common. Each family is one file with one function that returns its table.

#include "core/operators/code/rules.h"
#include "core/operators/cost.h"
#include "core/operators/demands.h"
#include "core/operators/operator.h"
#include "core/operators/parameters.h"

namespace seekbench {

std::span<const Operator> structureOperators();
std::span<const Operator> linearOperators();
std::span<const Operator> expertOperators();  // of the family Linear
std::span<const Operator> convolutionOperators();
std::span<const Operator> transposedConvolutionOperators();
std::span<const Operator> normalizationOperators();
std::span<const Operator> activationOperators();
std::span<const Operator> quantizationOperators();  // of the family Activation
std::span<const Operator> poolingOperators();
std::span<const Operator> reductionOperators();
std::span<const Operator> regularizationOperators();
std::span<const Operator> shapeOperators();
std::span<const Operator> resizingOperators();
std::span<const Operator> combinationOperators();
std::span<const Operator> attentionOperators();
std::span<const Operator> dynamicAttentionOperators();  // of the family Attention, as the next
std::span<const Operator> positionOperators();
std::span<const Operator> recurrentOperators();

inline constexpr Unsupported kNoOnnxYet{phrase("The ONNX export of this operator is not written yet.")};
inline constexpr Unsupported kNoTfliteYet{phrase("The TFLite export of this operator is not written yet.")};

using ShapeAnswer = Result<ShapeOutcome, ShapeError>;

// For operators that change values and keep the shape: one input, real numbers, the same shape out.
ShapeAnswer sameShape(const Parameters&, std::span<const TensorType> inputs);
// For operators without parameters and multiply-adds whose output is kept for the backward pass.
Cost keptOutput(const Parameters&, std::span<const Sizes> inputs, std::span<const Sizes> outputs);
// For views: the output shares the input's memory.
Cost nothing(const Parameters&, std::span<const Sizes> inputs, std::span<const Sizes> outputs);

inline constexpr std::int64_t kFloatBytes = 4, kIntegerBytes = 8;

// The parts of an Example.
template <class T>
ParameterValues::value_type given(Parameter<T> parameter, std::type_identity_t<T> value) {
    return {std::string(parameter.name), ParameterValue(std::move(value))};
}
inline TensorType floats(Shape shape) { return {std::move(shape), ElementType::Float}; }
inline TensorType whole(Shape shape) { return {std::move(shape), ElementType::Integer}; }

}  // namespace seekbench

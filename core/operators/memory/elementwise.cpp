// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/operators/memory/tables.h"

namespace seekbench {

using namespace parameter;

namespace {

// PReLU collects the gradient of its slopes from a tensor as large as its input.
KeptMemory prelu(const Parameters&, std::span<const Sizes> inputs, std::span<const Sizes>) {
    return {.inputs = kFirst, .backward = elements(inputs[0])};
}

// The mask of what lies in the range is made on the way back: a byte for each number.
KeptMemory clamp(const Parameters&, std::span<const Sizes> inputs, std::span<const Sizes>) {
    return {.inputs = kFirst, .backward = elements(inputs[0]) / 4};
}

// The numbers that the input is multiplied by, 0 or 1 / (1 - p), are kept as numbers; with p = 0 nothing is done.
KeptMemory dropout(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes>) {
    if (parameters[kP] == 0) return {.passesGradient = true, .memory = KeptMemory::Outputs::View};
    return {.numbers = elements(inputs[0])};
}

KeptMemory dropout2d(const Parameters&, std::span<const Sizes> inputs, std::span<const Sizes>) {
    return {.numbers = product({inputs[0][0], inputs[0][1]})};
}

KeptMemory dropPath(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes>) {
    if (parameters[kP] == 0) return {.passesGradient = true, .memory = KeptMemory::Outputs::View};
    return {.numbers = inputs[0][0]};
}

// What is less than zero or beyond the range is kept as one byte for each number.
KeptMemory fakeQuantize(const Parameters&, std::span<const Sizes> inputs, std::span<const Sizes>) {
    return {.bytes = elements(inputs[0]), .buffers = 8, .width = KeptMemory::Width::Full};
}

// Equal shapes hand the gradient on; stretched inputs get their own, summed. Sums of several are made one after the other.
KeptMemory add(const Parameters&, std::span<const Sizes> inputs, std::span<const Sizes> outputs) {
    const bool equal = std::ranges::all_of(inputs, [&](const Sizes& input) { return input == outputs[0]; });
    return {.forward = inputs.size() > 2 ? elements(outputs[0]) : 0, .passesGradient = equal};
}

// Every factor is kept, and of more than two the products on the way.
KeptMemory multiply(const Parameters&, std::span<const Sizes> inputs, std::span<const Sizes> outputs) {
    const auto between = static_cast<std::int64_t>(inputs.size() > 2 ? inputs.size() - 2 : 0);
    return {.inputs = kEvery, .numbers = product({between, elements(outputs[0])})};
}

KeptMemory divide(const Parameters&, std::span<const Sizes>, std::span<const Sizes> outputs) {
    return {.inputs = kBoth, .backward = elements(outputs[0])};
}

KeptMemory matMul(const Parameters&, std::span<const Sizes>, std::span<const Sizes>) {
    return {.inputs = kBoth, .width = KeptMemory::Width::Half};
}

// The gradients of the parts are views of that of the whole.
KeptMemory concat(const Parameters&, std::span<const Sizes>, std::span<const Sizes>) { return {.passesGradient = true}; }

}  // namespace

std::span<const MemoryRow> elementwiseMemory() {
    static constexpr MemoryRow kRows[] = {
        {"ReLU", keepsOutput},
        {"GELU", keepsInput},
        {"SiLU", keepsInput},
        {"Tanh", keepsOutput},
        {"Sigmoid", keepsOutput},
        {"Softmax", keepsOutput},
        {"ReLU6", keepsInput},
        {"LeakyReLU", keepsInput},
        {"PReLU", prelu},
        {"ELU", keepsInput},
        {"Mish", keepsInput},
        {"Hardswish", keepsInput},
        {"Hardsigmoid", keepsInput},
        {"Softplus", keepsInput},
        {"LogSoftmax", keepsOutput},
        {"Clamp", clamp},
        {"FakeQuantize", fakeQuantize},
        {"Dropout", dropout},
        {"Dropout2d", dropout2d},
        {"DropPath", dropPath},
        {"Add", add},
        {"Multiply", multiply},
        {"Subtract", keepsNothing},
        {"Divide", divide},
        {"MatMul", matMul},
        {"Concat", concat},
    };
    return kRows;
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include "gpu/operators/families.h"

namespace seekbench {

using namespace parameter;

namespace {

// All inputs folded into one, from the first to the last.
template <class Operation>
std::unique_ptr<Layer> fold(Operation operation) {
    return functionLayer([operation](LayerInputs inputs) {
        at::Tensor all = inputs[0];
        for (const at::Tensor& input : inputs.subspan(1)) all = operation(all, input);
        return all;
    });
}

std::unique_ptr<Layer> add(const Parameters&) {
    return fold([](const at::Tensor& a, const at::Tensor& b) { return a + b; });
}

std::unique_ptr<Layer> multiply(const Parameters&) {
    return fold([](const at::Tensor& a, const at::Tensor& b) { return a * b; });
}

std::unique_ptr<Layer> subtract(const Parameters&) {
    return functionLayer([](LayerInputs inputs) { return inputs[0] - inputs[1]; });
}

std::unique_ptr<Layer> divide(const Parameters&) {
    return functionLayer([](LayerInputs inputs) { return inputs[0] / inputs[1]; });
}

std::unique_ptr<Layer> matMul(const Parameters&) {
    return functionLayer([](LayerInputs inputs) { return inputs[0].matmul(inputs[1]); });
}

std::unique_ptr<Layer> concat(const Parameters& parameters) {
    return functionLayer(
        [dim = parameters[kDim]](LayerInputs inputs) { return at::cat(at::TensorList(inputs.data(), inputs.size()), dim); });
}

}  // namespace

std::span<const TorchOperator> combinationLayers() {
    static constexpr TorchOperator kLayers[] = {{"Add", add},       {"Multiply", multiply}, {"Subtract", subtract},
                                                {"Divide", divide}, {"MatMul", matMul},     {"Concat", concat}};
    return kLayers;
}

}  // namespace seekbench

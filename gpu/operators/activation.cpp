// SPDX-License-Identifier: Apache-2.0
#include "gpu/operators/families.h"

namespace seekbench {

using namespace parameter;

namespace {

template <at::Tensor (*function)(const at::Tensor&)>
std::unique_ptr<Layer> elementwise(const Parameters&) {
    return functionLayer([](LayerInputs inputs) { return function(inputs[0]); });
}

std::unique_ptr<Layer> gelu(const Parameters& parameters) {
    return functionLayer([approximate = parameters[kApproximate]](LayerInputs inputs) { return at::gelu(inputs[0], approximate); });
}

std::unique_ptr<Layer> softmax(const Parameters& parameters) {
    return functionLayer([dim = parameters[kDim]](LayerInputs inputs) { return at::softmax(inputs[0], dim); });
}

}  // namespace

std::span<const TorchOperator> activationLayers() {
    static constexpr TorchOperator kLayers[] = {{"ReLU", elementwise<at::relu>},       {"GELU", gelu},
                                                {"SiLU", elementwise<at::silu>},       {"Tanh", elementwise<at::tanh>},
                                                {"Sigmoid", elementwise<at::sigmoid>}, {"Softmax", softmax}};
    return kLayers;
}

}  // namespace seekbench

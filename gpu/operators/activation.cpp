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

std::unique_ptr<Layer> logSoftmax(const Parameters& parameters) {
    return functionLayer([dim = parameters[kDim]](LayerInputs inputs) { return at::log_softmax(inputs[0], dim); });
}

std::unique_ptr<Layer> leakyRelu(const Parameters& parameters) {
    return functionLayer([slope = parameters[kNegativeSlope]](LayerInputs inputs) { return at::leaky_relu(inputs[0], slope); });
}

std::unique_ptr<Layer> prelu(const Parameters& parameters) {
    return moduleLayer(torch::nn::PReLU(torch::nn::PReLUOptions().num_parameters(parameters[kNumParameters]).init(parameters[kInit])));
}

std::unique_ptr<Layer> elu(const Parameters& parameters) {
    return functionLayer([alpha = parameters[kAlpha]](LayerInputs inputs) { return at::elu(inputs[0], alpha); });
}

std::unique_ptr<Layer> softplus(const Parameters& parameters) {
    return functionLayer([beta = parameters[kBeta], threshold = parameters[kThreshold]](LayerInputs inputs) {
        return at::softplus(inputs[0], beta, threshold);
    });
}

std::unique_ptr<Layer> clamp(const Parameters& parameters) {
    return functionLayer([min = parameters[kMin], max = parameters[kMax]](LayerInputs inputs) { return at::clamp(inputs[0], min, max); });
}

}  // namespace

std::span<const TorchOperator> activationLayers() {
    static constexpr TorchOperator kLayers[] = {{"ReLU", elementwise<at::relu>},
                                                {"GELU", gelu},
                                                {"SiLU", elementwise<at::silu>},
                                                {"Tanh", elementwise<at::tanh>},
                                                {"Sigmoid", elementwise<at::sigmoid>},
                                                {"Softmax", softmax},
                                                {"ReLU6", elementwise<at::relu6>},
                                                {"LeakyReLU", leakyRelu},
                                                {"PReLU", prelu},
                                                {"ELU", elu},
                                                {"Mish", elementwise<at::mish>},
                                                {"Hardswish", elementwise<at::hardswish>},
                                                {"Hardsigmoid", elementwise<at::hardsigmoid>},
                                                {"Softplus", softplus},
                                                {"LogSoftmax", logSoftmax},
                                                {"Clamp", clamp}};
    return kLayers;
}

}  // namespace seekbench

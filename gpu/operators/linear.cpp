// SPDX-License-Identifier: Apache-2.0
#include "gpu/operators/families.h"

namespace seekbench {

using namespace parameter;

namespace {

std::unique_ptr<Layer> linear(const Parameters& parameters) {
    return moduleLayer(
        torch::nn::Linear(torch::nn::LinearOptions(parameters[kInFeatures], parameters[kOutFeatures]).bias(parameters[kBias])));
}

std::unique_ptr<Layer> embedding(const Parameters& parameters) {
    return moduleLayer(torch::nn::Embedding(torch::nn::EmbeddingOptions(parameters[kNumEmbeddings], parameters[kEmbeddingDim])));
}

class LearnedScale final : public torch::nn::Module {
public:
    explicit LearnedScale(double start) : m_weight(register_parameter("weight", at::full({1}, start))) {}
    at::Tensor forward(const at::Tensor& input) const { return input * m_weight; }

private:
    at::Tensor m_weight;
};

std::unique_ptr<Layer> scale(const Parameters& parameters) {
    if (parameters[kLearned]) return moduleLayer(std::make_shared<LearnedScale>(parameters[kFactor]));
    return functionLayer([factor = parameters[kFactor]](LayerInputs inputs) { return inputs[0] * factor; });
}

}  // namespace

std::span<const TorchOperator> linearLayers() {
    static constexpr TorchOperator kLayers[] = {{"Linear", linear}, {"Embedding", embedding}, {"Scale", scale}};
    return kLayers;
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include "gpu/operators/families.h"

namespace seekbench {

using namespace parameter;

namespace {

std::unique_ptr<Layer> linear(const Parameters& parameters) {
    return moduleLayer(
        torch::nn::Linear(torch::nn::LinearOptions(parameters[kInFeatures], parameters[kOutFeatures]).bias(parameters[kBias])));
}

// PyTorch's weights are normal with deviation 1; multiplying them gives any other.
std::unique_ptr<Layer> embedding(const Parameters& parameters) {
    torch::nn::EmbeddingOptions options(parameters[kNumEmbeddings], parameters[kEmbeddingDim]);
    if (parameters[kPaddingIdx] >= 0) options.padding_idx(parameters[kPaddingIdx]);
    torch::nn::Embedding module(options);
    {
        at::NoGradGuard noGradient;
        module->weight.mul_(parameters[kInitialStd]);
    }
    return moduleLayer(std::move(module), [](torch::nn::EmbeddingImpl& self, LayerInputs inputs) {
        return std::vector<at::Tensor>{self.forward(inputs[0]), self.weight};
    });
}

std::unique_ptr<Layer> tiedLinear(const Parameters&) {
    return functionLayer([](LayerInputs inputs) { return at::linear(inputs[0], inputs[1]); });
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
    static constexpr TorchOperator kLayers[] = {{"Linear", linear}, {"Embedding", embedding}, {"TiedLinear", tiedLinear}, {"Scale", scale}};
    return kLayers;
}

}  // namespace seekbench

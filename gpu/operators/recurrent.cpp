// SPDX-License-Identifier: Apache-2.0
#include "gpu/operators/families.h"

namespace seekbench {

using namespace parameter;

namespace {

std::unique_ptr<Layer> lstm(const Parameters& parameters) {
    auto module = torch::nn::LSTM(torch::nn::LSTMOptions(parameters[kInputSize], parameters[kHiddenSize])
                                      .num_layers(parameters[kNumLayers])
                                      .bias(parameters[kBias])
                                      .dropout(parameters[kDropout])
                                      .bidirectional(parameters[kBidirectional])
                                      .batch_first(true));
    return moduleLayer(std::move(module), [](torch::nn::LSTMImpl& self, LayerInputs inputs) {
        const auto [output, state] = self.forward(inputs[0]);
        return std::vector<at::Tensor>{output, std::get<0>(state), std::get<1>(state)};
    });
}

}  // namespace

std::span<const TorchOperator> recurrentLayers() {
    static constexpr TorchOperator kLayers[] = {{"LSTM", lstm}};
    return kLayers;
}

}  // namespace seekbench

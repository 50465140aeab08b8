// SPDX-License-Identifier: Apache-2.0
#include "gpu/kernels/fused_lstm.h"
#include "gpu/operators/families.h"

namespace seekbench {

using namespace parameter;

namespace {

// torch::nn::LSTM or GRU, and which part of its top layer is given out.
template <class Module, class Options>
Module recurrent(const Parameters& parameters) {
    return Module(Options(parameters[kInputSize], parameters[kHiddenSize])
                      .num_layers(parameters[kNumLayers])
                      .bias(parameters[kBias])
                      .dropout(parameters[kDropout])
                      .bidirectional(parameters[kBidirectional])
                      .batch_first(true));
}

// The states of the top layer when each of its directions has read all, side by side. The backward direction ends at the first
// step, so that this is not the last step of the sequence.
at::Tensor lastOf(const at::Tensor& hidden, bool bidirectional) {
    const std::int64_t top = hidden.size(0) - 1;
    return bidirectional ? at::cat({hidden[top - 1], hidden[top]}, -1) : hidden[top];
}

std::unique_ptr<Layer> lstm(const Parameters& parameters) {
    const bool last = parameters[kReturns] == kReturnsLast, both = parameters[kBidirectional];
    return moduleLayer(recurrent<torch::nn::LSTM, torch::nn::LSTMOptions>(parameters), [=](torch::nn::LSTMImpl& self, LayerInputs inputs) {
        const LstmSettings settings{.layers = self.options_base.num_layers(),
                                    .biases = self.options_base.bias(),
                                    .bidirectional = both,
                                    .dropout = self.is_training() ? self.options_base.dropout() : 0};
        if (const auto fused = fusedLstm(inputs[0], self.all_weights(), settings))
            return std::vector<at::Tensor>{last ? lastOf(fused->hidden, both) : fused->output, fused->hidden, fused->cell};
        const auto [output, state] = self.forward(inputs[0]);
        const auto& [hidden, cell] = state;
        return std::vector<at::Tensor>{last ? lastOf(hidden, both) : output, hidden, cell};
    });
}

std::unique_ptr<Layer> gru(const Parameters& parameters) {
    const bool last = parameters[kReturns] == kReturnsLast, both = parameters[kBidirectional];
    return moduleLayer(recurrent<torch::nn::GRU, torch::nn::GRUOptions>(parameters), [=](torch::nn::GRUImpl& self, LayerInputs inputs) {
        const auto [output, hidden] = self.forward(inputs[0]);
        return std::vector<at::Tensor>{last ? lastOf(hidden, both) : output, hidden};
    });
}

}  // namespace

std::span<const TorchOperator> recurrentLayers() {
    static constexpr TorchOperator kLayers[] = {{"LSTM", lstm}, {"GRU", gru}};
    return kLayers;
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <ATen/core/Tensor.h>

namespace seekbench {

// at::lstm() from zero states: the products with the inputs of all steps at once, one pass over the gates of a step, and the gradients of
// the weights as one product each at the end. Kept for the backward pass: gates, cells and outputs.
struct LstmSettings {
    std::int64_t layers = 1;
    bool biases = true;
    bool bidirectional = false;
    double dropout = 0;  // between layers; 0 outside training
};
struct LstmResult {
    at::Tensor output;        // (batch, length, directions · hidden)
    at::Tensor hidden, cell;  // (layers · directions, batch, hidden), the last of each
};

// `input` (batch, length, features); `weights` as torch::nn::LSTM lists them. Nothing comes back when the tensors are not for the kernels.
std::optional<LstmResult> fusedLstm(const at::Tensor& input, const std::vector<at::Tensor>& weights, const LstmSettings& settings);

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include <ATen/core/Tensor.h>

namespace seekbench {

// The half of a row of lossKinds() that computes: the mean over the batch, 0-dimensional, in single precision whatever the output's type.
// cross_entropy: output (batch, classes, …) unnormalised, target int64 (batch, …). mse: both of one shape.
struct TorchLoss {
    std::string_view id;
    at::Tensor (*mean)(const at::Tensor& output, const at::Tensor& target);
};
std::span<const TorchLoss> torchLosses();

// The row with this id, or nullptr.
const TorchLoss* findTorchLoss(std::string_view id);

}  // namespace seekbench

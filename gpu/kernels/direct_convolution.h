// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <ATen/core/Tensor.h>

namespace seekbench {

// at::convolution() by oneDNN where LibTorch would not ask it though it is there and faster: volumes at batch 1. Nothing comes back for all
// other tensors and shapes, and with a LibTorch whose backward pass by oneDNN cannot be reached (2.x).
std::optional<at::Tensor> directConvolution(const at::Tensor& input, const at::Tensor& weight, const at::Tensor& bias,
                                            at::IntArrayRef stride, at::IntArrayRef padding, at::IntArrayRef dilation, std::int64_t groups);

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <ATen/core/Tensor.h>

namespace seekbench {

// at::max_pool2d() (window of two extents) and at::max_pool3d() (three) that remember the greatest of each window as one byte instead of
// eight. Nothing comes back when the tensor is not for the kernel, the window is dilated or has more than 256 places.
std::optional<at::Tensor> byteMaxPool(const at::Tensor& input, at::IntArrayRef window, at::IntArrayRef stride, at::IntArrayRef padding,
                                      at::IntArrayRef dilation, bool ceilMode);

}  // namespace seekbench

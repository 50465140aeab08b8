// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <ATen/core/Tensor.h>

#include "core/evaluation/curves.h"
#include "gpu/model/named_tensor.h"

namespace seekbench {

// Those that there are, live.
std::vector<at::Tensor> gradientsOf(const std::vector<NamedTensor>& parameters);

// Their L2 norm over all (0-dimensional, double, on their device).
at::Tensor normOf(const std::vector<at::Tensor>& gradients);

// Scales them down, in place, so that their norm is at most `most`: times most / (norm + 10⁻⁶) where that is below 1, which is what
// torch.nn.utils.clip_grad_norm_ does (Pascanu 2013). Returns the norm before.
at::Tensor clip(const std::vector<at::Tensor>& gradients, double most);

// How large they are, as gradient_range.h counts it.
std::vector<CurvePoint> sizesOf(const std::vector<at::Tensor>& gradients);

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/graph/expand.h"

namespace seekbench {

// A batch, or a part of it.
struct BatchPart {
    std::vector<at::Tensor> inputs;
    at::Tensor target;  // may be undefined
    double share = 1;   // of the samples
};

// The batch in as many parts as wanted, one after the other. None has fewer samples than `least`, unless the batch has.
std::vector<BatchPart> partsOf(const std::vector<at::Tensor>& inputs, const at::Tensor& target, std::int64_t parts, std::int64_t least);

// Samples that the model needs at once.
std::int64_t leastPart(const Model& model);

}  // namespace seekbench

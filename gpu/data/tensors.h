// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <ATen/core/Tensor.h>

#include "core/data/dataset.h"

namespace seekbench {

struct BatchTensors {
    std::vector<at::Tensor> inputs;  // one per Input node of the graph, in their order
    at::Tensor target;
    std::int64_t samples = 0;
};

// The batch as tensors on `device`. On the CPU nothing is copied: the tensors look at the batch's own memory, so they must not be used
// after the batch has changed (Loader::next()), nor written to.
BatchTensors toTensors(const Batch& batch, const at::Device& device);

}  // namespace seekbench

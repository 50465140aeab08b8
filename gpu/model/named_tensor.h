// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

#include <ATen/core/Tensor.h>

namespace seekbench {

// A tensor under its name: "weight" within a layer, "block/conv1.weight" (path of the node, '.', name within the layer) within a model.
using NamedTensor = std::pair<std::string, at::Tensor>;

}  // namespace seekbench

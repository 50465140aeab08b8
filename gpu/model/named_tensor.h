// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"

namespace seekbench {

// A tensor under its name: "weight" within a layer, "block/conv1.weight" (path of the node, '.', name within the layer) within a model.
using NamedTensor = std::pair<std::string, at::Tensor>;

// Whether names, element types and sizes are those of `wanted`, in any order; an error says which is not.
Result<void> fits(const std::vector<NamedTensor>& given, const std::vector<NamedTensor>& wanted);
// Copies `source` into the tensors of the same names; when they do not fit, nothing changes.
Result<void> copyByName(const std::vector<NamedTensor>& source, const std::vector<NamedTensor>& target);

}  // namespace seekbench

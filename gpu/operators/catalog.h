// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "core/operators/parameter.h"
#include "gpu/operators/layer.h"

namespace seekbench {

// The torch half of an operator: the row with the same id as in core/operators.
struct TorchOperator {
    std::string_view id;
    // A layer with PyTorch's initial weights, drawn from the global generator as the module of torch.nn draws them.
    std::unique_ptr<Layer> (*build)(const Parameters& parameters);
};

// All torch halves, in the order of operatorCatalog().
std::span<const TorchOperator* const> torchOperatorCatalog();

// The torch half of the operator with this id, or nullptr.
const TorchOperator* findTorchOperator(std::string_view id);

}  // namespace seekbench

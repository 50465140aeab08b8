// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

namespace seekbench {

// Somebody who stands where values go from layer to layer during a GraphModule's forward(). One thread uses it.
class LayerBorder {
public:
    virtual ~LayerBorder() = default;
    // Before the layer of the node `path` computes; Input nodes compute nothing.
    virtual void enter(const std::string& path) { (void)path; }
    // Afterwards, with what it gives out, which may be replaced; of an Input node what was put in.
    virtual void leave(const std::string& path, std::vector<at::Tensor>& outputs) = 0;
};

}  // namespace seekbench

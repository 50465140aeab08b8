// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "gpu/model/named_tensor.h"

namespace seekbench {

enum class Mode { Training, Evaluation };

// A Layer is a node of a model that computes: its weights, and the way from its inputs to its outputs. Made by the torch half of its
// operator with PyTorch's initial weights, on the CPU, in training mode. One thread owns it.
class Layer {
public:
    virtual ~Layer() = default;

    // One tensor per input edge, ports in order, slots in order; one per output port. Gradients are recorded as ATen's mode says.
    virtual std::vector<at::Tensor> forward(std::span<const at::Tensor> inputs) = 0;

    virtual void setMode(Mode) {}
    virtual void moveTo(const at::Device&) {}
    // What the optimizer updates, and what else belongs to the layer's state, both live.
    virtual std::vector<NamedTensor> parameters() const { return {}; }
    virtual std::vector<NamedTensor> buffers() const { return {}; }

    // What the newest forward() in training mode adds to the training loss (0-dimensional, its weight included); undefined: nothing.
    // Asked of layers that tell observations: what is added to the loss shall be seen.
    virtual at::Tensor auxiliaryLoss() const { return {}; }
    // Names of numbers that the layer tells about each forward() in training mode, such as "dropped_tokens"; the same through its life.
    virtual std::vector<std::string> observationNames() const { return {}; }
    // Those of the newest forward(): one for each name, 1-dimensional, without a gradient, perhaps still on the device.
    virtual at::Tensor observations() const { return {}; }
};

}  // namespace seekbench

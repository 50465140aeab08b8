// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>

#include "gpu/model/engine.h"
#include "gpu/model/layer_border.h"

namespace seekbench {

// A FiniteWatch finds the first value of a training step that is not finite (NaN or infinite), and whose it is: the node whose layer gave
// it out on the way forward, or the node whose part of the way back made it. LibTorch's own anomaly mode names an operator such as
// "SqrtBackward0" and not the layer, sees NaN alone, and records the program's stack at every operator; so it is not used. Every look
// waits for the device. For one step; one thread.
class FiniteWatch final : public LayerBorder {
public:
    FiniteWatch();
    ~FiniteWatch() override;

    void enter(const std::string& path) override;
    void leave(const std::string& path, std::vector<at::Tensor>& outputs) override;
    // The loss is entered and left like a layer without a path.
    void enterLoss() { enter({}); }
    void leaveLoss(const at::Tensor& loss);
    // Looks at everything that backward() of `loss` computes; after the loss was left, before its backward().
    void watchBackward(const at::Tensor& loss);

    const std::optional<NonFiniteValue>& found() const;

private:
    struct State;
    std::shared_ptr<State> m_state;  // shared with the hooks in the autograd graph, which may outlive the watch
};

// The gradient nearest to the loss that is not finite, of parameters in the model's order.
std::optional<NonFiniteValue> firstNonFiniteGradient(const std::vector<NamedTensor>& parameters);

}  // namespace seekbench

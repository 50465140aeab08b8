// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "gpu/model/engine.h"
#include "gpu/training/optimizer_kernels.h"

namespace seekbench {

// The half of a row of optimizerKinds() that computes.
struct TorchOptimizer {
    std::string_view id;
    // Names of the state tensors that are shaped like the parameter, as torch.optim calls them; at most two.
    std::vector<std::string_view> (*moments)(const Parameters& parameters);
    bool countsSteps = false;  // then the state has a "step" too
    // The update number `step` (1, 2 …) of a parameter, with the schedule's factor on the learning rate.
    OptimizerUpdate (*update)(const Parameters& parameters, double learningRateFactor, std::int64_t step);
};
std::span<const TorchOptimizer> torchOptimizers();

// An Optimizer updates the parameters it was made for from their gradients, by exactly PyTorch's rules. One thread owns it.
// Dense float parameters on the CPU take one fused pass over memory, shared between ATen's threads; the numbers do not depend on
// how many threads there are. All others take a general way of ATen calls.
class Optimizer {
public:
    Optimizer(const TorchOptimizer& kind, Parameters settings, const std::vector<NamedTensor>& parameters);

    // Updates every parameter that has a gradient. Returns the L2 norm over all gradients before the update (0-dimensional float).
    at::Tensor step(double learningRateFactor);

    // The state, live: "conv1.weight.exp_avg", "conv1.weight.step" (int64, 0-dimensional, on the CPU).
    std::vector<NamedTensor> state() const;

private:
    struct Slot {
        NamedTensor parameter;
        std::vector<at::Tensor> moments;
        at::Tensor steps;  // defined when the kind counts them
        bool raw = false;  // the fused pass can take parameter and moments; the gradient is asked each time
    };

    const TorchOptimizer* m_kind;
    Parameters m_settings;
    std::vector<Slot> m_slots;
};

// The optimizer of `choice` for `parameters`; an error for an unknown kind or a wrong setting.
Result<std::unique_ptr<Optimizer>> makeOptimizer(const Choice& choice, const std::vector<NamedTensor>& parameters);

}  // namespace seekbench

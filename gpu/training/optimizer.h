// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "gpu/model/engine.h"
#include "gpu/training/optimizer_kernels.h"

namespace seekbench {

// V ← (1−r)·V + r·g² with r = t^−decayExponent, of matrices and above (over the last two dimensions) as R ← (1−r)·R + r·mean of the rows
// of g² and C likewise of the columns, V = R·C / mean(R);  u = g / √max(V, ε₁²);  u = u / max(1, rms(u) / clipThreshold);
// p = shrink·p − stepSize·u with stepSize = learningRate, or with relativeStep min(learningRate, 1/√t)·max(ε₂, rms(p)), rms(p) before the
// shrinking; ε₁ = 2⁻²³ (of single precision, in all types), ε₂ = 10⁻³, shrink = 1 − learningRate·decay.
// (Shazeer and Stern 2018, algorithms 4 and 5, with torch.optim.Adafactor's reading of them; without relativeStep the learning rate is the
// step itself.) Has no loop of its own: what is kept of V has not the parameter's shape, so ATen computes it on every device.
struct AdafactorUpdate {
    double learningRate = 0;
    double newShare = 1;       // r
    double relativeLimit = 0;  // 1/√t; 0: no relative step
    double clipThreshold = 1;
    double shrink = 1;
};

// A state tensor of a parameter, called as torch.optim calls it.
struct OptimizerMoment {
    std::string_view name;
    // Of another shape than the parameter: one that the fused pass cannot take.
    std::optional<std::vector<std::int64_t>> sizes = std::nullopt;
};

// The half of a row of optimizerKinds() that computes.
struct TorchOptimizer {
    std::string_view id;
    // The state tensors of a parameter of these sizes; at most two.
    std::vector<OptimizerMoment> (*moments)(const Parameters& parameters, std::span<const std::int64_t> sizes);
    bool countsSteps = false;  // then the state has a "step" too
    // The update number `step` (1, 2 …) of a parameter, with the schedule's factor on the learning rate.
    std::variant<OptimizerUpdate, AdafactorUpdate> (*update)(const Parameters& parameters, double learningRateFactor, std::int64_t step);
};
std::span<const TorchOptimizer> torchOptimizers();

// An Optimizer updates the parameters it was made for from their gradients, by exactly PyTorch's rules, and the papers' where
// PyTorch has none. One thread owns it.
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
        std::vector<std::string_view> names;  // of the moments
        at::Tensor steps;                     // defined when the kind counts them
        bool raw = false;                     // the fused pass can take parameter and moments; the gradient is asked each time
    };

    const TorchOptimizer* m_kind;
    Parameters m_settings;
    std::vector<Slot> m_slots;
};

// The optimizer of `choice` for `parameters`; an error for an unknown kind or a wrong setting.
Result<std::unique_ptr<Optimizer>> makeOptimizer(const Choice& choice, const std::vector<NamedTensor>& parameters);

}  // namespace seekbench

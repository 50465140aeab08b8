// SPDX-License-Identifier: Apache-2.0
#include "gpu/training/optimizer.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

namespace seekbench {
namespace {

// Elements of a slice: short enough for sums in single precision, long enough that the call costs nothing.
constexpr std::int64_t kSliceLength = 8192;
// Slices a thread should get at least; waking a sleeping thread costs as much as updating about this many.
constexpr std::int64_t kSlicesPerThread = 32;

std::vector<std::string_view> sgdMoments(const Parameters& settings) {
    return settings[kMomentum] == 0 ? std::vector<std::string_view>{} : std::vector<std::string_view>{"momentum"};
}

OptimizerUpdate sgdUpdate(const Parameters& settings, double factor, std::int64_t) {
    return SgdUpdate{.learningRate = settings[kLearningRate] * factor,
                     .momentum = settings[kMomentum],
                     .weightDecay = settings[kWeightDecay],
                     .nesterov = settings[kNesterov]};
}

std::vector<std::string_view> adamMoments(const Parameters&) { return {"exp_avg", "exp_avg_sq"}; }

AdamUpdate plainAdamUpdate(const Parameters& settings, double factor, std::int64_t step) {
    const auto power = static_cast<double>(step);
    return AdamUpdate{.stepSize = settings[kLearningRate] * factor / (1 - std::pow(settings[kBeta1], power)),
                      .beta1 = settings[kBeta1],
                      .beta2 = settings[kBeta2],
                      .epsilon = settings[kEpsilon],
                      .rootCorrection = std::sqrt(1 - std::pow(settings[kBeta2], power))};
}

OptimizerUpdate adamUpdate(const Parameters& settings, double factor, std::int64_t step) {
    AdamUpdate update = plainAdamUpdate(settings, factor, step);
    update.weightDecay = settings[kWeightDecay];
    return update;
}

OptimizerUpdate adamWUpdate(const Parameters& settings, double factor, std::int64_t step) {
    AdamUpdate update = plainAdamUpdate(settings, factor, step);
    update.shrink = 1 - settings[kLearningRate] * factor * settings[kWeightDecay];
    return update;
}

// Whether both lie in memory without gaps and in the same order, so that element i of one belongs to element i of the other.
bool sameLayout(const at::Tensor& a, const at::Tensor& b) {
    return a.is_non_overlapping_and_dense() && a.sizes() == b.sizes() && a.strides() == b.strides();
}
bool isHostFloat(const at::Tensor& tensor) {
    return tensor.layout() == at::kStrided && tensor.device().is_cpu() && tensor.scalar_type() == at::kFloat;
}

// The general way: the same rules in ATen calls, for any device and floating-point type.
void applyGeneral(const SgdUpdate& update, at::Tensor parameter, at::Tensor gradient, std::vector<at::Tensor>& moments) {
    if (update.weightDecay != 0) gradient = gradient.add(parameter, update.weightDecay);
    if (!moments.empty()) {
        moments[0].mul_(update.momentum).add_(gradient);
        gradient = update.nesterov ? gradient.add(moments[0], update.momentum) : moments[0];
    }
    parameter.add_(gradient, -update.learningRate);
}

void applyGeneral(const AdamUpdate& update, at::Tensor parameter, at::Tensor gradient, std::vector<at::Tensor>& moments) {
    if (update.weightDecay != 0) gradient = gradient.add(parameter, update.weightDecay);
    moments[0].mul_(update.beta1).add_(gradient, 1 - update.beta1);
    moments[1].mul_(update.beta2).addcmul_(gradient, gradient, 1 - update.beta2);
    if (update.shrink != 1) parameter.mul_(update.shrink);
    parameter.addcdiv_(moments[0], moments[1].sqrt().div_(update.rootCorrection).add_(update.epsilon), -update.stepSize);
}

// A slice of a parameter with the update it gets.
struct Work {
    OptimizerUpdate update;
    OptimizerSlice slice;
};

// The squares are added up per slice and then in the order of the slices: no thread's timing shows in the result.
double apply(const std::vector<Work>& work) {
    std::vector<double> squares(work.size());
    at::parallel_for(0, static_cast<std::int64_t>(work.size()), kSlicesPerThread, [&](std::int64_t begin, std::int64_t end) {
        for (auto i = static_cast<std::size_t>(begin); i < static_cast<std::size_t>(end); ++i)
            squares[i] = applyUpdate(work[i].update, work[i].slice);
    });
    return std::accumulate(squares.begin(), squares.end(), 0.0);
}

}  // namespace

std::span<const TorchOptimizer> torchOptimizers() {
    static constexpr TorchOptimizer kOptimizers[] = {
        {"sgd", sgdMoments, false, sgdUpdate},
        {"adam", adamMoments, true, adamUpdate},
        {"adam_w", adamMoments, true, adamWUpdate},
    };
    return kOptimizers;
}

Optimizer::Optimizer(const TorchOptimizer& kind, Parameters settings, const std::vector<NamedTensor>& parameters)
    : m_kind(&kind), m_settings(std::move(settings)) {
    at::NoGradGuard noGradient;
    const std::size_t moments = kind.moments(m_settings).size();
    for (const NamedTensor& parameter : parameters) {
        Slot slot;
        slot.parameter = parameter;
        slot.raw = isHostFloat(parameter.second) && parameter.second.is_non_overlapping_and_dense();
        while (slot.moments.size() < moments) {
            slot.moments.push_back(at::zeros_like(parameter.second));
            slot.raw = slot.raw && sameLayout(slot.moments.back(), parameter.second);
        }
        if (kind.countsSteps) slot.steps = at::zeros({}, at::kLong);
        m_slots.push_back(std::move(slot));
    }
}

at::Tensor Optimizer::step(double learningRateFactor) {
    at::NoGradGuard noGradient;
    std::vector<Work> work;
    std::vector<at::Tensor> squares;  // of the gradients that took the general way; they stay on their device
    for (Slot& slot : m_slots) {
        const at::Tensor& parameter = slot.parameter.second;
        const at::Tensor gradient = parameter.grad();
        if (!gradient.defined()) continue;
        const std::int64_t step = slot.steps.defined() ? ++*slot.steps.data_ptr<std::int64_t>() : 0;
        const OptimizerUpdate update = m_kind->update(m_settings, learningRateFactor, step);
        if (!slot.raw || !isHostFloat(gradient) || !sameLayout(gradient, parameter)) {
            squares.push_back(gradient.to(at::kFloat).square().sum());
            std::visit([&](const auto& kind) { applyGeneral(kind, parameter, gradient, slot.moments); }, update);
            continue;
        }
        for (std::int64_t begin = 0; begin < parameter.numel(); begin += kSliceLength) {
            OptimizerSlice slice{.parameter = parameter.data_ptr<float>() + begin,
                                 .gradient = gradient.data_ptr<float>() + begin,
                                 .count = std::min(kSliceLength, parameter.numel() - begin)};
            for (std::size_t i = 0; i < slot.moments.size(); ++i) slice.moments[i] = slot.moments[i].data_ptr<float>() + begin;
            work.push_back({update, slice});
        }
    }
    const double rawSquares = apply(work);
    if (squares.empty()) return at::scalar_tensor(std::sqrt(rawSquares), at::kFloat);
    return at::stack(squares).sum().add(rawSquares).sqrt();
}

std::vector<NamedTensor> Optimizer::state() const {
    const auto moments = m_kind->moments(m_settings);
    std::vector<NamedTensor> state;
    for (const Slot& slot : m_slots) {
        for (std::size_t i = 0; i < moments.size(); ++i)
            state.emplace_back(slot.parameter.first + "." + std::string(moments[i]), slot.moments[i]);
        if (slot.steps.defined()) state.emplace_back(slot.parameter.first + ".step", slot.steps);
    }
    return state;
}

Result<std::unique_ptr<Optimizer>> makeOptimizer(const Choice& choice, const std::vector<NamedTensor>& parameters) {
    const Kind* kind = findKind(optimizerKinds(), choice.kind);
    const auto half = std::ranges::find(torchOptimizers(), choice.kind, &TorchOptimizer::id);
    if (kind == nullptr || half == torchOptimizers().end())
        return Error(ErrorCode::InvalidInput, say("There is no optimizer named %1.", choice.kind), say("Choose another optimizer."));
    auto resolved = ResolvedParameters::from(kind->parameters, choice.parameters);
    if (!resolved.problems.empty())
        return Error(ErrorCode::InvalidInput, resolved.problems.front().message).in(say("setting up the optimizer %1", choice.kind));
    return std::make_unique<Optimizer>(*half, std::move(resolved.parameters), parameters);
}

}  // namespace seekbench

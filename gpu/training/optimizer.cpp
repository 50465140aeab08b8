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

using Sizes = std::span<const std::int64_t>;
using AnyUpdate = std::variant<OptimizerUpdate, AdafactorUpdate>;

std::vector<OptimizerMoment> sgdMoments(const Parameters& settings, Sizes) {
    if (settings[kMomentum] == 0) return {};
    return {{"momentum"}};
}

AnyUpdate sgdUpdate(const Parameters& settings, double factor, std::int64_t) {
    return SgdUpdate{.learningRate = settings[kLearningRate] * factor,
                     .momentum = settings[kMomentum],
                     .weightDecay = settings[kWeightDecay],
                     .nesterov = settings[kNesterov]};
}

std::vector<OptimizerMoment> adamMoments(const Parameters&, Sizes) { return {{"exp_avg"}, {"exp_avg_sq"}}; }

AdamUpdate plainAdamUpdate(const Parameters& settings, double factor, std::int64_t step) {
    const auto power = static_cast<double>(step);
    return AdamUpdate{.stepSize = settings[kLearningRate] * factor / (1 - std::pow(settings[kBeta1], power)),
                      .beta1 = settings[kBeta1],
                      .beta2 = settings[kBeta2],
                      .epsilon = settings[kEpsilon],
                      .rootCorrection = std::sqrt(1 - std::pow(settings[kBeta2], power))};
}

AnyUpdate adamUpdate(const Parameters& settings, double factor, std::int64_t step) {
    AdamUpdate update = plainAdamUpdate(settings, factor, step);
    update.weightDecay = settings[kWeightDecay];
    return update;
}

AnyUpdate adamWUpdate(const Parameters& settings, double factor, std::int64_t step) {
    AdamUpdate update = plainAdamUpdate(settings, factor, step);
    update.shrink = 1 - settings[kLearningRate] * factor * settings[kWeightDecay];
    return update;
}

std::vector<OptimizerMoment> lionMoments(const Parameters&, Sizes) { return {{"exp_avg"}}; }

AnyUpdate lionUpdate(const Parameters& settings, double factor, std::int64_t) {
    const double rate = settings[kLearningRate] * factor;
    return LionUpdate{
        .learningRate = rate, .beta1 = settings[kBeta1], .beta2 = settings[kBeta2], .shrink = 1 - rate * settings[kWeightDecay]};
}

// Of a matrix one number for each row and each column; of a stack of matrices, such as a convolution's, those of every matrix.
std::vector<OptimizerMoment> adafactorMoments(const Parameters&, Sizes sizes) {
    if (sizes.size() < 2) return {{"variance"}};
    std::vector<std::int64_t> rows(sizes.begin(), sizes.end()), columns = rows;
    rows.back() = 1;
    columns[columns.size() - 2] = 1;
    return {{"row_var", std::move(rows)}, {"col_var", std::move(columns)}};
}

AnyUpdate adafactorUpdate(const Parameters& settings, double factor, std::int64_t step) {
    const double rate = settings[kLearningRate] * factor;
    const auto updates = static_cast<double>(step);
    return AdafactorUpdate{.learningRate = rate,
                           .newShare = std::pow(updates, -settings[kDecayExponent]),
                           .relativeLimit = settings[kRelativeStep] ? 1 / std::sqrt(updates) : 0,
                           .clipThreshold = settings[kClipThreshold],
                           .shrink = 1 - rate * settings[kWeightDecay]};
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

void applyGeneral(const LionUpdate& update, at::Tensor parameter, const at::Tensor& gradient, std::vector<at::Tensor>& moments) {
    const at::Tensor direction = moments[0].mul(update.beta1).add_(gradient, 1 - update.beta1).sign_();
    moments[0].mul_(update.beta2).add_(gradient, 1 - update.beta2);
    if (update.shrink != 1) parameter.mul_(update.shrink);
    parameter.add_(direction, -update.learningRate);
}

void applyGeneral(const AdafactorUpdate& update, at::Tensor parameter, const at::Tensor& gradient, std::vector<at::Tensor>& moments) {
    constexpr double kEpsilon1 = 0x1p-23, kEpsilon2 = 1e-3;
    const auto rms = [](const at::Tensor& tensor) { return tensor.square().mean().sqrt(); };
    // All of it stays on the device.
    const at::Tensor stepSize = update.relativeLimit == 0
                                    ? at::full({}, update.learningRate, gradient.options())
                                    : rms(parameter).clamp_min_(kEpsilon2).mul_(std::min(update.learningRate, update.relativeLimit));
    if (update.shrink != 1) parameter.mul_(update.shrink);
    const at::Tensor squares = gradient.square();
    at::Tensor variance;
    if (moments.size() == 2) {
        moments[0].lerp_(squares.mean({-1}, true), update.newShare);
        moments[1].lerp_(squares.mean({-2}, true), update.newShare);
        variance = moments[0].matmul(moments[1]).div_(moments[0].mean({-2}, true).clamp_min(kEpsilon1));
    } else {
        moments[0].lerp_(squares, update.newShare);
        variance = moments[0].clone();
    }
    const at::Tensor direction = variance.clamp_min_(kEpsilon1 * kEpsilon1).rsqrt_().mul_(gradient);
    parameter.sub_(direction.mul_(stepSize.div(rms(direction).div_(update.clipThreshold).clamp_min_(1))));
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
        {"lion", lionMoments, false, lionUpdate},
        {"adafactor", adafactorMoments, true, adafactorUpdate},
    };
    return kOptimizers;
}

Optimizer::Optimizer(const TorchOptimizer& kind, Parameters settings, const std::vector<NamedTensor>& parameters)
    : m_kind(&kind), m_settings(std::move(settings)) {
    at::NoGradGuard noGradient;
    for (const NamedTensor& parameter : parameters) {
        Slot slot;
        slot.parameter = parameter;
        slot.raw = isHostFloat(parameter.second) && parameter.second.is_non_overlapping_and_dense();
        for (const OptimizerMoment& moment : kind.moments(m_settings, parameter.second.sizes())) {
            slot.moments.push_back(moment.sizes ? at::zeros(*moment.sizes, parameter.second.options().requires_grad(false))
                                                : at::zeros_like(parameter.second));
            slot.names.push_back(moment.name);
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
        const AnyUpdate update = m_kind->update(m_settings, learningRateFactor, step);
        const auto* fused = std::get_if<OptimizerUpdate>(&update);
        if (fused == nullptr || !slot.raw || !isHostFloat(gradient) || !sameLayout(gradient, parameter)) {
            squares.push_back(gradient.to(at::kFloat).square().sum());
            const auto general = [&](const auto& kind) { applyGeneral(kind, parameter, gradient, slot.moments); };
            if (fused == nullptr)
                general(std::get<AdafactorUpdate>(update));
            else
                std::visit(general, *fused);
            continue;
        }
        for (std::int64_t begin = 0; begin < parameter.numel(); begin += kSliceLength) {
            OptimizerSlice slice{.parameter = parameter.data_ptr<float>() + begin,
                                 .gradient = gradient.data_ptr<float>() + begin,
                                 .count = std::min(kSliceLength, parameter.numel() - begin)};
            for (std::size_t i = 0; i < slot.moments.size(); ++i) slice.moments[i] = slot.moments[i].data_ptr<float>() + begin;
            work.push_back({*fused, slice});
        }
    }
    const double rawSquares = apply(work);
    if (squares.empty()) return at::scalar_tensor(std::sqrt(rawSquares), at::kFloat);
    return at::stack(squares).sum().add(rawSquares).sqrt();
}

std::vector<NamedTensor> Optimizer::state() const {
    std::vector<NamedTensor> state;
    for (const Slot& slot : m_slots) {
        for (std::size_t i = 0; i < slot.moments.size(); ++i)
            state.emplace_back(slot.parameter.first + "." + std::string(slot.names[i]), slot.moments[i]);
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

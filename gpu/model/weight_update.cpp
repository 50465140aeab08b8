// SPDX-License-Identifier: Apache-2.0
#include "gpu/model/weight_update.h"

#include <algorithm>
#include <iterator>

#include <ATen/ATen.h>

#include "gpu/profile/profile_scope.h"
#include "gpu/training/gradients.h"
#include "gpu/training/tensor_memory.h"

namespace seekbench {
namespace {

// The layer that a parameter, or what the optimizer remembers of it, belongs to: "block/conv1" of "block/conv1.weight.exp_avg".
int memoryLayerOf(std::string_view name) { return memoryLayer(name.substr(0, name.find('.'))); }

}  // namespace

Result<WeightUpdate> WeightUpdate::make(const Experiment& experiment, std::vector<NamedTensor> parameters,
                                        const std::vector<NamedTensor>& weights) {
    const TrainingSettings& settings = experiment.training;
    WeightUpdate update;
    update.m_parameters = std::move(parameters);
    for (const auto& [name, parameter] : update.m_parameters) update.m_memoryLayers.push_back(memoryLayerOf(name));
    auto optimizer = makeOptimizer(experiment.optimizer, update.m_parameters);
    if (!optimizer) return optimizer.error();
    for (const auto& [name, state] : (*optimizer)->state()) bookMemory(state, MemoryCategory::Optimizer, memoryLayerOf(name));
    update.m_optimizer = std::move(*optimizer);
    if (settings.precision == Precision::Float16)
        update.m_scaler = std::make_unique<LossScaler>(LossScalerSettings{
            .scale = settings.lossScale, .growthInterval = settings.scaleGrowthInterval, .overflowAtStep = settings.overflowAtStep});
    if (settings.averageDecay > 0) {
        const MemoryScope scope(MemoryCategory::Optimizer);
        update.m_average = std::make_unique<WeightAverage>(settings.averageDecay, weights);
    }
    update.m_gradientClip = settings.gradientClip;
    return update;
}

void WeightUpdate::apply(double learningRateFactor, StepResult& result) {
    const ProfilePhase phase(Phase::Optimizer);
    bookGradients();
    const MemoryScope scope(MemoryCategory::Optimizer);
    const auto gradients = gradientsOf(m_parameters);
    GradientSizes sizes;
    if (m_scaler) {
        if (m_measuresGradients) sizes.scaled = sizesOf(gradients);
        result.lossScale = m_scaler->scale();
        const bool finite = m_scaler->unscale(gradients);
        m_scaler->update(finite);
        result.skipped = !finite;
        result.skippedSteps = m_scaler->skippedSteps();
    }
    if (std::exchange(m_measuresGradients, false)) {
        sizes.plain = sizesOf(gradients);
        m_gradientSizes = std::move(sizes);
    }
    if (result.skipped) {
        result.gradientNorm = normOf(gradients);
        return;
    }
    if (m_gradientClip > 0) result.gradientNorm = clip(gradients, m_gradientClip);
    const at::Tensor norm = m_optimizer->step(learningRateFactor);
    if (m_gradientClip == 0) result.gradientNorm = norm;
    if (m_average) m_average->update();
}

// Until now they were workspace like all that the way back has allocated.
void WeightUpdate::bookGradients() const {
    for (std::size_t i = 0; i < m_parameters.size(); ++i)
        bookMemory(m_parameters[i].second.grad(), MemoryCategory::Gradients, m_memoryLayers[i]);
}

void WeightUpdate::show(Shown shown) {
    if (m_average && shown != m_shown) m_average->exchange();
    m_shown = shown;
}

std::vector<NamedTensor> WeightUpdate::state() const {
    auto state = m_optimizer->state();
    const auto append = [&](std::vector<NamedTensor> more) { std::ranges::move(more, std::back_inserter(state)); };
    if (m_scaler) append(m_scaler->state());
    if (m_average) append(m_average->state());
    return state;
}

}  // namespace seekbench

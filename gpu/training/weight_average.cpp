// SPDX-License-Identifier: Apache-2.0
#include "gpu/training/weight_average.h"

#include <algorithm>

#include <ATen/ATen.h>

namespace seekbench {

WeightAverage::WeightAverage(double decay, const std::vector<NamedTensor>& weights) : m_decay(decay), m_updates(at::zeros({}, at::kLong)) {
    for (const NamedTensor& weight : weights)
        if (weight.second.is_floating_point()) m_pairs.push_back({weight, weight.second.detach().clone()});
}

void WeightAverage::update() {
    at::NoGradGuard noGradient;
    const auto updates = static_cast<double>(++*m_updates.data_ptr<std::int64_t>());
    const double decay = std::min(m_decay, (1 + updates) / (10 + updates));
    for (Pair& pair : m_pairs) pair.average.lerp_(pair.live.second.detach(), 1 - decay);
}

void WeightAverage::exchange() {
    at::NoGradGuard noGradient;
    for (Pair& pair : m_pairs) {
        at::Tensor live = pair.live.second.detach();
        const at::Tensor kept = live.clone();
        live.copy_(pair.average);
        pair.average.copy_(kept);
    }
}

std::vector<NamedTensor> WeightAverage::state() const {
    std::vector<NamedTensor> state;
    for (const Pair& pair : m_pairs) state.emplace_back("ema." + pair.live.first, pair.average);
    state.emplace_back("ema.updates", m_updates);
    return state;
}

}  // namespace seekbench

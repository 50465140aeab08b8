// SPDX-License-Identifier: Apache-2.0
#include "gpu/training/loss_scaler.h"

#include <cmath>
#include <limits>

#include <ATen/ATen.h>

namespace seekbench {
namespace {

constexpr double kGrowth = 2, kBackoff = 0.5;

std::int64_t& whole(const at::Tensor& tensor) { return *tensor.data_ptr<std::int64_t>(); }

}  // namespace

LossScaler::LossScaler(const LossScalerSettings& settings)
    : m_settings(settings),
      m_scale(at::full({}, settings.scale, at::kDouble)),
      m_cleanSteps(at::zeros({}, at::kLong)),
      m_skippedSteps(at::zeros({}, at::kLong)),
      m_steps(at::zeros({}, at::kLong)) {}

double LossScaler::scale() const { return *m_scale.data_ptr<double>(); }
std::int64_t LossScaler::skippedSteps() const { return whole(m_skippedSteps); }

bool LossScaler::unscale(const std::vector<at::Tensor>& gradients) {
    at::NoGradGuard noGradient;
    const bool overflows = ++whole(m_steps) == m_settings.overflowAtStep;
    if (overflows && !gradients.empty())
        gradients.front().as_strided({}, {}, gradients.front().storage_offset()).fill_(std::numeric_limits<float>::infinity());
    std::vector<at::Tensor> finite;  // they stay on their device until all are asked for at once
    for (at::Tensor gradient : gradients) {
        finite.push_back(at::isfinite(gradient).all());
        gradient.mul_(1 / scale());
    }
    return finite.empty() || at::stack(finite).all().item<bool>();
}

void LossScaler::update(bool finite) {
    double& scale = *m_scale.data_ptr<double>();
    if (!finite) {
        scale *= kBackoff;
        whole(m_cleanSteps) = 0;
        ++whole(m_skippedSteps);
    } else if (++whole(m_cleanSteps) >= m_settings.growthInterval) {
        // Gradients are kept in single precision: a scale beyond it could not be divided out again.
        if (scale * kGrowth <= std::numeric_limits<float>::max()) scale *= kGrowth;
        whole(m_cleanSteps) = 0;
    }
}

std::vector<NamedTensor> LossScaler::state() const {
    return {{"loss_scaler.scale", m_scale},
            {"loss_scaler.clean_steps", m_cleanSteps},
            {"loss_scaler.skipped_steps", m_skippedSteps},
            {"loss_scaler.steps", m_steps}};
}

}  // namespace seekbench

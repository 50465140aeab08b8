// SPDX-License-Identifier: Apache-2.0
#include "gpu/training/gradients.h"

#include <ATen/ATen.h>

#include "core/run/gradient_range.h"

namespace seekbench {

std::vector<at::Tensor> gradientsOf(const std::vector<NamedTensor>& parameters) {
    std::vector<at::Tensor> gradients;
    for (const auto& [name, parameter] : parameters)
        if (parameter.grad().defined()) gradients.push_back(parameter.grad());
    return gradients;
}

at::Tensor normOf(const std::vector<at::Tensor>& gradients) {
    at::NoGradGuard noGradient;
    std::vector<at::Tensor> norms;
    for (const at::Tensor& gradient : gradients) norms.push_back(gradient.norm().to(at::kDouble));
    return norms.empty() ? at::zeros({}, at::kDouble) : at::stack(norms).norm();
}

at::Tensor clip(const std::vector<at::Tensor>& gradients, double most) {
    at::NoGradGuard noGradient;
    const at::Tensor norm = normOf(gradients);
    const at::Tensor factor = norm.add(1e-6).reciprocal().mul(most).clamp_max(1);
    for (at::Tensor gradient : gradients) gradient.mul_(factor.to(gradient.scalar_type()));
    return norm;
}

std::vector<CurvePoint> sizesOf(const std::vector<at::Tensor>& gradients) {
    SizeCounts counts;
    for (const at::Tensor& gradient : gradients) {
        const at::Tensor numbers = gradient.to(at::kCPU, at::kFloat).contiguous();
        counts.add({numbers.data_ptr<float>(), static_cast<std::size_t>(numbers.numel())});
    }
    return counts.curve();
}

}  // namespace seekbench

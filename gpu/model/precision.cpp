// SPDX-License-Identifier: Apache-2.0
#include "gpu/model/precision.h"

#include <algorithm>
#include <array>

#include <ATen/ATen.h>
#include <ATen/autocast_mode.h>
#include <torch/csrc/autograd/custom_function.h>

#include "gpu/torch_compat.h"

namespace seekbench {
namespace {

at::Tensor throughHalf(const at::Tensor& values) { return values.to(at::kHalf).to(values.scalar_type()); }

struct RoundToHalf : torch::autograd::Function<RoundToHalf> {
    static at::Tensor forward(torch::autograd::AutogradContext*, const at::Tensor& values) { return throughHalf(values); }
    static torch::autograd::variable_list backward(torch::autograd::AutogradContext*, torch::autograd::variable_list gradients) {
        return {throughHalf(gradients[0])};
    }
};

}  // namespace

Autocast::Autocast(c10::DeviceType device, c10::ScalarType type)
    : m_device(device), m_enabledBefore(isAutocastEnabled(device)), m_typeBefore(autocastType(device)) {
    setAutocastEnabled(device, true);
    setAutocastType(device, type);
    at::autocast::increment_nesting();
}

Autocast::~Autocast() {
    // The casts of weights that were kept are those of this moment's weights.
    if (at::autocast::decrement_nesting() == 0) at::autocast::clear_cache();
    setAutocastType(m_device, m_typeBefore);
    setAutocastEnabled(m_device, m_enabledBefore);
}

std::unique_ptr<Autocast> ComputePrecision::autocast() const {
    if (m_precision == Precision::Float32 || isImitated()) return nullptr;
    return std::make_unique<Autocast>(m_device, isHalf() ? at::kHalf : at::kBFloat16);
}

at::Tensor roundedToHalf(const at::Tensor& values) { return RoundToHalf::apply(values); }

bool wantsSinglePrecision(std::string_view op) {
    static constexpr std::array<std::string_view, 5> kOperators{"FakeQuantize", "GroupNorm", "LayerNorm", "Mish", "ReLU6"};
    return std::ranges::find(kOperators, op) != kOperators.end();
}

void toSinglePrecision(std::vector<at::Tensor>& inputs) {
    for (at::Tensor& input : inputs)
        if (input.defined() && (input.scalar_type() == at::kHalf || input.scalar_type() == at::kBFloat16)) input = input.to(at::kFloat);
}

void HalfBorder::leave(const std::string&, std::vector<at::Tensor>& outputs) {
    for (at::Tensor& output : outputs)
        if (output.defined() && output.is_floating_point()) output = roundedToHalf(output);
}

}  // namespace seekbench

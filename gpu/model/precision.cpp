// SPDX-License-Identifier: Apache-2.0
#include "gpu/model/precision.h"

#include <ATen/ATen.h>
#include <ATen/autocast_mode.h>
#include <torch/csrc/autograd/custom_function.h>

#include "gpu/torch_compat.h"

namespace seekbench {
namespace {

#if SEEKBENCH_AUTOCAST_BY_DEVICE
bool isEnabled(c10::DeviceType device) { return at::autocast::is_autocast_enabled(device); }
void setEnabled(c10::DeviceType device, bool enabled) { at::autocast::set_autocast_enabled(device, enabled); }
c10::ScalarType typeOf(c10::DeviceType device) { return at::autocast::get_autocast_dtype(device); }
void setType(c10::DeviceType device, c10::ScalarType type) { at::autocast::set_autocast_dtype(device, type); }
#else
bool isEnabled(c10::DeviceType device) {
    return device == c10::DeviceType::CPU ? at::autocast::is_cpu_enabled() : at::autocast::is_enabled();
}
void setEnabled(c10::DeviceType device, bool enabled) {
    device == c10::DeviceType::CPU ? at::autocast::set_cpu_enabled(enabled) : at::autocast::set_enabled(enabled);
}
c10::ScalarType typeOf(c10::DeviceType device) {
    return device == c10::DeviceType::CPU ? at::autocast::get_autocast_cpu_dtype() : at::autocast::get_autocast_gpu_dtype();
}
void setType(c10::DeviceType device, c10::ScalarType type) {
    device == c10::DeviceType::CPU ? at::autocast::set_autocast_cpu_dtype(type) : at::autocast::set_autocast_gpu_dtype(type);
}
#endif

at::Tensor throughHalf(const at::Tensor& values) { return values.to(at::kHalf).to(values.scalar_type()); }

struct RoundToHalf : torch::autograd::Function<RoundToHalf> {
    static at::Tensor forward(torch::autograd::AutogradContext*, const at::Tensor& values) { return throughHalf(values); }
    static torch::autograd::variable_list backward(torch::autograd::AutogradContext*, torch::autograd::variable_list gradients) {
        return {throughHalf(gradients[0])};
    }
};

}  // namespace

Autocast::Autocast(c10::DeviceType device, c10::ScalarType type)
    : m_device(device), m_enabledBefore(isEnabled(device)), m_typeBefore(typeOf(device)) {
    setEnabled(device, true);
    setType(device, type);
    at::autocast::increment_nesting();
}

Autocast::~Autocast() {
    // The casts of weights that were kept are those of this moment's weights.
    if (at::autocast::decrement_nesting() == 0) at::autocast::clear_cache();
    setType(m_device, m_typeBefore);
    setEnabled(m_device, m_enabledBefore);
}

std::unique_ptr<Autocast> ComputePrecision::autocast() const {
    if (m_precision == Precision::Float32 || isImitated()) return nullptr;
    return std::make_unique<Autocast>(m_device, isHalf() ? at::kHalf : at::kBFloat16);
}

at::Tensor roundedToHalf(const at::Tensor& values) { return RoundToHalf::apply(values); }

void HalfBorder::leave(const std::string&, std::vector<at::Tensor>& outputs) {
    for (at::Tensor& output : outputs)
        if (output.defined() && output.is_floating_point()) output = roundedToHalf(output);
}

}  // namespace seekbench

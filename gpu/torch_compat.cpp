// SPDX-License-Identifier: Apache-2.0
#include "gpu/torch_compat.h"

#include <ATen/autocast_mode.h>

namespace seekbench {

#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
bool isAutocastEnabled(c10::DeviceType device) { return at::autocast::is_autocast_enabled(device); }
void setAutocastEnabled(c10::DeviceType device, bool enabled) { at::autocast::set_autocast_enabled(device, enabled); }
c10::ScalarType autocastType(c10::DeviceType device) { return at::autocast::get_autocast_dtype(device); }
void setAutocastType(c10::DeviceType device, c10::ScalarType type) { at::autocast::set_autocast_dtype(device, type); }
#else
bool isAutocastEnabled(c10::DeviceType device) {
    return device == c10::DeviceType::CPU ? at::autocast::is_cpu_enabled() : at::autocast::is_enabled();
}
void setAutocastEnabled(c10::DeviceType device, bool enabled) {
    device == c10::DeviceType::CPU ? at::autocast::set_cpu_enabled(enabled) : at::autocast::set_enabled(enabled);
}
c10::ScalarType autocastType(c10::DeviceType device) {
    return device == c10::DeviceType::CPU ? at::autocast::get_autocast_cpu_dtype() : at::autocast::get_autocast_gpu_dtype();
}
void setAutocastType(c10::DeviceType device, c10::ScalarType type) {
    device == c10::DeviceType::CPU ? at::autocast::set_autocast_cpu_dtype(type) : at::autocast::set_autocast_gpu_dtype(type);
}
#endif

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include "gpu/kernels/fused_tensor.h"

#include <new>

#include "gpu/torch_compat.h"

namespace seekbench {
namespace {
bool& off() {
    static bool off = false;
    return off;
}
}  // namespace

bool takesKernelsAsFloat(const at::Tensor& tensor) {
    const bool known = tensor.scalar_type() == at::kFloat || tensor.scalar_type() == at::kBFloat16;
    return !off() && tensor.layout() == at::kStrided && tensor.device().is_cpu() && known;
}

bool takesKernels(const at::Tensor& tensor) {
    return takesKernelsAsFloat(tensor) && tensor.scalar_type() == at::kFloat && !isAutocastEnabled(c10::DeviceType::CPU);
}

KernelsOff::KernelsOff() : m_before(off()) { off() = true; }
KernelsOff::~KernelsOff() { off() = m_before; }

Scratch scratchOf(std::int64_t count) {
    constexpr std::size_t kLine = 64;
    const std::size_t bytes = (static_cast<std::size_t>(count) * sizeof(float) + kLine - 1) / kLine * kLine;
    void* memory = std::aligned_alloc(kLine, bytes == 0 ? kLine : bytes);
    if (memory == nullptr) throw std::bad_alloc();
    return Scratch(static_cast<float*>(memory));
}

}  // namespace seekbench

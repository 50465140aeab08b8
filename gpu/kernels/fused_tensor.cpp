// SPDX-License-Identifier: Apache-2.0
#include "gpu/kernels/fused_tensor.h"

#include <new>

#include <ATen/autocast_mode.h>

namespace seekbench {
namespace {
bool& off() {
    static bool off = false;
    return off;
}
}  // namespace

bool takesKernels(const at::Tensor& tensor) {
    return !off() && tensor.layout() == at::kStrided && tensor.device().is_cpu() && tensor.scalar_type() == at::kFloat &&
           !tensor.is_mkldnn() && !at::autocast::is_cpu_enabled();
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

// SPDX-License-Identifier: Apache-2.0
#include "gpu/training/tensor_memory.h"

#include <atomic>

#include <c10/core/Allocator.h>
#include <c10/util/ThreadLocalDebugInfo.h>

#include "gpu/torch_compat.h"

namespace seekbench {

struct TensorMemory::Counter : c10::MemoryReportingInfoBase {
    void reportMemoryUsage(void*, std::int64_t size, MemoryTotal, MemoryTotal, c10::Device device) override {
        if (device.is_cpu()) bytes.fetch_add(size, std::memory_order_relaxed);
    }
    bool memoryProfilingEnabled() const override { return true; }
    std::atomic<std::int64_t> bytes{0};
};

TensorMemory::TensorMemory() : m_counter(std::make_shared<Counter>()) {
    c10::ThreadLocalDebugInfo::_push(c10::DebugInfoKind::PROFILER_STATE, m_counter);
}

TensorMemory::~TensorMemory() { c10::ThreadLocalDebugInfo::_pop(c10::DebugInfoKind::PROFILER_STATE); }

std::int64_t TensorMemory::bytes() const { return m_counter->bytes.load(std::memory_order_relaxed); }

}  // namespace seekbench

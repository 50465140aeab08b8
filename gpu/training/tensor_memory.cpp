// SPDX-License-Identifier: Apache-2.0
#include "gpu/training/tensor_memory.h"

#include <atomic>
#include <mutex>
#include <utility>

#include <ATen/core/Tensor.h>
#include <c10/core/Allocator.h>
#include <c10/util/ThreadLocalDebugInfo.h>

#include "gpu/torch_compat.h"

namespace seekbench {
namespace {

// Held for some ten nanoseconds at a time, and almost always by the same thread: a mutex would cost as much as the work.
class SpinLock {
public:
    void lock() {
        while (m_taken.test_and_set(std::memory_order_acquire)) continue;
    }
    void unlock() { m_taken.clear(std::memory_order_release); }

private:
    std::atomic_flag m_taken = ATOMIC_FLAG_INIT;
};

}  // namespace

struct TensorMemory::Counter : c10::MemoryReportingInfoBase {
    void reportMemoryUsage(void* block, std::int64_t size, MemoryTotal, MemoryTotal, c10::Device device) override {
        if (device != watched || block == nullptr) return;
        const std::lock_guard guard(lock);
        if (size > 0)
            ledger.allocated(block, size);
        else
            ledger.freed(block);
    }
    bool memoryProfilingEnabled() const override { return true; }

    SpinLock lock;  // of the ledger; autograd has threads of its own for devices
    MemoryLedger ledger;
    c10::Device watched = c10::Device(c10::kCPU);

    static thread_local Counter* ofThisThread;
};
thread_local TensorMemory::Counter* TensorMemory::Counter::ofThisThread = nullptr;

TensorMemory::Counter* TensorMemory::current() { return Counter::ofThisThread; }

TensorMemory::TensorMemory() : m_counter(std::make_shared<Counter>()) {
    c10::ThreadLocalDebugInfo::_push(c10::DebugInfoKind::PROFILER_STATE, m_counter);
    Counter::ofThisThread = m_counter.get();
}

TensorMemory::~TensorMemory() {
    Counter::ofThisThread = nullptr;
    c10::ThreadLocalDebugInfo::_pop(c10::DebugInfoKind::PROFILER_STATE);
}

void TensorMemory::watch(const c10::Device& device) { m_counter->watched = device; }

std::int64_t TensorMemory::bytes() const {
    const std::lock_guard guard(m_counter->lock);
    return m_counter->ledger.bytes();
}

MemoryBytes TensorMemory::now() const {
    const std::lock_guard guard(m_counter->lock);
    return m_counter->ledger.now();
}

void TensorMemory::beginStep() {
    const std::lock_guard guard(m_counter->lock);
    m_counter->ledger.beginStep();
}

MemoryBytes TensorMemory::peak() const {
    const std::lock_guard guard(m_counter->lock);
    return m_counter->ledger.peak();
}

MemoryTable TensorMemory::tableAtPeak() const {
    const std::lock_guard guard(m_counter->lock);
    return m_counter->ledger.tableAtPeak();
}

int memoryLayer(std::string_view path) {
    TensorMemory::Counter* counter = TensorMemory::current();
    if (!counter) return MemoryLedger::kNoLayer;
    const std::lock_guard guard(counter->lock);
    return counter->ledger.layer(path);
}

std::optional<MemoryBytes> memoryOfThread() {
    TensorMemory::Counter* counter = TensorMemory::current();
    if (!counter) return std::nullopt;
    const std::lock_guard guard(counter->lock);
    return counter->ledger.now();
}

void bookMemory(const at::Tensor& tensor, MemoryCategory category, int layer) {
    TensorMemory::Counter* counter = TensorMemory::current();
    if (!counter || !tensor.defined() || !tensor.has_storage()) return;
    const std::lock_guard guard(counter->lock);
    counter->ledger.book(tensor.storage().data(), category, layer);
}

MemoryScope::MemoryScope(MemoryCategory category, int layer) : m_counter(TensorMemory::current()) {
    if (!m_counter) return;
    const std::lock_guard guard(m_counter->lock);
    m_scope = m_counter->ledger.begin(category, layer);
}

MemoryScope::~MemoryScope() {
    if (!m_counter) return;
    const std::lock_guard guard(m_counter->lock);
    m_counter->ledger.end(m_scope);
}

BorrowedMemory::BorrowedMemory(const at::Tensor& tensor, MemoryCategory category) {
    TensorMemory::Counter* counter = TensorMemory::current();
    if (!counter || !tensor.defined() || tensor.device() != counter->watched) return;
    const auto bytes = static_cast<std::int64_t>(tensor.nbytes());
    if (bytes == 0) return;
    const std::lock_guard guard(counter->lock);
    if (counter->ledger.knows(tensor.storage().data())) return;
    m_block = tensor.data_ptr();
    m_counter = counter;
    counter->ledger.allocated(m_block, bytes);
    counter->ledger.book(m_block, category, MemoryLedger::kNoLayer);
}

BorrowedMemory::BorrowedMemory(BorrowedMemory&& other) noexcept
    : m_counter(std::exchange(other.m_counter, nullptr)), m_block(std::exchange(other.m_block, nullptr)) {}

BorrowedMemory::~BorrowedMemory() {
    if (!m_counter) return;
    const std::lock_guard guard(m_counter->lock);
    m_counter->ledger.freed(m_block);
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include <c10/core/Device.h>

#include "gpu/training/memory_ledger.h"

namespace at {
class Tensor;
}

namespace seekbench {

// A TensorMemory keeps the ledger of the bytes that tensors hold in the memory of one device, while it lives, on the thread that made it
// and on the autograd threads this thread starts. It takes torch's PROFILER_STATE slot of the thread, and it must die on the same thread.
// Without one, the scopes below cost a look at a thread-local pointer and do nothing.
class TensorMemory {
public:
    TensorMemory();
    ~TensorMemory();
    TensorMemory(const TensorMemory&) = delete;
    TensorMemory& operator=(const TensorMemory&) = delete;

    // Whose memory is counted; main memory unless told otherwise. Before anything is allocated there.
    void watch(const c10::Device& device);

    std::int64_t bytes() const;  // allocated and not yet freed since it was made
    MemoryBytes now() const;
    // Forgets the peak so far.
    void beginStep();
    MemoryBytes peak() const;  // since beginStep()
    MemoryTable tableAtPeak() const;

private:
    friend class MemoryScope;
    friend class BorrowedMemory;
    friend int memoryLayer(std::string_view path);
    friend std::optional<MemoryBytes> memoryOfThread();
    friend void bookMemory(const at::Tensor& tensor, MemoryCategory category, int layer);
    struct Counter;
    static Counter* current();           // of this thread; nullptr: there is none
    std::shared_ptr<Counter> m_counter;  // shared with torch, which keeps it while tasks of other threads run
};

// The number of the layer with this path in the ledger of this thread.
int memoryLayer(std::string_view path);
// What the ledger of this thread counts now; nothing when there is none.
std::optional<MemoryBytes> memoryOfThread();
// Says what the memory of a tensor is for. An undefined tensor, or one from elsewhere: nothing happens.
void bookMemory(const at::Tensor& tensor, MemoryCategory category, int layer);

// While it lives, what this thread allocates is workspace of `layer`; what is then left of it belongs to `category`.
class MemoryScope {
public:
    explicit MemoryScope(MemoryCategory category, int layer = MemoryLedger::kNoLayer);
    ~MemoryScope();
    MemoryScope(const MemoryScope&) = delete;
    MemoryScope& operator=(const MemoryScope&) = delete;

private:
    TensorMemory::Counter* m_counter;
    MemoryLedger::Scope m_scope;
};

// Memory of the watched device that a tensor shows and does not own, such as a batch in main memory: counted while this lives. A tensor
// that owns its memory is in the ledger already.
class BorrowedMemory {
public:
    BorrowedMemory(const at::Tensor& tensor, MemoryCategory category);
    ~BorrowedMemory();
    BorrowedMemory(BorrowedMemory&& other) noexcept;
    BorrowedMemory& operator=(BorrowedMemory&&) = delete;

private:
    TensorMemory::Counter* m_counter = nullptr;
    const void* m_block = nullptr;
};

}  // namespace seekbench

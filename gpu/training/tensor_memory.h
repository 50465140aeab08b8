// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>

namespace seekbench {

// A TensorMemory counts the bytes that tensors hold in main memory, while it lives, on the thread that made it and on the autograd
// threads this thread starts. It takes torch's PROFILER_STATE slot of the thread, and it must die on the same thread.
class TensorMemory {
public:
    TensorMemory();
    ~TensorMemory();
    TensorMemory(const TensorMemory&) = delete;
    TensorMemory& operator=(const TensorMemory&) = delete;

    std::int64_t bytes() const;  // allocated and not yet freed since it was made

private:
    struct Counter;
    std::shared_ptr<Counter> m_counter;  // shared with torch, which keeps it while tasks of other threads run
};

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace seekbench::executor {

// When a buffer is in use: from tick `first` to tick `last` of a schedule, both included.
struct Lifetime {
    std::size_t bytes = 0;
    int first = 0, last = 0;
};

// Where each buffer lies in one block of memory. Buffers whose lifetimes meet do not overlap.
struct MemoryPlan {
    std::vector<std::size_t> offsets;  // multiples of kAlignment
    std::size_t bytes = 0;             // of the block
};

inline constexpr std::size_t kAlignment = 64;  // a cache line, and the widest vector

// The largest buffers first, each at the lowest offset that is free through its life (Pisarchyk and Lee 2020, arXiv 2001.03288,
// "greedy by size for offset calculation").
MemoryPlan planMemory(std::span<const Lifetime> buffers);

// The most bytes that are in use at the same tick: no plan can do with less.
std::size_t leastMemory(std::span<const Lifetime> buffers);

}  // namespace seekbench::executor

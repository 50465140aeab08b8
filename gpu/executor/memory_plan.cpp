// SPDX-License-Identifier: Apache-2.0
#include "gpu/executor/memory_plan.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace seekbench::executor {
namespace {

std::size_t aligned(std::size_t bytes) { return (bytes + kAlignment - 1) / kAlignment * kAlignment; }

bool meet(const Lifetime& a, const Lifetime& b) { return a.first <= b.last && b.first <= a.last; }

}  // namespace

MemoryPlan planMemory(std::span<const Lifetime> buffers) {
    std::vector<std::size_t> order(buffers.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return buffers[i].bytes; });

    MemoryPlan plan{std::vector<std::size_t>(buffers.size()), 0};
    std::vector<std::size_t> placed;  // by their offsets
    for (const std::size_t i : order) {
        std::size_t offset = 0;
        for (const std::size_t other : placed) {
            if (!meet(buffers[i], buffers[other])) continue;
            if (offset + aligned(buffers[i].bytes) <= plan.offsets[other]) break;  // the gap before it is wide enough
            offset = std::max(offset, plan.offsets[other] + aligned(buffers[other].bytes));
        }
        plan.offsets[i] = offset;
        plan.bytes = std::max(plan.bytes, offset + aligned(buffers[i].bytes));
        placed.insert(std::ranges::upper_bound(placed, offset, {}, [&](std::size_t k) { return plan.offsets[k]; }), i);
    }
    return plan;
}

std::size_t leastMemory(std::span<const Lifetime> buffers) {
    std::map<int, std::ptrdiff_t> changes;  // at each tick
    for (const Lifetime& buffer : buffers) {
        changes[buffer.first] += static_cast<std::ptrdiff_t>(aligned(buffer.bytes));
        changes[buffer.last + 1] -= static_cast<std::ptrdiff_t>(aligned(buffer.bytes));
    }
    std::ptrdiff_t now = 0, most = 0;
    for (const auto& [tick, change] : changes) most = std::max(most, now += change);
    return static_cast<std::size_t>(most);
}

}  // namespace seekbench::executor

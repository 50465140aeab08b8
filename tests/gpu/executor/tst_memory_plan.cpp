// SPDX-License-Identifier: Apache-2.0
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "gpu/executor/memory_plan.h"

namespace seekbench::executor {
namespace {

// Two buffers that are in use at the same time and share memory; nothing when there are none.
std::string collision(const std::vector<Lifetime>& buffers, const MemoryPlan& plan) {
    for (std::size_t a = 0; a < buffers.size(); ++a)
        for (std::size_t b = 0; b < a; ++b)
            if (buffers[a].first <= buffers[b].last && buffers[b].first <= buffers[a].last &&
                plan.offsets[a] < plan.offsets[b] + buffers[b].bytes && plan.offsets[b] < plan.offsets[a] + buffers[a].bytes)
                return std::to_string(a) + " and " + std::to_string(b);
    return {};
}

TEST(MemoryPlan, whatIsNeverUsedTogetherSharesMemory) {
    const std::vector<Lifetime> buffers{{1024, 0, 1}, {1024, 2, 3}, {512, 4, 4}};
    const MemoryPlan plan = planMemory(buffers);
    EXPECT_EQ(plan.bytes, std::size_t{1024});
    EXPECT_EQ(plan.offsets, (std::vector<std::size_t>{0, 0, 0}));
}

TEST(MemoryPlan, whatIsUsedTogetherDoesNot) {
    const std::vector<Lifetime> buffers{{100, 0, 2}, {100, 2, 3}};
    const MemoryPlan plan = planMemory(buffers);
    EXPECT_EQ(plan.bytes, 2 * 2 * kAlignment);
    EXPECT_EQ(collision(buffers, plan), "");
}

TEST(MemoryPlan, aGapIsFilled) {
    // The last one fits between two that are both in use.
    const std::vector<Lifetime> buffers{{4096, 0, 9}, {2048, 0, 3}, {1024, 0, 9}, {2048, 5, 6}};
    const MemoryPlan plan = planMemory(buffers);
    EXPECT_EQ(plan.bytes, std::size_t{4096 + 2048 + 1024});
    EXPECT_EQ(collision(buffers, plan), "");
}

TEST(MemoryPlan, nothingNeedsNothing) { EXPECT_EQ(planMemory({}).bytes, std::size_t{0}); }

TEST(MemoryPlan, randomLivesNeverCollideAndWasteLittle) {
    std::mt19937 random(7);
    for (int round = 0; round < 50; ++round) {
        std::vector<Lifetime> buffers;
        for (int i = 0; i < 60; ++i) {
            const int first = static_cast<int>(random() % 100);
            buffers.push_back({1 + random() % 100000, first, first + static_cast<int>(random() % 20)});
        }
        const MemoryPlan plan = planMemory(buffers);
        EXPECT_EQ(collision(buffers, plan), "");
        for (const std::size_t offset : plan.offsets) EXPECT_EQ(offset % kAlignment, std::size_t{0});
        EXPECT_GE(plan.bytes, leastMemory(buffers));
        EXPECT_LE(plan.bytes, leastMemory(buffers) * 3 / 2);
    }
}

}  // namespace
}  // namespace seekbench::executor

// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "gpu/training/memory_ledger.h"

using namespace seekbench;

namespace {

using Category = MemoryCategory;

class MemoryLedgerTest : public testing::Test {
protected:
    // Blocks are numbers here; the ledger never looks into one.
    static const void* block(std::uintptr_t number) { return reinterpret_cast<const void*>(number * 64); }
    void allocate(std::uintptr_t number, std::int64_t bytes) { ledger.allocated(block(number), bytes); }
    void free(std::uintptr_t number) { ledger.freed(block(number)); }
    MemoryBytes of(Category category, std::int64_t bytes) const {
        MemoryBytes all;
        all[category] = bytes;
        return all;
    }

    MemoryLedger ledger;
    int conv = ledger.layer("conv"), head = ledger.layer("head");
};

}  // namespace

TEST_F(MemoryLedgerTest, aBlockIsWorkspaceUntilItsScopeEnds) {
    const auto scope = ledger.begin(Category::Activations, conv);
    allocate(1, 100);
    allocate(2, 50);
    free(2);
    EXPECT_EQ(ledger.now(), of(Category::Workspace, 100));
    ledger.end(scope);
    EXPECT_EQ(ledger.now(), of(Category::Activations, 100));
}

TEST_F(MemoryLedgerTest, innerScopesWin) {
    const auto outer = ledger.begin(Category::Parameters, conv);
    const auto inner = ledger.begin(Category::Optimizer, head);
    allocate(1, 100);
    ledger.end(inner);
    allocate(2, 10);
    ledger.end(outer);
    EXPECT_EQ(ledger.now()[Category::Optimizer], 100);
    EXPECT_EQ(ledger.now()[Category::Parameters], 10);
}

TEST_F(MemoryLedgerTest, whatBlocksHaveBecomeCountsAtThePeakThatHasPassed) {
    ledger.beginStep();
    allocate(1, 100);  // will be a gradient
    allocate(2, 70);   // is gone after the peak
    free(2);
    allocate(3, 20);  // was not there yet
    ledger.book(block(1), Category::Gradients, head);
    ledger.book(block(3), Category::Gradients, conv);
    EXPECT_EQ(ledger.peak()[Category::Gradients], 100);
    EXPECT_EQ(ledger.peak()[Category::Workspace], 70);
    EXPECT_EQ(ledger.peak().total(), 170);
    const MemoryTable table = ledger.tableAtPeak();
    EXPECT_EQ(table.total, ledger.peak());
    ASSERT_TRUE(table.find("head"));
    EXPECT_EQ(table.find("head")->bytes, of(Category::Gradients, 100));
    EXPECT_EQ(table.find("")->bytes, of(Category::Workspace, 70));
    EXPECT_FALSE(table.find("conv"));
}

TEST_F(MemoryLedgerTest, aStepBeginsWithWhatIsHeld) {
    allocate(1, 100);
    allocate(2, 900);
    free(2);
    ledger.beginStep();
    EXPECT_EQ(ledger.peak().total(), 100);
    allocate(3, 50);
    free(3);
    allocate(4, 30);
    EXPECT_EQ(ledger.peak().total(), 150);
    EXPECT_EQ(ledger.bytes(), 130);
}

TEST_F(MemoryLedgerTest, unknownBlocksAreNobodys) {
    free(7);
    ledger.book(block(7), Category::Gradients, conv);
    EXPECT_EQ(ledger.now(), MemoryBytes{});
    EXPECT_EQ(ledger.bytes(), 0);
}

TEST_F(MemoryLedgerTest, aBlockWhoseEndNobodyToldIsReplaced) {
    allocate(1, 100);
    allocate(1, 40);
    EXPECT_EQ(ledger.bytes(), 40);
    EXPECT_EQ(ledger.blocks(), 1u);
}

TEST_F(MemoryLedgerTest, theBooksAreRightAfterManyBlocks) {
    std::mt19937 random(5);
    std::map<std::uintptr_t, std::int64_t> alive;
    std::int64_t total = 0, peak = 0;
    ledger.beginStep();
    for (int i = 0; i < 200'000; ++i) {
        const std::uintptr_t number = random() % 5000 + 1;
        if (const auto found = alive.find(number); found != alive.end()) {
            total -= found->second;
            alive.erase(found);
            free(number);
        } else {
            const std::int64_t bytes = random() % 1000 + 1;
            alive[number] = bytes;
            total += bytes;
            allocate(number, bytes);
        }
        peak = std::max(peak, total);
    }
    EXPECT_EQ(ledger.bytes(), total);
    EXPECT_EQ(ledger.blocks(), alive.size());
    EXPECT_EQ(ledger.peak().total(), peak);
    EXPECT_EQ(ledger.tableAtPeak().total.total(), peak);
    for (const auto& [number, bytes] : alive) free(number);
    EXPECT_EQ(ledger.bytes(), 0);
    EXPECT_EQ(ledger.blocks(), 0u);
}

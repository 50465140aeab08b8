// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "gpu/training/time_left.h"

using namespace seekbench;

namespace {

Pace paceOf(double seconds, int units) {
    Pace pace;
    for (int i = 0; i < units; ++i) pace.took(seconds);
    return pace;
}

bool contains(const TimeRange& range, double value) { return range.low <= value && value <= range.high; }

}  // namespace

TEST(TimeLeft, nothingIsSaidBeforeTheFirstStep) { EXPECT_EQ(TimeLeft{}.estimate(100, 10), TimeRange{}); }

TEST(TimeLeft, oneStepGivesAWideRange) {
    const TimeRange range = TimeLeft{.step = paceOf(0.01, 1)}.estimate(100, 0);
    EXPECT_DOUBLE_EQ(range.low, 1 / 1.5);
    EXPECT_DOUBLE_EQ(range.high, 1.5);
}

TEST(TimeLeft, evenStepsGiveANarrowRangeAroundTheTruth) {
    const TimeRange range = TimeLeft{.step = paceOf(0.01, 1000)}.estimate(500, 0);
    EXPECT_TRUE(contains(range, 5));
    EXPECT_LT(range.high - range.low, 0.11 * 5);
}

TEST(TimeLeft, aMachineThatSlowsDownWidensTheRange) {
    TimeLeft left{.step = paceOf(0.01, 1000)};
    for (int i = 0; i < 500; ++i) left.step.took(0.02);
    const TimeRange range = left.estimate(100, 0);
    EXPECT_TRUE(contains(range, 1.01));
    EXPECT_TRUE(contains(range, 1.99));
}

TEST(TimeLeft, longAgoIsForgotten) {
    TimeLeft left{.step = paceOf(1, 100)};
    for (int i = 0; i < 10000; ++i) left.step.took(0.01);
    EXPECT_LT(left.estimate(100, 0).high, 1.1);
}

TEST(TimeLeft, rareSlowStepsCountInTheMean) {
    TimeLeft left;
    for (int i = 0; i < 5000; ++i) left.step.took(i % 10 == 0 ? 0.1 : 0.01);
    EXPECT_TRUE(contains(left.estimate(1000, 0), 19));
}

TEST(TimeLeft, validationIsGuessedFromStepsUntilItWasMeasured) {
    TimeLeft left{.step = paceOf(0.01, 1000)};
    const TimeRange guessed = left.estimate(0, 100);
    EXPECT_TRUE(contains(guessed, 0.4) && contains(guessed, 0.9));
    left.validationBatch = paceOf(0.002, 2000);
    const TimeRange measured = left.estimate(0, 100);
    EXPECT_TRUE(contains(measured, 0.2));
    EXPECT_FALSE(contains(measured, 0.4));
}

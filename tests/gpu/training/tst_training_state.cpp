// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "gpu/training/training_state.h"

using namespace seekbench;

namespace {

TrainingState someState() {
    TrainingState state;
    state.step = 1234;
    state.epoch = 2;
    state.batchesConsumed = 34;
    state.generators = "00ff";
    state.lossSum = 0.1 + 0.2;
    state.samples = 64;
    state.metrics = {{1.0 / 3, 5e-324}, {}};
    state.best = {.validationLoss = std::nextafter(0.5, 1), .step = 1000};
    state.waiting = {.best = 0.25, .epochs = 3};
    state.plateau = {{.best = std::numeric_limits<double>::infinity(), .epochs = 1}, 1.0 / 3};
    state.experiment = "e";
    state.dataset = "d";
    state.weights = "w";
    state.optimizer = "o";
    return state;
}

Result<TrainingState> readBack(const TrainingState& state) { return trainingStateFromText(trainingStateToText(state)); }

}  // namespace

TEST(TrainingState, comesBackBitByBit) {
    const auto back = readBack(someState());
    ASSERT_TRUE(back) << back.error().english();
    EXPECT_EQ(*back, someState());
}

TEST(TrainingState, keepsInfinityAndNotANumber) {
    TrainingState state = someState();
    state.lossSum = std::numeric_limits<double>::quiet_NaN();
    state.metrics = {{-std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::quiet_NaN()}};
    const auto back = readBack(state);
    ASSERT_TRUE(back) << back.error().english();
    EXPECT_TRUE(std::isnan(back->lossSum));
    EXPECT_EQ(back->metrics[0][0], -std::numeric_limits<double>::infinity());
    EXPECT_TRUE(std::isnan(back->metrics[0][1]));
}

TEST(TrainingState, withoutABestStaysWithout) {
    TrainingState state = someState();
    state.best.reset();
    EXPECT_EQ(readBack(state)->best, std::nullopt);
}

TEST(TrainingState, everyCutTextIsRefused) {
    const std::string text = trainingStateToText(someState());
    for (std::size_t length = 0; length + 2 < text.size(); length += 7) EXPECT_FALSE(trainingStateFromText(text.substr(0, length)));
}

TEST(TrainingState, aWrongNumberIsRefused) {
    std::string text = trainingStateToText(someState());
    text.replace(text.find("\"0.30000000000000004\""), 21, "\"0.3 or so\"");
    EXPECT_FALSE(trainingStateFromText(text));
}

TEST(TrainingState, aNewerVersionIsRefusedAsSuch) {
    std::string text = trainingStateToText(someState());
    text.replace(text.find("\"version\": 1"), 12, "\"version\": 2");
    EXPECT_EQ(trainingStateFromText(text).error().code(), ErrorCode::NewerVersion);
}

TEST(TrainingState, ofARunBeforeThereWasAPlateauHasNotWaited) {
    std::string text = trainingStateToText(TrainingState());
    for (const std::string field : {"plateau", "waiting"}) {
        const auto begin = text.find("  \"" + field + "\"");
        ASSERT_NE(begin, std::string::npos);
        // The canonical text is sorted, and the last field ends without a comma.
        const auto end = text.find('}', begin) + 1;
        text.erase(begin, end - begin + (text[end] == ',' ? 2 : 0));
    }
    if (const auto comma = text.rfind(",\n\n"); comma != std::string::npos) text.erase(comma, 1);
    const auto back = trainingStateFromText(text);
    ASSERT_TRUE(back) << back.error().english() << text;
    EXPECT_EQ(back->waiting, Waiting());
    EXPECT_EQ(back->plateau, Plateau());
}

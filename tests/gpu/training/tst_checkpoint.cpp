// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fstream>

#include <ATen/ATen.h>

#include "core/base/file.h"
#include "gpu/training/checkpoint.h"
#include "tests/gpu/training/temporary_folder.h"

using namespace seekbench;

namespace {

class CheckpointTest : public testing::Test {
protected:
    using Steps = std::vector<std::int64_t>;

    Result<std::uint64_t> write(std::int64_t step, float weight) {
        Checkpoint checkpoint{
            .state = {}, .weights = {{"layer.weight", at::full({3}, weight)}}, .optimizer = {{"layer.momentum", at::ones({3})}}};
        checkpoint.state.step = step;
        return checkpoints().write(checkpoint);
    }
    Checkpoints checkpoints() { return std::move(*Checkpoints::open(folder / "checkpoints")); }
    std::filesystem::path fileOf(std::int64_t step, const std::string& name) {
        return folder / "checkpoints" / std::to_string(step) / name;
    }
    // The step of the newest whole checkpoint, or -1; the reasons why newer ones were passed over go to `reasons`.
    std::int64_t newest() {
        const auto found = checkpoints().newestWhole([this](const Error& error) { reasons.push_back(error.english()); });
        return found ? found->state.step : -1;
    }
    void flipAByteOf(const std::filesystem::path& path) {
        std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
        file.seekg(-1, std::ios::end);
        const char last = static_cast<char>(file.get());
        file.seekp(-1, std::ios::end);
        file.put(static_cast<char>(last ^ 1));
    }

    TemporaryFolder folder;
    std::vector<std::string> reasons;
};

}  // namespace

TEST_F(CheckpointTest, comesBackWithWeightsAndOptimizer) {
    const auto bytes = write(500, 2.5f);
    ASSERT_TRUE(bytes) << bytes.error().english();
    const auto found = checkpoints().newestWhole([](const Error&) { FAIL(); });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->state.step, 500);
    EXPECT_TRUE(found->weights.at(0).second.equal(at::full({3}, 2.5f)));
    EXPECT_TRUE(found->optimizer.at(0).second.equal(at::ones({3})));
    EXPECT_EQ(*bytes, std::filesystem::file_size(fileOf(500, "model.safetensors")) +
                          std::filesystem::file_size(fileOf(500, "optimizer.safetensors")) +
                          std::filesystem::file_size(fileOf(500, "state.json")));
}

TEST_F(CheckpointTest, stepsAreOrderedAsNumbers) {
    for (const std::int64_t step : {90, 1000, 100}) ASSERT_TRUE(write(step, 0));
    EXPECT_EQ(checkpoints().steps(), (Steps{90, 100, 1000}));
    EXPECT_EQ(newest(), 1000);
}

TEST_F(CheckpointTest, aDamagedFileOfAnyKindMakesTheOlderOneTheNewest) {
    ASSERT_TRUE(write(1, 1));
    for (const char* name : {"model.safetensors", "optimizer.safetensors"}) {
        ASSERT_TRUE(write(2, 2));
        flipAByteOf(fileOf(2, name));
        EXPECT_EQ(newest(), 1) << name;
    }
    ASSERT_TRUE(write(2, 2));
    std::filesystem::resize_file(fileOf(2, "state.json"), 20);
    EXPECT_EQ(newest(), 1);
    ASSERT_TRUE(write(2, 2));
    std::filesystem::remove(fileOf(2, "model.safetensors"));
    EXPECT_EQ(newest(), 1);
    EXPECT_EQ(reasons.size(), 4u);
    EXPECT_NE(reasons[0].find("step 2"), std::string::npos);
}

TEST_F(CheckpointTest, aDamagedOneIsReplacedByTheSameStep) {
    ASSERT_TRUE(write(2, 2));
    flipAByteOf(fileOf(2, "model.safetensors"));
    ASSERT_TRUE(write(2, 3));
    EXPECT_EQ(newest(), 2);
    EXPECT_TRUE(reasons.empty());
}

TEST_F(CheckpointTest, whatAnInterruptedWriteLeftBehindIsNoCheckpointAndGoesAway) {
    ASSERT_TRUE(write(7, 1));
    std::filesystem::create_directories(folder / "checkpoints" / ".aside");
    EXPECT_EQ(newest(), 7);
    EXPECT_FALSE(std::filesystem::exists(folder / "checkpoints" / ".aside"));
}

TEST_F(CheckpointTest, aReplacementThatWasInterruptedIsUndone) {
    ASSERT_TRUE(write(7, 1));
    std::filesystem::rename(folder / "checkpoints" / "7", folder / "checkpoints" / "7.replaced");
    EXPECT_EQ(newest(), 7);
    EXPECT_FALSE(std::filesystem::exists(folder / "checkpoints" / "7.replaced"));
}

TEST_F(CheckpointTest, retirementKeepsTheNewestAndTheBest) {
    for (const std::int64_t step : {10, 20, 30, 40, 50}) ASSERT_TRUE(write(step, 0));
    checkpoints().retire(2, 20);
    EXPECT_EQ(checkpoints().steps(), (Steps{20, 40, 50}));
    checkpoints().retire(0, std::nullopt);
    EXPECT_EQ(checkpoints().steps(), (Steps{50}));
}

TEST_F(CheckpointTest, aWriteThatFailsLeavesNothingBehind) {
    auto all = checkpoints();
    std::ofstream(folder / "checkpoints" / ".aside") << "a file where the folder should be";
    Checkpoint checkpoint;
    EXPECT_FALSE(all.write(checkpoint));
    EXPECT_TRUE(std::filesystem::is_empty(folder / "checkpoints"));
}

// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <map>

#include "core/base/file.h"
#include "gpu/training/event_sink.h"
#include "gpu/training/failure.h"
#include "tests/gpu/training/temporary_folder.h"

using namespace seekbench;

namespace {

// A journal in memory. With a reserve it is on a disk which is full as long as that file is there.
class MemoryJournal : public PacketWriter {
public:
    MemoryJournal(std::vector<Packet>& packets, std::filesystem::path reserve) : m_packets(packets), m_reserve(std::move(reserve)) {}
    Result<void> append(const Packet& packet) override {
        if (std::filesystem::exists(m_reserve)) return Error(ErrorCode::OutOfSpace, say("No space left."));
        m_packets.push_back(packet);
        return {};
    }
    Result<void> sync() override { return {}; }
    std::uint64_t offset() const override { return m_packets.size(); }

private:
    std::vector<Packet>& m_packets;
    std::filesystem::path m_reserve;
};

class EventSinkTest : public testing::Test {
protected:
    static StepValues stepAt(std::int64_t step, double time) {
        StepValues values{.step = step, .time = time};
        values.loss = static_cast<double>(step) / 10;
        return values;
    }
    const MetricBatch& batch(std::size_t index) const { return std::get<MetricBatch>(packets.at(index)); }
    void fillTheDisk() { ASSERT_TRUE(sink.makeReserve()); }

    TemporaryFolder folder;
    std::vector<Packet> packets;
    EventSink sink{std::make_unique<MemoryJournal>(packets, folder / "reserve"), folder / "reserve"};
};

}  // namespace

TEST_F(EventSinkTest, gathersStepsForFiftyMilliseconds) {
    for (int step = 1; step <= 100; ++step) ASSERT_TRUE(sink.step(stepAt(step, 1000 + 0.001 * step)));
    ASSERT_EQ(packets.size(), 2u);  // the first step at once, those of 50 ms together
    EXPECT_EQ(batch(0).steps, (std::vector<std::int64_t>{1}));
    EXPECT_NEAR(static_cast<double>(batch(1).steps.size()), 50, 1);
}

TEST_F(EventSinkTest, keepsTheValuesOfEveryStep) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    StepValues odd = stepAt(2, 1000.01);
    odd.loss = nan;
    for (const StepValues& values : {stepAt(1, 1000), odd, stepAt(3, 1000.02)}) ASSERT_TRUE(sink.step(values));
    ASSERT_TRUE(sink.flush());
    EXPECT_EQ(batch(1).steps, (std::vector<std::int64_t>{2, 3}));
    EXPECT_TRUE(std::isnan(batch(1).columns[0].values[0]));
    EXPECT_EQ(batch(1).columns[0].values[1], 0.3);
    for (const auto& column : batch(1).columns) EXPECT_EQ(column.values.size(), 2u);
}

TEST_F(EventSinkTest, aLongStepIsWrittenWhenItIsOver) {
    for (int step = 1; step <= 3; ++step) {
        ASSERT_TRUE(sink.step(stepAt(step, 1000 + 10 * step)));
        EXPECT_EQ(packets.size(), static_cast<std::size_t>(step));
    }
}

TEST_F(EventSinkTest, aClockSetBackHoldsNothing) {
    ASSERT_TRUE(sink.step(stepAt(1, 1000)));
    ASSERT_TRUE(sink.step(stepAt(2, 500)));
    EXPECT_EQ(packets.size(), 2u);
}

TEST_F(EventSinkTest, writesEventsAfterTheStepsBeforeThem) {
    ASSERT_TRUE(sink.step(stepAt(1, 1000)));
    ASSERT_TRUE(sink.step(stepAt(2, 1000.001)));
    ASSERT_TRUE(sink.append(StateChanged{.state = WorkerState::Paused, .step = 2}));
    ASSERT_EQ(packets.size(), 3u);
    EXPECT_EQ(batch(1).steps.back(), 2);
    EXPECT_TRUE(std::holds_alternative<StateChanged>(packets[2]));
}

TEST_F(EventSinkTest, declaresEverySeriesThatItWrites) {
    ASSERT_TRUE(sink.declareSeries(std::vector<std::string>{"accuracy"}));
    ASSERT_TRUE(sink.step(stepAt(1, 1000)));
    ASSERT_TRUE(sink.epoch({.step = 1, .time = 1000, .trainLoss = 1, .validationLoss = 2, .train = {3}, .validation = {4}}));
    std::vector<std::string> names;
    std::map<std::string, double> epoch;
    for (const Packet& packet : packets)
        if (const auto* series = std::get_if<SeriesDeclared>(&packet)) names.push_back(series->name);
    for (const auto& column : std::get<MetricBatch>(packets.back()).columns) epoch[names.at(column.series)] = column.values.at(0);
    EXPECT_EQ(epoch, (std::map<std::string, double>{{"train.epoch_loss", 1}, {"val.loss", 2}, {"train.accuracy", 3}, {"val.accuracy", 4}}));
    EXPECT_EQ(names.at(0), "train.loss");
}

TEST_F(EventSinkTest, whatLayersTellIsWrittenWithTheSteps) {
    const std::vector<std::string> told{"block/1/experts.dropped_tokens", "block/1/experts.load_1"};
    ASSERT_TRUE(sink.declareSeries(std::vector<std::string>{"accuracy"}, told));
    StepValues values = stepAt(1, 1000);
    values.observations = {7, 0.25};
    ASSERT_TRUE(sink.step(values));
    std::vector<std::string> names;
    std::map<std::string, double> step;
    for (const Packet& packet : packets)
        if (const auto* series = std::get_if<SeriesDeclared>(&packet)) names.push_back(series->name);
    for (const auto& column : std::get<MetricBatch>(packets.back()).columns) step[names.at(column.series)] = column.values.at(0);
    EXPECT_EQ(step.at("node.block/1/experts.dropped_tokens"), 7);
    EXPECT_EQ(step.at("node.block/1/experts.load_1"), 0.25);
    EXPECT_EQ(step.at("train.loss"), values.loss);
}

TEST_F(EventSinkTest, aDestroyedSinkWritesNothing) {
    {
        EventSink dropped(std::make_unique<MemoryJournal>(packets, folder / "none"), folder / "none");
        ASSERT_TRUE(dropped.step(stepAt(1, 0.001)));
    }
    EXPECT_TRUE(packets.empty());
}

TEST_F(EventSinkTest, theReserveHoldsRealBytes) {
    ASSERT_TRUE(sink.makeReserve());
    EXPECT_EQ(std::filesystem::file_size(folder / "reserve"), EventSink::kReserveBytes);
    sink.removeReserve();
    EXPECT_FALSE(std::filesystem::exists(folder / "reserve"));
}

TEST_F(EventSinkTest, onAFullDiskTheReserveMakesRoomForTheLastStepsAndTheReason) {
    ASSERT_TRUE(sink.step(stepAt(1, 1000)));
    ASSERT_TRUE(sink.step(stepAt(2, 1000.01)));
    fillTheDisk();
    const auto flushed = sink.flush();
    ASSERT_FALSE(flushed);
    EXPECT_EQ(flushed.error().code(), ErrorCode::OutOfSpace);
    (void)sink.append(failureOf(flushed.error(), 2, 1));
    ASSERT_EQ(packets.size(), 3u);
    EXPECT_EQ(batch(1).steps, (std::vector<std::int64_t>{2}));
    const auto& last = std::get<StateChanged>(packets[2]);
    EXPECT_EQ(last.state, WorkerState::Failed);
    EXPECT_EQ(last.reason.find("The disk is full"), 0u);
    EXPECT_NE(last.advice.find("step 1"), std::string::npos);
}

TEST_F(EventSinkTest, aFullDiskIsSaidAgainToWhoeverWritesNext) {
    fillTheDisk();
    (void)sink.log(LogSeverity::Warning, "A caller that does not look at the answer.");
    const auto next = sink.append(Progress{});
    ASSERT_FALSE(next);
    EXPECT_EQ(next.error().code(), ErrorCode::OutOfSpace);
    EXPECT_EQ(packets.size(), 2u);  // and what there is room for is written
}

TEST_F(EventSinkTest, tellsHowFarTheJournalHasGrown) {
    std::vector<std::uint64_t> offsets;
    sink.onGrown([&](std::uint64_t offset) { offsets.push_back(offset); });
    ASSERT_TRUE(sink.append(LogLine{}));
    ASSERT_TRUE(sink.append(LogLine{}));
    EXPECT_EQ(offsets, (std::vector<std::uint64_t>{1, 2}));
}

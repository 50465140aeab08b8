// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <limits>

#include "tests/gpu/training/counting_engine.h"
#include "tests/gpu/training/run_fixture.h"

using namespace seekbench;

namespace {

// Attempts whose engine computes nothing, so that what the trainer does around it can be seen and timed.
class TrainerTest : public RunTest {
protected:
    // Four epochs of 7 training and 2 validation batches.
    void prepare(Experiment experiment = smallExperiment()) {
        run.emplace(newRun(experiment));
        auto begun = begin(*run);
        ASSERT_TRUE(begun) << begun.error().english();
        attempt = std::move(*begun);
        const auto prepared = attempt->prepare();
        ASSERT_TRUE(prepared) << prepared.error().english();
        auto counting = std::make_unique<CountingEngine>();
        engine = counting.get();
        attempt->workload().engine = std::move(counting);
    }
    Trainer::Outcome train() { return attempt->trainer().run(); }
    // Of this thread: what a busy machine takes away from it does not count.
    static double processorSeconds() {
        timespec time{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
    }
    RunRecord record() const { return RunRecord(*run); }
    StateChanged lastState() const { return record().all<StateChanged>().back(); }

    std::optional<RunFolder> run;
    std::unique_ptr<Attempt> attempt;
    CountingEngine* engine = nullptr;
};

}  // namespace

TEST_F(TrainerTest, everyStepAndEveryEpochHasItsValues) {
    prepare();
    ASSERT_EQ(train(), Trainer::Outcome::Finished);
    const RunRecord found = record();
    for (const char* name : {"train.loss", "learning_rate", "gradient_norm", "samples_per_second", "step_seconds", "loader_wait",
                             "memory.process", "memory.tensors", "memory.peak", "memory.parameters", "memory.workspace"}) {
        const auto values = found.current(name);
        ASSERT_EQ(values.size(), 28u) << name;
        EXPECT_EQ(values.begin()->first, 1) << name;
        EXPECT_EQ(values.rbegin()->first, 28) << name;
    }
    for (const char* name : {"train.epoch_loss", "val.loss", "train.accuracy", "val.accuracy"})
        EXPECT_EQ(found.current(name).size(), 4u) << name;
    EXPECT_GT(found.current("memory.process").at(1), 1e7);
    EXPECT_EQ(found.states(), (std::vector{WorkerState::Running, WorkerState::Finished}));
    EXPECT_EQ(found.all<Progress>().back().step, 28);
}

TEST_F(TrainerTest, theLayersAtTheHighestPeakLieInTheRunFolder) {
    prepare();
    engine->beforeStep = [] { (void)at::empty({1 << 20}); };  // for a moment, whatever the step
    ASSERT_EQ(train(), Trainer::Outcome::Finished);
    const auto memory = readMemory(*run);
    ASSERT_TRUE(memory) << memory.error().english();
    const auto peaks = record().current("memory.peak");
    const auto highest = std::ranges::max_element(peaks, {}, [](const auto& peak) { return peak.second; });
    EXPECT_EQ(static_cast<double>(memory->table.total.total()), highest->second);
    EXPECT_EQ(memory->table.total[MemoryCategory::Input], 15 * (16 * 4 + 8));
    EXPECT_GE(memory->table.total[MemoryCategory::Workspace], 4 << 20);
    EXPECT_EQ(record().current("memory.activations").at(1), 0);  // this engine has none
}

TEST_F(TrainerTest, aLossThatIsNotANumberIsRecordedAndSaid) {
    prepare();
    engine->loss = std::numeric_limits<double>::quiet_NaN();
    ASSERT_EQ(train(), Trainer::Outcome::Finished);
    const RunRecord found = record();
    EXPECT_TRUE(std::isnan(found.current("train.loss").at(28)));
    EXPECT_TRUE(std::isnan(found.current("train.epoch_loss").at(28)));
    EXPECT_TRUE(found.hasLine("not a finite number from step 1 on"));
}

TEST_F(TrainerTest, runningOutOfMemoryIsAFailureWithAdvice) {
    prepare();
    engine->beforeStep = [] { (void)at::empty({std::int64_t{1} << 60}); };
    EXPECT_EQ(train(), Trainer::Outcome::Failed);
    EXPECT_EQ(lastState().state, WorkerState::Failed);
    EXPECT_NE(lastState().reason.find("not enough memory"), std::string::npos) << lastState().reason;
    EXPECT_NE(lastState().reason.find("forecast to need about"), std::string::npos) << lastState().reason;
    EXPECT_NE(lastState().advice.find("smaller batch"), std::string::npos);
}

TEST_F(TrainerTest, anyOtherExceptionIsAFailureInOneLine) {
    prepare();
    engine->beforeStep = [] { (void)at::ones({2, 3}).mm(at::ones({2, 3})); };
    EXPECT_EQ(train(), Trainer::Outcome::Failed);
    EXPECT_NE(lastState().reason.find("mat1 and mat2"), std::string::npos) << lastState().reason;
    EXPECT_EQ(lastState().reason.find('\n'), std::string::npos);
}

TEST_F(TrainerTest, theBestIsTheLowestValidationLossAndIsKept) {
    Experiment experiment = smallExperiment();
    experiment.training.checkpointInterval = 3;
    experiment.training.keepCheckpoints = 1;
    prepare(experiment);
    engine->validationLoss = [](double steps) { return steps == 14 ? 0.1 : 1.0; };
    ASSERT_EQ(train(), Trainer::Outcome::Finished);
    EXPECT_EQ(Checkpoints::open(run->checkpointsFolder())->steps(), (std::vector<std::int64_t>{14, 28}));
    std::vector<std::int64_t> best;
    for (const auto& written : record().all<CheckpointWritten>())
        if (written.best) best.push_back(written.step);
    EXPECT_EQ(best, (std::vector<std::int64_t>{7, 14}));
}

TEST_F(TrainerTest, theJournalIsOnTheDiskBeforeTheCheckpointThatKnowsOfIt) {
    prepare();
    for (int i = 0; i < 5; ++i) ASSERT_TRUE(attempt->trainer().advance());
    ASSERT_TRUE(attempt->trainer().saveCheckpoint());
    EXPECT_EQ(record().current("train.loss").size(), 5u);
    EXPECT_EQ(record().all<CheckpointWritten>().size(), 1u);
}

TEST_F(TrainerTest, aCheckpointThatCannotBeWrittenIsAWarningAndTheTrainingGoesOn) {
    prepare();
    std::filesystem::remove_all(run->checkpointsFolder());
    ASSERT_TRUE(writeFileAtomically(run->checkpointsFolder(), "a file where the folder should be"));
    EXPECT_EQ(train(), Trainer::Outcome::Finished);
    EXPECT_TRUE(record().hasLine("writing the checkpoint of step 5"));
    EXPECT_EQ(record().finalWeights().size(), 32u);
}

TEST_F(TrainerTest, aStopWithoutACheckpointSaysSo) {
    prepare();
    ASSERT_TRUE(attempt->trainer().advance());
    std::filesystem::remove_all(run->checkpointsFolder());
    ASSERT_TRUE(writeFileAtomically(run->checkpointsFolder(), "a file where the folder should be"));
    m_stop = true;
    EXPECT_EQ(train(), Trainer::Outcome::Stopped);
    EXPECT_NE(lastState().reason.find("without a new checkpoint"), std::string::npos) << lastState().reason;
}

TEST_F(TrainerTest, aStepDoesNothingSlowBesidesTheEngine) {
    Experiment experiment = smallExperiment();
    experiment.training.epochs = 600;
    experiment.training.checkpointInterval = 0;
    prepare(experiment);
    engine->validationLoss = [](double) { return std::numeric_limits<double>::quiet_NaN(); };  // no best: no checkpoint
    bool isTrainingStep = false;
    engine->beforeStep = [&] { isTrainingStep = true; };
    std::vector<double> costs;  // of whole steps; what the counting engine does in them is a part of it
    while (!attempt->trainer().isDone()) {
        isTrainingStep = false;
        const double begun = processorSeconds();
        ASSERT_TRUE(attempt->trainer().advance());
        if (isTrainingStep) costs.push_back(processorSeconds() - begun);
    }
    double sum = 0;
    for (double cost : costs) sum += cost;
    const double microseconds = 1e6 * sum / static_cast<double>(costs.size());
    std::printf("a step costs %.1f µs of the processor besides the engine, on average\n", microseconds);
    EXPECT_LT(microseconds, 1000);  // it is about 30; a flush to the disk or a look at a folder in every step would be more
}

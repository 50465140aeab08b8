// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <limits>

#include "core/run/evaluation.h"
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

TEST_F(TrainerTest, withoutALowerValidationLossTheRunEndsEarlyAndSaysWhy) {
    Experiment experiment = smallExperiment();
    experiment.training.patience = 2;
    experiment.training.epochs = 9;
    prepare(experiment);
    engine->validationLoss = [](double steps) { return steps <= 14 ? 2 - steps / 14 : 1.0; };  // lower for two epochs
    ASSERT_EQ(train(), Trainer::Outcome::Finished);
    EXPECT_EQ(record().current("val.loss").size(), 4u);
    EXPECT_EQ(lastState().state, WorkerState::Finished);
    EXPECT_EQ(lastState().reason, "Ended early: the validation loss has not been lower for 2 epochs.");
}

TEST_F(TrainerTest, whatEarlyStoppingHasCountedIsResumed) {
    Experiment experiment = smallExperiment();
    experiment.optimizer.parameters["learning_rate"] = 0.0;  // no validation is better than the first
    experiment.training.patience = 3;
    experiment.training.epochs = 9;
    const RunFolder folder = newRun(experiment);
    trainAndDie(folder, 2 * (7 + 3) + 6);  // the newest checkpoint is that of step 20, in the third epoch
    ASSERT_EQ(RunTest::train(folder), Trainer::Outcome::Finished);
    const RunRecord found(folder);
    EXPECT_EQ(found.all<AttemptStarted>().back().fromStep, 20);
    EXPECT_EQ(found.current("val.loss").size(), 4u);
}

TEST_F(TrainerTest, aPlateauLowersTheLearningRateOfTheStepsAfterIt) {
    Experiment experiment = smallExperiment();
    experiment.optimizer.parameters["learning_rate"] = 0.5;
    experiment.schedule = {"plateau", {{"patience", std::int64_t{0}}, {"factor", 0.5}}};
    prepare(experiment);
    engine->validationLoss = [](double steps) { return steps < 14 ? 2.0 : 2.5; };
    ASSERT_EQ(train(), Trainer::Outcome::Finished);
    const auto rates = record().current("learning_rate");
    for (const auto& [step, rate] : rates) EXPECT_EQ(rate, step <= 14 ? 0.5 : step <= 21 ? 0.25 : 0.125) << step;
    EXPECT_TRUE(record().hasLine("from step 15 on the learning rate is 0.25"));
}

TEST_F(TrainerTest, theFirstSkippedUpdateIsToldAndTheScaleIsASeries) {
    Experiment experiment = smallExperiment();
    experiment.training.precision = Precision::Float16;
    experiment.training.overflowAtStep = 3;
    const RunFolder folder = newRun(experiment);
    ASSERT_EQ(RunTest::train(folder), Trainer::Outcome::Finished);
    const RunRecord found(folder);
    EXPECT_TRUE(found.hasLine("The update of step 3 was skipped"));
    const auto scales = found.current("loss_scale"), skipped = found.current("skipped_steps");
    ASSERT_EQ(scales.size(), 28u);
    EXPECT_EQ(scales.at(3), 65536);
    EXPECT_EQ(scales.at(4), 32768);
    EXPECT_EQ(skipped.at(2), 0);
    EXPECT_EQ(skipped.at(28), 1);
    EXPECT_TRUE(std::isinf(found.current("gradient_norm").at(3)));
    // The sizes of the gradients are among the pictures of each validation.
    const auto history = readEvaluations(folder);
    ASSERT_TRUE(history) << history.error().english();
    ASSERT_NE(history->validations.back().curve(kGradientCurve), nullptr);
    EXPECT_NE(history->validations.back().curve(kScaledGradientCurve), nullptr);
}

TEST_F(TrainerTest, aLayerThatGivesNoNumbersIsNamedInTheLogAndEndsTheRunWhenAnomaliesAreDetected) {
    for (const bool detects : {false, true}) {
        Experiment experiment = smallExperiment();
        experiment.optimizer.parameters["learning_rate"] = 1000.0;
        experiment.training.detectAnomalies = detects;
        const RunFolder folder = newRun(experiment);
        auto begun = begin(folder);
        ASSERT_TRUE((*begun)->prepare());
        auto weights = (*begun)->workload().engine->weights();
        for (auto& [name, tensor] : weights) {
            tensor = tensor.clone();
            if (name == "f.bias") tensor.fill_(std::numeric_limits<double>::quiet_NaN());
        }
        ASSERT_TRUE((*begun)->workload().engine->loadWeights(weights));
        EXPECT_EQ((*begun)->trainer().run(), detects ? Trainer::Outcome::Failed : Trainer::Outcome::Finished);
        const auto lines = RunRecord(folder).all<LogLine>();
        const auto named = std::ranges::find(lines, "f", &LogLine::node);
        ASSERT_NE(named, lines.end());
        EXPECT_EQ(named->text, "Step 1: The first values that are not finite are the output of the node f.");
        EXPECT_EQ(named->severity, detects ? LogSeverity::Error : LogSeverity::Warning);
        if (detects) {
            EXPECT_NE(RunRecord(folder).all<StateChanged>().back().reason.find("node f"), std::string::npos);
        }
    }
}

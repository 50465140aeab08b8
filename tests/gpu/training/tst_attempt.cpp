// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fstream>
#include <future>
#include <thread>

#include "core/protocol/local_socket.h"
#include "core/trace/run_profiles.h"
#include "tests/gpu/training/run_fixture.h"

using namespace seekbench;
using namespace std::chrono_literals;

namespace {

class AttemptTest : public RunTest {
protected:
    // One run without a break: what all others must equal. 28 training and 8 validation batches, and 4 ends of an epoch.
    const RunRecord& undisturbed() {
        static const RunRecord record = [this] {
            const RunFolder folder = newRun();
            EXPECT_EQ(train(folder), Trainer::Outcome::Finished);
            return RunRecord(folder);
        }();
        EXPECT_EQ(record.finalWeights().size(), 32u);
        return record;
    }

    // Every number of the run is that of the undisturbed run, in every attempt; the current attempt covers every step; the weights are
    // equal.
    void expectSameNumbers(const RunFolder& folder) {
        const RunRecord record(folder);
        EXPECT_EQ(record.finalWeights(), undisturbed().finalWeights());
        for (const char* name :
             {"train.loss", "learning_rate", "gradient_norm", "train.epoch_loss", "val.loss", "train.accuracy", "val.accuracy"}) {
            const auto expected = undisturbed().current(name);
            EXPECT_EQ(record.current(name), expected) << name;
            for (const auto& value : record.series.at(name))
                EXPECT_EQ(value.value, expected.at(value.step)) << name << " at " << value.step;
        }
    }
    void damage(const std::filesystem::path& file) {
        std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
        bytes.seekp(-2, std::ios::end);
        bytes.put('!');
    }
    std::string reasonOfFailure(const RunFolder& folder) {
        EXPECT_EQ(train(folder), Trainer::Outcome::Failed);
        const auto last = RunRecord(folder).all<StateChanged>().back();
        EXPECT_EQ(last.state, WorkerState::Failed);
        return last.reason;
    }
};

// A client of the run that another thread trains.
class Client {
public:
    explicit Client(const RunFolder& folder) {
        for (int i = 0; i < 200 && !m_connection; ++i) {
            const auto endpoint = readFile(folder.endpointFile(), 4096);
            auto connection = endpoint ? Connection::connect(*endpoint) : Result<Connection>(endpoint.error());
            if (connection)
                m_connection = std::move(*connection);
            else
                std::this_thread::sleep_for(10ms);
        }
    }
    Answer ask(Verb verb, std::int64_t amount = 0) {
        if (!m_connection || !m_connection->send(Command{++m_request, verb, amount})) return {};
        for (int i = 0; i < 500; ++i) {
            (void)m_connection->waitReadable(20);
            const auto packets = m_connection->receive();
            if (!packets) return {};
            for (const Packet& packet : *packets)
                if (const auto* answer = std::get_if<Answer>(&packet); answer && answer->request == m_request) return *answer;
        }
        return {};
    }

private:
    std::optional<Connection> m_connection;
    std::uint64_t m_request = 0;
};

}  // namespace

TEST_F(AttemptTest, aSecondRunOfTheSameExperimentGivesTheSameNumbers) {
    const RunFolder folder = newRun();
    ASSERT_EQ(train(folder), Trainer::Outcome::Finished);
    expectSameNumbers(folder);
}

TEST_F(AttemptTest, aDeathAtAnyBatchIsRepairedBitByBit) {
    for (int units = 0; units <= 40; units += 3) {
        SCOPED_TRACE("death after " + std::to_string(units) + " batches");
        const RunFolder folder = newRun();
        trainAndDie(folder, units);
        ASSERT_EQ(train(folder), Trainer::Outcome::Finished);
        expectSameNumbers(folder);
    }
}

// All that precise training remembers besides weights and moments, at once: loss scale, averaged weights, parts of batches, what early
// stopping and the plateau have counted.
TEST_F(AttemptTest, aDeathInAPreciseTrainingIsRepairedBitByBit) {
    Experiment experiment = smallExperiment();
    experiment.schedule = {"plateau",
                           {{"patience", std::int64_t{0}}, {"factor", 0.5}, {"threshold", 0.5}, {"warmup_steps", std::int64_t{3}}}};
    experiment.optimizer = {"adafactor", {}};
    experiment.training.precision = Precision::Float16;
    experiment.training.accumulation = 4;
    experiment.training.gradientClip = 0.5;
    experiment.training.averageDecay = 0.9;
    experiment.training.patience = 3;
    experiment.training.overflowAtStep = 9;
    experiment.training.scaleGrowthInterval = 4;
    experiment.training.frozen = {"c"};
    const auto finished = [&](const std::vector<int>& deaths) {
        const RunFolder folder = newRun(experiment);
        for (const int units : deaths) trainAndDie(folder, units);
        EXPECT_EQ(train(folder), Trainer::Outcome::Finished);
        return folder;
    };
    const auto optimizerOf = [](const RunFolder& folder) {
        return Checkpoints::open(folder.checkpointsFolder())->newestWhole([](const Error&) {})->state.optimizer;
    };
    const RunFolder undisturbed = finished({});
    const RunRecord expected(undisturbed);
    ASSERT_EQ(expected.finalWeights().size(), 32u);
    EXPECT_LT(expected.current("learning_rate").rbegin()->second, expected.current("learning_rate").at(7));  // there was a plateau
    EXPECT_EQ(expected.current("skipped_steps").at(9), 1);
    for (const std::vector<int>& deaths : {std::vector<int>{3}, {8, 8}, {11}, {13, 9, 9}, {22}}) {
        SCOPED_TRACE("deaths after " + testing::PrintToString(deaths) + " batches");
        const RunFolder folder = finished(deaths);
        const RunRecord record(folder);
        EXPECT_EQ(record.finalWeights(), expected.finalWeights());
        EXPECT_EQ(optimizerOf(folder), optimizerOf(undisturbed));
        for (const char* name : {"train.loss", "learning_rate", "loss_scale", "skipped_steps", "val.loss", "train.accuracy"})
            EXPECT_EQ(record.current(name), expected.current(name)) << name;
    }
}

TEST_F(AttemptTest, manyDeathsInARowAreRepaired) {
    const RunFolder folder = newRun();
    for (int death = 0; death < 8; ++death) trainAndDie(folder, 8);
    ASSERT_EQ(train(folder), Trainer::Outcome::Finished);
    expectSameNumbers(folder);
    const auto attempts = RunRecord(folder).all<AttemptStarted>();
    ASSERT_EQ(attempts.size(), 9u);
    for (std::size_t i = 0; i < attempts.size(); ++i) EXPECT_EQ(attempts[i].number, i + 1);
    EXPECT_GT(attempts.back().fromStep, 20);
    EXPECT_EQ(attempts.back().fromCheckpoint, std::to_string(attempts.back().fromStep));
    EXPECT_EQ(attempts.back().totalSteps, 28);
    EXPECT_EQ(attempts.back().stepsPerEpoch, 7);
}

TEST_F(AttemptTest, aStopAtAnyBatchAndAResumeGiveTheSameNumbers) {
    for (const int units : {1, 6, 7, 8, 9, 20}) {  // 7 and 8: before and in the first validation
        SCOPED_TRACE("stop after " + std::to_string(units) + " batches");
        const RunFolder folder = newRun();
        {
            auto attempt = begin(folder);
            ASSERT_TRUE((*attempt)->prepare());
            for (int i = 0; i < units; ++i) ASSERT_TRUE((*attempt)->trainer().advance());
            m_stop = true;
            EXPECT_EQ((*attempt)->trainer().run(), Trainer::Outcome::Stopped);
            m_stop = false;
        }
        ASSERT_EQ(train(folder), Trainer::Outcome::Finished);
        expectSameNumbers(folder);
    }
}

TEST_F(AttemptTest, aDamagedNewestCheckpointFallsBackToTheOneBefore) {
    const RunFolder folder = newRun();
    trainAndDie(folder, 14);  // checkpoints of steps 5, 7 (the best so far) and 10
    damage(folder.checkpointsFolder() / "10" / "model.safetensors");
    ASSERT_EQ(train(folder), Trainer::Outcome::Finished);
    expectSameNumbers(folder);
    EXPECT_EQ(RunRecord(folder).all<AttemptStarted>().back().fromStep, 7);
    EXPECT_TRUE(RunRecord(folder).hasLine("step 10"));
}

TEST_F(AttemptTest, aTornTailIsCutAndSaid) {
    const RunFolder folder = newRun();
    trainAndDie(folder, 8);
    std::ofstream(folder.journalFile(), std::ios::app | std::ios::binary) << "half a fr";
    ASSERT_EQ(train(folder), Trainer::Outcome::Finished);
    expectSameNumbers(folder);
    EXPECT_TRUE(RunRecord(folder).hasLine("9 bytes"));
}

TEST_F(AttemptTest, theDataOfEveryAttemptAreRecordedAndAChangeIsSaid) {
    const RunFolder folder = newRun();
    trainAndDie(folder, 8);
    ASSERT_EQ(train(folder), Trainer::Outcome::Finished);
    const RunRecord same(folder);
    const auto attempts = same.all<AttemptStarted>();
    ASSERT_EQ(attempts.size(), 2u);
    EXPECT_EQ(attempts[0].dataFingerprint.size(), 32u);
    EXPECT_EQ(attempts[1].dataFingerprint, attempts[0].dataFingerprint);
    EXPECT_FALSE(same.hasLine("have changed"));
    // The same with an attempt before it that saw other data.
    const RunFolder changed = newRun();
    auto journal = JournalWriter::open(changed.journalFile(), changed.id());
    ASSERT_TRUE(journal);
    AttemptStarted other{.number = 1};
    other.dataFingerprint = "0123456789abcdef0123456789abcdef";
    ASSERT_TRUE(journal->append(other));
    { const auto closed = std::move(*journal); }
    ASSERT_EQ(train(changed), Trainer::Outcome::Finished);
    EXPECT_TRUE(RunRecord(changed).hasLine("The data have changed since attempt 1"));
}

TEST_F(AttemptTest, aSecondTrainerOfALiveRunIsRefusedWithASentence) {
    const RunFolder folder = newRun();
    const auto first = begin(folder);
    const auto second = begin(folder);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code(), ErrorCode::Busy);
    EXPECT_NE(second.error().english().find("already, by process " + std::to_string(::getpid())), std::string::npos);
}

TEST_F(AttemptTest, aFinishedRunIsNotTrainedAgain) {
    const RunFolder folder = newRun();
    ASSERT_EQ(train(folder), Trainer::Outcome::Finished);
    const auto size = std::filesystem::file_size(folder.journalFile());
    const auto again = begin(folder);
    ASSERT_FALSE(again);
    EXPECT_NE(again.error().english().find("has finished"), std::string::npos);
    EXPECT_EQ(std::filesystem::file_size(folder.journalFile()), size);
}

TEST_F(AttemptTest, nothingButTheRunIsLeftWhenItHasEnded) {
    const RunFolder folder = newRun();
    ASSERT_EQ(train(folder), Trainer::Outcome::Finished);
    EXPECT_FALSE(std::filesystem::exists(folder.endpointFile()));
    EXPECT_FALSE(std::filesystem::exists(folder.reserveFile()));
    EXPECT_FALSE(folder.isAlive());
}

TEST_F(AttemptTest, anAbsentCudaDeviceFailsWithTheReasonInTheJournal) {
    Experiment experiment = smallExperiment();
    experiment.training.device = "cuda:0";
    const RunFolder folder = newRun(experiment);
    EXPECT_NE(reasonOfFailure(folder).find("CUDA"), std::string::npos);
    EXPECT_EQ(RunRecord(folder).all<AttemptStarted>().size(), 1u);
}

TEST_F(AttemptTest, anExperimentThatDoesNotFitFailsWithTheReasonInTheJournal) {
    Experiment experiment = smallExperiment();
    experiment.graph.nodes["f"].parameters["in_features"] = std::int64_t{13};
    EXPECT_NE(reasonOfFailure(newRun(experiment)).find("f.input"), std::string::npos);
}

TEST_F(AttemptTest, anUnreadableExperimentFailsWithTheReasonInTheJournal) {
    const RunFolder folder = newRun();
    std::ofstream(folder.experimentFile()) << "{";
    EXPECT_FALSE(reasonOfFailure(folder).empty());
}

TEST_F(AttemptTest, aWorkerWithoutASocketStillTrains) {
    std::ofstream(m_workspace / "file") << "no folder";
    const RunFolder folder = newRun();
    ASSERT_TRUE(makeFolder(m_workspace / "runtime"));
    std::string deep = (m_workspace / "runtime").string();
    for (int i = 0; i < 12; ++i) deep += "/0123456789";
    ASSERT_TRUE(makeFolder(deep));
    ::setenv("XDG_RUNTIME_DIR", deep.c_str(), 1);  // longer than the path of a socket may be
    EXPECT_EQ(train(folder), Trainer::Outcome::Finished);
    EXPECT_TRUE(RunRecord(folder).hasLine("cannot be paused"));
}

TEST_F(AttemptTest, stepsAreProfiledWhenAClientAsks) {
    Experiment experiment = smallExperiment();
    experiment.training.epochs = 100000;
    const RunFolder folder = newRun(experiment);
    auto outcome = std::async(std::launch::async, [&] { return train(folder); });
    Client client(folder);
    EXPECT_TRUE(client.ask(Verb::Pause).accepted);  // so that the first request waits
    EXPECT_FALSE(client.ask(Verb::Profile, 0).accepted);
    EXPECT_TRUE(client.ask(Verb::Profile, 5).accepted);
    EXPECT_FALSE(client.ask(Verb::Profile, 5).accepted);
    EXPECT_TRUE(client.ask(Verb::Resume).accepted);
    const auto isWritten = [&] {
        const auto profiles = profilesOf(folder);
        return !profiles.empty() && isFinishedProfile(profiles.front());
    };
    for (int i = 0; i < 1000 && !isWritten(); ++i) std::this_thread::sleep_for(10ms);
    EXPECT_TRUE(isWritten());
    EXPECT_TRUE(client.ask(Verb::Stop).accepted);
    EXPECT_EQ(outcome.get(), Trainer::Outcome::Stopped);
    EXPECT_TRUE(RunRecord(folder).hasLine("Profiled the steps"));
}

TEST_F(AttemptTest, commandsAreObeyedThroughTheSocket) {
    Experiment experiment = smallExperiment();
    experiment.training.epochs = 100000;
    const RunFolder folder = newRun(experiment);
    auto outcome = std::async(std::launch::async, [&] { return train(folder); });
    Client client(folder);

    EXPECT_TRUE(client.ask(Verb::Pause).accepted);
    const Answer paused = client.ask(Verb::Status);
    EXPECT_EQ(paused.state, WorkerState::Paused);
    std::this_thread::sleep_for(100ms);
    EXPECT_EQ(client.ask(Verb::Status).step, paused.step);

    const Answer saved = client.ask(Verb::Checkpoint);
    EXPECT_TRUE(saved.accepted) << saved.text;
    EXPECT_TRUE(std::filesystem::exists(folder.checkpointsFolder() / std::to_string(paused.step) / "state.json"));

    EXPECT_EQ(client.ask(Verb::Resume).state, WorkerState::Running);
    std::this_thread::sleep_for(100ms);
    EXPECT_GT(client.ask(Verb::Status).step, paused.step);
    EXPECT_TRUE(client.ask(Verb::Stop).accepted);

    EXPECT_EQ(outcome.get(), Trainer::Outcome::Stopped);
    using enum WorkerState;
    EXPECT_EQ(RunRecord(folder).states(), (std::vector{Running, Paused, Running, Stopping, Stopped}));
    const auto last = RunRecord(folder).all<StateChanged>().back();
    EXPECT_EQ(Checkpoints::open(folder.checkpointsFolder())->steps().back(), last.step);
}

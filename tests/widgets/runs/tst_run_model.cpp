// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QtTest/QtTest>

#include "core/journal/journal.h"
#include "tests/support/sample_run.h"
#include "tests/support/training_packets.h"
#include "widgets/runs/run_model.h"

using namespace seekbench;
using test::Training;

namespace {

std::vector<Packet> replayed(const std::filesystem::path& journal) {
    auto reader = test::need(JournalReader::open(journal));
    return test::need(reader.read(1'000'000));
}

}  // namespace

class RunModelTest : public QObject {
    Q_OBJECT

    const Training m_training;

private Q_SLOTS:
    void aReplayedJournalGivesTheWholeRun() {
        test::TestWorkspace workspace;
        const RunFolder run = workspace.newRun();
        test::appendAll(run, m_training.whole());
        RunModel model({.id = QStringLiteral("run")});
        model.apply(replayed(run.journalFile()));
        QCOMPARE(model.series("train.loss")->size(), std::size_t{2000});
        QCOMPARE(model.series("val.accuracy")->size(), std::size_t{20});
        QCOMPARE(model.progress().step, 2000);
        QCOMPARE(model.progress().state, RunState::Finished);
        QCOMPARE(model.checkpoints().size(), std::size_t{20});
        QVERIFY(model.bestCheckpoint()->best);
        QVERIFY(std::abs(model.workedSeconds() - 16) < 1e-6);
    }

    void oneApplyTellsOnce() {
        RunModel model({});
        QSignalSpy changed(&model, &RunModel::changed);
        model.apply(m_training.whole());
        QCOMPARE(changed.size(), 1);
        model.apply({});
        QCOMPARE(changed.size(), 1);
    }

    void piecesGiveTheSameAsTheWhole() {
        RunModel whole({}), pieces({});
        const auto packets = m_training.whole();
        whole.apply(packets);
        for (const Packet& packet : packets) pieces.apply(std::span(&packet, 1));
        QCOMPARE(pieces.log().size(), whole.log().size());
        QVERIFY(std::ranges::equal(pieces.log(), whole.log()));
        QVERIFY(std::ranges::equal(pieces.series("train.loss")->values().values(), whole.series("train.loss")->values().values()));
    }

    void everyEpochIsALineWithItsFigures() {
        RunModel model({});
        model.apply(m_training.whole());
        std::vector<EpochSummary> epochs;
        for (const LogEntry& entry : model.log())
            if (const auto* epoch = std::get_if<EpochSummary>(&entry.what)) epochs.push_back(*epoch);
        QCOMPARE(epochs.size(), std::size_t{20});
        QCOMPARE(epochs[4].epoch, 5);
        QVERIFY(epochs[4].trainLoss && epochs[4].validationLoss && epochs[4].validation.contains("accuracy"));
        QVERIFY(std::abs(epochs[4].seconds - 0.8) < 1e-6);
    }

    void aResumeReplacesTheRepeatedStepsAndForgetsTheirCheckpoints() {
        RunModel model({});
        model.apply(m_training.start());
        model.apply(m_training.steps(0, 812));
        model.apply(m_training.start(2, 500, 3600));
        model.apply(m_training.steps(500, 700, 3600));
        QCOMPARE(model.series("train.loss")->size(), std::size_t{700});
        QCOMPARE(model.series("val.loss")->last().step, 700);
        QCOMPARE(model.checkpoints().size(), std::size_t{7});
        QCOMPARE(model.attempts().size(), std::size_t{2});
    }

    void theHourBetweenTwoAttemptsTakesNoRoomOnTheTimeAxis() {
        RunModel model({});
        model.apply(m_training.start());
        model.apply(m_training.steps(0, 812));
        model.apply(m_training.start(2, 500, 3600));
        model.apply(m_training.steps(500, 700, 3600));
        const Series& loss = *model.series("train.loss");
        QVERIFY(std::abs(loss.horizontal(loss.size() - 1, HorizontalAxis::Time) - 700 * 0.008) < 1e-6);
        QVERIFY(std::abs(model.workedSeconds() - 700 * 0.008) < 1e-6);
    }

    void aRunningRunWithoutNewsGoesStaleAfterFiveSeconds() {
        RunModel model({});
        model.apply(m_training.start());
        model.setState(RunState::Running);
        const auto now = RunModel::Clock::now();
        QVERIFY(!model.isStale(now + std::chrono::seconds(4)));
        QVERIFY(model.isStale(now + std::chrono::seconds(6)));
        model.setState(RunState::Paused);
        QVERIFY(!model.isStale(now + std::chrono::seconds(60)));
    }

    void aMillionPointsAreTakenInSlicesOfMilliseconds() {
        Training large;
        large.stepsPerEpoch = 1000;
        large.epochs = 30;  // 210,000 points
        const auto packets = large.whole();
        RunModel model({});
        QElapsedTimer clock;
        clock.start();
        model.apply(packets);
        qInfo("%.3f us a point", static_cast<double>(clock.nsecsElapsed()) / 1e3 / 210'000);
        QCOMPARE(model.series("train.loss")->size(), std::size_t{30'000});
    }
};

QTEST_MAIN(RunModelTest)
#include "tst_run_model.moc"

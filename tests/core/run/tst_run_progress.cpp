// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include <QTest>

#include "core/run/run_progress.h"

using namespace seekbench;

class tst_RunProgress : public QObject {
    Q_OBJECT

    // A run of 40 steps in epochs of 10 that has declared loss and validation loss.
    static RunProgress started(std::int64_t fromStep = 0) {
        RunProgress progress;
        begin(progress, 1, fromStep);
        return progress;
    }
    static void begin(RunProgress& progress, std::uint32_t attempt, std::int64_t fromStep) {
        progress.apply(AttemptStarted{.number = attempt, .fromStep = fromStep, .process = 77, .totalSteps = 40, .stepsPerEpoch = 10});
        progress.apply(SeriesDeclared{.index = 3, .name = "train.loss"});
        progress.apply(SeriesDeclared{.index = 4, .name = "val.loss"});
    }
    static MetricBatch values(std::uint16_t series, std::int64_t step, double value) { return {{step}, {0}, {{series, {value}}}}; }

private slots:
    void anAttemptSaysWhereItBegins() {
        const RunProgress progress = started(20);
        QCOMPARE(progress.state, RunState::Starting);
        QCOMPARE(progress.step, 20);
        QCOMPARE(progress.epoch(), 3);
        QCOMPARE(progress.epochs(), 4);
        QCOMPARE(progress.process, 77);
    }

    void theNewestValueOfEachSeriesIsKnownByName() {
        RunProgress progress = started();
        progress.apply(MetricBatch{{1, 2}, {0, 0}, {{3, {0.9, 0.8}}}});
        QCOMPARE(progress.value("train.loss"), 0.8);
        QCOMPARE(progress.step, 2);
        QVERIFY(!progress.value("val.loss"));
    }

    void valuesThatAreNotFiniteAreValues() {
        RunProgress progress = started();
        progress.apply(values(3, 1, NAN));
        QVERIFY(std::isnan(*progress.value("train.loss")));
    }

    void aSeriesThatWasNotDeclaredIsPassedOver() {
        RunProgress progress = started();
        progress.apply(values(9, 1, 5));
        QVERIFY(progress.values.empty());
    }

    void aNewAttemptDeclaresItsSeriesAnew() {
        RunProgress progress = started();
        begin(progress, 2, 0);
        progress.apply(SeriesDeclared{.index = 3, .name = "val.loss"});
        progress.apply(values(3, 10, 0.5));
        QVERIFY(!progress.value("train.loss"));
        QCOMPARE(progress.validatedStep, 10);
    }

    void aResumeGoesBackToItsCheckpoint() {
        RunProgress progress = started();
        progress.apply(values(3, 25, 1));
        progress.apply(values(4, 20, 1));
        begin(progress, 2, 15);
        QCOMPARE(progress.step, 15);
        QCOMPARE(progress.validatedStep, 15);
    }

    void aStateBringsItsReasonAndANewAttemptForgetsIt() {
        RunProgress progress = started();
        progress.apply(StateChanged{.state = WorkerState::Failed, .reason = "The disk is full.", .advice = "Free some."});
        QCOMPARE(progress.state, RunState::Failed);
        QCOMPARE(progress.reason, "The disk is full.");
        begin(progress, 2, 0);
        QVERIFY(progress.reason.empty() && progress.advice.empty());
    }

    void theLastStepBelongsToTheLastEpoch() {
        RunProgress progress = started();
        progress.apply(values(3, 40, 1));
        QCOMPARE(progress.epoch(), 4);
    }
};

QTEST_APPLESS_MAIN(tst_RunProgress)
#include "tst_run_progress.moc"

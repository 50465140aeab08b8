// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "app/cli/format.h"
#include "app/cli/progress_line.h"

using namespace seekbench;

class tst_ProgressLine : public QObject {
    Q_OBJECT

    static RunProgress halfway() {
        RunProgress progress;
        progress.apply(AttemptStarted{.number = 1, .totalSteps = 4690, .stepsPerEpoch = 938});
        progress.state = RunState::Running;
        progress.step = 2345;
        progress.validatedStep = 1876;
        progress.secondsLeftLow = 60;
        progress.secondsLeftHigh = 75;
        progress.values = {{"train.loss", 0.43123},
                           {"train.epoch_loss", 0.52},
                           {"val.loss", 0.44},
                           {"val.accuracy", 0.871},
                           {"samples_per_second", 12345.4}};
        return progress;
    }

private slots:
    void sayWhereTheRunIsAndHowLongItTakes() {
        QCOMPARE(progressLine(halfway(), {.width = 200}),
                 "[############------------] 50 %, loss 0.4312, val.accuracy 0.871, 12,345 samples/s, 1 min 0 s to 1 min 15 s left");
    }

    void neverFillTheTerminal() {
        for (int width = 1; width < 140; ++width) {
            const std::string line = progressLine(halfway(), {.width = width});
            QVERIFY2(columnsOf(line) < std::max(width, 6), line.c_str());
        }
    }

    void fitLossAccuracyRateAndTimeLeftInto80Columns() {
        QCOMPARE(QString::fromStdString(progressLine(halfway(), {.width = 80})),
                 QString("[###---] 50 %, loss 0.4312, accuracy 0.871, 12,345 samples/s, < 1 min 15 s left"));
    }

    void leaveOutTheLeastWantedFirst() {
        const std::string line = progressLine(halfway(), {.width = 60});
        QVERIFY(line.find("loss 0.4312") != std::string::npos);
        QVERIFY(line.find("left") == std::string::npos);
    }

    void useColourOnlyWhenAsked() {
        QVERIFY(progressLine(halfway(), {.width = 80}).find('\033') == std::string::npos);
        QVERIFY(progressLine(halfway(), {.width = 80, .colour = true}).find("\033[32m") != std::string::npos);
    }

    void showAPausedRunAsPaused() {
        RunProgress progress = halfway();
        progress.state = RunState::Paused;
        QVERIFY(progressLine(progress, {.width = 80}).find("paused") != std::string::npos);
    }

    void aRunWithoutNumbersHasALineToo() { QCOMPARE(progressLine({}, {.width = 80}), "[------------------------] 0 %"); }

    void plainLinesNameStepAndEpoch() { QVERIFY(plainLine(halfway()).starts_with("step 2,345 of 4,690, epoch 3 of 5: loss 0.4312, ")); }

    void anEpochTellsWhatIsWrittenPerEpoch() {
        QCOMPARE(epochLine(halfway()), "epoch 2 of 5: train.epoch_loss 0.52, val.accuracy 0.871, val.loss 0.44");
    }

    void anUnknownTimeLeftIsNotShown() {
        RunProgress progress = halfway();
        progress.secondsLeftLow = progress.secondsLeftHigh = 0;
        QVERIFY(timeLeftText(progress).empty());
    }
};

QTEST_APPLESS_MAIN(tst_ProgressLine)
#include "tst_progress_line.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include "tests/support/training_packets.h"
#include "widgets/runs/run_header.h"
#include "widgets/runs/run_model.h"
#include "widgets/runs/run_progress_bar.h"

using namespace seekbench;
using test::Training;

class RunHeaderTest : public QObject {
    Q_OBJECT

    const Training m_training;

    // A header on a run that is at step 500 of 2,000.
    struct Fixture {
        RunModel run{{.id = QStringLiteral("id"), .name = QStringLiteral("#24 cosine"), .parameters = 169834, .batchSize = 64, .seed = 3}};
        RunHeader header;
        Fixture(const Training& training, RunState state) {
            run.apply(training.start());
            run.apply(training.steps(0, 500));
            run.setState(state);
            header.setRun(&run);
            header.resize(1200, 110);
            header.show();
        }
        QPushButton& button(const char* name) const { return *header.findChild<QPushButton*>(QLatin1String(name)); }
        QString text() const {
            QString all;
            for (const QLabel* label : header.findChildren<QLabel*>()) all += label->text() + QLatin1Char('\n');
            return all.remove(QStringLiteral("<b>")).remove(QStringLiteral("</b>"));
        }
    };

private Q_SLOTS:
    void saysWhichRunAndHowFar() {
        Fixture f(m_training, RunState::Running);
        for (const char* part :
             {"#24 cosine", "169,834 parameters", "batch 64", "seed 3", "Epoch 6 of 20", "Step 500 of 2,000", "25.0 %", "left"})
            QVERIFY2(f.text().contains(QLatin1String(part)), qPrintable(f.text()));
        const auto values = f.header.findChild<RunProgressBar*>()->values();
        QCOMPARE(values.step, 500);
        QCOMPARE(values.bestStep.value(), 500);
    }

    void eachStateOffersWhatCanBeDone() {
        const auto offered = [this](RunState state) {
            Fixture f(m_training, state);
            QStringList names;
            for (const char* name : {"pause", "resume", "stop", "checkpoint"})
                if (f.button(name).isEnabled()) names.append(QLatin1String(name));
            return names.join(QLatin1Char(' '));
        };
        QCOMPARE(offered(RunState::Running), QStringLiteral("pause stop checkpoint"));
        QCOMPARE(offered(RunState::Paused), QStringLiteral("resume stop checkpoint"));
        QCOMPARE(offered(RunState::Interrupted), QStringLiteral("resume"));
        QCOMPARE(offered(RunState::Failed), QStringLiteral("resume"));
        QCOMPARE(offered(RunState::Finished), QString());
        QCOMPARE(offered(RunState::Stopping), QString());
    }

    void aClickAsksForThisRun() {
        Fixture f(m_training, RunState::Running);
        QSignalSpy pause(&f.header, &RunHeader::pauseRequested), stop(&f.header, &RunHeader::stopRequested),
            checkpoint(&f.header, &RunHeader::checkpointRequested);
        for (const char* name : {"pause", "stop", "checkpoint"}) QTest::mouseClick(&f.button(name), Qt::LeftButton);
        QCOMPARE(pause.value(0).value(0).toString(), QStringLiteral("id"));
        QCOMPARE(stop.size(), 1);
        QCOMPARE(checkpoint.size(), 1);
    }

    void buttonsAreReachedAndPressedByKeys() {
        Fixture f(m_training, RunState::Paused);
        QSignalSpy resume(&f.header, &RunHeader::resumeRequested);
        f.button("resume").setFocus();
        QTest::keyClick(&f.button("resume"), Qt::Key_Space);
        QCOMPARE(resume.size(), 1);
        QVERIFY(!f.button("resume").accessibleName().isEmpty());
    }

    void waitingForTheWorkerDisablesUntilTheStateChanges() {
        Fixture f(m_training, RunState::Running);
        f.header.setBusy(true);
        QVERIFY(!f.button("pause").isEnabled());
        f.run.setState(RunState::Paused);
        QVERIFY(f.button("resume").isEnabled());
    }

    void anInterruptedRunIsToldInWordsWithTheStepToResumeFrom() {
        Fixture f(m_training, RunState::Interrupted);
        QVERIFY(f.text().contains(
            QStringLiteral("Interrupted at step 500: its worker was killed or crashed. Resume continues it from step 500.")));
    }

    void aFailedRunShowsReasonAndAdvice() {
        Fixture f(m_training, RunState::Running);
        const Packet failed = StateChanged{WorkerState::Failed, 1.7e9, 500, "The disk is full.", "Free some space."};
        f.run.apply(std::span(&failed, 1));
        f.run.setState(RunState::Failed);
        QVERIFY(f.text().contains(QStringLiteral("The disk is full. Free some space.")));
    }

    void newPointsMoveTheBar() {
        Fixture f(m_training, RunState::Running);
        f.run.apply(m_training.steps(500, 900));
        QTRY_COMPARE(f.header.findChild<RunProgressBar*>()->values().step, 900);
    }

    void aRunThatGoesAwayLeavesAnEmptyHeader() {
        RunHeader header;
        {
            RunModel run({.name = QStringLiteral("#1")});
            header.setRun(&run);
        }
        QTRY_VERIFY(header.findChildren<QLabel*>().first()->text() != QStringLiteral("#1"));
        QVERIFY(!header.run());
    }

    void ticksStayFewHoweverManyEpochs() {
        QCOMPARE(epochsBetweenTicks(10, 40), 1);
        QCOMPARE(epochsBetweenTicks(200, 40), 5);
        for (const std::int64_t epochs : {1, 41, 999, 123456}) QVERIFY(epochs / epochsBetweenTicks(epochs, 40) <= 40);
    }
};

QTEST_MAIN(RunHeaderTest)
#include "tst_run_header.moc"

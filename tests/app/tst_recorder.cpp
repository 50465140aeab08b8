// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "app/session/launcher.h"
#include "app/session/recorder.h"
#include "app/session/run_reader.h"
#include "app/session/workspace_database.h"
#include "workbench.h"

using namespace seekbench;

class tst_Recorder : public QObject {
    Q_OBJECT

private slots:
    void aRunStartedByOthersIsRecordedWhileItGoesOn() {
        const Workbench bench(WorkerKind::StandIn);
        const auto recorder = Recorder::start(bench.workspace(), {.scanInterval = std::chrono::milliseconds(100)});
        QVERIFY(recorder);
        const RunFolder run = bench.train(bench.scripted("steps 400 pause 10"));
        const Database database = bench.database();
        QTRY_VERIFY(database.points(run.id(), "train.loss").valueOr({}).size() > 10);
        QVERIFY(run.isAlive());
        QVERIFY(!recorder->problem());
    }

    void itsEndRecordsWhatIsThere() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder run = bench.train(bench.scripted("steps 50"));
        QVERIFY(bench.waitUntilEnded(run));
        { QVERIFY(Recorder::start(bench.workspace())); }
        QCOMPARE(bench.database().points(run.id(), "train.loss").valueOr({}).size(), 50u);
    }

    void twoRecordersRecordEachFrameOnce() {
        const Workbench bench(WorkerKind::StandIn);
        {
            const Recorder::Options hasty{std::chrono::milliseconds(1), std::chrono::milliseconds(5)};
            const auto first = Recorder::start(bench.workspace(), hasty), second = Recorder::start(bench.workspace(), hasty);
            QVERIFY(first && second);
            const RunFolder run = bench.train(bench.scripted("steps 300 pause 1"));
            QVERIFY(bench.waitUntilEnded(run));
        }
        QCOMPARE(bench.rows(), bench.rebuiltRows());
    }

    void aReaderFollowsTheJournalAcrossATornTail() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder run = bench.train(bench.scripted("steps 60 die 33"));
        QVERIFY(bench.waitUntilEnded(run));
        RunReader reader(run);
        RunProgress progress;
        const auto readOn = [&] {
            const auto packets = reader.poll();
            QVERIFY(packets);
            for (const Packet& packet : *packets) progress.apply(packet);
        };
        auto tail = File::open(run.journalFile(), File::Mode::Append);
        QVERIFY(tail && tail->write("half a frame"));
        readOn();
        QCOMPARE(progress.step, 33);
        QVERIFY(bench.cli({"resume", "last"}).code == 3);  // it dies at the same step
        readOn();
        QCOMPARE(progress.attempt, 2u);
        QCOMPARE(progress.step, 33);
    }

    void theListOfRunsIsUpToDateWithoutARecorder() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder run = bench.train(bench.scripted("steps 50"));
        QVERIFY(bench.waitUntilEnded(run));
        const auto database = openUpToDate(bench.workspace());
        QVERIFY(database);
        QCOMPARE(database->run(run.id()).valueOr(std::nullopt).value_or(RunRow{}).state, "finished");
    }

    void aDatabaseThatCannotBeOpenedIsNoReasonToHideTheRuns() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder run = bench.train(bench.scripted("steps 50"));
        QVERIFY(bench.waitUntilEnded(run));
        std::filesystem::create_directory(bench.workspace().databaseFile());  // stands in the way, for root too
        const auto database = openUpToDate(bench.workspace());
        QVERIFY2(database, database ? "" : database.error().english().c_str());
        QCOMPARE(database->points(run.id(), "train.loss").valueOr({}).size(), 50u);
    }

    void theLastLinesOfALogAreFound() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder run = bench.train(bench.scripted("steps 5"));
        QVERIFY(bench.waitUntilEnded(run));
        auto log = File::open(run.logFile(), File::Mode::CreateNew);
        QVERIFY(log && log->write("one\ntwo\nthree\n\n"));
        QCOMPARE(lastLogLines(run, 2), "two\nthree");
        QCOMPARE(lastLogLines(run, 9), "one\ntwo\nthree");
        QCOMPARE(lastLogLines(run, 9, 4), "two\nthree");
        QCOMPARE(lastLogLines(run, 9, 4000), "");
    }
};

QTEST_GUILESS_MAIN(tst_Recorder)
#include "tst_recorder.moc"

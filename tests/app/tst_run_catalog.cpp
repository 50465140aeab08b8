// SPDX-License-Identifier: Apache-2.0
#include <ctime>
#include <mutex>
#include <set>

#include <QTest>

#include "app/session/queue.h"
#include "app/session/run_catalog.h"
#include "app/session/run_data.h"
#include "app/session/run_reader.h"
#include "core/store/projection.h"
#include "tests/support/sample_run.h"
#include "workbench.h"

using namespace seekbench;

namespace {

// What a listener was told, from any thread.
class Told {
public:
    RunCatalog::Listener listener() {
        return {.runsChanged =
                    [this](RunCatalog::Runs runs) {
                        const std::lock_guard guard(m_mutex);
                        m_runs = std::move(runs);
                        for (const RunSummary& run : *m_runs) m_states.insert(run.state);
                        ++m_times;
                    },
                .problemChanged =
                    [this](std::optional<Error> problem) {
                        const std::lock_guard guard(m_mutex);
                        m_problem = std::move(problem);
                    },
                .callFailed =
                    [this](const Error& error) {
                        const std::lock_guard guard(m_mutex);
                        m_failure = error.english();
                    }};
    }
    std::vector<RunSummary> runs() const {
        const std::lock_guard guard(m_mutex);
        return m_runs ? *m_runs : std::vector<RunSummary>();
    }
    RunSummary run() const { return runs().empty() ? RunSummary() : runs().front(); }
    // Every state that a run was ever said to be in.
    std::set<RunState> states() const {
        const std::lock_guard guard(m_mutex);
        return m_states;
    }
    int times() const {
        const std::lock_guard guard(m_mutex);
        return m_times;
    }
    std::optional<Error> problem() const {
        const std::lock_guard guard(m_mutex);
        return m_problem;
    }
    std::string failure() const {
        const std::lock_guard guard(m_mutex);
        return m_failure;
    }

private:
    mutable std::mutex m_mutex;
    RunCatalog::Runs m_runs;
    std::set<RunState> m_states;
    int m_times = 0;
    std::optional<Error> m_problem;
    std::string m_failure;
};

const RunCatalog::Options kHasty{.interval = std::chrono::milliseconds(20), .recorder = {.scanInterval = std::chrono::milliseconds(50)}};

double processorSeconds() {
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

}  // namespace

class tst_RunCatalog : public QObject {
    Q_OBJECT

    static RunFolder finishedRun(const Workbench& bench, const QString& script = QStringLiteral("steps 50")) {
        const RunFolder run = bench.train(bench.scripted(script));
        if (!bench.waitUntilEnded(run)) qFatal("the worker does not end");
        return run;
    }

private slots:
    void aRunIsListedWithItsStateAndFigures() {
        const Workbench bench(WorkerKind::StandIn);
        Told told;
        const RunCatalog catalog(bench.workspace(), told.listener(), kHasty);
        const RunFolder run = bench.train(bench.scripted("steps 200 pause 5"));
        QTRY_COMPARE(told.run().state, RunState::Running);
        QTRY_COMPARE(told.run().state, RunState::Finished);
        QTRY_COMPARE(told.run().series["train.loss"].count, 200);
        QCOMPARE(told.run().row.id, run.id());
        QCOMPARE(told.run().dataset, std::string("synthetic"));
        QCOMPARE(told.run().parameters, 8 * 16 + 16 + 16 * 3 + 3);
        QVERIFY(!told.problem());
    }

    void aKilledWorkerLeavesAnInterruptedRun() {
        const Workbench bench(WorkerKind::StandIn);
        Told told;
        const RunCatalog catalog(bench.workspace(), told.listener(), kHasty);
        const RunFolder run = bench.train(bench.scripted("steps 100000 pause 5"));
        QTRY_COMPARE(told.run().state, RunState::Running);
        bench.killWorker(run);
        QTRY_COMPARE(told.run().state, RunState::Interrupted);
    }

    void aRunThatFinishedUnseenIsNeverCalledInterrupted() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder run = bench.train(bench.scripted("steps 200 pause 5"));
        QTRY_VERIFY(readProgress(run).step > 20);
        {
            Database database = bench.database();
            QVERIFY(recordRun(database, run));  // its last word there is "running"
        }
        QVERIFY(bench.waitUntilEnded(run));
        Told told;
        const RunCatalog catalog(bench.workspace(), told.listener(), kHasty);
        QTRY_COMPARE(told.run().state, RunState::Finished);
        QVERIFY(!told.states().contains(RunState::Interrupted));
    }

    void theQueueIsSeen() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder run = finishedRun(bench, QStringLiteral("steps 60 die 33"));
        Told told;
        const RunCatalog catalog(bench.workspace(), told.listener(), kHasty);
        QTRY_COMPARE(told.run().state, RunState::Interrupted);
        QVERIFY(Queue(bench.workspace()).add(run));
        QTRY_COMPARE(told.run().state, RunState::Queued);
        QVERIFY(Queue(bench.workspace()).remove(run.id()));
        QTRY_COMPARE(told.run().state, RunState::Interrupted);
    }

    void aNoteIsWrittenAndListedAtOnce() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder run = finishedRun(bench);
        Told told;
        RunCatalog catalog(bench.workspace(), told.listener());
        QTRY_COMPARE(told.runs().size(), 1u);
        const RunNote note{.name = "基线", .colour = "slot:5", .notes = "a note", .trashed = false};
        catalog.setNote(run.id(), note);
        QTRY_COMPARE_WITH_TIMEOUT(told.run().row.name, note.name, 5000);
        QVERIFY(*run.note() == note);
        QCOMPARE(told.run().row.colour, note.colour);
    }

    void everyRunTakesTheFirstFreeColourAndKeepsIt() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder first = finishedRun(bench), second = finishedRun(bench);
        Told told;
        {
            const RunCatalog catalog(bench.workspace(), told.listener(), kHasty);
            QTRY_COMPARE(second.note()->colour, std::string("slot:2"));
            QTRY_COMPARE(first.note()->colour, std::string("slot:1"));
        }
        QVERIFY(first.setNote({.name = "", .colour = "slot:7", .notes = "", .trashed = false}));
        const RunFolder third = finishedRun(bench);
        const RunCatalog catalog(bench.workspace(), told.listener(), kHasty);
        QTRY_COMPARE(third.note()->colour, std::string("slot:1"));
        QCOMPARE(second.note()->colour, std::string("slot:2"));
    }

    void theTrashIsAFlagUntilItIsEmptied() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder run = finishedRun(bench);
        Told told;
        RunCatalog catalog(bench.workspace(), told.listener(), kHasty);
        QTRY_COMPARE(told.runs().size(), 1u);
        catalog.remove({run.id()});
        QTRY_VERIFY(QString::fromStdString(told.failure()).contains("trash"));
        catalog.discard(run.id());
        QTRY_VERIFY(told.run().row.trashed);
        catalog.restore(run.id());
        QTRY_VERIFY(!told.run().row.trashed);
        catalog.discard(run.id());
        catalog.remove({run.id()});
        QTRY_VERIFY(told.runs().empty());
        QVERIFY(!std::filesystem::exists(run.path()));
        QVERIFY(bench.rows().empty());
    }

    void aLiveRunIsNeverDeleted() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder run = bench.train(bench.scripted("steps 100000 pause 5"));
        Told told;
        RunCatalog catalog(bench.workspace(), told.listener(), kHasty);
        catalog.discard(run.id());
        catalog.remove({run.id()});
        QTRY_VERIFY(QString::fromStdString(told.failure()).contains("still at work"));
        QVERIFY(std::filesystem::exists(run.journalFile()));
        QVERIFY(run.isAlive());
    }

    void aRunWhoseFolderIsGoneIsNotListed() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder run = finishedRun(bench);
        Told told;
        const RunCatalog catalog(bench.workspace(), told.listener(), kHasty);
        QTRY_COMPARE(told.runs().size(), 1u);
        std::filesystem::remove_all(run.path());
        QTRY_VERIFY(told.runs().empty());
    }

    void aDatabaseThatCannotBeWrittenIsToldAndReplaced() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder run = finishedRun(bench);
        std::filesystem::create_directory(bench.workspace().databaseFile());  // stands in the way, for root too
        Told told;
        std::filesystem::path temporary;
        {
            const RunCatalog catalog(bench.workspace(), told.listener(), kHasty);
            QTRY_COMPARE(told.run().series["train.loss"].count, 50);
            QVERIFY(told.problem() && told.problem()->code() == ErrorCode::Io);
            temporary = catalog.databaseFile();
            QCOMPARE(RunData(bench.workspace(), temporary).points(run.id(), "train.loss").valueOr({}).size(), 50u);
        }
        QVERIFY(!std::filesystem::exists(temporary.parent_path()));
    }

    void aDamagedDatabaseIsRebuilt() {
        const Workbench bench(WorkerKind::StandIn);
        finishedRun(bench);
        test::writeBytes(bench.workspace().databaseFile(), std::string(50'000, 'x'));
        Told told;
        const RunCatalog catalog(bench.workspace(), told.listener(), kHasty);
        QTRY_COMPARE(told.run().series["train.loss"].count, 50);
        QVERIFY(!told.problem());
        QCOMPARE(catalog.databaseFile(), bench.workspace().databaseFile());
    }

    void theDataOfARunIsRead() {
        const Workbench bench(WorkerKind::StandIn);
        const RunFolder run = finishedRun(bench);
        Told told;
        const RunCatalog catalog(bench.workspace(), told.listener(), kHasty);
        QTRY_COMPARE(told.run().series["train.loss"].count, 50);
        const RunData data(bench.workspace(), catalog.databaseFile());
        QCOMPARE(data.points(run.id(), "train.loss").valueOr({}).size(), 50u);
        QVERIFY(data.points(run.id(), "no such series").valueOr({Point{}}).empty());
        QCOMPARE(data.experiment(run.id())->name, std::string("tiny"));
        QCOMPARE(data.experiment("no such run").error().code(), ErrorCode::NotFound);
    }

    // 2,000 folders stand for 10,000: the share is printed, and far from what would be felt.
    void itCostsNextToNothingWhenNothingHappens() {
        const Workbench bench(WorkerKind::StandIn);
        const Workspace workspace = bench.workspace();
        const std::string experiment = test::bytesOf(bench.experimentFile().toStdString());
        for (int i = 0; i < 2000; ++i) {
            const auto folder = workspace.runsFolder() / QStringLiteral("20260101-%1-0000").arg(i, 6, 10, QLatin1Char('0')).toStdString();
            std::filesystem::create_directories(folder);
            test::writeBytes(folder / "experiment.json", experiment);
            test::writeBytes(folder / "run.json", runNoteToText({.name = "x", .colour = colourOfSlot(i), .notes = "", .trashed = false}));
        }
        Told told;
        const RunCatalog catalog(workspace, told.listener());
        QTRY_COMPARE_WITH_TIMEOUT(told.runs().size(), 2000u, 60'000);
        QTest::qWait(2500);
        const int times = told.times();
        const double before = processorSeconds();
        QTest::qWait(3000);
        const double share = (processorSeconds() - before) / 3;
        qInfo("share of a core: %.2f %%", share * 100);
        QCOMPARE(told.times(), times);
        QVERIFY(share < 0.5);
    }
};

QTEST_GUILESS_MAIN(tst_RunCatalog)
#include "tst_run_catalog.moc"

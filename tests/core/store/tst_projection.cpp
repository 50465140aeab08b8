// SPDX-License-Identifier: Apache-2.0
#include <csignal>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

#include <QTest>

#include "core/store/projection.h"
#include "tests/support/sample_run.h"

using namespace seekbench;
using namespace seekbench::test;

namespace {

using Dump = std::vector<std::string>;

Dump dumpOf(const std::filesystem::path& database) { return need(need(Database::open(database, Database::Access::ReadOnly)).dump()); }

Dump rebuiltDump(const TestWorkspace& workspace) {
    need(rebuild(*workspace, workspace.file("rebuilt.sqlite")));
    return dumpOf(workspace.file("rebuilt.sqlite"));
}

// Runs `work` in a process of its own. The parent has no database open meanwhile: SQLite forbids to carry one over a fork.
template <class Work>
pid_t inChild(Work work) {
    const pid_t child = ::fork();
    if (child != 0) return child;
    work();
    ::_exit(0);
}

// A dead attempt and one that resumes from its middle.
std::vector<Packet> twoAttempts() {
    auto packets = attemptPackets(1, 0, 2500, 1);
    for (auto& packet : attemptPackets(2, 1500, 4000, 2)) packets.push_back(std::move(packet));
    packets.push_back(StateChanged{WorkerState::Finished, 1e9, 4000, "", ""});
    return packets;
}

}  // namespace

class TestProjection : public QObject {
    Q_OBJECT
private slots:
    void aJournalReachesTheDatabase() {
        TestWorkspace workspace;
        const auto run = workspace.newRun();
        auto database = openDatabase(workspace->databaseFile());
        QVERIFY(!need(recordRun(database, run)));  // no journal yet, and listed all the same
        QCOMPARE(need(database.runs()).size(), 1u);
        appendAll(run, twoAttempts());
        QVERIFY(need(recordRun(database, run)));
        QVERIFY(!need(recordRun(database, run)));
        QCOMPARE(need(database.points(run.id(), "series.0")).size(), 4000u);
        QCOMPARE(need(database.run(run.id()))->state, std::string("finished"));
        QCOMPARE(need(database.cursor(run.id())), std::filesystem::file_size(run.journalFile()));
    }
    void recordingInAnyPortionsEqualsARebuild() {
        TestWorkspace workspace;
        const auto run = workspace.newRun();
        auto database = openDatabase(workspace->databaseFile());
        auto journal = need(JournalWriter::open(run.journalFile(), run.id()));
        std::mt19937 random(7);
        std::size_t portion = 0;
        for (const Packet& packet : twoAttempts()) {
            need(journal.append(packet));
            if (portion-- != 0) continue;
            need(recordRun(database, run));
            portion = random() % 20;
        }
        need(recordRun(database, run));
        QVERIFY(need(database.dump()) == rebuiltDump(workspace));
    }
    void twoRecordersAtOnceEqualOne() {
        TestWorkspace workspace;
        const auto run = workspace.newRun();
        need(JournalWriter::open(run.journalFile(), run.id()));
        std::atomic<bool> done = false;
        const auto follow = [&] {
            auto database = openDatabase(workspace->databaseFile());
            for (bool last = false; !last;) {
                last = done;
                need(recordRun(database, run));
            }
        };
        {
            std::jthread one(follow), two(follow);
            auto journal = need(JournalWriter::open(run.journalFile(), run.id()));
            for (const Packet& packet : twoAttempts()) {
                need(journal.append(packet));
                std::this_thread::sleep_for(std::chrono::microseconds(500));
            }
            done = true;
        }
        QVERIFY(dumpOf(workspace->databaseFile()) == rebuiltDump(workspace));
    }
    // The recorder dies at 25 random moments while the journal grows; what it did and did not reach must not show.
    void aRecorderKilledAtAnyMomentLosesAndRepeatsNothing() {
        TestWorkspace workspace;
        const auto run = workspace.newRun();
        auto journal = need(JournalWriter::open(run.journalFile(), run.id()));
        const auto packets = twoAttempts();
        std::mt19937 random(11);
        std::size_t next = 0;
        for (int round = 0; round < 25; ++round) {
            const pid_t child = inChild([&] {
                auto database = openDatabase(workspace->databaseFile());
                while (true) need(recordRun(database, run));
            });
            const auto life = std::chrono::microseconds(random() % 40'000);
            const auto death = std::chrono::steady_clock::now() + life;
            for (const auto target = std::min(packets.size(), next + packets.size() / 25); next < target; ++next)
                need(journal.append(packets[next]));
            std::this_thread::sleep_until(death);
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
        }
        while (next < packets.size()) need(journal.append(packets[next++]));
        auto database = openDatabase(workspace->databaseFile());
        need(recordRun(database, run));
        QVERIFY(need(database.dump()) == rebuiltDump(workspace));
    }
    void twoRecordingProcessesEqualOne() {
        TestWorkspace workspace;
        const auto run = workspace.newRun();
        const auto packets = twoAttempts();
        auto journal = appendAll(run, {packets.begin(), packets.begin() + 1});
        const auto follow = [&] {
            auto database = openDatabase(workspace->databaseFile());
            while (need(database.run(run.id())).value_or(RunRow()).state != "finished") need(recordRun(database, run));
        };
        const pid_t children[] = {inChild(follow), inChild(follow)};
        for (std::size_t i = 1; i < packets.size(); ++i) {
            need(journal.append(packets[i]));
            if (i % 5 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        for (const pid_t child : children) {
            int status = 0;
            ::waitpid(child, &status, 0);
            QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 0);
        }
        QVERIFY(dumpOf(workspace->databaseFile()) == rebuiltDump(workspace));
    }

    void aDamagedJournalIsRecordedUpToTheDamage() {
        TestWorkspace workspace;
        const auto run = workspace.newRun();
        appendAll(run, attemptPackets(1, 0, 100));
        const auto whole = std::filesystem::file_size(run.journalFile());
        writeBytes(run.journalFile(), bytesOf(run.journalFile()) + std::string(100, '\0'));
        auto database = openDatabase(workspace->databaseFile());
        QVERIFY(need(recordRun(database, run)));
        QVERIFY(!need(recordRun(database, run)));
        QCOMPARE(need(database.cursor(run.id())), whole);
    }
    // Power went after the recorder had read frames that were not on the disk yet.
    void aJournalThatLostRecordedFramesIsRecordedAnew_data() {
        QTest::addColumn<int>("regrownTo");
        QTest::newRow("nothing behind the cut") << 0;
        QTest::newRow("regrown, still shorter") << 110;
        QTest::newRow("regrown beyond the cursor") << 900;
    }
    void aJournalThatLostRecordedFramesIsRecordedAnew() {
        QFETCH(int, regrownTo);
        TestWorkspace workspace;
        const auto run = workspace.newRun();
        const auto kept = appendAll(run, attemptPackets(1, 0, 100)).offset();
        auto journal = need(JournalWriter::open(run.journalFile(), run.id()));
        for (int step = 101; step < 300; ++step) need(journal.append(metrics(step, 1, 3)));
        auto database = openDatabase(workspace->databaseFile());
        need(recordRun(database, run));
        std::filesystem::resize_file(run.journalFile(), kept);
        if (regrownTo) appendAll(run, attemptPackets(2, 50, regrownTo, 5));
        need(recordRun(database, run));
        QCOMPARE(need(database.cursor(run.id())), std::filesystem::file_size(run.journalFile()));
        QVERIFY(need(database.dump()) == rebuiltDump(workspace));
    }

    void aRebuildForgetsRunsWithoutAFolder() {
        TestWorkspace workspace;
        auto database = openDatabase(workspace->databaseFile());
        const auto gone = workspace.newRun("20260101-000000-0000");
        appendAll(gone, attemptPackets(1, 0, 10));
        need(recordRun(database, gone));
        std::filesystem::remove_all(gone.path());
        appendAll(workspace.newRun(), attemptPackets(1, 0, 10));
        need(rebuild(*workspace, workspace->databaseFile()));
        QCOMPARE(need(database.runs()).size(), 1u);
    }
    void programsThatHaveTheDatabaseOpenGoOnAfterARebuild() {
        TestWorkspace workspace;
        const auto run = workspace.newRun();
        auto journal = appendAll(run, attemptPackets(1, 0, 1000));
        auto database = openDatabase(workspace->databaseFile());
        need(recordRun(database, run));
        need(rebuild(*workspace, workspace->databaseFile()));
        need(journal.append(metrics(1001, 10, 3)));
        QVERIFY(need(recordRun(database, run)));
        QCOMPARE(need(database.points(run.id(), "series.0")).size(), 1010u);
        QVERIFY(dumpOf(workspace->databaseFile()) == rebuiltDump(workspace));
    }
    void aDamagedDatabaseIsRebuiltAndSetAside() {
        TestWorkspace workspace;
        appendAll(workspace.newRun(), attemptPackets(1, 0, 1000));
        writeBytes(workspace->databaseFile(), std::string(50'000, 'x'));
        need(rebuild(*workspace, workspace->databaseFile()));
        QVERIFY(dumpOf(workspace->databaseFile()) == rebuiltDump(workspace));
        QCOMPARE(std::filesystem::file_size(workspace.file("seekbench.sqlite.damaged")), 50'000u);
    }
    void pagesOverwrittenWithRubbishAreRebuilt() {
        TestWorkspace workspace;
        const auto run = workspace.newRun();
        appendAll(run, attemptPackets(1, 0, 3000));
        {
            auto database = openDatabase(workspace->databaseFile());
            need(recordRun(database, run));
        }
        std::string bytes = bytesOf(workspace->databaseFile());
        bytes.replace(4096, bytes.size() - 4096, std::string(bytes.size() - 4096, 'x'));
        writeBytes(workspace->databaseFile(), bytes);
        {
            auto database = Database::open(workspace->databaseFile(), Database::Access::ReadWrite);
            const auto broken = database ? recordRun(*database, run) : Result<bool>(database.error());
            QCOMPARE(broken.error().code(), ErrorCode::Corrupt);
            QVERIFY(broken.error().english().find("seekbench-cli rebuild") != std::string::npos);
        }
        need(rebuild(*workspace, workspace->databaseFile()));
        QVERIFY(dumpOf(workspace->databaseFile()) == rebuiltDump(workspace));
    }
    void aRebuildLeavesNoFileBehind() {
        TestWorkspace workspace;
        appendAll(workspace.newRun(), attemptPackets(1, 0, 10));
        // Those of one that was killed neither: no process has the largest number.
        for (const char* part : {"", "-wal", "-shm", "-journal"})
            writeBytes(workspace.file(("seekbench.sqlite.rebuild-2147483647" + std::string(part)).c_str()), "left over");
        need(rebuild(*workspace, workspace->databaseFile()));
        for (const auto& entry : std::filesystem::directory_iterator(workspace->path()))
            QVERIFY2(entry.path().string().find("rebuild-") == std::string::npos, entry.path().c_str());
    }
};

QTEST_APPLESS_MAIN(TestProjection)
#include "tst_projection.moc"

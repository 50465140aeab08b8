// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "core/store/projection.h"
#include "core/trace/run_profiles.h"
#include "core/trace/trace_file.h"
#include "tests/support/sample_run.h"
#include "tests/support/sample_trace.h"

using namespace seekbench;
using namespace seekbench::test;

namespace {

std::vector<std::string> rebuiltDump(const TestWorkspace& workspace) {
    need(rebuild(*workspace, workspace.file("rebuilt.sqlite")));
    return need(need(Database::open(workspace.file("rebuilt.sqlite"), Database::Access::ReadOnly)).dump());
}

}  // namespace

class TestProfiles : public QObject {
    Q_OBJECT

    struct Recorded {
        TestWorkspace workspace;
        RunFolder run = workspace.newRun();
        Database database = openDatabase(workspace->databaseFile());

        std::filesystem::path profile(const char* name, const Trace& trace) const {
            need(makeFolder(tracesFolder(run)));
            need(writeTrace(trace, tracesFolder(run) / name, name));
            return tracesFolder(run) / name;
        }
        void record() { need(recordRun(database, run)); }
        bool isAsRebuilt() { return need(database.dump()) == rebuiltDump(workspace); }
    };

private slots:
    void aProfileReachesTheDatabase() {
        Recorded r;
        const Trace trace = trainingTrace(5);
        r.profile("steps 0", trace);
        QVERIFY(need(recordRun(r.database, r.run)));
        QVERIFY(!need(recordRun(r.database, r.run)));
        const auto profiles = need(r.database.profiles(r.run.id()));
        QCOMPARE(profiles.size(), 1u);
        QCOMPARE(profiles[0].name, std::string("steps 0"));
        QCOMPARE(profiles[0].slices, std::uint64_t{trace.sliceCount()});
        QVERIFY(profiles[0].finished && !profiles[0].cut);
        QCOMPARE(profiles[0].device, std::string("cpu"));
        QVERIFY(need(r.database.profileSummary(r.run.id(), "steps 0")) == summarize(trace));
    }
    void aRebuildMakesTheSameRows() {
        Recorded r;
        r.profile("a", trainingTrace(5));
        r.record();
        r.profile("b", trainingTrace(3, 4));
        r.record();
        const auto dump = need(r.database.dump());
        for (const char* table : {"profile ", "profile_chunk ", "profile_summary ", "profile_step "})
            QVERIFY2(std::ranges::any_of(dump, [&](const std::string& line) { return line.starts_with(table); }), table);
        QVERIFY(r.isAsRebuilt());
    }
    void aProfileThatGrewIsRecordedAnew() {
        Recorded r;
        r.profile("a", trainingTrace(2));
        r.record();
        r.profile("a", trainingTrace(6));
        QVERIFY(need(recordRun(r.database, r.run)));
        QVERIFY(r.isAsRebuilt());
    }
    void aProfileThatIsGoneLeavesNoRow() {
        Recorded r;
        const auto path = r.profile("a", trainingTrace(2));
        r.record();
        std::filesystem::remove(path);
        r.record();
        QVERIFY(need(r.database.profiles(r.run.id())).empty());
        QVERIFY(r.isAsRebuilt());
        r.profile("b", trainingTrace(2));
        r.record();
        need(r.database.forget(r.run.id()));
        QVERIFY(need(r.database.dump()).empty());
    }
    void anUnfinishedProfileOfALivingRunWaits() {
        Recorded r;
        const auto path = r.profile("a", trainingTrace(3));
        QVERIFY(isFinishedProfile(path));
        std::filesystem::resize_file(path, std::filesystem::file_size(path) - 5);
        QVERIFY(!isFinishedProfile(path));
        {
            const auto lock = need(FileLock::acquire(r.run.lockFile(), FileLock::Kind::Exclusive));
            r.record();
            QVERIFY(need(r.database.profiles(r.run.id())).empty());
        }
        r.record();
        const auto profiles = need(r.database.profiles(r.run.id()));
        QCOMPARE(profiles.size(), 1u);
        QVERIFY(!profiles[0].finished && profiles[0].cut);
        QVERIFY(r.isAsRebuilt());
    }
    void aFileThatIsNoProfileIsListedAndNoMore() {
        Recorded r;
        need(makeFolder(tracesFolder(r.run)));
        writeBytes(tracesFolder(r.run) / "rubbish", "hello");
        r.record();
        QCOMPARE(need(r.database.profiles(r.run.id())).at(0).slices, std::uint64_t{0});
        QVERIFY(r.isAsRebuilt());
    }
    void theNewestProfileOfARunIsFound() {
        Recorded r;
        QCOMPARE(findProfile("last", *r.workspace).error().code(), ErrorCode::NotFound);
        const auto old = r.profile("a", trainingTrace(1)), newer = r.profile("b", trainingTrace(1));
        std::filesystem::last_write_time(old, std::filesystem::last_write_time(newer) - std::chrono::hours(1));
        QCOMPARE(need(findProfile("last", *r.workspace)), newer);
        QCOMPARE(need(findProfile(old.string(), *r.workspace)), old);
        QVERIFY(!findProfile("no/such/file", *r.workspace));
    }
};

QTEST_APPLESS_MAIN(TestProfiles)
#include "tst_profiles.moc"

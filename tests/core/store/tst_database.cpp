// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include <unistd.h>

#include <sqlite3.h>

#include <QTest>

#include "tests/support/sample_run.h"

using namespace seekbench;
using namespace seekbench::test;

namespace {

constexpr const char* kRun = "20261122-144512-7f3a";

// A database of one run that is told packets as if they stood in a journal.
class Recorded {
public:
    Recorded() = default;
    explicit Recorded(const std::vector<Packet>& packets) { add(packets); }
    void add(const std::vector<Packet>& packets) {
        if (!need(database.record(kRun, m_cursor, m_cursor + 1, packets))) qFatal("the cursor has moved");
        ++m_cursor;
    }
    std::vector<std::pair<std::int64_t, double>> points(const std::string& series) const {
        return pairs(need(database.points(kRun, series)));
    }
    std::vector<std::pair<std::int64_t, double>> points(const std::string& series, std::uint32_t attempt) const {
        return pairs(need(database.points(kRun, series, attempt)));
    }
    RunRow run() const { return *need(database.run(kRun)); }

    TestWorkspace workspace;
    Database database = openDatabase(workspace->databaseFile());

private:
    static std::vector<std::pair<std::int64_t, double>> pairs(const std::vector<Point>& points) {
        std::vector<std::pair<std::int64_t, double>> result;
        for (const Point& point : points) result.emplace_back(point.step, point.value);
        return result;
    }
    std::uint64_t m_cursor = 0;
};

AttemptStarted start(std::uint32_t number, std::int64_t fromStep) {
    return {.number = number, .fromStep = fromStep, .time = 100.0 + number};
}
MetricBatch values(std::vector<std::int64_t> steps, std::vector<double> numbers) {
    return {steps, std::vector<double>(steps.size(), 1.0), {{0, std::move(numbers)}}};
}
const SeriesDeclared kLoss{0, "loss", ""};
using Pairs = std::vector<std::pair<std::int64_t, double>>;

void executeSql(const std::filesystem::path& path, const char* sql) {
    sqlite3* connection = nullptr;
    if (sqlite3_open(path.c_str(), &connection) != SQLITE_OK || sqlite3_exec(connection, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(connection));
    sqlite3_close(connection);
}

}  // namespace

class TestDatabase : public QObject {
    Q_OBJECT
private slots:
    void pointsComeBackInOrder() {
        Recorded run({start(1, 0), kLoss, values({1, 2, 3}, {3, 2, 1})});
        run.add({values({5, 9}, {0.5, 0.25})});
        QCOMPARE(run.points("loss"), (Pairs{{1, 3}, {2, 2}, {3, 1}, {5, 0.5}, {9, 0.25}}));
        QCOMPARE(need(run.database.seriesNames(kRun)), std::vector<std::string>{"loss"});
        QVERIFY(run.points("accuracy").empty());
    }
    void valuesThatAreNoNumbersSurvive() {
        const double infinity = std::numeric_limits<double>::infinity();
        Recorded run({start(1, 0), kLoss, values({1, 2, 3, 4}, {std::nan(""), infinity, -infinity, 7})});
        const auto points = run.points("loss");
        QCOMPARE(points.size(), 4u);
        QVERIFY(std::isnan(points[0].second));
        QCOMPARE(points[1].second, infinity);
        QCOMPARE(points[2].second, -infinity);
        const auto dump = need(run.database.dump());
        const auto chunk = std::find_if(dump.begin(), dump.end(), [](const std::string& line) { return line.starts_with("chunk"); });
        QVERIFY(chunk->find(" 1 4 4 3 7 7 - ") != std::string::npos);  // steps 1 … 4, 4 points, 3 not finite, from 7 to 7, consecutive
    }
    void aSeriesWithoutAFiniteValueHasNoRange() {
        Recorded run({start(1, 0), kLoss, values({1}, {std::nan("")})});
        QVERIFY(std::isnan(run.points("loss")[0].second));
    }
    void extremeStepsAndTimesAreKept() {
        constexpr auto low = std::numeric_limits<std::int64_t>::min(), high = std::numeric_limits<std::int64_t>::max();
        Recorded run({start(1, 0), kLoss, MetricBatch{{low, high}, {std::nan(""), 1}, {{0, {1, 2}}}}, LogLine{std::nan(""), {}, ""}});
        QCOMPARE(run.points("loss"), (Pairs{{low, 1}, {high, 2}}));
    }
    void chunksDoNotDependOnHowPointsArrive() {
        const auto packets = attemptPackets(1, 0, 5321);
        Recorded atOnce(packets), oneByOne;
        for (const Packet& packet : packets) oneByOne.add({packet});
        auto one = need(oneByOne.database.dump()), all = need(atOnce.database.dump());
        one.front() = all.front();  // the row of the run has the cursor, which this test counts in packets
        QVERIFY(one == all);
    }
    void aRepeatedStepHasItsLastValue() {
        Recorded run({start(1, 0), kLoss, values({1, 2, 2, 3}, {1, 2, 20, 3}), values({2, 4}, {200, 4})});
        QCOMPARE(run.points("loss"), (Pairs{{1, 1}, {2, 200}, {3, 3}, {4, 4}}));
    }

    void aNewAttemptReplacesWhatItCovers() {
        Recorded run({start(1, 0), kLoss, values({1, 2, 3, 4}, {1, 2, 3, 4}), start(2, 2), kLoss, values({3}, {30})});
        QCOMPARE(run.points("loss"), (Pairs{{1, 1}, {2, 2}, {3, 30}}));
        QCOMPARE(run.points("loss", 1), (Pairs{{1, 1}, {2, 2}, {3, 3}, {4, 4}}));
        QCOMPARE(run.points("loss", 2), (Pairs{{3, 30}}));
    }
    void anAttemptFurtherBackCoversTheOnesBetween() {
        Recorded run({start(1, 0), kLoss, values({1, 2, 3}, {1, 2, 3}), start(2, 2), kLoss, values({3, 4}, {30, 40}), start(3, 1), kLoss,
                      values({2}, {200})});
        QCOMPARE(run.points("loss"), (Pairs{{1, 1}, {2, 200}}));
    }
    void whatIsMeasuredAfterAnEpochMayComeFromTheAttemptThatBeginsThere() {
        // The first attempt was stopped after step 2, before the validation of that step.
        Recorded run({start(1, 0), kLoss, values({1}, {1}), start(2, 2), kLoss, values({2, 3}, {20, 30})});
        QCOMPARE(run.points("loss"), (Pairs{{1, 1}, {2, 20}, {3, 30}}));
    }
    void anAttemptCoversItsStepsAlsoWhenItLacksTheSeries() {
        Recorded run({start(1, 0), kLoss, values({1, 2, 3}, {1, 2, 3}), start(2, 2)});
        QCOMPARE(run.points("loss"), (Pairs{{1, 1}, {2, 2}}));
    }
    void anAttemptFromTheBeginningCoversEverything() {
        Recorded run({start(1, 0), kLoss, values({0, 1}, {1, 2}), start(2, 0), kLoss, values({0}, {10})});
        QCOMPARE(run.points("loss"), (Pairs{{0, 10}}));
    }
    void seriesNumbersBelongToTheirAttempt() {
        Recorded run({start(1, 0), kLoss, values({1}, {1}), start(2, 1), SeriesDeclared{0, "accuracy", ""}, SeriesDeclared{1, "loss", ""},
                      MetricBatch{{2}, {1}, {{0, {0.5}}, {1, {2}}}}});
        QCOMPARE(run.points("loss"), (Pairs{{1, 1}, {2, 2}}));
        QCOMPARE(run.points("accuracy"), (Pairs{{2, 0.5}}));
    }
    void valuesOfAnUndeclaredSeriesAreKept() {
        Recorded run({start(1, 0), values({1}, {5})});
        QCOMPARE(run.points("undeclared.0"), (Pairs{{1, 5}}));
    }

    void theRunTellsItsState() {
        Recorded run;
        need(run.database.noteRun(run.workspace.newRun(kRun)));
        QCOMPARE(run.run().state, std::string("created"));
        QCOMPARE(run.run().name, std::string("a run"));
        QCOMPARE(run.run().notes, std::string("笔记"));
        QCOMPARE(run.run().created, 1795358712.0);  // the folder's name in UTC
        run.add({start(1, 0), Progress{.step = 7, .totalSteps = 10, .epoch = 1, .epochs = 2},
                 StateChanged{WorkerState::Failed, 5, 8, "The loss is not a number.", "Lower the learning rate."}});
        const RunRow row = run.run();
        QCOMPARE(row.state, std::string("failed"));
        QCOMPARE(row.reason, std::string("The loss is not a number."));
        QCOMPARE(row.step, 8);
        QCOMPARE(row.totalSteps, 10);
        QCOMPARE(row.created, 101.0);
        QCOMPARE(row.attempts, 1u);
    }
    void aChangedNoteIsSeenAndNothingElseChanges() {
        Recorded run;
        const auto folder = run.workspace.newRun(kRun);
        need(run.database.noteRun(folder));
        run.add({start(1, 0)});
        RunRow expected = run.run();
        need(folder.setNote({.name = "renamed", .colour = "", .notes = "", .trashed = true}));
        need(run.database.noteRun(folder));
        expected.name = "renamed";
        expected.colour = expected.notes = "";
        expected.trashed = true;
        QVERIFY(run.run() == expected);
    }
    void runsAreListedNewestFirst() {
        Recorded run;
        for (const char* id : {"20250101-000000-aaaa", "20270101-000000-aaaa", "20260101-000000-aaaa"})
            need(run.database.noteRun(run.workspace.newRun(id)));
        std::string years;
        for (const RunRow& row : need(run.database.runs())) years += row.id.substr(0, 4) + " ";
        QCOMPARE(years, std::string("2027 2026 2025 "));
    }
    void attemptsCheckpointsAndLogComeBack() {
        Recorded run({start(1, 0), CheckpointWritten{5, "5", 1, 0.5, 1000, true}, LogLine{2, LogSeverity::Error, "bad"}, start(2, 5),
                      LogLine{3, LogSeverity::Information, "good"}});
        QCOMPARE(need(run.database.attempts(kRun)).size(), 2u);
        QCOMPARE(need(run.database.attempts(kRun))[1].fromStep, 5);
        QCOMPARE(need(run.database.checkpoints(kRun)).at(0).name, std::string("5"));
        const auto log = need(run.database.log(kRun));
        QCOMPARE(log.at(0).text, std::string("bad"));
        QCOMPARE(log.at(1).attempt, 2u);
    }
    void aForgottenRunLeavesNoRow() {
        Recorded run(attemptPackets(1, 0, 3000));
        need(run.database.forget(kRun));
        QVERIFY(need(run.database.dump()).empty());
        QCOMPARE(need(run.database.cursor(kRun)), 0u);
    }

    void aMovedCursorRefusesTheSecondRecorder() {
        Recorded run({start(1, 0), kLoss});
        QVERIFY(!need(run.database.record(kRun, 0, 9, {values({1}, {1})})));
        QVERIFY(run.points("loss").empty());
        QVERIFY(need(run.database.record(kRun, 1, 9, {values({1}, {1})})));
        QCOMPARE(need(run.database.cursor(kRun)), 9u);
    }
    void aReaderSeesWhatAnotherConnectionWrites() {
        Recorded run({start(1, 0), kLoss});
        const auto reader = need(Database::open(run.workspace->databaseFile(), Database::Access::ReadOnly));
        run.add({values({1}, {1})});
        QCOMPARE(need(reader.points(kRun, "loss")).size(), 1u);
    }

    void aNewerDatabaseIsRefusedAndLeftAsItIs() {
        TestWorkspace workspace;
        const auto path = workspace->databaseFile();
        openDatabase(path);
        executeSql(path, "PRAGMA user_version = 99");
        const auto before = bytesOf(path);
        for (const auto access : {Database::Access::ReadOnly, Database::Access::ReadWrite}) {
            const auto refused = Database::open(path, access);
            QCOMPARE(refused.error().code(), ErrorCode::NewerVersion);
            QVERIFY(refused.error().english().find("99") != std::string::npos);
        }
        QVERIFY(bytesOf(path) == before);
    }
    // As a crash leaves it: what makes it newer stands in the WAL, and closing must not fold that into the file.
    void aNewerDatabaseKeepsItsWal() {
        TestWorkspace workspace;
        const auto path = workspace.file("crashed.sqlite"), wal = workspace.file("crashed.sqlite-wal");
        {
            const auto open = openDatabase(workspace->databaseFile());
            need(open.runs());  // holds the WAL from here on: the connection below is not the last to close it
            executeSql(workspace->databaseFile(), "PRAGMA user_version = 99");
            std::filesystem::copy_file(workspace->databaseFile(), path);
            std::filesystem::copy_file(workspace.file("seekbench.sqlite-wal"), wal);
        }
        const auto before = bytesOf(path), walBefore = bytesOf(wal);
        QCOMPARE(Database::open(path, Database::Access::ReadWrite).error().code(), ErrorCode::NewerVersion);
        QVERIFY(bytesOf(path) == before);
        QVERIFY(bytesOf(wal) == walBefore);
    }
    void theDatabaseOfAnotherProgramIsRefused() {
        TestWorkspace workspace;
        executeSql(workspace->databaseFile(), "CREATE TABLE recipe(name TEXT)");
        QCOMPARE(Database::open(workspace->databaseFile(), Database::Access::ReadWrite).error().code(), ErrorCode::InvalidInput);
    }
    void aDamagedDatabaseSaysHowToRebuildIt() {
        TestWorkspace workspace;
        writeBytes(workspace->databaseFile(), std::string(10'000, 'x'));
        const auto refused = Database::open(workspace->databaseFile(), Database::Access::ReadWrite);
        QCOMPARE(refused.error().code(), ErrorCode::Corrupt);
        QVERIFY(refused.error().english().find("seekbench-cli rebuild") != std::string::npos);
    }
    void aMissingDatabaseIsNotMadeByAReader() {
        TestWorkspace workspace;
        QCOMPARE(Database::open(workspace->databaseFile(), Database::Access::ReadOnly).error().code(), ErrorCode::NotFound);
        QVERIFY(!std::filesystem::exists(workspace->databaseFile()));
    }
    void aFolderThatMayNotBeWrittenIsAClearError() {
        TestWorkspace workspace;
        const auto refused = Database::open(workspace->path() / "missing" / "x.sqlite", Database::Access::ReadWrite);
        QCOMPARE(refused.error().code(), ErrorCode::Io);
        if (::geteuid() == 0) QSKIP("root may write everywhere: the folder without write permission was not tried");
        std::filesystem::permissions(workspace->path(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
        const auto readOnly = Database::open(workspace->databaseFile(), Database::Access::ReadWrite);
        std::filesystem::permissions(workspace->path(), std::filesystem::perms::owner_all);
        QCOMPARE(readOnly.error().code(), ErrorCode::Io);
    }
};

QTEST_APPLESS_MAIN(TestDatabase)
#include "tst_database.moc"

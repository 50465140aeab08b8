// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>
#include <random>

#include <sqlite3.h>

#include <QTest>

#include "core/store/projection.h"
#include "core/store/run_summary.h"
#include "tests/core/experiment/sample_experiment.h"
#include "tests/support/sample_run.h"

using namespace seekbench;
using namespace seekbench::test;

namespace {

void executeSql(const std::filesystem::path& path, const char* sql) {
    sqlite3* connection = nullptr;
    if (sqlite3_open(path.c_str(), &connection) != SQLITE_OK || sqlite3_exec(connection, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(connection));
    sqlite3_close(connection);
}

// As the first released version left it.
constexpr const char* kBackToVersion1 =
    "DROP TABLE figures; ALTER TABLE run DROP COLUMN dataset; ALTER TABLE run DROP COLUMN optimizer; ALTER TABLE run DROP COLUMN schedule;"
    "ALTER TABLE run DROP COLUMN variant; ALTER TABLE run DROP COLUMN seed; ALTER TABLE run DROP COLUMN batch_size;"
    "ALTER TABLE run DROP COLUMN parameters; ALTER TABLE attempt DROP COLUMN data_fingerprint;"
    "DROP TABLE profile_step; DROP TABLE profile_summary; DROP TABLE profile_chunk; DROP TABLE profile; PRAGMA user_version = 1";

// What the summary must say, the long way round.
SeriesFigures figuresByHand(const std::vector<Point>& points) {
    SeriesFigures figures;
    figures.count = static_cast<std::int64_t>(points.size());
    if (points.empty()) return figures;
    figures.last = points.back().value;
    figures.lastStep = points.back().step;
    figures.lastTime = points.back().time;
    for (const Point& point : points) {
        if (!std::isfinite(point.value)) continue;
        if (std::isnan(figures.lowest) || point.value < figures.lowest) figures.lowest = point.value, figures.lowestStep = point.step;
        if (std::isnan(figures.highest) || point.value > figures.highest) figures.highest = point.value, figures.highestStep = point.step;
    }
    return figures;
}

const char* const kNames[] = {"train.loss", "val.loss", "val.accuracy", "step_seconds"};

MetricBatch batch(std::uint16_t series, std::vector<std::int64_t> steps, std::mt19937& random) {
    MetricBatch result{std::move(steps), {}, {{series, {}}}};
    for (const std::int64_t step : result.steps) {
        result.times.push_back(1e9 + static_cast<double>(step));
        result.columns[0].values.push_back(random() % 13 == 0 ? std::nan("") : static_cast<double>(random() % 50));
    }
    return result;
}

}  // namespace

class TestSummaries : public QObject {
    Q_OBJECT

    static RunFolder describedRun(const TestWorkspace& workspace, const std::string& id = "20261122-144512-7f3a") {
        const RunFolder run = workspace.newRun(id);
        writeBytes(run.experimentFile(), kSampleText);
        return run;
    }

private slots:
    // Attempts that go back anywhere, steps that repeat or go backwards, values that are no numbers, in transactions of any size.
    void figuresAreThoseOfTheCurrentPoints_data() {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 60; ++seed) QTest::addRow("seed %u", seed) << seed;
    }
    void figuresAreThoseOfTheCurrentPoints() {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        TestWorkspace workspace;
        auto database = openDatabase(workspace->databaseFile());
        std::uint64_t cursor = 0;
        std::vector<Packet> packets;
        const auto record = [&] {
            if (!need(database.record("run", cursor, cursor + 1, packets))) qFatal("the cursor has moved");
            ++cursor;
            packets.clear();
        };
        std::int64_t step = 0;
        for (std::uint32_t attempt = 1; attempt <= 1 + random() % 4; ++attempt) {
            const std::int64_t from = attempt == 1 ? 0 : static_cast<std::int64_t>(random() % static_cast<unsigned>(step + 1));
            packets.push_back(AttemptStarted{.number = attempt, .fromStep = from, .time = 1e9});
            for (std::uint16_t i = 0; i < 4; ++i) packets.push_back(SeriesDeclared{i, kNames[i], ""});
            step = from;
            for (int i = 0; i < 30; ++i) {
                std::vector<std::int64_t> steps;
                for (unsigned n = random() % 5; n-- > 0;) steps.push_back(++step);
                if (random() % 15 == 0 && step > 3) steps.push_back(step - static_cast<std::int64_t>(random() % 3));
                for (std::uint16_t series = 0; series < 4; ++series)
                    if (random() % 4 != 0) packets.push_back(batch(series, steps, random));
                if (random() % 3 == 0) record();
            }
        }
        record();
        const auto summaries = need(database.summaries());
        QCOMPARE(summaries.size(), std::size_t{1});
        for (const char* name : {"train.loss", "val.loss", "val.accuracy"}) {
            const auto expected = figuresByHand(need(database.points("run", name)));
            const auto found = summaries[0].series.find(name);
            QVERIFY2(found != summaries[0].series.end() ? found->second == expected : expected.count == 0, name);
        }
        QVERIFY(!summaries[0].series.contains("step_seconds"));
    }

    void whatTheExperimentSaysStandsInTheList() {
        TestWorkspace workspace;
        auto database = openDatabase(workspace->databaseFile());
        need(database.noteRun(describedRun(workspace)));
        const RunSummary run = need(database.summaries()).at(0);
        QCOMPARE(run.dataset + " " + run.optimizer + " " + run.schedule, std::string("synthetic adam cosine"));
        QCOMPARE(run.batchSize, 64);
        QCOMPARE(run.parameters, 4 * 8 + 8 + 8 * 3 + 3);
        QVERIFY(!run.row.fingerprint.empty());
    }

    void repetitionsWithOtherSeedsAreOneVariant() {
        TestWorkspace workspace;
        auto database = openDatabase(workspace->databaseFile());
        std::vector<RunFolder> runs;
        for (const char* id : {"20260101-000000-0001", "20260101-000000-0002", "20260101-000000-0003"})
            runs.push_back(describedRun(workspace, id));
        Experiment experiment = sampleExperiment();
        experiment.training.seed = 7;
        writeBytes(runs[1].experimentFile(), experimentToText(experiment));
        experiment.training.batchSize = 7;
        writeBytes(runs[2].experimentFile(), experimentToText(experiment));
        for (const RunFolder& run : runs) need(database.noteRun(run));
        const auto list = need(database.summaries());
        QCOMPARE(list[2].variant, list[1].variant);
        QVERIFY(list[2].row.fingerprint != list[1].row.fingerprint);
        QVERIFY(list[2].variant != list[0].variant);
    }

    void anOlderDatabaseIsMigratedAndFilled() {
        TestWorkspace workspace;
        const auto run = describedRun(workspace);
        auto packets = attemptPackets(1, 0, 2500, 1);
        for (auto& packet : attemptPackets(2, 1500, 4000, 2)) packets.push_back(std::move(packet));
        for (Packet& packet : packets)  // a worker of that time said nothing of its data
            if (auto* started = std::get_if<AttemptStarted>(&packet)) started->dataFingerprint.clear();
        appendAll(run, packets);
        {
            auto database = openDatabase(workspace->databaseFile());
            need(recordRun(database, run));
        }
        executeSql(workspace->databaseFile(), kBackToVersion1);
        QCOMPARE(Database::open(workspace->databaseFile(), Database::Access::ReadOnly).error().code(), ErrorCode::Unsupported);
        auto database = openDatabase(workspace->databaseFile());
        QVERIFY(need(database.summaries()).at(0).series.at("val.loss").count > 0);
        QVERIFY(need(database.summaries()).at(0).dataset.empty());
        need(recordRun(database, run));  // as a recorder does with every run it sees first
        QCOMPARE(need(database.summaries()).at(0).dataset, std::string("synthetic"));
        need(rebuild(*workspace, workspace.file("rebuilt.sqlite")));
        QCOMPARE(need(database.dump()), need(openDatabase(workspace.file("rebuilt.sqlite")).dump()));
    }

    void anotherConnectionsChangeIsNoticed() {
        TestWorkspace workspace;
        auto writer = openDatabase(workspace->databaseFile());
        const auto reader = openDatabase(workspace->databaseFile());
        const auto before = need(reader.dataVersion());
        QCOMPARE(need(reader.dataVersion()), before);
        need(writer.noteRun(workspace.newRun()));
        QVERIFY(need(reader.dataVersion()) != before);
    }

    void aRunTakesFromItsFirstAttemptToItsNewestWord() {
        RunSummary run;
        QVERIFY(!durationOf(run));
        run.row.attempts = 1;
        run.row.created = 100;
        run.row.stateTime = 130;
        QCOMPARE(durationOf(run).value(), 30.0);
        run.series["train.loss"].lastTime = 190;  // the worker died without a last word
        QCOMPARE(durationOf(run).value(), 90.0);
    }
};

QTEST_APPLESS_MAIN(TestSummaries)
#include "tst_summaries.moc"

// SPDX-License-Identifier: Apache-2.0
// Points a second from a journal into SQLite, against the usual way to keep metrics there: one row a point.
//
// The journal has two million points, 8 series a step in batches as the worker makes them. The rows go into a table
// WITHOUT ROWID, a transaction for every 1000. The rounds of both alternate, so that a busy machine is busy for both.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>

#include <sqlite3.h>

#include "core/journal/journal.h"
#include "core/store/projection.h"

using namespace seekbench;

namespace {

constexpr std::int64_t kSteps = 250'000;
constexpr std::int64_t kStepsPerBatch = 25;  // 50 ms of steps of 2 ms
constexpr std::uint16_t kSeries = 8;
constexpr double kPoints = static_cast<double>(kSteps) * kSeries;
constexpr int kRounds = 5;

template <class T>
T need(Result<T> result) {
    if (result) return std::move(*result);
    std::fprintf(stderr, "%s\n", result.error().english().c_str());
    std::exit(1);
}

double valueAt(std::int64_t step, std::uint16_t series) { return 1.0 / static_cast<double>(step + series + 1); }

void writeJournal(const RunFolder& run) {
    auto journal = need(JournalWriter::open(run.journalFile(), run.id()));
    const auto append = [&](const Packet& packet) {
        if (const auto appended = journal.append(packet); !appended) std::exit(1);
    };
    append(AttemptStarted{.number = 1, .time = 1e9});
    for (std::uint16_t series = 0; series < kSeries; ++series) append(SeriesDeclared{series, "series." + std::to_string(series), ""});
    for (std::int64_t step = 1; step <= kSteps; step += kStepsPerBatch) {
        MetricBatch batch;
        for (std::uint16_t series = 0; series < kSeries; ++series) batch.columns.push_back({series, {}});
        for (std::int64_t i = step; i < step + kStepsPerBatch; ++i) {
            batch.steps.push_back(i);
            batch.times.push_back(1e9 + 0.002 * static_cast<double>(i));
            for (auto& column : batch.columns) column.values.push_back(valueAt(i, column.series));
        }
        append(batch);
        append(Progress{.step = step, .totalSteps = kSteps});
    }
}

double pointsPerSecond(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return kPoints / std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void record(const RunFolder& run, const std::filesystem::path& path) {
    auto database = need(Database::open(path, Database::Access::ReadWrite));
    if (!need(recordRun(database, run))) std::exit(1);
}

void insertRows(const std::filesystem::path& path) {
    sqlite3* connection = nullptr;
    sqlite3_stmt* insert = nullptr;
    const auto execute = [&](const char* sql) {
        if (sqlite3_exec(connection, sql, nullptr, nullptr, nullptr) != SQLITE_OK) std::exit(1);
    };
    if (sqlite3_open(path.c_str(), &connection) != SQLITE_OK) std::exit(1);
    execute(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
        "CREATE TABLE point(run INTEGER, series INTEGER, step INTEGER, time REAL, value REAL, PRIMARY KEY(run, series, step)) WITHOUT "
        "ROWID");
    sqlite3_prepare_v2(connection, "INSERT INTO point VALUES(1, ?1, ?2, ?3, ?4)", -1, &insert, nullptr);
    int rows = 0;
    execute("BEGIN");
    for (std::int64_t step = 1; step <= kSteps; ++step) {
        for (std::uint16_t series = 0; series < kSeries; ++series) {
            sqlite3_bind_int(insert, 1, series);
            sqlite3_bind_int64(insert, 2, step);
            sqlite3_bind_double(insert, 3, 1e9 + 0.002 * static_cast<double>(step));
            sqlite3_bind_double(insert, 4, valueAt(step, series));
            if (sqlite3_step(insert) != SQLITE_DONE) std::exit(1);
            sqlite3_reset(insert);
            if (++rows % 1000 == 0) execute("COMMIT; BEGIN");
        }
    }
    execute("COMMIT");
    sqlite3_finalize(insert);
    sqlite3_close(connection);
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}  // namespace

int main() {
    std::string pattern = (std::filesystem::temp_directory_path() / "seekbench-recorder-XXXXXX").string();
    if (!::mkdtemp(pattern.data())) return 1;
    const std::filesystem::path folder = pattern;
    const auto workspace = need(Workspace::open(folder / "workspace"));
    const auto runPath = workspace.runsFolder() / "20261122-144512-7f3a";
    std::filesystem::create_directories(runPath);
    if (const auto written = writeFileAtomically(runPath / "experiment.json", "{}"); !written) return 1;
    const auto run = need(RunFolder::open(runPath));
    writeJournal(run);

    std::vector<double> ours, peer, ratios;
    for (int round = 0; round < kRounds; ++round) {
        const auto path = [&](const char* who) { return folder / (who + std::to_string(round)); };
        ours.push_back(pointsPerSecond([&] { record(run, path("ours")); }));
        peer.push_back(pointsPerSecond([&] { insertRows(path("peer")); }));
        ratios.push_back(ours.back() / peer.back());
    }
    const auto figure = [](const char* name, const std::vector<double>& values, const char* unit, const char* peerName) {
        const auto [least, most] = std::minmax_element(values.begin(), values.end());
        std::printf("%-34s %8.3g %-3s %-52s %.3g..%.3g (%zu times)\n", name, median(values), unit, peerName, *least, *most, values.size());
    };
    figure("recorder_points", ours, "/s", "-");
    figure("recorder_points_ratio", ratios, "x", "SQLite C API one row per point WITHOUT ROWID batch 1000");
    std::filesystem::remove_all(folder);
}

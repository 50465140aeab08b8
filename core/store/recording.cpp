// SPDX-License-Identifier: Apache-2.0
#include <cassert>
#include <chrono>
#include <cstdio>
#include <map>

#include <sqlite3.h>

#include "core/store/chunk.h"
#include "core/store/database_state.h"
#include "core/store/figures.h"

namespace seekbench {
namespace {

std::string_view nameOf(WorkerState state) {
    switch (state) {
        case WorkerState::Starting: return nameOf(RunState::Starting);
        case WorkerState::Running: return nameOf(RunState::Running);
        case WorkerState::Paused: return nameOf(RunState::Paused);
        case WorkerState::Stopping: return nameOf(RunState::Stopping);
        case WorkerState::Stopped: return nameOf(RunState::Stopped);
        case WorkerState::Finished: return nameOf(RunState::Finished);
        case WorkerState::Failed: return nameOf(RunState::Failed);
    }
    return {};
}

// Writes the packets of one run within one transaction. Call finish() before the commit.
class Recording {
public:
    Recording(sqlite3* connection, std::int64_t run, std::uint32_t attempt)
        : m_connection(connection), m_chunks(connection), m_figures(connection, run), m_run(run), m_attempt(attempt) {}

    void operator()(const AttemptStarted& p) {
        finishChunks();  // the writers belong to the attempt before
        m_series.clear();
        m_figures.attemptStarted();
        run("INSERT OR REPLACE INTO attempt(run, number, from_checkpoint, from_step, time, host, process, device, threads, software, "
            "total_steps,"
            " steps_per_epoch, data_fingerprint) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
            m_run, p.number, p.fromCheckpoint, p.fromStep, p.time, p.host, p.process, p.device, p.threads, p.software, p.totalSteps,
            p.stepsPerEpoch, p.dataFingerprint);
        run("UPDATE run SET created = CASE WHEN attempts = 0 THEN ?2 ELSE created END, attempts = ?3, step = ?4, total_steps = ?5, device "
            "= ?6,"
            " threads = ?7 WHERE key = ?1",
            m_run, p.time, p.number, p.fromStep, p.totalSteps, p.device, p.threads);
        m_attempt = p.number;
    }
    void operator()(const StateChanged& p) {
        run("UPDATE run SET state = ?2, state_time = ?3, step = ?4, reason = ?5, advice = ?6 WHERE key = ?1", m_run, nameOf(p.state),
            p.time, p.step, p.reason, p.advice);
    }
    // The first declaration of a number or a name stands.
    void operator()(const SeriesDeclared& p) {
        run("INSERT OR IGNORE INTO series(run, attempt, position, name, unit) VALUES(?1, ?2, ?3, ?4, ?5)", m_run, m_attempt, p.index,
            p.name, p.unit);
    }
    void operator()(const MetricBatch& p) {
        for (const auto& column : p.columns) {
            assert(column.values.size() == p.steps.size() && p.times.size() == p.steps.size());
            OpenSeries& series = open(column.series);
            series.chunks.append(p.steps, p.times, column.values);
            m_figures.append(series.name, p.steps, p.times, column.values);
        }
    }
    void operator()(const LogLine& p) {
        run("INSERT INTO log(run, ordinal, attempt, time, severity, text)"
            " SELECT ?1, coalesce(max(ordinal), 0) + 1, ?2, ?3, ?4, ?5 FROM log WHERE run = ?1",
            m_run, m_attempt, p.time, static_cast<int>(p.severity), p.text);
    }
    void operator()(const CheckpointWritten& p) {
        run("INSERT OR REPLACE INTO checkpoint(run, attempt, step, name, time, seconds, bytes, best) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, "
            "?8)",
            m_run, m_attempt, p.step, p.name, p.time, p.seconds, p.bytes, p.best);
    }
    void operator()(const Progress& p) {
        run("UPDATE run SET step = ?2, total_steps = ?3, epoch = ?4, epochs = ?5 WHERE key = ?1", m_run, p.step, p.totalSteps, p.epoch,
            p.epochs);
    }
    // Messages of the socket have no place in a journal.
    void operator()(const Hello&) {}
    void operator()(const Command&) {}
    void operator()(const Answer&) {}
    void operator()(const Grown&) {}

    void finish() {
        finishChunks();
        m_figures.finish();
    }

private:
    struct OpenSeries {
        std::string name;
        ChunkWriter chunks;
    };

    void finishChunks() {
        for (auto& [position, series] : m_series) series.chunks.finish();
    }

    template <class... Values>
    void run(const char* sql, const Values&... values) {
        auto known = m_statements.find(sql);
        if (known == m_statements.end()) known = m_statements.emplace(sql, Statement(m_connection, sql)).first;
        known->second.bind(values...).run();
    }

    OpenSeries& open(std::uint16_t position) {
        if (const auto known = m_series.find(position); known != m_series.end()) return known->second;
        // Values come after their declaration; should they not, they are kept under a name that says so.
        run("INSERT OR IGNORE INTO series(run, attempt, position, name, unit) VALUES(?1, ?2, ?3, 'undeclared.' || ?3, '')", m_run,
            m_attempt, position);
        Statement series(m_connection, "SELECT key, name FROM series WHERE run = ?1 AND attempt = ?2 AND position = ?3");
        series.bind(m_run, m_attempt, position).step();
        return m_series.emplace(position, OpenSeries{series.text(1), ChunkWriter(m_chunks, series.integer(0))}).first->second;
    }

    sqlite3* m_connection;
    std::map<const char*, Statement> m_statements;  // by the address of the literal
    ChunkStatements m_chunks;
    FigureRecorder m_figures;
    std::int64_t m_run;
    std::uint32_t m_attempt;
    std::map<std::uint16_t, OpenSeries> m_series;  // of this attempt, by position
};

// When a run was made: its folder's name says so (RunFolder::id); a folder of another name has the age of its experiment.
double creationTime(const RunFolder& folder) {
    using namespace std::chrono;
    int year = 0;
    unsigned month = 0, day = 0, hour = 0, minute = 0, second = 0;
    if (std::sscanf(folder.id().c_str(), "%4d%2u%2u-%2u%2u%2u-", &year, &month, &day, &hour, &minute, &second) == 6) {
        const sys_days date = std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day);
        return duration<double>((date + hours(hour) + minutes(minute) + seconds(second)).time_since_epoch()).count();
    }
    std::error_code failure;
    const auto written = std::filesystem::last_write_time(folder.experimentFile(), failure);
    return failure ? 0 : duration<double>(file_clock::to_sys(written).time_since_epoch()).count();
}

// What the list of runs shows of a frozen experiment; empty when it cannot be read.
struct Description {
    std::string fingerprint, variant, dataset, optimizer, schedule;
    std::int64_t seed = 0, batchSize = 0, parameters = 0;
};

Description descriptionOf(const RunFolder& folder) {
    auto experiment = folder.experiment();
    if (!experiment) return {};
    const ExperimentReport report = check(*experiment);
    Description description{.fingerprint = fingerprintOf(*experiment),
                            .dataset = experiment->dataset.kind,
                            .optimizer = experiment->optimizer.kind,
                            .schedule = experiment->schedule.kind,
                            .seed = experiment->training.seed,
                            .batchSize = experiment->training.batchSize,
                            .parameters = report.graph.hasErrors() ? 0 : report.graph.total.parameters};
    experiment->training.seed = 0;
    description.variant = fingerprintOf(*experiment);
    return description;
}

}  // namespace

Result<void> Database::noteRun(const RunFolder& folder) {
    // A run whose files cannot be read is listed all the same: what is wrong with them says whoever opens them.
    const RunNote note = folder.note().valueOr({});
    return guarded(say("recording the run %1", folder.id()), [&] {
        Statement known(m_state->get(), "SELECT name, colour, notes, trashed, dataset FROM run WHERE id = ?1");
        known.bind(folder.id());
        bool described = false;
        if (known.step()) {
            described = !known.text(4).empty();
            if (described && note == RunNote{known.text(0), known.text(1), known.text(2), known.integer(3) != 0}) return;
        }
        known.run();
        // experiment.json never changes: it is read once.
        const Description description = described ? Description() : descriptionOf(folder);
        Transaction transaction(m_state->get());
        Statement(m_state->get(),
                  "INSERT INTO run(id, name, colour, notes, trashed, created) VALUES(?1, ?2, ?3, ?4, ?5, ?6)"
                  " ON CONFLICT(id) DO UPDATE SET name = excluded.name, colour = excluded.colour, notes = excluded.notes,"
                  " trashed = excluded.trashed, created = CASE WHEN attempts = 0 THEN excluded.created ELSE created END")
            .bind(folder.id(), note.name, note.colour, note.notes, note.trashed, creationTime(folder))
            .run();
        if (!description.dataset.empty())
            Statement(
                m_state->get(),
                "UPDATE run SET fingerprint = ?2, variant = ?3, dataset = ?4, optimizer = ?5, schedule = ?6, seed = ?7, batch_size = ?8,"
                " parameters = ?9 WHERE id = ?1")
                .bind(folder.id(), description.fingerprint, description.variant, description.dataset, description.optimizer,
                      description.schedule, description.seed, description.batchSize, description.parameters)
                .run();
        transaction.commit();
    });
}

Result<bool> Database::record(const std::string& run, std::uint64_t from, std::uint64_t to, const std::vector<Packet>& packets) {
    assert(from <= to);
    return guarded(say("recording the run %1", run), [&] {
        sqlite3* connection = m_state->get();
        Transaction transaction(connection);
        if (from == 0) Statement(connection, "INSERT OR IGNORE INTO run(id) VALUES(?1)").bind(run).run();
        Statement(connection, "UPDATE run SET cursor = ?3 WHERE id = ?1 AND cursor = ?2").bind(run, from, to).run();
        if (sqlite3_changes(connection) == 0) return false;

        Statement row(connection, "SELECT key, attempts FROM run WHERE id = ?1");
        row.bind(run).step();
        Recording recording(connection, row.integer(0), static_cast<std::uint32_t>(row.integer(1)));
        row.run();
        for (const Packet& packet : packets) std::visit(recording, packet);
        recording.finish();
        transaction.commit();
        return true;
    });
}

Result<void> Database::forget(const std::string& run) {
    return guarded(say("forgetting the run %1", run), [&] { Statement(m_state->get(), "DELETE FROM run WHERE id = ?1").bind(run).run(); });
}

}  // namespace seekbench

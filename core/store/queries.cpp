// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include <sqlite3.h>

#include "core/base/hash.h"
#include "core/store/chunk.h"
#include "core/store/database_state.h"
#include "core/store/figures.h"
#include "core/store/run_row.h"

namespace seekbench {
namespace {

// One entry for each row that `sql` answers for ?1, ?2 …
template <class Make, class... Values>
auto rowsOf(sqlite3* connection, const std::string& sql, Make make, const Values&... values) {
    std::vector<decltype(make(std::declval<const Statement&>()))> rows;
    Statement statement(connection, sql);
    statement.bind(values...);
    while (statement.step()) rows.push_back(make(statement));
    return rows;
}

// A column as text that is different for different values. Blobs are long: their fingerprint stands for them.
std::string cellText(const Statement& row, int column) {
    switch (sqlite3_column_type(row.get(), column)) {
        case SQLITE_INTEGER: return std::to_string(row.integer(column));
        case SQLITE_FLOAT: {
            char text[32];
            std::snprintf(text, sizeof text, "%.17g", row.real(column));
            return text;
        }
        case SQLITE_TEXT: return '"' + row.text(column) + '"';
        case SQLITE_BLOB: return fingerprintOf(row.text(column));
        default: return "-";
    }
}

struct DumpedTable {
    const char* name;
    const char* sql;
};
constexpr DumpedTable kDumpedTables[] = {
    {"run",
     "SELECT id, name, colour, notes, trashed, fingerprint, created, attempts, state, reason, advice, state_time, step, total_steps, "
     "epoch, epochs,"
     " device, threads, cursor, dataset, optimizer, schedule, variant, seed, batch_size, parameters FROM run ORDER BY id"},
    {"attempt",
     "SELECT run.id, number, from_checkpoint, from_step, attempt.time, host, process, attempt.device, attempt.threads, software,"
     " attempt.total_steps, steps_per_epoch, data_fingerprint FROM attempt JOIN run ON run.key = attempt.run ORDER BY run.id, number"},
    {"series",
     "SELECT run.id, attempt, position, series.name, unit FROM series JOIN run ON run.key = series.run ORDER BY run.id, attempt, position"},
    {"chunk",
     "SELECT run.id, attempt, position, ordinal, first_step, last_step, count, non_finite, minimum, maximum, steps, times, points FROM "
     "chunk"
     " JOIN series ON series.key = chunk.series JOIN run ON run.key = series.run ORDER BY run.id, attempt, position, ordinal"},
    {"figures",
     "SELECT run.id, series, count, last, last_step, last_time, lowest, lowest_step, highest, highest_step FROM figures"
     " JOIN run ON run.key = figures.run ORDER BY run.id, series"},
    {"checkpoint",
     "SELECT run.id, attempt, checkpoint.step, checkpoint.name, time, seconds, bytes, best FROM checkpoint JOIN run ON run.key = "
     "checkpoint.run"
     " ORDER BY run.id, attempt, checkpoint.step, checkpoint.name"},
    {"profile",
     "SELECT run.id, profile.name, bytes, finished, slices, span_begin, span_end, source, profile.device, software, started, received, dropped,"
     " unreadable, unmatched, without_arguments, clock_residual, cut FROM profile JOIN run ON run.key = profile.run ORDER BY run.id, profile.name"},
    {"profile_chunk",
     "SELECT run.id, profile.name, c.ordinal, c.track, c.slices, c.span_begin, c.span_end, c.place, c.bytes FROM profile_chunk AS c"
     " JOIN profile ON profile.key = c.profile JOIN run ON run.key = profile.run ORDER BY run.id, profile.name, c.ordinal"},
    {"profile_summary",
     "SELECT run.id, profile.name, s.step, node, phase, host, s.device, calls, flops, s.bytes FROM profile_summary AS s"
     " JOIN profile ON profile.key = s.profile JOIN run ON run.key = profile.run ORDER BY run.id, profile.name, s.step, node, phase"},
    {"profile_step",
     "SELECT run.id, profile.name, s.step, part, start, duration, time FROM profile_step AS s JOIN profile ON profile.key = s.profile"
     " JOIN run ON run.key = profile.run ORDER BY run.id, profile.name, s.step, part"},
    {"log", "SELECT run.id, ordinal, attempt, time, severity, text FROM log JOIN run ON run.key = log.run ORDER BY run.id, ordinal"},
};

}  // namespace

Result<std::uint64_t> Database::cursor(const std::string& run) const {
    return guarded(say("reading the run %1", run), [&] {
        Statement row(m_state->get(), "SELECT cursor FROM run WHERE id = ?1");
        return row.bind(run).step() ? static_cast<std::uint64_t>(row.integer(0)) : 0;
    });
}

Result<std::vector<RunRow>> Database::runs() const {
    return guarded(say("listing the runs"), [&] {
        return rowsOf(m_state->get(), std::string("SELECT ") + kRunColumns + " FROM run ORDER BY created DESC, id DESC", runRow);
    });
}

Result<std::optional<RunRow>> Database::run(const std::string& id) const {
    return guarded(say("reading the run %1", id), [&] {
        auto rows = rowsOf(m_state->get(), std::string("SELECT ") + kRunColumns + " FROM run WHERE id = ?1", runRow, id);
        return rows.empty() ? std::nullopt : std::optional(std::move(rows.front()));
    });
}

Result<std::vector<std::string>> Database::seriesNames(const std::string& run) const {
    return guarded(say("listing the series of the run %1", run), [&] {
        return rowsOf(
            m_state->get(),
            "SELECT DISTINCT series.name FROM series JOIN run ON run.key = series.run WHERE run.id = ?1 ORDER BY series.name",
            [](const Statement& row) { return row.text(0); }, run);
    });
}

Result<std::vector<Point>> Database::points(const std::string& run, const std::string& series) const {
    return guarded(say("reading %1 of the run %2", series, run), [&] {
        Statement row(m_state->get(), "SELECT key FROM run WHERE id = ?1");
        return row.bind(run).step() ? currentPoints(m_state->get(), row.integer(0), series) : std::vector<Point>();
    });
}

Result<std::vector<Point>> Database::points(const std::string& run, const std::string& series, std::uint32_t attempt) const {
    return guarded(say("reading %1 of the run %2", series, run), [&] {
        Statement key(m_state->get(),
                      "SELECT series.key FROM series JOIN run ON run.key = series.run WHERE run.id = ?1 AND series.name = ?2 AND "
                      "series.attempt = ?3");
        return key.bind(run, series, attempt).step() ? readPoints(m_state->get(), key.integer(0)) : std::vector<Point>();
    });
}

Result<std::vector<AttemptRow>> Database::attempts(const std::string& run) const {
    return guarded(say("listing the attempts of the run %1", run), [&] {
        return rowsOf(
            m_state->get(),
            "SELECT number, from_checkpoint, from_step, attempt.time, host, attempt.device, software, attempt.threads, data_fingerprint "
            "FROM attempt"
            " JOIN run ON run.key = attempt.run WHERE run.id = ?1 ORDER BY number",
            [](const Statement& row) {
                return AttemptRow{static_cast<std::uint32_t>(row.integer(0)),
                                  row.text(1),
                                  row.integer(2),
                                  row.real(3),
                                  row.text(4),
                                  row.text(5),
                                  row.text(6),
                                  static_cast<std::uint32_t>(row.integer(7)),
                                  row.text(8)};
            },
            run);
    });
}

Result<std::vector<CheckpointRow>> Database::checkpoints(const std::string& run) const {
    return guarded(say("listing the checkpoints of the run %1", run), [&] {
        return rowsOf(
            m_state->get(),
            "SELECT attempt, checkpoint.step, checkpoint.name, time, bytes, best FROM checkpoint JOIN run ON run.key = checkpoint.run"
            " WHERE run.id = ?1 ORDER BY attempt, checkpoint.step, checkpoint.name",
            [](const Statement& row) {
                return CheckpointRow{static_cast<std::uint32_t>(row.integer(0)), row.integer(1),     row.text(2), row.real(3),
                                     static_cast<std::uint64_t>(row.integer(4)), row.integer(5) != 0};
            },
            run);
    });
}

Result<std::vector<LogRow>> Database::log(const std::string& run) const {
    return guarded(say("reading the log of the run %1", run), [&] {
        return rowsOf(
            m_state->get(),
            "SELECT attempt, time, severity, text FROM log JOIN run ON run.key = log.run WHERE run.id = ?1 ORDER BY ordinal",
            [](const Statement& row) {
                return LogRow{static_cast<std::uint32_t>(row.integer(0)), row.real(1), static_cast<LogSeverity>(row.integer(2)),
                              row.text(3)};
            },
            run);
    });
}

Result<std::vector<std::string>> Database::dump() const {
    return guarded(say("listing the whole database"), [&] {
        std::vector<std::string> lines;
        for (const DumpedTable& table : kDumpedTables) {
            Statement row(m_state->get(), table.sql);
            while (row.step()) {
                lines.emplace_back(table.name);
                for (int column = 0; column < sqlite3_column_count(row.get()); ++column) lines.back() += " " + cellText(row, column);
            }
        }
        return lines;
    });
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include "core/store/schema.h"

#include <array>
#include <string>
#include <vector>

#include "core/store/figures.h"
#include "core/store/statement.h"

namespace seekbench {
namespace {

constexpr int kApplicationId = 0x5345454B;  // "SEEK"

// migration n brings user_version n to n + 1; a migration that has been released is never changed. REAL columns have no NOT
// NULL: SQLite stores a NaN as NULL.
// Fills what a migration has added from what is there. What comes out of run folders is filled by noteRun().
struct Migration {
    const char* sql;
    void (*fill)(sqlite3* connection) = nullptr;
};

void fillFigures(sqlite3* connection) {
    std::vector<std::int64_t> runs;
    Statement row(connection, "SELECT key FROM run");
    while (row.step()) runs.push_back(row.integer(0));
    for (const std::int64_t run : runs) refreshFigures(connection, run);
}

constexpr std::array kMigrations = {
    Migration{R"sql(
CREATE TABLE run(
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL DEFAULT '', colour TEXT NOT NULL DEFAULT '', notes TEXT NOT NULL DEFAULT '', trashed INTEGER NOT NULL DEFAULT 0,
  fingerprint TEXT NOT NULL DEFAULT '', created REAL, attempts INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'created', reason TEXT NOT NULL DEFAULT '', advice TEXT NOT NULL DEFAULT '', state_time REAL,
  step INTEGER NOT NULL DEFAULT 0, total_steps INTEGER NOT NULL DEFAULT 0, epoch INTEGER NOT NULL DEFAULT 0, epochs INTEGER NOT NULL DEFAULT 0,
  device TEXT NOT NULL DEFAULT '', threads INTEGER NOT NULL DEFAULT 0,
  cursor INTEGER NOT NULL DEFAULT 0);  -- how far the journal has been recorded
CREATE TABLE attempt(
  run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, number INTEGER NOT NULL,
  from_checkpoint TEXT NOT NULL, from_step INTEGER NOT NULL, time REAL, host TEXT NOT NULL, process INTEGER NOT NULL, device TEXT NOT NULL,
  threads INTEGER NOT NULL, software TEXT NOT NULL, total_steps INTEGER NOT NULL, steps_per_epoch INTEGER NOT NULL,
  PRIMARY KEY(run, number)) WITHOUT ROWID;
CREATE TABLE series(
  key INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, attempt INTEGER NOT NULL,
  position INTEGER NOT NULL, name TEXT NOT NULL, unit TEXT NOT NULL,
  UNIQUE(run, attempt, position), UNIQUE(run, attempt, name));
-- Up to 1000 points of a series in the order they were written; all but a series' last chunk are full. Blobs are little-endian
-- arrays: steps of i64 (NULL: first_step, first_step + 1 …), times and points of f64. minimum and maximum are over the finite ones.
CREATE TABLE chunk(
  key INTEGER PRIMARY KEY, series INTEGER NOT NULL REFERENCES series ON DELETE CASCADE, ordinal INTEGER NOT NULL,
  first_step INTEGER NOT NULL, last_step INTEGER NOT NULL, count INTEGER NOT NULL, non_finite INTEGER NOT NULL, minimum REAL, maximum REAL,
  steps BLOB, times BLOB NOT NULL, points BLOB NOT NULL);
CREATE UNIQUE INDEX chunk_of_series ON chunk(series, ordinal);
CREATE INDEX chunk_overview ON chunk(series, ordinal, first_step, last_step, count, non_finite, minimum, maximum);
CREATE TABLE checkpoint(
  run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, attempt INTEGER NOT NULL, step INTEGER NOT NULL, name TEXT NOT NULL,
  time REAL, seconds REAL, bytes INTEGER NOT NULL, best INTEGER NOT NULL, PRIMARY KEY(run, attempt, step, name)) WITHOUT ROWID;
CREATE TABLE log(
  run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, ordinal INTEGER NOT NULL, attempt INTEGER NOT NULL, time REAL,
  severity INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY(run, ordinal)) WITHOUT ROWID;
)sql"},
    Migration{R"sql(
-- What the frozen experiment says, for lists. dataset is empty until it has been read.
ALTER TABLE run ADD COLUMN dataset TEXT NOT NULL DEFAULT '';
ALTER TABLE run ADD COLUMN optimizer TEXT NOT NULL DEFAULT '';
ALTER TABLE run ADD COLUMN schedule TEXT NOT NULL DEFAULT '';
ALTER TABLE run ADD COLUMN variant TEXT NOT NULL DEFAULT '';
ALTER TABLE run ADD COLUMN seed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN batch_size INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN parameters INTEGER NOT NULL DEFAULT 0;
-- The current values of a series in figures; extremes are over the finite ones.
CREATE TABLE figures(
  run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, series TEXT NOT NULL, count INTEGER NOT NULL,
  last REAL, last_step INTEGER NOT NULL, last_time REAL, lowest REAL, lowest_step INTEGER NOT NULL, highest REAL,
  highest_step INTEGER NOT NULL, PRIMARY KEY(run, series)) WITHOUT ROWID;
)sql",
              fillFigures},
    Migration{R"sql(
-- Of the data set as the attempt opened it; empty: not known.
ALTER TABLE attempt ADD COLUMN data_fingerprint TEXT NOT NULL DEFAULT '';
)sql"},
    Migration{R"sql(
-- Profiles: files in traces/, as far as they have been recorded (bytes). What is not in here is in the file.
CREATE TABLE profile(
  key INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE, name TEXT NOT NULL, bytes INTEGER NOT NULL,
  finished INTEGER NOT NULL, slices INTEGER NOT NULL, span_begin INTEGER NOT NULL, span_end INTEGER NOT NULL, source TEXT NOT NULL,
  device TEXT NOT NULL, software TEXT NOT NULL, started REAL, received INTEGER NOT NULL, dropped INTEGER NOT NULL, unreadable INTEGER NOT NULL,
  unmatched INTEGER NOT NULL, without_arguments INTEGER NOT NULL, clock_residual INTEGER NOT NULL, cut INTEGER NOT NULL, UNIQUE(run, name));
CREATE TABLE profile_chunk(
  profile INTEGER NOT NULL REFERENCES profile ON DELETE CASCADE, ordinal INTEGER NOT NULL, track INTEGER NOT NULL, slices INTEGER NOT NULL,
  span_begin INTEGER NOT NULL, span_end INTEGER NOT NULL, place INTEGER NOT NULL, bytes INTEGER NOT NULL, PRIMARY KEY(profile, ordinal)) WITHOUT ROWID;
-- Nanoseconds of threads (host) and streams (device), work by formula.
CREATE TABLE profile_summary(
  profile INTEGER NOT NULL REFERENCES profile ON DELETE CASCADE, step INTEGER NOT NULL, node TEXT NOT NULL, phase TEXT NOT NULL,
  host INTEGER NOT NULL, device INTEGER NOT NULL, calls INTEGER NOT NULL, flops REAL, bytes REAL, PRIMARY KEY(profile, step, node, phase)) WITHOUT ROWID;
-- The parts of a step, phases and gaps: their times add up to the duration.
CREATE TABLE profile_step(
  profile INTEGER NOT NULL REFERENCES profile ON DELETE CASCADE, step INTEGER NOT NULL, part TEXT NOT NULL, start INTEGER NOT NULL,
  duration INTEGER NOT NULL, time INTEGER NOT NULL, PRIMARY KEY(profile, step, part)) WITHOUT ROWID;
)sql"},
};
constexpr std::int64_t kNewestVersion = kMigrations.size();

std::int64_t number(sqlite3* connection, const char* sql) {
    Statement statement(connection, sql);
    return statement.step() ? statement.integer(0) : 0;
}

// The version of our own tables; anything else is refused before a byte of it is changed.
std::int64_t version(sqlite3* connection) {
    const std::int64_t found = number(connection, "PRAGMA user_version");
    const bool isEmpty = found == 0 && number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
    if (!isEmpty && number(connection, "PRAGMA application_id") != kApplicationId)
        throw StoreFailure{Error(ErrorCode::InvalidInput, say("The file is a database of another program."),
                                 say("Move it away, or choose another workspace with --workspace DIR."))};
    if (found > kNewestVersion)
        throw StoreFailure{Error(ErrorCode::NewerVersion,
                                 say("The database has version %1; this Seekbench reads versions up to %2.", found, kNewestVersion),
                                 say("Update Seekbench to open it. The file was left as it is."))};
    return found;
}

}  // namespace

void migrate(sqlite3* connection, Database::Access access) {
    if (version(connection) == kNewestVersion) return;
    if (access == Database::Access::ReadOnly)
        throw StoreFailure{Error(
            ErrorCode::Unsupported,
            say("The database was made by an older Seekbench and cannot be brought up to date, because it was opened for reading only."),
            say("Open the workspace once where you may write to it."))};
    Transaction transaction(connection);
    // Asked again under the write lock: another process may have migrated meanwhile.
    for (auto next = version(connection); next < kNewestVersion; ++next) {
        const Migration& migration = kMigrations[static_cast<std::size_t>(next)];
        execute(connection, migration.sql);
        if (migration.fill) migration.fill(connection);
    }
    execute(connection, ("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
    execute(connection, ("PRAGMA user_version = " + std::to_string(kNewestVersion)).c_str());
    transaction.commit();
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

// The SQLite database of a workspace: a projection of the run folders that can be rebuilt from them at any time. WAL and
// NORMAL; any number of processes read, the recorder writes. One Database is owned by one thread.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/protocol/packet.h"
#include "core/run/run_folder.h"
#include "core/trace/analysis/summary.h"

namespace seekbench {

struct RunSummary;  // run_summary.h

// One row of the list of runs.
struct RunRow {
    std::string id, name, colour, notes;
    bool trashed = false;
    std::string fingerprint;  // of the experiment
    double created = 0;       // seconds since 1970; of the first attempt, or of the folder
    std::uint32_t attempts = 0;
    std::string state;           // last state written in the journal; "created" before the first
    std::string reason, advice;  // of that state
    double stateTime = 0;
    std::int64_t step = 0, totalSteps = 0, epoch = 0, epochs = 0;
    std::string device;
    std::uint32_t threads = 0;
    std::string dataFingerprint;  // of the data set as the newest attempt opened it; empty: not known
    bool operator==(const RunRow&) const = default;
};

struct Point {
    std::int64_t step = 0;
    double time = 0;  // seconds since 1970
    double value = 0;
};

struct AttemptRow {
    std::uint32_t number = 0;
    std::string fromCheckpoint;
    std::int64_t fromStep = 0;
    double time = 0;
    std::string host, device, software;
    std::uint32_t threads = 0;
    std::string dataFingerprint;  // of the data set as it opened it; empty: not known
};

struct CheckpointRow {
    std::uint32_t attempt = 0;
    std::int64_t step = 0;
    std::string name;
    double time = 0;
    std::uint64_t bytes = 0;
    bool best = false;
};

struct LogRow {
    std::uint32_t attempt = 0;
    double time = 0;
    LogSeverity severity = LogSeverity::Information;
    std::string text;
};

// A profile of a run: traces/<name> in its folder.
struct ProfileRow {
    std::string name;
    std::uint64_t bytes = 0;
    bool finished = false;  // its writer said that it is whole
    std::uint64_t slices = 0;
    TimeSpan span;
    std::string device;
    std::uint64_t dropped = 0;  // records that were lost
    bool cut = false;           // it ended before it was whole
    bool operator==(const ProfileRow&) const = default;
};

class Database {
public:
    enum class Access { ReadOnly, ReadWrite };
    // Opens or makes the database and migrates it (user_version). A newer database is refused and left as it is.
    static Result<Database> open(const std::filesystem::path& path, Access access);
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    // --- writing: the recorder only ---

    // Makes the run's row when missing and brings what run.json and experiment.json say up to date.
    Result<void> noteRun(const RunFolder& folder);
    // How far the journal of a run has been recorded; 0 for a run that is not there.
    Result<std::uint64_t> cursor(const std::string& run) const;
    // Records packets that stand in the journal between the cursor `from` and `to`, and moves the cursor, in one transaction.
    // False (and nothing recorded) when another recorder has moved the cursor meanwhile.
    Result<bool> record(const std::string& run, std::uint64_t from, std::uint64_t to, const std::vector<Packet>& packets);
    // Brings the profiles of a run that is there up to date with the files in its folder: index of chunks, step × layer × phase, parts of
    // the steps. A profile that a living run is still writing is left for later. True when something was new.
    Result<bool> recordProfiles(const RunFolder& folder);
    // Forgets a run (its folder is gone).
    Result<void> forget(const std::string& run);

    // --- reading ---

    Result<std::vector<RunRow>> runs() const;  // newest first
    // All runs with their figures, newest first. `state` is what the journal says: lock and queue are the caller's to ask.
    Result<std::vector<RunSummary>> summaries() const;
    // A number that is another one after a different connection has changed the database; costs next to nothing.
    Result<std::int64_t> dataVersion() const;
    Result<std::optional<RunRow>> run(const std::string& id) const;
    Result<std::vector<std::string>> seriesNames(const std::string& run) const;
    // The current values: for each step that of the highest attempt which covers it. Ordered by step.
    Result<std::vector<Point>> points(const std::string& run, const std::string& series) const;
    // The values of one attempt, kept or not.
    Result<std::vector<Point>> points(const std::string& run, const std::string& series, std::uint32_t attempt) const;
    Result<std::vector<AttemptRow>> attempts(const std::string& run) const;
    Result<std::vector<CheckpointRow>> checkpoints(const std::string& run) const;
    Result<std::vector<LogRow>> log(const std::string& run) const;
    Result<std::vector<ProfileRow>> profiles(const std::string& run) const;  // by name
    Result<std::vector<SummaryRow>> profileSummary(const std::string& run, const std::string& profile) const;
    // Every row of every table as text, ordered by key, without row numbers: two databases are equal when these are.
    Result<std::vector<std::string>> dump() const;

private:
    struct State;
    explicit Database(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace seekbench

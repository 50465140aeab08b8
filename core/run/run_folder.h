// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/experiment/experiment.h"

namespace seekbench {

// What the user says about a run: run.json, small, rewritten atomically.
struct RunNote {
    std::string name;
    std::string colour;  // "slot:3", or empty for none yet; "#rrggbb" of older notes counts as none
    std::string notes;
    bool trashed = false;
    bool operator==(const RunNote&) const = default;
};
std::string runNoteToText(const RunNote& note);
Result<RunNote> runNoteFromText(std::string_view text);

// A run has a slot in the palette of run colours, not a colour: every theme shows it in its own. Slots count from 0, in the text from 1;
// from the ninth on the colours repeat with another marker.
std::string colourOfSlot(int slot);
std::optional<int> colourSlot(std::string_view colour);

// The state of a run as people see it. Queued, Interrupted and Starting are derived (from the queue, from a lock that nobody holds),
// the others are written into the journal by the worker.
enum class RunState { Created, Queued, Starting, Running, Paused, Stopping, Stopped, Finished, Failed, Interrupted };
std::string_view nameOf(RunState state);  // "running"
std::optional<RunState> runStateFromName(std::string_view name);
bool isFinal(RunState state);  // Stopped, Finished, Failed, Interrupted: no worker is at it

// A RunFolder knows where things lie in runs/<run id>/. It is a path with names, not an open resource.
class RunFolder {
public:
    // A new folder under `runs`, with experiment.json and run.json written; a fresh id is found by itself.
    static Result<RunFolder> create(const std::filesystem::path& runs, const Experiment& experiment, const RunNote& note);
    // An existing folder; an error when there is no experiment.json in it.
    static Result<RunFolder> open(const std::filesystem::path& folder);

    const std::filesystem::path& path() const { return m_path; }
    // The folder's name: "20261122-144512-7f3a", the UTC time of creation and its fraction of a second in four hex digits,
    // so that ids sort by time.
    std::string id() const;

    std::filesystem::path experimentFile() const { return m_path / "experiment.json"; }
    std::filesystem::path noteFile() const { return m_path / "run.json"; }
    std::filesystem::path lockFile() const { return m_path / "run.lock"; }
    std::filesystem::path endpointFile() const { return m_path / "endpoint"; }
    std::filesystem::path journalFile() const { return m_path / "journal"; }
    std::filesystem::path checkpointsFolder() const { return m_path / "checkpoints"; }
    std::filesystem::path engineFile() const { return m_path / "engine.json"; }
    std::filesystem::path artifactsFolder() const { return m_path / "artifacts"; }
    std::filesystem::path logFile() const { return m_path / "worker.log"; }
    // Spare bytes given up when the disk is full, so that the last metrics and the reason can still be written.
    std::filesystem::path reserveFile() const { return m_path / "reserve"; }

    Result<Experiment> experiment() const;
    Result<RunNote> note() const;  // an empty one when there is no run.json
    Result<void> setNote(const RunNote& note) const;
    bool isAlive() const;  // run.lock is held

private:
    explicit RunFolder(std::filesystem::path path);
    std::filesystem::path m_path;
};

// A Workspace is the folder that holds all of a user's runs, its database and queue.
class Workspace {
public:
    // Makes the folder and its parts when missing.
    static Result<Workspace> open(const std::filesystem::path& folder);
    // $XDG_DATA_HOME/seekbench or ~/.local/share/seekbench (on Windows %LOCALAPPDATA%/Seekbench); empty when the environment
    // names no such place.
    static std::filesystem::path defaultFolder();

    const std::filesystem::path& path() const { return m_path; }
    std::filesystem::path runsFolder() const { return m_path / "runs"; }
    std::filesystem::path databaseFile() const { return m_path / "seekbench.sqlite"; }
    std::filesystem::path queueFolder() const { return m_path / "queue"; }
    std::filesystem::path operatorsFolder() const { return m_path / "operators"; }

    // All run folders, newest first.
    std::vector<RunFolder> runs() const;
    // The run whose id is `id`, or begins with it (at least 4 characters, unambiguous), or "last".
    Result<RunFolder> find(std::string_view id) const;

private:
    explicit Workspace(std::filesystem::path path);
    std::filesystem::path m_path;
};

// Folder of the user's short-lived files (sockets, device locks): $XDG_RUNTIME_DIR/seekbench, or a private folder of the
// user's below the system's temporary folder; owner only, its owner checked.
Result<std::filesystem::path> runtimeFolder();

// Folder of what can be made again: $XDG_CACHE_HOME/seekbench or ~/.cache/seekbench; empty when the environment names no such place.
std::filesystem::path cacheFolder();

// Where resources/ lies: $SEEKBENCH_RESOURCES, beside the executable, or where it was installed.
Result<std::filesystem::path> resourcesFolder();

}  // namespace seekbench

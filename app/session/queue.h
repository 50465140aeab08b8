// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/file.h"
#include "core/run/run_folder.h"

namespace seekbench {

// One run that waits for its turn.
struct QueueEntry {
    std::string run;      // id
    std::string problem;  // why it could not be run to its end: it is passed over until it is added again; empty: it waits
    bool operator==(const QueueEntry&) const = default;
};

// A step of a run through the queue.
enum class QueueMove { Up, Down, Top, Bottom };

// The Queue of a workspace: a folder with one small file per entry, in the order of the files' names, so that any process may
// add, remove and move while the queue is being served. A value with names of files; nothing is kept in memory. Changes wait for each
// other, some seconds at most.
class Queue {
public:
    explicit Queue(const Workspace& workspace) : m_workspace(workspace) {}

    // In order. Files that cannot be read are left out.
    std::vector<QueueEntry> entries() const;
    // Whether the run has its turn still to come; one with a problem is passed over and does not.
    bool waits(std::string_view run) const;
    // Puts a run at the end; one with a problem gets its chance again. Refuses runs that are alive or finished, and runs that
    // wait already.
    Result<void> add(const RunFolder& run) const;
    // NotFound when the run is not in the queue. The run itself stays.
    Result<void> remove(std::string_view run) const;
    // Gives a waiting run another place. A run at work has its place at the front: it cannot be moved (Busy) nor overtaken. NotFound
    // when the run is not in the queue.
    Result<void> move(std::string_view run, QueueMove move) const;
    Result<void> moveBefore(std::string_view run, std::string_view other) const;
    // To the place number `place` of entries(), 0-based; beyond the end: the end.
    Result<void> moveTo(std::string_view run, std::size_t place) const;
    bool isAtWork(std::string_view run) const;

    // A paused queue lets the run at work go on and starts no other, also after a restart, until it is resumed.
    bool isPaused() const;
    Result<void> setPaused(bool paused) const;

    // Notes why the run's entry is passed over from now on.
    Result<void> mark(std::string_view run, const std::string& problem) const;

    std::filesystem::path lockFile() const { return m_workspace.queueFolder() / "lock"; }
    bool isServed() const;

private:
    struct EntryFile;
    std::vector<EntryFile> files() const;
    std::optional<EntryFile> find(std::string_view run) const;
    std::filesystem::path pauseFile() const { return m_workspace.queueFolder() / "paused"; }
    Result<FileLock> lockForChange() const;
    // Gives the files names in the order of `files`; those that have their place keep their name.
    Result<void> arrange(const std::vector<EntryFile>& files) const;

    Workspace m_workspace;
};

}  // namespace seekbench

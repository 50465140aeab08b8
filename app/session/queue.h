// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/run/run_folder.h"

namespace seekbench {

// One run that waits for its turn.
struct QueueEntry {
    std::string run;      // id
    std::string problem;  // why it could not be run to its end: it is passed over until it is added again; empty: it waits
    bool operator==(const QueueEntry&) const = default;
};

// The Queue of a workspace: a folder with one small file per entry, in the order of the files' names, so that any process may
// add and remove while the queue is being served. A value with names of files; nothing is kept in memory.
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
    // Notes why the run's entry is passed over from now on.
    Result<void> mark(std::string_view run, const std::string& problem) const;

    std::filesystem::path lockFile() const { return m_workspace.queueFolder() / "lock"; }
    bool isServed() const;

private:
    struct EntryFile;
    std::vector<EntryFile> files() const;
    std::optional<EntryFile> find(std::string_view run) const;

    Workspace m_workspace;
};

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/session/recorder.h"
#include "core/base/error.h"
#include "core/store/run_summary.h"

namespace seekbench {

// A RunCatalog keeps the list of a workspace's runs up to date while it exists: it records what the runs write (Recorder), derives
// their states from journal, lock and queue, gives every run a colour, and changes what the user says about them. It has a thread of
// its own, which also makes all calls to the listener. All functions may be called from any thread and return at once.
//
// Where the workspace's database cannot be written, the same rows are kept in a temporary one; a damaged one is rebuilt.
class RunCatalog {
public:
    // Newest first. Shared by the catalog, which compares the next list with it, and whoever was given it; never changed.
    using Runs = std::shared_ptr<const std::vector<RunSummary>>;

    struct Listener {
        std::function<void(Runs)> runsChanged = [](Runs) {};
        // Why the workspace's database cannot be kept up to date; nothing: it can again. The list stays true meanwhile.
        std::function<void(std::optional<Error>)> problemChanged = [](std::optional<Error>) {};
        // A call below could not be carried out.
        std::function<void(Error)> callFailed = [](Error) {};
    };
    struct Options {
        // Between two looks. Where reading the list takes long, changes are looked at more rarely: at most one part in 20 of the time.
        std::chrono::milliseconds interval{250};
        Recorder::Options recorder = {};
    };

    RunCatalog(const Workspace& workspace, Listener listener, const Options& options);
    RunCatalog(const Workspace& workspace, Listener listener) : RunCatalog(workspace, std::move(listener), Options{}) {}
    RunCatalog(const RunCatalog&) = delete;
    RunCatalog& operator=(const RunCatalog&) = delete;
    ~RunCatalog();

    // Writes what the user says about a run, and reads the list at once.
    void setNote(const std::string& run, const RunNote& note);
    // Puts a run into the trash, or takes it out; nothing is deleted.
    void discard(const std::string& run);
    void restore(const std::string& run);
    // Deletes runs that lie in the trash, folders and rows, for ever. A run that is alive is refused.
    void remove(std::vector<std::string> runs);

    // Looks at once: a run was made, started or resumed, or its journal has grown.
    void watch(const std::string& run);

    // The database with the rows, for reading: the workspace's own or the temporary one. Changes at most once.
    std::filesystem::path databaseFile() const;

private:
    class Loop;
    std::unique_ptr<Loop> m_loop;
};

}  // namespace seekbench

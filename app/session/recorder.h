// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "core/run/run_folder.h"

namespace seekbench {

// A Recorder brings what the runs of a workspace write into its database, from a thread of its own, while it exists. Several
// recorders may work on one workspace: each frame reaches the database once (core/store/projection.h). Its end records what is
// there until then. All functions may be called from any thread.
class Recorder {
public:
    struct Options {
        std::chrono::milliseconds liveInterval{100};  // between two looks at the journals of live runs
        // Between two looks for runs that others have started. Where there are many runs, looking whether an old one goes on takes
        // longer pauses: at most one part in 300 of the time.
        std::chrono::milliseconds scanInterval{2000};
        std::filesystem::path database = {};  // where to record; empty: the workspace's own
    };

    // A recorder at work. Fails when the database cannot be opened for writing.
    static Result<Recorder> start(const Workspace& workspace, const Options& options);
    static Result<Recorder> start(const Workspace& workspace) { return start(workspace, Options{}); }

    Recorder(Recorder&&) noexcept;
    Recorder& operator=(Recorder&&) noexcept;
    ~Recorder();

    // Looks at the live runs now, not at the next interval: for a client that was told that a journal has grown.
    void wake();
    // Looks at this run now and at every interval, as long as it lives: for a client that has made it or lets it go on.
    void watch(const std::string& run);
    // Why the newest attempt to record failed; nothing when it succeeded. A failure is tried again, nothing is lost: the journal keeps it.
    std::optional<Error> problem() const;

private:
    class Loop;
    explicit Recorder(std::unique_ptr<Loop> loop);
    std::unique_ptr<Loop> m_loop;
};

}  // namespace seekbench

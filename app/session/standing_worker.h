// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/session/worker_process.h"
#include "core/run/run_folder.h"

namespace seekbench {

// A StandingWorker is a `seekbench-worker serve` process: it trains the runs it is given one after another, so that LibTorch is loaded
// once for all of them. All its runs have the same number of threads. It is started detached: when this object or this process
// goes, it trains the run it has to its end, and leaves; destroying the object of an idle worker waits until it has left.
// One thread owns it.
class StandingWorker {
public:
    // What the worker said about a run that was given to it.
    struct Answer {
        int code = 0;          // the exit code that `seekbench-worker train` would have had
        std::string sentence;  // why it was refused; else empty
    };

    static Result<StandingWorker> start(std::int64_t threads, const std::filesystem::path& log);
    StandingWorker(StandingWorker&& other) noexcept;
    StandingWorker& operator=(StandingWorker&& other) noexcept;
    ~StandingWorker();

    std::int64_t threads() const { return m_threads; }
    std::int64_t process() const { return m_worker.process(); }
    // Gives it a run; it must be idle.
    Result<void> give(const RunFolder& run);
    // The answer about the run it was given, once; nothing while it is at work, and when it has died.
    std::optional<Answer> answer();
    bool isIdle() const { return !m_isBusy; }
    int lastCode() const { return m_lastCode; }  // of the newest answer; -1: there is none, or it has died since
    // How the process ended, or nothing while it lives.
    std::optional<std::string> ended() { return m_worker.ended(); }

private:
    StandingWorker(WorkerProcess worker, std::int64_t threads, int socket)
        : m_worker(std::move(worker)), m_threads(threads), m_socket(socket) {}

    WorkerProcess m_worker;
    std::int64_t m_threads;
    int m_socket;
    bool m_isBusy = false;
    int m_lastCode = -1;
    std::string m_received;
};

}  // namespace seekbench

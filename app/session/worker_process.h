// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace seekbench {

// Environment variables: name and value.
using Environment = std::vector<std::pair<std::string, std::string>>;

// Where the worker's program is: $SEEKBENCH_WORKER, beside this executable, or in the libexec folder of the installation.
Result<std::filesystem::path> findWorker();
// Where seekbench-cli is: beside this executable.
Result<std::filesystem::path> findCommandLine();

// A WorkerProcess is a program started detached: in a session of its own, without a terminal, its output appended to a log. It goes
// on when this object, this process or the user's login ends. Keep the object while the process matters: ended() also
// lets the system forget a process that has ended.
class WorkerProcess {
public:
    // Starts `program`. `environment` is added to this process's own and replaces what is there.
    static Result<WorkerProcess> start(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                                       const Environment& environment, const std::filesystem::path& log);

    std::int64_t process() const { return m_process; }
    // How it ended ("exit code 1", "signal 9 (Killed)"), or nothing while it lives.
    std::optional<std::string> ended();
    // Ends it at once, as kill -9 does.
    void kill();

private:
    friend class StandingWorker;
    explicit WorkerProcess(std::int64_t process) : m_process(process) {}
    std::int64_t m_process;
    std::optional<std::string> m_end;
};

// Runs the program to its end and returns what it printed on stdout; an error when it fails, takes longer than `patience`, or is killed
// because a stop was asked for.
Result<std::string> outputOf(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                             const Environment& environment, std::chrono::milliseconds patience, const std::stop_token& stop = {});

}  // namespace seekbench

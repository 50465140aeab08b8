// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>

#include "app/cli/subcommand.h"
#include "app/session/worker_process.h"

namespace seekbench {

struct FollowOptions {
    enum class Interrupt { StopsRun, LeavesRun };  // what one Ctrl-C does; two always leave the run going
    // How the end is told: Json is one line on stdout, all else goes to stderr; Silent tells nothing on stdout.
    enum class Result { Sentence, Json, Silent };

    Interrupt interrupt = Interrupt::StopsRun;
    Result result = Result::Sentence;
    bool announceHistory = true;                 // print epochs that were over before; false for a run that is joined late
    std::optional<std::int64_t> untilStep = {};  // where the run was asked to stop at its start: to get there is success, too
};

// The one line of --json: {"run": id, "state": "finished", "metrics": {name: last value}}.
std::string resultLine(const std::string& run, RunState state, const std::map<std::string, double>& metrics);

// Watches a live run until its worker has left or the user does, records it meanwhile, and tells how it ended. Success only for a run
// that has finished. The caller has called catchInterrupts() before.
ExitCode follow(const Workspace& workspace, const RunFolder& folder, std::optional<WorkerProcess> worker, const FollowOptions& options);

}  // namespace seekbench

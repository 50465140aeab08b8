// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to the POSIX parts of app/session.

#include <sys/types.h>

#include "app/session/worker_process.h"

namespace seekbench {

// What a process is born with as stdin, stdout and stderr.
struct Descriptors {
    int input = -1;  // -1: nothing to read
    int output, errors;
};

// Spawns a process in a session of its own, with default signals and no other descriptor: an inherited pipe would keep somebody's
// `| tee` waiting for days. `environment` is added to this process's own and replaces what is there.
Result<pid_t> spawnDetached(const std::filesystem::path& program, const std::vector<std::string>& arguments, const Environment& environment,
                            const Descriptors& descriptors);

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>

namespace seekbench {

// Tells malloc to keep freed memory instead of giving it back to the system and faulting it in again with each operation: 1.1 to 1.8
// times the speed, paid with resident memory. Before torch is used.
void keepFreedMemory();

// The mathematics libraries read their environment when they are loaded, before main(). When it is not that of workerEnvironment(threads),
// sets it and starts this program again in the same process, once; returns when there is nothing to do.
void ensureEnvironment(std::int64_t threads, char** arguments);

// The process ends when the one that started it does, for work that nobody would wait for any more.
void endWithParent();

// How many of the last steps the flight recorder shall keep, from the environment variable SEEKBENCH_FLIGHT_STEPS; 0: there is none.
std::int64_t flightStepsWanted();

// True from the first SIGTERM or SIGINT on. Also makes the process deaf to SIGHUP (a closed terminal), SIGPIPE (a client that left) and
// SIGXFSZ (a limit on file sizes): writes report those.
const std::atomic<bool>& stopOnSignals();

}  // namespace seekbench

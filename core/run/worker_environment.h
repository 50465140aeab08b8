// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace seekbench {

// The environment variables (name, value) a worker that computes with `threads` ≥ 1 CPU threads must be started with.
// The libraries read them when they are loaded, so the worker cannot set them for itself: the launcher does, and the
// worker compares and says so when they differ.
std::vector<std::pair<std::string, std::string>> workerEnvironment(std::int64_t threads);

// The CPU threads that a setting of `threads` means: 0 stands for all cores.
std::int64_t threadCount(std::int64_t threads);

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <span>

#include "core/base/result.h"
#include "gpu/training/attempt.h"

namespace seekbench {

// What seekbench-worker leaves behind for whoever started it.
enum ExitCode { kFinished = 0, kRefused = 2, kStoppedOrFailed = 3 };

// "--until-step N", "--kill-at-step N", "--profile-steps N" and "--profile-from N", N ≥ 1, in any order.
Result<AttemptLimits> limitsFrom(std::span<char* const> words);

// seekbench-worker train RUNFOLDER. `arguments` are main()'s, for starting again with the right environment.
int trainCommand(const std::filesystem::path& folder, const AttemptLimits& limits, char** arguments);

}  // namespace seekbench

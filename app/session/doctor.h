// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "core/base/message.h"

namespace seekbench {

// One thing that was looked at.
struct Finding {
    enum class Grade { Good, Warning, Problem };
    Grade grade = Grade::Good;
    Message what;    // what was found
    Message advice;  // what the user can do; empty when there is nothing to do
};

// Looks at everything a run needs: the workspace's folder, disk and database, resources, worker, devices, threads, the default
// dataset, runs and locks left behind. Changes nothing but for a probe file that is removed again. Takes a few seconds.
std::vector<Finding> examine(const std::filesystem::path& workspace);

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "app/cli/subcommand.h"

namespace seekbench {

struct ProfileTaking {
    std::int64_t steps = 20;
    std::int64_t warmUp = 10;  // steps before them, of an experiment file
    std::int64_t every = 1;    // one of so many is profiled
};

// Trains an experiment file in a run of its own for a warm-up and the steps that are profiled. The profile's file; nothing when the run
// failed or was interrupted, which has been said then.
Result<std::optional<std::filesystem::path>> profileExperiment(const Workspace& workspace, const std::filesystem::path& file,
                                                               const ProfileTaking& taking);
// Profiles the next steps of a run that is being trained, and waits for its file. Call catchInterrupts() before.
Result<std::optional<std::filesystem::path>> profileRun(const RunFolder& folder, const ProfileTaking& taking);

}  // namespace seekbench

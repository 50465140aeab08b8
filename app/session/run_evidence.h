// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/run/reproducibility.h"
#include "core/run/run_folder.h"

namespace seekbench {

// Journal and checkpoints of a run, dead or alive, for a comparison with another. Reads the whole journal, in pieces. Checkpoints that
// cannot be read are left out. Errors: experiment or journal cannot be read.
Result<RunEvidence> readEvidence(const RunFolder& folder);

// The newest other run of the workspace that computes the same as `folder`; nothing when there is none.
std::optional<RunFolder> newestTwin(const Workspace& workspace, const RunFolder& folder);

}  // namespace seekbench

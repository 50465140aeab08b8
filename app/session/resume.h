// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "app/session/worker_process.h"
#include "core/run/run_folder.h"

namespace seekbench {

// Lets a run go on: a paused worker is told so, a run without a worker gets a new one that begins at the newest checkpoint. Nothing
// is returned in the first case, because the worker is somebody else's. Errors: InvalidInput for a run that has finished, Busy for
// one that a worker is training, Failed for a worker that ended at its start, with its own last words.
// A new worker stops at `untilStep`, with a checkpoint; a paused one has had its orders.
Result<std::optional<WorkerProcess>> resumeRun(const RunFolder& folder, std::optional<std::int64_t> untilStep = {});

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/protocol/packet.h"
#include "core/run/run_folder.h"

namespace seekbench {

// The state that a worker's word stands for.
RunState runStateOf(WorkerState state);

// What is true of a run now. `recorded` is what its journal says last (Created when it says nothing yet), `alive` whether somebody
// holds its lock, `queued` whether it waits in the queue. The lock decides: a journal that says "running" without one is a run
// whose worker died.
RunState deriveState(RunState recorded, bool alive, bool queued);

}  // namespace seekbench

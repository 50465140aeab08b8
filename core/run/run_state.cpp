// SPDX-License-Identifier: Apache-2.0
#include "core/run/run_state.h"

namespace seekbench {

RunState runStateOf(WorkerState state) {
    switch (state) {
        case WorkerState::Starting: return RunState::Starting;
        case WorkerState::Running: return RunState::Running;
        case WorkerState::Paused: return RunState::Paused;
        case WorkerState::Stopping: return RunState::Stopping;
        case WorkerState::Stopped: return RunState::Stopped;
        case WorkerState::Finished: return RunState::Finished;
        case WorkerState::Failed: return RunState::Failed;
    }
    return RunState::Created;
}

RunState deriveState(RunState recorded, bool alive, bool queued) {
    // A final state under a held lock is a worker that has said its last word and is about to leave: believe the word.
    if (alive) return recorded == RunState::Created ? RunState::Starting : recorded;
    if (queued && recorded != RunState::Finished) return RunState::Queued;
    if (recorded == RunState::Created || isFinal(recorded)) return recorded;
    return RunState::Interrupted;
}

}  // namespace seekbench

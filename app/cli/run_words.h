// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/run/run_progress.h"

namespace seekbench {

// What there is to say about the state of a run.
struct RunSituation {
    std::string id;
    RunState state = RunState::Created;
    std::string reason, advice;  // the worker's own
    std::int64_t step = 0, totalSteps = 0;
};

// The situation now of a run whose journal says `progress`.
RunSituation situationOf(const RunFolder& folder, const RunProgress& progress);

// One sentence: "It was interrupted at step 812 of 4,690: its worker was killed or crashed."
std::string stateSentence(const RunSituation& situation);
// What the user can do next, with the command to type: "Continue it with: seekbench-cli resume 2026…". Ends without a full stop,
// so that the command can be copied.
std::string nextStep(const RunSituation& situation);

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace seekbench {

// seekbench-worker plan EXPERIMENT ROUNDS: how the compiled engine would compute an experiment, as one JSON object on the standard output
// (see gpu/executor/plan_summary.h). The experiment has its composites in it. Exit code 0, or 2 with a sentence on the standard error.
int planCommand(const char* experimentFile, const char* rounds);

}  // namespace seekbench

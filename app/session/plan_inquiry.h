// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>

#include "core/base/json.h"
#include "core/experiment/experiment.h"
#include "core/experiment/kernel_plan.h"

namespace seekbench {

// Asks a worker what plan the compiled engine makes of an experiment: the JSON of gpu/executor/plan_summary.h. With `rounds` > 0 it also
// takes the times. Waits until it is built, at most two minutes. Errors: no worker, what the worker refuses, a stop.
Result<Json> askPlan(const Experiment& experiment, int rounds = 0, const std::stop_token& stop = {});
Result<KernelPlan> askKernelPlan(const Experiment& experiment, const std::stop_token& stop);

}  // namespace seekbench

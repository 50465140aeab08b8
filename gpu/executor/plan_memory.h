// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/experiment/memory_forecast.h"
#include "gpu/executor/plan.h"

namespace seekbench::executor {

// What a training step holds at its peak when this plan computes it: a plan lies in one block of memory, so what there is of it is exact;
// beside it come batch, output and loss. `model` is the one that the plan was built for, `byOperators` the forecast of the experiment for
// the reference engine, from which batch and optimizer are taken.
MemoryTable memoryOf(const Plan& plan, Weights& weights, const Model& model, const Experiment& experiment,
                     const MemoryForecast& byOperators);

}  // namespace seekbench::executor

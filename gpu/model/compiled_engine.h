// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/run/memory_table.h"
#include "gpu/model/engine.h"

namespace seekbench {

// What was measured to choose between kernels; see executor::Choices.
using KernelChoices = std::map<std::string, std::string, std::less<>>;

struct CompiledOptions {
    KernelChoices known;
    // Called when a plan was built that had to measure, with all that is known then.
    std::function<void(const KernelChoices&)> keep;
    // Called once, with what a training step will hold at its peak.
    std::function<void(const MemoryTable&)> tellMemory;
};

// A static plan of fused kernels instead of autograd (gpu/executor), with the initial weights that the reference engine would draw: the
// generator is left alike. Errors (Unsupported): a node without a kernel, a setting that it does not know, each with its reason.
Result<std::unique_ptr<Engine>> makeCompiledEngine(const Experiment& experiment, const std::vector<std::int64_t>& classCounts = {},
                                                   CompiledOptions options = {});

// What plan such an engine would make, as JSON; see executor::planSummary().
Result<std::string> describePlan(const Experiment& experiment, KernelChoices& choices, int rounds);

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace seekbench {

// With which kernels the compiled engine computes an experiment (docs/engine.md), as a worker says it.
struct KernelPlan {
    struct Kernel {
        std::vector<std::string> paths;  // of the nodes that it computes, in their order
        std::string name;                // "jit:avx2, blocked: direct, direct, direct"
        std::int64_t kept = 0;           // bytes for the way back, the output with them
        bool operator==(const Kernel&) const = default;
    };
    std::string reason;  // why the reference engine computes instead; empty: there is a plan
    std::int64_t batch = 0, memory = 0;
    std::vector<Kernel> kernels;
    bool operator==(const KernelPlan&) const = default;

    bool isCompiled() const { return reason.empty(); }
    std::int64_t layers() const;
    // Those that compute the node with this path or a node in it. The numbers of repetitions may be left out.
    std::vector<const Kernel*> of(std::string_view path) const;
};

// From the JSON text of gpu/executor/plan_summary.h. Errors: Corrupt where it is something else.
Result<KernelPlan> kernelPlanFromText(std::string_view text);

}  // namespace seekbench

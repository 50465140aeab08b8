// SPDX-License-Identifier: Apache-2.0
#include "core/experiment/kernel_plan.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/json.h"
#include "core/trace/analysis/filter.h"

namespace seekbench {

std::int64_t KernelPlan::layers() const {
    std::int64_t count = 0;
    for (const Kernel& kernel : kernels) count += std::ssize(kernel.paths);
    return count;
}

std::vector<const KernelPlan::Kernel*> KernelPlan::of(std::string_view path) const {
    std::vector<const Kernel*> found;
    for (const Kernel& kernel : kernels)
        if (std::ranges::any_of(kernel.paths, [&](const std::string& node) { return liesIn(node, path); })) found.push_back(&kernel);
    return found;
}

Result<KernelPlan> kernelPlanFromText(std::string_view text) {
    const auto parsed = parseJson(text);
    if (!parsed) return parsed.error();
    const Json& json = *parsed;
    KernelPlan plan;
    try {
        if (!json.at("compiled").get<bool>()) {
            plan.reason = json.at("reason").get<std::string>();
            return plan;
        }
        plan.batch = json.at("batch").get<std::int64_t>();
        plan.memory = json.at("memory").get<std::int64_t>();
        for (const Json& node : json.at("nodes"))
            plan.kernels.push_back({node.at("paths").get<std::vector<std::string>>(), node.at("kernel").get<std::string>(),
                                    node.at("kept").get<std::int64_t>()});
    } catch (const Json::exception&) {
        return Error(ErrorCode::Corrupt, say("The worker answered something else than a plan."),
                     say("Worker and window must be of the same version; install both anew."));
    }
    return plan;
}

}  // namespace seekbench

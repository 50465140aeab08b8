// SPDX-License-Identifier: Apache-2.0
#include "gpu/executor/plan_summary.h"

#include <algorithm>
#include <chrono>

#include <nlohmann/json.hpp>

#include "core/base/json.h"
#include "gpu/executor/plan_memory.h"

namespace seekbench::executor {

std::optional<Message> settingNotPlanned(const Experiment& experiment) {
    const TrainingSettings& training = experiment.training;
    if (training.device != "cpu") return say("it computes on the processor only");
    if (training.precision != Precision::Float32) return say("it computes in fp32 only");
    if (!training.frozen.empty()) return say("it has no frozen layers");
    if (experiment.optimizer.kind == "adafactor") return say("Adafactor needs weights in rows and columns, and its weights lie in blocks");
    return std::nullopt;
}

Result<std::string> planSummary(const Experiment& experiment, Choices& choices, int rounds) {
    const auto refused = [](const Message& reason) { return canonicalJson({{"compiled", false}, {"reason", reason.english()}}); };
    if (const auto setting = settingNotPlanned(experiment)) return refused(*setting);
    const std::int64_t batch =
        std::max<std::int64_t>(1, experiment.training.batchSize / std::max<std::int64_t>(1, experiment.training.accumulation));
    const auto model = expand(experiment.graph, experiment.library, {{"batch", batch}});
    if (!model) return Error(ErrorCode::InvalidInput, model.error().front().message, say("Check the experiment."));
    Weights weights;
    std::shared_ptr<Arena> arena;
    const auto begun = std::chrono::steady_clock::now();
    const auto plan = Plan::build(*model, batch, weights, dnnl::engine(dnnl::engine::kind::cpu, 0), arena, choices);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    if (!plan) return refused(plan.error().what());
    Json nodes = Json::array();
    for (const PlanRow& row : (*plan)->rows(rounds)) {
        Json operators = Json::array();
        for (const std::string& path : row.paths) operators.push_back(model->find(path)->op->id);
        nodes.push_back({{"paths", row.paths},
                         {"operators", operators},
                         {"kernel", row.choice},
                         {"kept", row.savedBytes},
                         {"forward", row.forwardSeconds},
                         {"backward", row.backwardSeconds}});
    }
    Json summary{
        {"compiled", true}, {"batch", batch}, {"memory", (*plan)->memoryBytes()}, {"seconds", seconds}, {"nodes", std::move(nodes)}};
    if (const auto byOperators = forecastMemory(experiment))
        if (auto forecast = parseJson(memoryToText({0, memoryOf(**plan, weights, *model, experiment, *byOperators)})))
            summary["forecast"] = std::move(*forecast);
    return canonicalJson(summary);
}

}  // namespace seekbench::executor

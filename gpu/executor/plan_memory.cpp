// SPDX-License-Identifier: Apache-2.0
#include "gpu/executor/plan_memory.h"

#include <map>

#include "core/experiment/loss_memory.h"
#include "core/experiment/task.h"

namespace seekbench::executor {

MemoryTable memoryOf(const Plan& plan, Weights& weights, const Model& model, const Experiment& experiment,
                     const MemoryForecast& byOperators) {
    std::map<std::string, MemoryBytes, std::less<>> layers;
    for (const Weight& weight : weights.weights()) {
        MemoryBytes& bytes = layers[weight.name.substr(0, weight.name.find('.'))];
        bytes[MemoryCategory::Parameters] += static_cast<std::int64_t>(weight.layout.get_size());
        bytes[MemoryCategory::Gradients] += static_cast<std::int64_t>(weight.layout.get_size());
    }
    for (const HeldMemory& held : plan.heldAtPeak()) layers[held.path][held.category] += static_cast<std::int64_t>(held.bytes);
    for (const MemoryTable::Row& row : byOperators.table.rows)
        for (const MemoryCategory category : {MemoryCategory::Optimizer, MemoryCategory::Input})
            if (row.bytes[category] != 0) layers[row.path][category] += row.bytes[category];

    // LibTorch computes the loss, from a copy of the output, and its gradient.
    const Sizes& output = plan.outputSizes(0);
    std::int64_t count = 1;
    for (const std::int64_t size : output) count *= size;
    const auto sample = sampleOf(experiment);
    const LossMemory loss = sample ? lossMemory(experiment.loss, output, sample->targetKind) : LossMemory();
    constexpr std::int64_t kFloat = sizeof(float);
    layers[""][MemoryCategory::Activations] += (count + loss.kept) * kFloat;
    layers[""][MemoryCategory::Workspace] += (count + std::max(loss.forward, loss.backward)) * kFloat;

    MemoryTable table;
    const auto take = [&](const std::string& path) {
        if (const auto found = layers.find(path); found != layers.end()) {
            table.total += found->second;
            table.rows.push_back({path, found->second});
            layers.erase(found);
        }
    };
    for (const FlatNode& node : model.nodes) take(node.path);
    const MemoryBytes rest = layers[""];
    layers.erase("");
    while (!layers.empty()) take(layers.begin()->first);
    layers[""] = rest;
    take("");
    return table;
}

}  // namespace seekbench::executor

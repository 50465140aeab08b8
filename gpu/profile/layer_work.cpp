// SPDX-License-Identifier: Apache-2.0
#include "gpu/profile/layer_work.h"

#include <algorithm>
#include <optional>

#include "core/experiment/training_check.h"
#include "core/operators/cost.h"

namespace seekbench {
namespace {

// The numbers of all tensors; nothing when a size is not known.
std::optional<double> numbersOf(const std::vector<TensorType>& types, std::vector<Sizes>& sizes) {
    double numbers = 0;
    for (const TensorType& type : types) {
        const auto known = integers(type.shape);
        if (!known) return std::nullopt;
        sizes.push_back(*known);
        numbers += static_cast<double>(elements(*known));
    }
    return numbers;
}

}  // namespace

std::vector<ProfiledLayer> profiledLayers(const Experiment& experiment) {
    const TrainingSettings& training = experiment.training;
    const bool whole = training.batchSize % training.accumulation == 0;
    const auto model =
        expand(experiment.graph, experiment.library, {{"batch", std::max<std::int64_t>(1, training.batchSize / training.accumulation)}});
    if (!model) return {};
    std::vector<bool> wantsGradient(model->nodes.size());  // the outputs of a node
    std::vector<ProfiledLayer> layers;
    for (std::size_t i = 0; i < model->nodes.size(); ++i) {
        const FlatNode& node = model->nodes[i];
        ProfiledLayer& layer = layers.emplace_back(ProfiledLayer{.path = node.path, .name = std::string(node.op->id)});
        layer.type = nameOf(training.precision);
        std::vector<Sizes> inputSizes, outputSizes;
        const auto inputs = numbersOf(node.inputTypes, inputSizes), outputs = numbersOf(node.outputTypes, outputSizes);
        const auto* rule = node.op->cost.rule();
        const Cost cost = rule && inputs && outputs ? (*rule)(node.parameters, inputSizes, outputSizes) : Cost{};
        const bool passesOn = std::ranges::any_of(
            node.inputs, [&](const ValueRef& input) { return input.node >= 0 && wantsGradient[static_cast<std::size_t>(input.node)]; });
        const bool learns = cost.parameters > 0 && !isFrozen(node.path, training.frozen);
        wantsGradient[i] = passesOn || learns;
        if (!whole || !rule || !inputs || !outputs || node.inputs.empty()) continue;
        const double width = training.precision == Precision::Float32 ? 4 : 2;
        const double flops = 2.0 * static_cast<double>(cost.multiplyAdds), parameters = static_cast<double>(cost.parameters);
        layer.forwardFlops = flops;
        layer.forwardBytes = width * (*inputs + parameters + *outputs);
        if (!wantsGradient[i]) continue;
        layer.backwardFlops = flops * ((learns ? 1 : 0) + (passesOn ? 1 : 0));
        layer.backwardBytes = width * (*outputs + *inputs + parameters + (learns ? parameters : 0) + (passesOn ? *inputs : 0));
    }
    return layers;
}

}  // namespace seekbench

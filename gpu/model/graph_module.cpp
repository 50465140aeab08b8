// SPDX-License-Identifier: Apache-2.0
#include "gpu/model/graph_module.h"

#include <algorithm>
#include <cassert>

#include <ATen/ATen.h>

#include "core/experiment/training_check.h"
#include "gpu/model/precision.h"
#include "gpu/operators/catalog.h"
#include "gpu/training/tensor_memory.h"

namespace seekbench {
namespace {

std::size_t index(int number) { return static_cast<std::size_t>(number); }

void appendUnder(const std::string& path, std::vector<NamedTensor> tensors, std::vector<NamedTensor>& all) {
    for (auto& [name, tensor] : tensors) all.emplace_back(path + "." + name, std::move(tensor));
}

}  // namespace

Result<GraphModule> GraphModule::create(const Model& model) {
    GraphModule module;
    std::vector<int> firstValue;        // of each node
    std::vector<std::size_t> lastStep;  // of each value: the last step that reads it, or makes it
    for (const FlatNode& node : model.nodes) {
        const TorchOperator* half = findTorchOperator(node.op->id);
        if (half == nullptr)
            return Error(ErrorCode::Unsupported, say("The operator %1 of the node %2 cannot be trained yet.", node.op->id, node.path),
                         say("Use another operator."));
        const int memory = memoryLayer(node.path);
        Step step{.path = node.path, .memory = memory, .firstOutput = static_cast<int>(lastStep.size())};
        {
            const MemoryScope scope(MemoryCategory::Parameters, memory);
            step.layer = half->build(node.parameters);
        }
        step.single = wantsSinglePrecision(node.op->id);
        for (const ValueRef& input : node.inputs) {
            const int value = input.node < 0 ? kNothing : firstValue[index(input.node)] + input.output;
            step.inputs.push_back(value);
            if (value != kNothing) lastStep[index(value)] = module.m_steps.size();
        }
        firstValue.push_back(step.firstOutput);
        // An Output node has no output port; what it passes on is kept as its value.
        lastStep.resize(lastStep.size() + std::max<std::size_t>(1, node.outputTypes.size()), module.m_steps.size());
        const auto names = step.layer->observationNames();
        if (!names.empty()) module.m_observers.push_back(module.m_steps.size());
        for (const std::string& name : names) module.m_observationNames.push_back(node.path + "." + name);
        module.m_steps.push_back(std::move(step));
    }
    for (const int node : model.inputs) module.m_inputs.push_back(firstValue[index(node)]);
    for (const int node : model.outputs) module.m_outputs.push_back(firstValue[index(node)]);
    module.m_valueCount = lastStep.size();
    for (std::size_t value = 0; value < lastStep.size(); ++value)
        if (std::ranges::find(module.m_outputs, static_cast<int>(value)) == module.m_outputs.end())
            module.m_steps[lastStep[value]].release.push_back(static_cast<int>(value));
    return module;
}

std::vector<at::Tensor> GraphModule::forward(std::span<const at::Tensor> inputs, std::span<LayerBorder* const> borders) {
    assert(inputs.size() == m_inputs.size());
    std::vector<at::Tensor> values(m_valueCount), arguments, results;
    for (std::size_t i = 0; i < inputs.size(); ++i) values[index(m_inputs[i])] = inputs[i];
    for (const Step& step : m_steps) {
        std::vector<at::Tensor> outputs;
        if (step.inputs.empty()) {  // an Input node: its value is there
            if (borders.empty()) continue;
            outputs = {values[index(step.firstOutput)]};
        } else {
            arguments.clear();
            for (const int value : step.inputs) arguments.push_back(value == kNothing ? at::Tensor() : values[index(value)]);
            for (LayerBorder* border : borders) border->enter(step.path);
            if (step.single) toSinglePrecision(arguments);
            const MemoryScope scope(MemoryCategory::Activations, step.memory);
            outputs = step.layer->forward(arguments);
            arguments.clear();
        }
        for (LayerBorder* border : borders) border->leave(step.path, outputs);
        std::ranges::move(outputs, values.begin() + step.firstOutput);
        for (const int value : step.release) values[index(value)].reset();
    }
    for (const int value : m_outputs) results.push_back(std::move(values[index(value)]));
    return results;
}

at::Tensor GraphModule::auxiliaryLoss() const {
    at::Tensor sum;
    for (const std::size_t step : m_observers)
        if (const at::Tensor loss = m_steps[step].layer->auxiliaryLoss(); loss.defined()) sum = sum.defined() ? sum + loss : loss;
    return sum;
}

at::Tensor GraphModule::observations() const {
    std::vector<at::Tensor> all;
    for (const std::size_t step : m_observers) all.push_back(m_steps[step].layer->observations());
    return all.empty() ? at::Tensor() : at::cat(all);
}

void GraphModule::setMode(Mode mode) {
    if (mode == m_mode) return;
    // Dropout goes on inside a frozen block; what tells observations must go on telling them.
    for (Step& step : m_steps)
        step.layer->setMode(step.frozen && !step.layer->buffers().empty() && step.layer->observationNames().empty() ? Mode::Evaluation
                                                                                                                    : mode);
    m_mode = mode;
}

void GraphModule::freeze(const std::vector<std::string>& paths) {
    for (Step& step : m_steps) {
        if (!isFrozen(step.path, paths)) continue;
        step.frozen = true;
        for (auto& [name, parameter] : step.layer->parameters()) parameter.requires_grad_(false);
    }
    const Mode mode = std::exchange(m_mode, Mode::Evaluation);
    if (mode == Mode::Training) setMode(mode);
}

void GraphModule::moveTo(const at::Device& device) {
    for (Step& step : m_steps) {
        const MemoryScope scope(MemoryCategory::Parameters, step.memory);
        step.layer->moveTo(device);
    }
}

std::vector<NamedTensor> GraphModule::parameters() const {
    std::vector<NamedTensor> all;
    for (const Step& step : m_steps)
        if (!step.frozen) appendUnder(step.path, step.layer->parameters(), all);
    return all;
}

std::vector<NamedTensor> GraphModule::weights() const {
    std::vector<NamedTensor> all;
    for (const Step& step : m_steps) {
        appendUnder(step.path, step.layer->parameters(), all);
        appendUnder(step.path, step.layer->buffers(), all);
    }
    return all;
}

}  // namespace seekbench

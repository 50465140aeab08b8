// SPDX-License-Identifier: Apache-2.0
#include <map>

#include <ATen/ATen.h>

#include "gpu/losses/loss.h"
#include "gpu/metrics/metric_accumulator.h"
#include "gpu/model/engine.h"
#include "gpu/model/graph_module.h"
#include "gpu/training/device.h"
#include "gpu/training/optimizer.h"
#include "gpu/training/tensor_memory.h"
#include "gpu/training/torch_error.h"

namespace seekbench {
namespace {

// The layer that a parameter, or what the optimizer remembers of it, belongs to: "block/conv1" of "block/conv1.weight.exp_avg".
int memoryLayerOf(std::string_view name) { return memoryLayer(name.substr(0, name.find('.'))); }

// Copies `source` into the tensors of the same names; checks everything before the first is written.
Result<void> copyByName(const std::vector<NamedTensor>& source, const std::vector<NamedTensor>& target) {
    std::map<std::string_view, at::Tensor> byName;
    for (const auto& [name, tensor] : source) byName[name] = tensor;
    for (const auto& [name, tensor] : target) {
        const auto found = byName.find(name);
        if (found == byName.end()) return Error(ErrorCode::InvalidInput, say("The tensor %1 is missing.", name));
        if (found->second.sizes() != tensor.sizes() || found->second.scalar_type() != tensor.scalar_type())
            return Error(ErrorCode::InvalidInput, say("The tensor %1 has another shape or element type than the model wants.", name));
    }
    if (byName.size() != target.size() || source.size() != target.size())
        return Error(ErrorCode::InvalidInput, say("There are %1 tensors where the model has %2.", source.size(), target.size()));
    at::NoGradGuard noGradient;
    for (const auto& [name, tensor] : target) tensor.copy_(byName[name]);
    return {};
}

void feed(std::span<const std::unique_ptr<MetricAccumulator>> metrics, const at::Tensor& output, const at::Tensor& target) {
    for (const auto& metric : metrics) metric->add(output, target);
}

class ReferenceEngine final : public Engine {
public:
    // `parameters`: those of the module and of the loss, which the optimizer updates.
    ReferenceEngine(GraphModule module, std::unique_ptr<Loss> loss, std::unique_ptr<Optimizer> optimizer,
                    std::vector<NamedTensor> parameters)
        : m_module(std::move(module)), m_loss(std::move(loss)), m_optimizer(std::move(optimizer)), m_parameters(std::move(parameters)) {
        for (const auto& [name, parameter] : m_parameters) m_memoryLayers.push_back(memoryLayerOf(name));
    }

    std::vector<std::string> observationNames() const override { return m_module.observationNames(); }

    StepResult trainStep(const std::vector<at::Tensor>& inputs, const at::Tensor& target, double learningRateFactor,
                         std::span<const std::unique_ptr<MetricAccumulator>> metrics) override {
        m_module.setMode(Mode::Training);
        const at::Tensor output = m_module.forward(inputs).front();
        const at::Tensor loss = lossOf(output, target);
        const at::Tensor auxiliary = m_module.auxiliaryLoss();
        (auxiliary.defined() ? loss + auxiliary : loss).backward();
        bookGradients();
        StepResult result{loss.detach(), update(learningRateFactor), m_module.observations()};
        // Letting go is cheaper than zeroing: autograd then hands its own tensors over instead of adding to ours, and the next step gets
        // the memory back while it is still in the cache.
        for (const auto& [name, parameter] : m_parameters) parameter.mutable_grad().reset();
        feed(metrics, output.detach(), target);
        return result;
    }

    at::Tensor evaluate(const std::vector<at::Tensor>& inputs, const at::Tensor& target,
                        std::span<const std::unique_ptr<MetricAccumulator>> metrics) override {
        at::NoGradGuard noGradient;
        m_module.setMode(Mode::Evaluation);
        const at::Tensor output = m_module.forward(inputs).front();
        feed(metrics, output, target);
        return m_loss->mean(output, target);
    }

    std::vector<at::Tensor> predict(const std::vector<at::Tensor>& inputs) override {
        at::NoGradGuard noGradient;
        m_module.setMode(Mode::Evaluation);
        return m_module.forward(inputs);
    }

    std::vector<NamedTensor> weights() override {
        auto weights = live();
        for (auto& [name, tensor] : weights) tensor = tensor.detach();  // shares the memory, not the gradient
        return weights;
    }
    std::vector<NamedTensor> optimizerState() override { return m_optimizer->state(); }
    Result<void> loadWeights(const std::vector<NamedTensor>& weights) override { return copyByName(weights, live()); }
    Result<void> loadOptimizerState(const std::vector<NamedTensor>& state) override { return copyByName(state, m_optimizer->state()); }

private:
    at::Tensor lossOf(const at::Tensor& output, const at::Tensor& target) {
        const MemoryScope scope(MemoryCategory::Activations);
        return m_loss->mean(output, target);
    }
    // Until now they were workspace like all that the way back has allocated.
    void bookGradients() const {
        for (std::size_t i = 0; i < m_parameters.size(); ++i)
            bookMemory(m_parameters[i].second.grad(), MemoryCategory::Gradients, m_memoryLayers[i]);
    }
    at::Tensor update(double learningRateFactor) {
        const MemoryScope scope(MemoryCategory::Optimizer);
        return m_optimizer->step(learningRateFactor);
    }

    std::vector<NamedTensor> live() {
        auto all = m_module.weights();
        for (NamedTensor& learned : m_loss->parameters()) all.push_back(std::move(learned));
        return all;
    }

    GraphModule m_module;
    std::unique_ptr<Loss> m_loss;
    std::unique_ptr<Optimizer> m_optimizer;
    std::vector<NamedTensor> m_parameters;
    std::vector<int> m_memoryLayers;  // of the parameters, in the ledger of this thread
};

Result<std::unique_ptr<Engine>> make(const Experiment& experiment, const std::vector<std::int64_t>& classCounts) {
    const auto device = TrainingDevice::open(experiment.training.device);
    if (!device) return device.error();
    const auto model = expand(experiment.graph, experiment.library);
    if (!model) return Error(ErrorCode::InvalidInput, model.error().front().message, say("Check the experiment."));
    auto loss = makeLoss(experiment.loss, classCounts);
    if (!loss) return loss.error();
    (*loss)->moveTo(device->torch());
    auto module = GraphModule::create(*model);
    if (!module) return module.error();
    module->moveTo(device->torch());
    auto parameters = module->parameters();
    for (NamedTensor& learned : (*loss)->parameters()) parameters.push_back(std::move(learned));
    auto optimizer = makeOptimizer(experiment.optimizer, parameters);
    if (!optimizer) return optimizer.error();
    for (const auto& [name, state] : (*optimizer)->state()) bookMemory(state, MemoryCategory::Optimizer, memoryLayerOf(name));
    std::unique_ptr<Engine> engine =
        std::make_unique<ReferenceEngine>(std::move(*module), std::move(*loss), std::move(*optimizer), std::move(parameters));
    return engine;
}

}  // namespace

Result<std::unique_ptr<Engine>> makeReferenceEngine(const Experiment& experiment, const std::vector<std::int64_t>& classCounts) {
    try {
        auto engine = make(experiment, classCounts);
        if (!engine) return engine.error().in(say("setting up the model"));
        return engine;
    } catch (const std::exception& problem) {
        return errorFrom(problem).in(say("setting up the model"));
    }
}

}  // namespace seekbench

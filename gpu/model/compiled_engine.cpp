// SPDX-License-Identifier: Apache-2.0
#include <map>

#include <ATen/ATen.h>

#include "gpu/executor/plan.h"
#include "gpu/kernels/counter_dropout.h"
#include "gpu/losses/loss.h"
#include "gpu/metrics/metric_accumulator.h"
#include "gpu/model/engine.h"
#include "gpu/model/graph_module.h"
#include "gpu/training/optimizer.h"
#include "gpu/training/torch_error.h"

namespace seekbench {
namespace {

using executor::Layout;
using executor::Pass;
using executor::Plan;
using executor::Weight;

at::Tensor view(float* data, at::IntArrayRef sizes) { return at::from_blob(data, sizes, at::kFloat); }

void convert(const dnnl::engine& engine, const Layout& from, const void* source, const Layout& to, void* destination) {
    dnnl::stream stream(engine);
    dnnl::memory source_memory(from, engine, const_cast<void*>(source)), destination_memory(to, engine, destination);
    dnnl::reorder(source_memory, destination_memory).execute(stream, source_memory, destination_memory);
    stream.wait();
}

// Everything of an experiment that the compiled engine does not do yet, as a sentence; nothing when there is none.
std::optional<Message> notCompiled(const Experiment& experiment) {
    const TrainingSettings& training = experiment.training;
    if (training.device != "cpu") return say("it computes on the processor only");
    if (training.precision != Precision::Float32) return say("it computes in fp32 only");
    if (training.accumulation != 1) return say("it computes a batch in one part");
    if (training.gradientClip != 0) return say("it does not clip gradients");
    if (training.averageDecay != 0) return say("it does not average weights");
    if (!training.frozen.empty()) return say("it has no frozen layers");
    if (training.overflowAtStep != 0 || training.detectAnomalies) return say("it does not look for anomalies");
    return std::nullopt;
}

// Computes with plans of fused kernels instead of autograd; one plan for each size of a batch, all on the same weights. The loss is
// LibTorch's: it sees the outputs only.
class CompiledEngine final : public Engine {
public:
    CompiledEngine(Experiment experiment, std::unique_ptr<Loss> loss)
        : m_experiment(std::move(experiment)), m_loss(std::move(loss)), m_dnnl(dnnl::engine::kind::cpu, 0) {}

    // Builds the plan of the experiment's batch, and takes the initial weights of `module`, so that both engines start alike.
    Result<void> begin(const GraphModule& module) {
        if (auto plan = planFor(m_experiment.training.batchSize); !plan) return plan.error();
        std::vector<NamedTensor> parameters;
        for (const auto& [name, tensor] : module.weights()) {
            m_sizes.emplace_back(name, tensor.sizes().vec());
            if (auto loaded = write(name, tensor); !loaded) return loaded;
        }
        for (const auto& [name, tensor] : module.parameters()) {
            Weight* weight = m_weights.find(name);
            if (weight == nullptr) return Error(ErrorCode::Failed, say("The plan has no weight %1.", name));
            at::Tensor live = view(weight->data, {weight->stored()});
            live.set_requires_grad(true);
            live.mutable_grad() = view(weight->gradient, {weight->stored()});
            parameters.emplace_back(name, live);
        }
        m_learnedByLoss = m_loss->parameters();
        for (const NamedTensor& learned : m_learnedByLoss) parameters.push_back(learned);
        auto optimizer = makeOptimizer(m_experiment.optimizer, parameters);
        if (!optimizer) return optimizer.error();
        m_optimizer = std::move(*optimizer);
        return {};
    }

    StepResult trainStep(const std::vector<at::Tensor>& inputs, const at::Tensor& target, double learningRateFactor,
                         std::span<const std::unique_ptr<MetricAccumulator>> metrics) override {
        Plan& plan = run(inputs, Pass::Training);
        at::Tensor output = outputOf(plan, 0).set_requires_grad(true);
        const at::Tensor loss = m_loss->mean(output, target);
        loss.backward();
        view(plan.outputGradient(0), output.sizes()).copy_(output.grad());
        plan.backward();
        StepResult result{loss.detach(), m_optimizer->step(learningRateFactor)};
        for (const auto& [name, parameter] : m_learnedByLoss) parameter.mutable_grad().reset();
        for (auto& [name, counter] : m_counters) counter += 1;
        for (const auto& metric : metrics) metric->add(output.detach(), target);
        return result;
    }

    at::Tensor evaluate(const std::vector<at::Tensor>& inputs, const at::Tensor& target,
                        std::span<const std::unique_ptr<MetricAccumulator>> metrics) override {
        at::NoGradGuard noGradient;
        const at::Tensor output = outputOf(run(inputs, Pass::Evaluation), 0);
        for (const auto& metric : metrics) metric->add(output, target);
        return m_loss->mean(output, target);
    }

    std::vector<at::Tensor> predict(const std::vector<at::Tensor>& inputs) override {
        at::NoGradGuard noGradient;
        return {outputOf(run(inputs, Pass::Evaluation), 0)};
    }

    std::vector<NamedTensor> weights() override {
        std::vector<NamedTensor> all;
        for (const auto& [name, sizes] : m_sizes) all.emplace_back(name, read(name, sizes));
        for (const auto& [name, tensor] : m_learnedByLoss) all.emplace_back(name, tensor.detach());
        return all;
    }

    std::vector<NamedTensor> optimizerState() override {
        std::vector<NamedTensor> state;
        for (const auto& [name, live] : m_optimizer->state()) {
            const auto [weight, sizes] = ownerOf(name, live);
            state.emplace_back(name, weight ? plainOf(*weight, live.data_ptr<float>(), sizes) : live);
        }
        return state;
    }

    Result<void> loadWeights(const std::vector<NamedTensor>& weights) override {
        if (auto same = fits(weights, this->weights()); !same) return same;
        at::NoGradGuard noGradient;
        for (const auto& [name, tensor] : weights)
            if (auto written = write(name, tensor); !written) return written;
        return {};
    }

    Result<void> loadOptimizerState(const std::vector<NamedTensor>& state) override {
        if (auto same = fits(state, optimizerState()); !same) return same;
        at::NoGradGuard noGradient;
        std::map<std::string_view, at::Tensor> byName;
        for (const auto& [name, tensor] : state) byName[name] = tensor;
        for (const auto& [name, live] : m_optimizer->state()) {
            const auto [weight, sizes] = ownerOf(name, live);
            if (weight)
                convert(m_dnnl, weight->plain, byName[name].contiguous().data_ptr(), weight->layout, live.data_ptr());
            else
                live.copy_(byName[name]);
        }
        return {};
    }

private:
    Result<Plan*> planFor(std::int64_t batch) {
        if (const auto known = m_plans.find(batch); known != m_plans.end()) return known->second.get();
        const auto model = expand(m_experiment.graph, m_experiment.library, {{"batch", batch}});
        if (!model) return Error(ErrorCode::InvalidInput, model.error().front().message, say("Check the experiment."));
        if (model->outputs.size() != 1) return Error(ErrorCode::Unsupported, say("The compiled engine computes one output."));
        auto plan = Plan::build(*model, batch, m_weights, m_dnnl);
        if (!plan) return plan.error();
        return m_plans.emplace(batch, std::move(*plan)).first->second.get();
    }

    Plan& run(const std::vector<at::Tensor>& inputs, Pass pass) {
        auto plan = planFor(inputs.front().size(0));
        if (!plan) throw std::runtime_error(plan.error().english());  // becomes the step's error
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            const executor::Tensor& input = (*plan)->input(i);
            at::from_blob(input.data->data, inputs[i].sizes(), input.isWhole() ? at::kInt : at::kFloat).copy_(inputs[i]);
        }
        if (pass == Pass::Training)
            for (std::uint64_t& seed : (*plan)->seeds()) seed = drawSeed();
        (*plan)->forward(pass);
        return **plan;
    }

    static at::Tensor outputOf(const Plan& plan, std::size_t index) {
        return view(const_cast<float*>(plan.output(index)), plan.outputSizes(index)).clone();
    }

    at::Tensor plainOf(const Weight& weight, const float* data, at::IntArrayRef sizes) const {
        at::Tensor plain = at::empty(sizes, at::kFloat);
        convert(m_dnnl, weight.layout, data, weight.plain, plain.data_ptr());
        return plain;
    }

    at::Tensor read(const std::string& name, at::IntArrayRef sizes) {
        if (Weight* weight = m_weights.find(name)) return plainOf(*weight, weight->data, sizes);
        if (executor::State* state = m_weights.findState(name)) return view(state->data.data(), sizes).clone();
        return m_counters.at(name).clone();
    }

    Result<void> write(const std::string& name, const at::Tensor& tensor) {
        const at::Tensor plain = tensor.detach().contiguous();
        if (Weight* weight = m_weights.find(name)) {
            convert(m_dnnl, weight->plain, plain.data_ptr(), weight->layout, weight->data);
        } else if (executor::State* state = m_weights.findState(name)) {
            view(state->data.data(), tensor.sizes()).copy_(plain);
        } else if (tensor.scalar_type() == at::kLong) {
            m_counters.insert_or_assign(name, plain.clone());
        } else {
            for (const auto& [learned, live] : m_learnedByLoss)
                if (learned == name) return live.detach().copy_(plain), Result<void>();
            return Error(ErrorCode::Failed, say("The plan has no weight %1.", name));
        }
        return {};
    }

    // The weight that an optimizer's tensor "conv1.weight.exp_avg" is shaped like, and its sizes; nullptr for any other tensor.
    std::pair<const Weight*, at::IntArrayRef> ownerOf(const std::string& name, const at::Tensor& live) {
        if (live.scalar_type() != at::kFloat) return {nullptr, {}};
        const std::string owner = name.substr(0, name.rfind('.'));
        for (const auto& [weightName, sizes] : m_sizes)
            if (weightName == owner) return {m_weights.find(owner), sizes};
        return {nullptr, {}};
    }

    static Result<void> fits(const std::vector<NamedTensor>& given, const std::vector<NamedTensor>& wanted) {
        std::map<std::string_view, at::Tensor> byName;
        for (const auto& [name, tensor] : given) byName[name] = tensor;
        for (const auto& [name, tensor] : wanted) {
            const auto found = byName.find(name);
            if (found == byName.end()) return Error(ErrorCode::InvalidInput, say("The tensor %1 is missing.", name));
            if (found->second.sizes() != tensor.sizes() || found->second.scalar_type() != tensor.scalar_type())
                return Error(ErrorCode::InvalidInput, say("The tensor %1 has another shape or element type than the model wants.", name));
        }
        if (byName.size() != wanted.size() || given.size() != wanted.size())
            return Error(ErrorCode::InvalidInput, say("There are %1 tensors where the model has %2.", given.size(), wanted.size()));
        return {};
    }

    Experiment m_experiment;
    std::unique_ptr<Loss> m_loss;
    dnnl::engine m_dnnl;
    executor::Weights m_weights;
    std::map<std::int64_t, std::unique_ptr<Plan>> m_plans;
    std::unique_ptr<Optimizer> m_optimizer;
    std::vector<std::pair<std::string, std::vector<std::int64_t>>> m_sizes;  // of all weights and states, in the model's order
    std::map<std::string, at::Tensor, std::less<>> m_counters;  // batches that a running mean has seen; nobody computes with them
    std::vector<NamedTensor> m_learnedByLoss;
};

}  // namespace

Result<std::unique_ptr<Engine>> makeCompiledEngine(const Experiment& experiment, const std::vector<std::int64_t>& classCounts) {
    if (const auto reason = notCompiled(experiment))
        return Error(ErrorCode::Unsupported, say("The compiled engine cannot train this experiment: %1.", reason->english()),
                     say("Choose the reference engine."));
    try {
        const auto model = expand(experiment.graph, experiment.library);
        if (!model) return Error(ErrorCode::InvalidInput, model.error().front().message, say("Check the experiment."));
        auto loss = makeLoss(experiment.loss, classCounts);
        if (!loss) return loss.error();
        auto module = GraphModule::create(*model);  // draws the initial weights
        if (!module) return module.error();
        auto engine = std::make_unique<CompiledEngine>(experiment, std::move(*loss));
        if (auto begun = engine->begin(*module); !begun) return begun.error();
        return std::unique_ptr<Engine>(std::move(engine));
    } catch (const std::exception& problem) {
        return errorFrom(problem).in(say("compiling the model"));
    }
}

}  // namespace seekbench

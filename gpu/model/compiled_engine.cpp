// SPDX-License-Identifier: Apache-2.0
#include "gpu/model/compiled_engine.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include <ATen/ATen.h>

#include "gpu/executor/plan_memory.h"
#include "gpu/executor/plan_summary.h"
#include "gpu/kernels/counter_dropout.h"
#include "gpu/losses/loss.h"
#include "gpu/metrics/metric_accumulator.h"
#include "gpu/model/batch_parts.h"
#include "gpu/model/finite_watch.h"
#include "gpu/model/graph_module.h"
#include "gpu/model/layer_border.h"
#include "gpu/model/weight_update.h"
#include "gpu/profile/profile_scope.h"
#include "gpu/training/tensor_memory.h"
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
    dnnl::memory sourceMemory(from, engine, const_cast<void*>(source)), destinationMemory(to, engine, destination);
    dnnl::reorder(sourceMemory, destinationMemory).execute(stream, sourceMemory, destinationMemory);
    stream.wait();
}

bool isFinite(std::span<const float> numbers) {
    return std::ranges::all_of(numbers, [](float number) { return std::isfinite(number); });
}

// Memory of the plans and weights in the ledger of this thread.
class BookedMemory {
public:
    void add(const void* data, std::size_t bytes, MemoryCategory category, std::string_view path) {
        const at::Tensor shown = at::from_blob(const_cast<void*>(data), {static_cast<std::int64_t>(bytes)}, at::kByte);
        m_borrowed.emplace_back(shown, category);
        if (!path.empty()) bookMemory(shown, category, memoryLayer(path));
    }
    void clear() { m_borrowed.clear(); }

private:
    std::vector<BorrowedMemory> m_borrowed;
};

// Tells the profiler which layer is at work, and with which kernel.
class ProfileListener final : public Plan::Listener {
public:
    explicit ProfileListener(bool isBackward) : m_isBackward(isBackward) {}

    // nullptr: nobody profiles.
    Plan::Listener* orNothing() { return m_border ? this : nullptr; }

    void begin(const std::string& path, const std::string& kernel, const std::string& choice) override {
        if (m_isBackward)
            enterProfiledBackward(path);
        else
            m_border->enter(path);
        m_kernel.emplace(kernel, choice);
    }
    void end() override { m_kernel.reset(); }

private:
    bool m_isBackward;
    LayerBorder* m_border = profileBorder();
    std::optional<ProfileKernel> m_kernel;
};

// Computes with plans of fused kernels instead of autograd; one plan for each size of a batch, all on the same weights. The loss is
// LibTorch's: it sees the outputs only.
class CompiledEngine final : public Engine {
public:
    CompiledEngine(Experiment experiment, std::unique_ptr<Loss> loss, CompiledOptions options)
        : m_experiment(std::move(experiment)), m_loss(std::move(loss)), m_options(std::move(options)), m_dnnl(dnnl::engine::kind::cpu, 0) {}

    // Builds the plan of the experiment's batch, the only thing that can fail for want of a kernel.
    Result<void> buildPlan() {
        const std::int64_t parts = std::max<std::int64_t>(1, m_experiment.training.accumulation);
        const std::int64_t batch = std::max<std::int64_t>(1, m_experiment.training.batchSize / parts);
        auto plan = planFor(batch);
        if (!plan) return plan.error();
        const auto model = expand(m_experiment.graph, m_experiment.library, {{"batch", batch}});
        if (const auto byOperators = forecastMemory(m_experiment); byOperators && model && m_options.tellMemory)
            m_options.tellMemory(executor::memoryOf(**plan, m_weights, *model, m_experiment, *byOperators));
        return {};
    }

    // Takes the initial weights of `module`, so that both engines start alike.
    Result<void> begin(const Model& model, const GraphModule& module) {
        m_leastPart = leastPart(model);
        m_inputPath = model.nodes[static_cast<std::size_t>(model.inputs.front())].path;
        std::vector<NamedTensor> parameters, averaged;
        for (const auto& [name, tensor] : module.weights()) {
            m_sizes.emplace_back(name, tensor.sizes().vec());
            if (auto loaded = write(name, tensor); !loaded) return loaded;
            averaged.emplace_back(name, live(name));
        }
        for (const auto& [name, tensor] : module.parameters()) {
            Weight* weight = m_weights.find(name);
            if (weight == nullptr) return Error(ErrorCode::Failed, say("The plan has no weight %1.", name));
            at::Tensor parameter = live(name);
            parameter.set_requires_grad(true);
            parameter.mutable_grad() = view(weight->gradient, {weight->stored()});
            parameters.emplace_back(name, parameter);
        }
        m_learnedByLoss = m_loss->parameters();
        for (const NamedTensor& learned : m_learnedByLoss)
            for (auto* list : {&parameters, &averaged}) list->push_back(learned);
        bookWeights();
        auto update = WeightUpdate::make(m_experiment, std::move(parameters), averaged);
        if (!update) return update.error();
        m_update.emplace(std::move(*update));
        return {};
    }

    void measureGradients() override { m_update->measureGradients(); }
    std::optional<GradientSizes> takeGradientSizes() override { return m_update->takeGradientSizes(); }

    StepResult trainStep(const std::vector<at::Tensor>& inputs, const at::Tensor& target, double learningRateFactor,
                         std::span<const std::unique_ptr<MetricAccumulator>> metrics) override {
        m_update->show(WeightUpdate::Shown::Live);
        StepResult result;
        std::vector<at::Tensor> outputs;
        const auto parts = partsOf(inputs, target, m_experiment.training.accumulation, m_leastPart);
        for (const BatchPart& part : parts) {
            outputs.push_back(trainPart(part, result));
            if (endsHere(result)) break;
            if (parts.size() > 1) addGradients(outputs.size() == 1);
        }
        if (endsHere(result)) {
            result.gradientNorm = at::full({}, std::numeric_limits<double>::quiet_NaN());
        } else {
            if (parts.size() > 1) std::ranges::copy(m_sums, m_weights.gradients().begin());
            m_update->apply(learningRateFactor, result);
            if (!m_told && !std::isfinite(result.gradientNorm.item<double>())) tell(result, firstNonFiniteGradient(m_update->parameters()));
        }
        for (const auto& [name, parameter] : m_learnedByLoss) parameter.mutable_grad().reset();
        if (endsHere(result)) return result;
        const at::Tensor output = outputs.size() == 1 ? outputs.front() : at::cat(outputs);
        for (const auto& metric : metrics) metric->add(output, target);
        return result;
    }

    at::Tensor evaluate(const std::vector<at::Tensor>& inputs, const at::Tensor& target,
                        std::span<const std::unique_ptr<MetricAccumulator>> metrics) override {
        at::NoGradGuard noGradient;
        const at::Tensor output = predict(inputs).front();
        for (const auto& metric : metrics) metric->add(output, target);
        return m_loss->mean(output, target);
    }

    std::vector<at::Tensor> predict(const std::vector<at::Tensor>& inputs) override {
        at::NoGradGuard noGradient;
        m_update->show(WeightUpdate::Shown::Averaged);
        Plan& plan = planOf(inputs);
        plan.forward(Pass::Evaluation);
        std::vector<at::Tensor> outputs;
        for (std::size_t i = 0; i < plan.outputCount(); ++i) outputs.push_back(outputOf(plan, i));
        return outputs;
    }

    std::vector<NamedTensor> weights() override {
        m_update->show(WeightUpdate::Shown::Live);
        std::vector<NamedTensor> all;
        for (const auto& [name, sizes] : m_sizes) all.emplace_back(name, plainOf(name, sizes, live(name)));
        for (const auto& [name, tensor] : m_learnedByLoss) all.emplace_back(name, tensor.detach());
        return all;
    }

    std::vector<NamedTensor> optimizerState() override {
        m_update->show(WeightUpdate::Shown::Live);
        auto state = m_update->state();
        for (auto& [name, tensor] : state)
            if (const auto owner = ownerOf(name, tensor)) tensor = plainOf(owner->first, owner->second, tensor);
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
        for (const auto& [name, live] : m_update->state()) {
            if (const auto owner = ownerOf(name, live))
                take(owner->first, byName[name], live);
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
        const KernelChoices before = m_options.known;
        auto plan = Plan::build(*model, batch, m_weights, m_dnnl, m_arena, m_options.known);
        if (!plan) return plan.error();
        if (m_options.keep && m_options.known != before) m_options.keep(m_options.known);
        Plan* made = m_plans.emplace(batch, std::move(*plan)).first->second.get();
        if (made->memoryBytes() == m_arena->bytes()) bookPlan(*made);  // the largest
        return made;
    }

    // With the inputs in their places.
    Plan& planOf(const std::vector<at::Tensor>& inputs) {
        auto plan = planFor(inputs.front().size(0));
        if (!plan) throw std::runtime_error(plan.error().english());  // becomes the step's error
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            const executor::Tensor& input = (*plan)->input(i);
            if (inputs[i].sizes() != at::IntArrayRef(input.sizes))
                throw std::runtime_error("An input has other sizes than the plan of this batch was made for.");
            at::from_blob(input.data->data, inputs[i].sizes(), input.isWhole() ? at::kInt : at::kFloat).copy_(inputs[i]);
        }
        return **plan;
    }

    static at::Tensor outputOf(const Plan& plan, std::size_t index) {
        return view(const_cast<float*>(plan.output(index)), plan.outputSizes(index)).clone();
    }

    // Leaves the part's gradients with the weights, and adds its loss to the result. Returns what the model says.
    at::Tensor trainPart(const BatchPart& part, StepResult& result) {
        const bool looks = m_experiment.training.detectAnomalies;
        ProfilePhase forwardPhase(Phase::Forward);
        if (LayerBorder* profile = profileBorder()) profile->enter(m_inputPath);  // it copies the batch
        Plan& plan = planOf(part.inputs);
        for (std::uint64_t& seed : plan.seeds()) seed = drawSeed();
        std::optional<NonFiniteValue> found;
        const auto look = [&found](NonFiniteValue::What what) {
            return [&found, what](const std::string& path, std::span<const float> numbers) {
                if (!isFinite(numbers)) found = NonFiniteValue{what, path, {}};
                return !found;
            };
        };
        ProfileListener forwardListener(false);
        plan.forward(Pass::Training, looks ? look(NonFiniteValue::What::Output) : Plan::Look(), forwardListener.orNothing());
        endProfiledForward();
        for (auto& [name, counter] : m_counters) counter += 1;
        at::Tensor output = outputOf(plan, 0).set_requires_grad(true);
        forwardPhase.end();
        if (found) {
            tell(result, found);
            result.loss = at::full({}, std::numeric_limits<double>::quiet_NaN());
            return output.detach();
        }
        ProfilePhase lossPhase(Phase::Loss);

        const at::Tensor loss = lossOf(output, part.target);
        const at::Tensor weighted = part.share == 1 ? loss.detach() : loss.detach() * part.share;
        result.loss = result.loss.defined() ? result.loss + weighted : weighted;
        if (!std::isfinite(loss.item<double>()) && (looks || !m_told)) tell(result, firstInForward(part, plan));
        if (endsHere(result)) return output.detach();

        (part.share == 1 ? loss : loss * part.share).backward();
        lossPhase.end();
        const ProfilePhase backwardPhase(Phase::Backward);
        for (std::size_t i = 1; i < plan.outputCount(); ++i) view(plan.outputGradient(i), plan.outputSizes(i)).zero_();
        view(plan.outputGradient(0), output.sizes()).copy_(output.grad());
        if (looks && !output.grad().isfinite().all().item<bool>()) found = NonFiniteValue{NonFiniteValue::What::Backward, {}, {}};
        ProfileListener backwardListener(true);
        if (!found) plan.backward(looks ? look(NonFiniteValue::What::Backward) : Plan::Look(), backwardListener.orNothing());
        if (found) tell(result, found);
        return output.detach();
    }

    at::Tensor lossOf(const at::Tensor& output, const at::Tensor& target) {
        const MemoryScope scope(MemoryCategory::Activations);
        return m_loss->mean(output, target);
    }

    // Whether detectAnomalies has found what the run ends with.
    bool endsHere(const StepResult& result) const { return m_experiment.training.detectAnomalies && result.nonFinite; }
    void tell(StepResult& result, std::optional<NonFiniteValue> found) {
        m_told = true;
        if (!result.nonFinite) result.nonFinite = std::move(found);
    }

    // Computes the part once more with the same random numbers, now looking; running statistics are as before.
    std::optional<NonFiniteValue> firstInForward(const BatchPart& part, Plan& plan) {
        const auto states = m_weights.states();
        std::optional<NonFiniteValue> found = NonFiniteValue{NonFiniteValue::What::Loss, {}, {}};
        planOf(part.inputs);  // the inputs may have been overwritten
        plan.forward(Pass::Training, [&found](const std::string& path, std::span<const float> numbers) {
            if (isFinite(numbers)) return true;
            found = NonFiniteValue{NonFiniteValue::What::Output, path, {}};
            return false;
        });
        for (std::size_t i = 0; i < states.size(); ++i) std::ranges::copy(states[i].data, m_weights.states()[i].data.begin());
        return found;
    }

    void addGradients(bool first) {
        const std::span<const float> gradients = m_weights.gradients();
        if (first)
            m_sums.assign(gradients.begin(), gradients.end());
        else
            for (std::size_t i = 0; i < m_sums.size(); ++i) m_sums[i] += gradients[i];
    }

    // --- names and layouts ---

    // The numbers behind a name as the engine computes with them: a weight in its own layout, flat.
    at::Tensor live(const std::string& name) {
        if (const Weight* weight = m_weights.find(name)) return view(weight->data, {weight->stored()});
        if (executor::State* state = m_weights.findState(name)) return view(state->data.data(), state->sizes);
        return m_counters.at(name);
    }

    // A copy of `numbers`, which lie as those behind `name`, in rows.
    at::Tensor plainOf(const std::string& name, at::IntArrayRef sizes, const at::Tensor& numbers) {
        const Weight* weight = m_weights.find(name);
        if (weight == nullptr) return numbers.clone();
        at::Tensor plain = at::empty(sizes, at::kFloat);
        convert(m_dnnl, weight->layout, numbers.data_ptr(), weight->plain, plain.data_ptr());
        return plain;
    }
    // And back.
    void take(const std::string& name, const at::Tensor& plain, const at::Tensor& numbers) {
        const Weight* weight = m_weights.find(name);
        if (weight == nullptr)
            numbers.copy_(plain);
        else
            convert(m_dnnl, weight->plain, plain.contiguous().data_ptr(), weight->layout, numbers.data_ptr());
    }

    Result<void> write(const std::string& name, const at::Tensor& tensor) {
        if (m_weights.find(name) || m_weights.findState(name)) {
            take(name, tensor.detach(), live(name));
        } else if (tensor.scalar_type() == at::kLong) {
            const auto counter = m_counters.find(name);
            if (counter == m_counters.end())
                m_counters.emplace(name, tensor.detach().clone());
            else
                counter->second.copy_(tensor);
        } else {
            const auto learned = std::ranges::find(m_learnedByLoss, name, &NamedTensor::first);
            if (learned == m_learnedByLoss.end()) return Error(ErrorCode::Failed, say("The plan has no weight %1.", name));
            learned->second.detach().copy_(tensor);
        }
        return {};
    }

    // The weight that a tensor of the update, such as "conv1.weight.exp_avg" or "ema.conv1.weight", lies like, and its sizes.
    std::optional<std::pair<std::string, std::vector<std::int64_t>>> ownerOf(const std::string& name, const at::Tensor& tensor) {
        constexpr std::string_view kAverage = "ema.";
        const std::string owner = name.starts_with(kAverage) ? name.substr(kAverage.size()) : name.substr(0, name.rfind('.'));
        const Weight* weight = m_weights.find(owner);
        const auto known = std::ranges::find(m_sizes, owner, &std::pair<std::string, std::vector<std::int64_t>>::first);
        if (weight == nullptr || known == m_sizes.end() || tensor.numel() != weight->stored()) return std::nullopt;
        return *known;
    }

    // --- books ---

    void bookWeights() {
        for (const Weight& weight : m_weights.weights()) {
            const std::string path = weight.name.substr(0, weight.name.find('.'));
            m_booked.add(weight.data, weight.layout.get_size(), MemoryCategory::Parameters, path);
            m_booked.add(weight.gradient, weight.layout.get_size(), MemoryCategory::Gradients, path);
        }
    }
    void bookPlan(const Plan& plan) {
        m_bookedPlan.clear();
        for (const executor::HeldMemory& held : plan.heldAtPeak()) m_bookedPlan.add(held.data, held.bytes, held.category, held.path);
    }

    Experiment m_experiment;
    std::unique_ptr<Loss> m_loss;
    CompiledOptions m_options;
    dnnl::engine m_dnnl;
    executor::Weights m_weights;
    std::shared_ptr<executor::Arena> m_arena;
    std::map<std::int64_t, std::unique_ptr<Plan>> m_plans;
    std::optional<WeightUpdate> m_update;
    std::int64_t m_leastPart = 1;
    std::string m_inputPath;                                                 // of the first Input node
    std::vector<std::pair<std::string, std::vector<std::int64_t>>> m_sizes;  // of all weights and states, in the model's order
    std::map<std::string, at::Tensor, std::less<>> m_counters;  // batches that a running mean has seen; nobody computes with them
    std::vector<NamedTensor> m_learnedByLoss;
    std::vector<float> m_sums;  // of the gradients of the parts of a batch
    bool m_told = false;        // of a number that is not finite
    BookedMemory m_booked, m_bookedPlan;
};

}  // namespace

Result<std::string> describePlan(const Experiment& experiment, KernelChoices& choices, int rounds) {
    return withoutExceptions([&] { return executor::planSummary(experiment, choices, rounds); });
}

Result<std::unique_ptr<Engine>> makeCompiledEngine(const Experiment& experiment, const std::vector<std::int64_t>& classCounts,
                                                   CompiledOptions options) {
    if (const auto reason = executor::settingNotPlanned(experiment))
        return Error(ErrorCode::Unsupported, say("The compiled engine cannot train this experiment: %1.", reason->english()),
                     say("Choose the reference engine."));
    try {
        const auto model = expand(experiment.graph, experiment.library);
        if (!model) return Error(ErrorCode::InvalidInput, model.error().front().message, say("Check the experiment."));
        auto loss = makeLoss(experiment.loss, classCounts);
        if (!loss) return loss.error();
        auto engine = std::make_unique<CompiledEngine>(experiment, std::move(*loss), std::move(options));
        if (auto built = engine->buildPlan(); !built) return built.error();
        auto module = GraphModule::create(*model);  // draws the initial weights
        if (!module) return module.error();
        if (auto begun = engine->begin(*model, *module); !begun) return begun.error();
        return std::unique_ptr<Engine>(std::move(engine));
    } catch (const std::exception& problem) {
        return errorFrom(problem).in(say("compiling the model"));
    }
}

}  // namespace seekbench

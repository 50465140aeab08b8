// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <utility>

#include <ATen/ATen.h>

#include "gpu/losses/loss.h"
#include "gpu/metrics/metric_accumulator.h"
#include "gpu/model/engine.h"
#include "gpu/model/finite_watch.h"
#include "gpu/model/graph_module.h"
#include "gpu/model/precision.h"
#include "gpu/training/device.h"
#include "gpu/training/gradients.h"
#include "gpu/training/loss_scaler.h"
#include "gpu/training/optimizer.h"
#include "gpu/training/tensor_memory.h"
#include "gpu/training/torch_error.h"
#include "gpu/training/weight_average.h"

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

// What the engine is made of besides the model and its loss.
struct EngineParts {
    std::unique_ptr<Optimizer> optimizer;
    std::vector<NamedTensor> parameters;  // those of the module and of the loss that learn, which the optimizer updates
    std::unique_ptr<LossScaler> scaler;   // nullptr: gradients are as they are
    std::unique_ptr<WeightAverage> average;
    std::int64_t leastPart = 1;  // samples that the model needs at once
    TrainingSettings settings;
    c10::Device device{c10::DeviceType::CPU};
};

// A batch, or a part of it.
struct Part {
    std::vector<at::Tensor> inputs;
    at::Tensor target;
    double share = 1;  // of the samples
};

// None has fewer than `least` samples, unless the batch has.
std::vector<Part> partsOf(const std::vector<at::Tensor>& inputs, const at::Tensor& target, std::int64_t parts, std::int64_t least) {
    const std::int64_t samples = inputs.front().size(0);
    parts = std::min(parts, samples / least);
    if (parts <= 1) return {{inputs, target}};
    std::vector<Part> all;
    for (std::int64_t i = 0; i < parts; ++i) {
        const std::int64_t begin = i * samples / parts, end = (i + 1) * samples / parts;
        Part part{
            {}, target.defined() ? target.slice(0, begin, end) : target, static_cast<double>(end - begin) / static_cast<double>(samples)};
        for (const at::Tensor& input : inputs) part.inputs.push_back(input.slice(0, begin, end));
        all.push_back(std::move(part));
    }
    return all;
}

// Metrics and losses are not made for other types.
at::Tensor inSinglePrecision(const at::Tensor& output) {
    return output.scalar_type() == at::kHalf || output.scalar_type() == at::kBFloat16 ? output.to(at::kFloat) : output;
}

// 0-dimensional, on the CPU: nothing waits.
bool isFiniteNow(const at::Tensor& number) { return std::isfinite(number.item<double>()); }

// Adds terms of a sum, the first without a copy.
void accumulate(at::Tensor& sum, const at::Tensor& term, double share) {
    if (!term.defined()) return;
    const at::Tensor weighted = share == 1 ? term : term * share;
    sum = sum.defined() ? sum + weighted : weighted;
}

class ReferenceEngine final : public Engine {
public:
    ReferenceEngine(GraphModule module, std::unique_ptr<Loss> loss, EngineParts parts)
        : m_module(std::move(module)),
          m_loss(std::move(loss)),
          m_parts(std::move(parts)),
          m_precision(m_parts.settings.precision, m_parts.device) {
        for (const auto& [name, parameter] : m_parts.parameters) m_memoryLayers.push_back(memoryLayerOf(name));
        if (!m_precision.isImitated()) return;
        // What half-precision kernels would give back for the weights is rounded like what they give back for the layer before.
        for (const auto& [name, parameter] : m_parts.parameters)
            parameter.register_hook([](const at::Tensor& gradient) { return gradient.to(at::kHalf).to(gradient.scalar_type()); });
    }

    std::vector<std::string> observationNames() const override { return m_module.observationNames(); }
    bool scalesLoss() const override { return m_parts.scaler != nullptr; }
    void measureGradients() override { m_measuresGradients = true; }
    std::optional<GradientSizes> takeGradientSizes() override { return std::exchange(m_gradientSizes, std::nullopt); }

    StepResult trainStep(const std::vector<at::Tensor>& inputs, const at::Tensor& target, double learningRateFactor,
                         std::span<const std::unique_ptr<MetricAccumulator>> metrics) override {
        showWeights(Weights::Live);
        m_module.setMode(Mode::Training);
        StepResult result;
        std::vector<at::Tensor> outputs;
        for (const Part& part : partsOf(inputs, target, m_parts.settings.accumulation, m_parts.leastPart)) {
            outputs.push_back(trainPart(part, result));
            if (endsHere(result)) break;
        }
        if (endsHere(result))
            result.gradientNorm = at::full({}, std::numeric_limits<double>::quiet_NaN());
        else
            update(learningRateFactor, result);
        // Letting go is cheaper than zeroing: autograd then hands its own tensors over instead of adding to ours, and the next step gets
        // the memory back while it is still in the cache.
        for (const auto& [name, parameter] : m_parts.parameters) parameter.mutable_grad().reset();
        if (!endsHere(result)) feed(metrics, outputs.size() == 1 ? outputs.front() : at::cat(outputs), target);
        return result;
    }

    at::Tensor evaluate(const std::vector<at::Tensor>& inputs, const at::Tensor& target,
                        std::span<const std::unique_ptr<MetricAccumulator>> metrics) override {
        const at::Tensor output = predict(inputs).front();
        at::NoGradGuard noGradient;
        feed(metrics, output, target);
        return m_loss->mean(output, target);
    }

    std::vector<at::Tensor> predict(const std::vector<at::Tensor>& inputs) override {
        at::NoGradGuard noGradient;
        showWeights(Weights::Averaged);
        m_module.setMode(Mode::Evaluation);
        return forward(inputs, {});
    }

    std::vector<NamedTensor> weights() override {
        auto weights = live();
        for (auto& [name, tensor] : weights) tensor = tensor.detach();  // shares the memory, not the gradient
        return weights;
    }
    std::vector<NamedTensor> optimizerState() override {
        showWeights(Weights::Live);
        auto state = m_parts.optimizer->state();
        const auto append = [&](std::vector<NamedTensor> more) { std::ranges::move(more, std::back_inserter(state)); };
        if (m_parts.scaler) append(m_parts.scaler->state());
        if (m_parts.average) append(m_parts.average->state());
        return state;
    }
    Result<void> loadWeights(const std::vector<NamedTensor>& weights) override { return copyByName(weights, live()); }
    Result<void> loadOptimizerState(const std::vector<NamedTensor>& state) override { return copyByName(state, optimizerState()); }

private:
    enum class Weights { Live, Averaged };

    // The average takes the place of the weights while the model is only looked at. Copying it there and back once for a validation costs
    // less than a step.
    void showWeights(Weights weights) {
        if (m_parts.average && weights != m_shown) m_parts.average->exchange();
        m_shown = weights;
    }

    // What the Output nodes give, in single precision; within, layers compute as the precision says.
    std::vector<at::Tensor> forward(const std::vector<at::Tensor>& inputs, std::vector<LayerBorder*> borders) {
        if (m_precision.isImitated()) borders.insert(borders.begin(), &m_half);  // before anyone looks
        std::vector<at::Tensor> outputs;
        {
            const auto autocast = m_precision.autocast();
            outputs = m_module.forward(inputs, borders);
        }
        for (at::Tensor& output : outputs) output = inSinglePrecision(output);
        return outputs;
    }

    // Adds the part's gradients to the parameters' and its loss and observations to the result. Returns what the model says.
    at::Tensor trainPart(const Part& part, StepResult& result) {
        std::optional<FiniteWatch> watch;
        if (m_parts.settings.detectAnomalies) watch.emplace();
        const at::Tensor output = forward(part.inputs, watch ? std::vector<LayerBorder*>{&*watch} : std::vector<LayerBorder*>()).front();
        if (watch) watch->enterLoss();
        const at::Tensor loss = lossOf(output, part.target);
        const at::Tensor auxiliary = m_module.auxiliaryLoss();
        const at::Tensor whole = auxiliary.defined() ? loss + auxiliary : loss;
        if (watch) watch->leaveLoss(whole);
        accumulate(result.loss, loss.detach(), part.share);
        accumulate(result.observations, m_module.observations(), part.share);
        if (watch && watch->found()) {
            result.nonFinite = watch->found();
            return output.detach();
        }
        const double factor = part.share * (m_parts.scaler ? m_parts.scaler->scale() : 1);
        const at::Tensor scaled = factor == 1 ? whole : whole * factor;
        if (watch) watch->watchBackward(scaled);
        scaled.backward();
        // Not before: autograd would see that running statistics changed under it.
        if (!watch && looksForFirst() && !isFiniteNow(loss)) tell(result, firstInForward(part));
        if (watch && !result.nonFinite) result.nonFinite = watch->found();
        return output.detach();
    }

    // Whether detectAnomalies has found what the run ends with. An overflow of scaled gradients is not: its step is skipped.
    bool endsHere(const StepResult& result) const {
        return m_parts.settings.detectAnomalies && result.nonFinite &&
               !(m_parts.scaler && result.nonFinite->what == NonFiniteValue::What::Backward);
    }

    at::Tensor lossOf(const at::Tensor& output, const at::Tensor& target) {
        const MemoryScope scope(MemoryCategory::Activations);
        return m_loss->mean(output, target);
    }
    // Until now they were workspace like all that the way back has allocated.
    void bookGradients() const {
        for (std::size_t i = 0; i < m_parts.parameters.size(); ++i)
            bookMemory(m_parts.parameters[i].second.grad(), MemoryCategory::Gradients, m_memoryLayers[i]);
    }

    void update(double learningRateFactor, StepResult& result) {
        bookGradients();
        const MemoryScope scope(MemoryCategory::Optimizer);
        const auto gradients = gradientsOf(m_parts.parameters);
        GradientSizes sizes;
        if (m_parts.scaler) {
            if (m_measuresGradients) sizes.scaled = sizesOf(gradients);
            result.lossScale = m_parts.scaler->scale();
            const bool finite = m_parts.scaler->unscale(gradients);
            m_parts.scaler->update(finite);
            result.skipped = !finite;
            result.skippedSteps = m_parts.scaler->skippedSteps();
        }
        if (std::exchange(m_measuresGradients, false)) {
            sizes.plain = sizesOf(gradients);
            m_gradientSizes = std::move(sizes);
        }
        if (result.skipped) {
            result.gradientNorm = normOf(gradients);
            return;
        }
        const double most = m_parts.settings.gradientClip;
        if (most > 0) result.gradientNorm = clip(gradients, most);
        const at::Tensor norm = m_parts.optimizer->step(learningRateFactor);
        if (most == 0) result.gradientNorm = norm;
        if (m_parts.average) m_parts.average->update();
        if (looksForFirst() && !isFiniteNow(result.gradientNorm)) tell(result, firstNonFiniteGradient(m_parts.parameters));
    }

    // Without detectAnomalies: where it costs nothing and has not been told yet.
    bool looksForFirst() const { return !m_told && m_parts.device.is_cpu(); }
    void tell(StepResult& result, std::optional<NonFiniteValue> found) {
        m_told = true;
        if (!result.nonFinite) result.nonFinite = std::move(found);
    }

    // Computes the part once more, now looking, and leaves no trace: running statistics and random numbers are as before.
    std::optional<NonFiniteValue> firstInForward(const Part& part) {
        at::NoGradGuard noGradient;
        at::Generator generator = at::globalContext().defaultGenerator(m_parts.device);
        const at::Tensor state = generator.get_state();
        std::vector<std::pair<at::Tensor, at::Tensor>> kept;
        for (const auto& [name, tensor] : live()) kept.emplace_back(tensor, tensor.detach().clone());
        FiniteWatch watch;
        const at::Tensor output = forward(part.inputs, {&watch}).front();
        watch.leaveLoss(m_loss->mean(output, part.target));
        // Unseen by autograd, which may still have use for what it was given.
        for (auto& [tensor, before] : kept) tensor.variable_data().copy_(before);
        generator.set_state(state);
        return watch.found();
    }

    std::vector<NamedTensor> live() {
        showWeights(Weights::Live);
        auto all = m_module.weights();
        for (NamedTensor& learned : m_loss->parameters()) all.push_back(std::move(learned));
        return all;
    }

    GraphModule m_module;
    std::unique_ptr<Loss> m_loss;
    EngineParts m_parts;
    ComputePrecision m_precision;
    HalfBorder m_half;
    Weights m_shown = Weights::Live;
    bool m_measuresGradients = false, m_told = false;
    std::optional<GradientSizes> m_gradientSizes;
    std::vector<int> m_memoryLayers;  // of the parameters, in the ledger of this thread
};

Result<std::unique_ptr<Engine>> make(const Experiment& experiment, const std::vector<std::int64_t>& classCounts) {
    const TrainingSettings& settings = experiment.training;
    const auto device = TrainingDevice::open(settings.device);
    if (!device) return device.error();
    const auto model = expand(experiment.graph, experiment.library);
    if (!model) return Error(ErrorCode::InvalidInput, model.error().front().message, say("Check the experiment."));
    auto loss = makeLoss(experiment.loss, classCounts);
    if (!loss) return loss.error();
    (*loss)->moveTo(device->torch());
    auto module = GraphModule::create(*model);
    if (!module) return module.error();
    module->moveTo(device->torch());
    module->freeze(settings.frozen);
    EngineParts parts{.parameters = module->parameters(), .settings = settings, .device = device->torch()};
    // The deviation over a single sample is none.
    if (std::ranges::any_of(model->nodes, [](const FlatNode& node) { return node.op->id.starts_with("BatchNorm"); })) parts.leastPart = 2;
    auto weights = module->weights();
    for (const NamedTensor& learned : (*loss)->parameters())
        for (auto* list : {&parts.parameters, &weights}) list->push_back(learned);
    auto optimizer = makeOptimizer(experiment.optimizer, parts.parameters);
    if (!optimizer) return optimizer.error();
    for (const auto& [name, state] : (*optimizer)->state()) bookMemory(state, MemoryCategory::Optimizer, memoryLayerOf(name));
    parts.optimizer = std::move(*optimizer);
    if (settings.precision == Precision::Float16)
        parts.scaler = std::make_unique<LossScaler>(LossScalerSettings{
            .scale = settings.lossScale, .growthInterval = settings.scaleGrowthInterval, .overflowAtStep = settings.overflowAtStep});
    if (settings.averageDecay > 0) {
        const MemoryScope scope(MemoryCategory::Optimizer);
        parts.average = std::make_unique<WeightAverage>(settings.averageDecay, weights);
    }
    std::unique_ptr<Engine> engine = std::make_unique<ReferenceEngine>(std::move(*module), std::move(*loss), std::move(parts));
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

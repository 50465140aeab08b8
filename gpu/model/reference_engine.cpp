// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <limits>
#include <utility>

#include <ATen/ATen.h>

#include "gpu/losses/loss.h"
#include "gpu/metrics/metric_accumulator.h"
#include "gpu/model/batch_parts.h"
#include "gpu/model/engine.h"
#include "gpu/model/finite_watch.h"
#include "gpu/model/graph_module.h"
#include "gpu/model/precision.h"
#include "gpu/model/weight_update.h"
#include "gpu/profile/profile_scope.h"
#include "gpu/training/device.h"
#include "gpu/training/tensor_memory.h"
#include "gpu/training/torch_error.h"

namespace seekbench {
namespace {

void feed(std::span<const std::unique_ptr<MetricAccumulator>> metrics, const at::Tensor& output, const at::Tensor& target) {
    for (const auto& metric : metrics) metric->add(output, target);
}

// What the engine is made of besides the model and its loss.
struct EngineParts {
    WeightUpdate update;
    std::int64_t leastPart = 1;  // samples that the model needs at once
    TrainingSettings settings;
    c10::Device device{c10::DeviceType::CPU};
};

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
        if (!m_precision.isImitated()) return;
        // What half-precision kernels would give back for the weights is rounded like what they give back for the layer before.
        for (const auto& [name, parameter] : m_parts.update.parameters())
            parameter.register_hook([](const at::Tensor& gradient) { return gradient.to(at::kHalf).to(gradient.scalar_type()); });
    }

    std::vector<std::string> observationNames() const override { return m_module.observationNames(); }
    bool scalesLoss() const override { return m_parts.update.scalesLoss(); }
    void measureGradients() override { m_parts.update.measureGradients(); }
    std::optional<GradientSizes> takeGradientSizes() override { return m_parts.update.takeGradientSizes(); }

    StepResult trainStep(const std::vector<at::Tensor>& inputs, const at::Tensor& target, double learningRateFactor,
                         std::span<const std::unique_ptr<MetricAccumulator>> metrics) override {
        m_parts.update.show(WeightUpdate::Shown::Live);
        m_module.setMode(Mode::Training);
        StepResult result;
        std::vector<at::Tensor> outputs;
        for (const BatchPart& part : partsOf(inputs, target, m_parts.settings.accumulation, m_parts.leastPart)) {
            outputs.push_back(trainPart(part, result));
            if (endsHere(result)) break;
        }
        if (endsHere(result))
            result.gradientNorm = at::full({}, std::numeric_limits<double>::quiet_NaN());
        else
            update(learningRateFactor, result);
        // Letting go is cheaper than zeroing: autograd then hands its own tensors over instead of adding to ours, and the next step gets
        // the memory back while it is still in the cache.
        for (const auto& [name, parameter] : m_parts.update.parameters()) parameter.mutable_grad().reset();
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
        m_parts.update.show(WeightUpdate::Shown::Averaged);
        m_module.setMode(Mode::Evaluation);
        return forward(inputs, {});
    }

    std::vector<NamedTensor> weights() override {
        auto weights = live();
        for (auto& [name, tensor] : weights) tensor = tensor.detach();  // shares the memory, not the gradient
        return weights;
    }
    std::vector<NamedTensor> optimizerState() override {
        m_parts.update.show(WeightUpdate::Shown::Live);
        return m_parts.update.state();
    }
    Result<void> loadWeights(const std::vector<NamedTensor>& weights) override { return copyByName(weights, live()); }
    Result<void> loadOptimizerState(const std::vector<NamedTensor>& state) override { return copyByName(state, optimizerState()); }

private:
    // What the Output nodes give, in single precision; within, layers compute as the precision says.
    std::vector<at::Tensor> forward(const std::vector<at::Tensor>& inputs, std::vector<LayerBorder*> borders) {
        if (m_precision.isImitated()) borders.insert(borders.begin(), &m_half);  // before anyone looks
        if (LayerBorder* profile = profileBorder()) borders.push_back(profile);
        std::vector<at::Tensor> outputs;
        {
            const auto autocast = m_precision.autocast();
            outputs = m_module.forward(inputs, borders);
        }
        endProfiledForward();
        for (at::Tensor& output : outputs) output = inSinglePrecision(output);
        return outputs;
    }

    // Adds the part's gradients to the parameters' and its loss and observations to the result. Returns what the model says.
    at::Tensor trainPart(const BatchPart& part, StepResult& result) {
        std::optional<FiniteWatch> watch;
        if (m_parts.settings.detectAnomalies) watch.emplace();
        ProfilePhase forwardPhase(Phase::Forward);
        const at::Tensor output = forward(part.inputs, watch ? std::vector<LayerBorder*>{&*watch} : std::vector<LayerBorder*>()).front();
        forwardPhase.end();
        ProfilePhase lossPhase(Phase::Loss);
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
        const double factor = part.share * m_parts.update.lossScale();
        const at::Tensor scaled = factor == 1 ? whole : whole * factor;
        if (watch) watch->watchBackward(scaled);
        lossPhase.end();
        ProfilePhase backwardPhase(Phase::Backward);
        scaled.backward();
        backwardPhase.end();
        // Not before: autograd would see that running statistics changed under it.
        if (!watch && looksForFirst() && !isFiniteNow(loss)) tell(result, firstInForward(part));
        if (watch && !result.nonFinite) result.nonFinite = watch->found();
        return output.detach();
    }

    // Whether detectAnomalies has found what the run ends with. An overflow of scaled gradients is not: its step is skipped.
    bool endsHere(const StepResult& result) const {
        return m_parts.settings.detectAnomalies && result.nonFinite &&
               !(scalesLoss() && result.nonFinite->what == NonFiniteValue::What::Backward);
    }

    at::Tensor lossOf(const at::Tensor& output, const at::Tensor& target) {
        const MemoryScope scope(MemoryCategory::Activations);
        return m_loss->mean(output, target);
    }
    void update(double learningRateFactor, StepResult& result) {
        m_parts.update.apply(learningRateFactor, result);
        if (!result.skipped && looksForFirst() && !isFiniteNow(result.gradientNorm))
            tell(result, firstNonFiniteGradient(m_parts.update.parameters()));
    }

    // Without detectAnomalies: where it costs nothing and has not been told yet.
    bool looksForFirst() const { return !m_told && m_parts.device.is_cpu(); }
    void tell(StepResult& result, std::optional<NonFiniteValue> found) {
        m_told = true;
        if (!result.nonFinite) result.nonFinite = std::move(found);
    }

    // Computes the part once more, now looking, and leaves no trace: running statistics and random numbers are as before.
    std::optional<NonFiniteValue> firstInForward(const BatchPart& part) {
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
        m_parts.update.show(WeightUpdate::Shown::Live);
        auto all = m_module.weights();
        for (NamedTensor& learned : m_loss->parameters()) all.push_back(std::move(learned));
        return all;
    }

    GraphModule m_module;
    std::unique_ptr<Loss> m_loss;
    EngineParts m_parts;
    ComputePrecision m_precision;
    HalfBorder m_half;
    bool m_told = false;
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
    auto parameters = module->parameters(), weights = module->weights();
    for (const NamedTensor& learned : (*loss)->parameters())
        for (auto* list : {&parameters, &weights}) list->push_back(learned);
    auto update = WeightUpdate::make(experiment, std::move(parameters), weights);
    if (!update) return update.error();
    EngineParts parts{.update = std::move(*update), .leastPart = leastPart(*model), .settings = settings, .device = device->torch()};
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

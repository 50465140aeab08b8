// SPDX-License-Identifier: Apache-2.0
#include "gpu/training/workload.h"

#include <algorithm>
#include <iterator>

#include <ATen/Context.h>

#include "core/experiment/fit.h"
#include "core/experiment/kind.h"
#include "core/graph/expand.h"
#include "gpu/training/torch_error.h"

namespace seekbench {
namespace {

// The first error among `diagnostics` as a refusal to train; warnings are no reason.
Result<void> withoutErrors(const std::vector<Diagnostic>& diagnostics) {
    const auto isError = [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::Error; };
    const auto first = std::ranges::find_if(diagnostics, isError);
    if (first == diagnostics.end()) return {};
    const auto others = std::ranges::count_if(diagnostics, isError) - 1;
    const std::string text = english(*first);
    return Error(ErrorCode::InvalidInput,
                 others > 0 ? say("The experiment cannot be trained: %1 (and %2 more errors)", text, others)
                            : say("The experiment cannot be trained: %1", text),
                 say("See all of them with seekbench-cli check, and start a new run with the mended experiment."));
}

// check() knows of the samples what can be known without the files; now they are open.
Result<void> fitting(const Experiment& experiment, const Dataset& dataset) {
    const auto model = expand(experiment.graph, experiment.library);
    return withoutErrors(model ? checkFit(experiment, *model, dataset.spec()) : model.error());
}

Parameters parametersOf(std::span<const Kind> table, const Choice& choice) {
    const Kind* kind = findKind(table, choice.kind);  // there, with valid parameters: check() has passed
    return ResolvedParameters::from(kind->parameters, choice.parameters).parameters;
}

Result<std::vector<std::unique_ptr<MetricAccumulator>>> makeMetrics(const std::vector<std::string>& ids) {
    std::vector<std::unique_ptr<MetricAccumulator>> metrics;
    for (const std::string& id : ids) {
        auto metric = makeMetric(id);
        if (!metric) return metric.error();
        metrics.push_back(std::move(*metric));
    }
    return metrics;
}

Result<void> addData(Workload& workload) {
    const Experiment& experiment = workload.experiment;
    auto dataset = openDataset(experiment.dataset);
    if (!dataset) return dataset.error().in(say("opening the dataset %1", experiment.dataset.kind));
    workload.dataset = std::move(*dataset);
    if (auto fits = fitting(experiment, *workload.dataset); !fits) return fits;
    auto split = splitIndices(*workload.dataset, experiment.split, experiment.trainLimit);
    if (!split) return split.error().in(say("splitting the dataset"));
    if (const SampleSpec& spec = workload.dataset->spec(); spec.classes > 0 && spec.target.shape.empty()) {
        auto kept = split->validation;
        kept.resize(std::min(kept.size(), Predictions::kMost));
        auto collector = std::make_unique<PredictionCollector>(std::move(kept), split->validationPart, spec.classNames);
        workload.predictions = collector.get();
        workload.validationMetrics.push_back(std::move(collector));
    }
    const TrainingSettings& training = experiment.training;
    const SampleSpec& samples = workload.dataset->spec();
    auto augmenter = Augmenter::make(experiment.augmentation, samples, Augmenter::Use::Training);
    if (!augmenter) return augmenter.error();
    auto validationAugmenter = Augmenter::make(experiment.augmentation, samples, Augmenter::Use::Validation);
    if (!validationAugmenter) return validationAugmenter.error();
    workload.trainLoader = std::make_unique<Loader>(
        *workload.dataset, split->trainPart, std::move(split->train),
        LoaderOptions{
            .batchSize = training.batchSize, .seed = training.seed, .order = Order::Shuffled, .augmenter = std::move(*augmenter)});
    workload.validationLoader = std::make_unique<Loader>(
        *workload.dataset, split->validationPart, std::move(split->validation),
        LoaderOptions{.batchSize = training.batchSize, .order = Order::Sequential, .augmenter = std::move(*validationAugmenter)});
    return {};
}

Result<void> addEngine(Workload& workload) {
    // The one seed: weights are drawn first, then what the training steps draw.
    at::manual_seed(static_cast<std::uint64_t>(workload.experiment.training.seed));
    auto engine = makeReferenceEngine(workload.experiment);
    if (!engine) return engine.error().in(say("building the model"));
    workload.engine = std::move(*engine);
    for (auto* metrics : {&workload.trainMetrics, &workload.validationMetrics}) {
        auto made = makeMetrics(workload.experiment.metrics);
        if (!made) return made.error();
        metrics->insert(metrics->begin(), std::make_move_iterator(made->begin()), std::make_move_iterator(made->end()));
    }
    return {};
}

}  // namespace

Result<Workload> Workload::make(const Experiment& experiment) {
    if (auto good = withoutErrors(check(experiment).diagnostics); !good) return good.error();
    Workload workload;
    workload.experiment = experiment;
    workload.learningRate = parametersOf(optimizerKinds(), experiment.optimizer)[kLearningRate];
    workload.schedule = parametersOf(scheduleKinds(), experiment.schedule);
    if (auto added = addData(workload); !added) return added.error();
    if (auto added = withoutExceptions([&] { return addEngine(workload); }); !added) return added.error();
    return workload;
}

double Workload::learningRateFactor(std::int64_t step) const {
    return seekbench::learningRateFactor(experiment.schedule.kind, schedule, step, stepsPerEpoch(), totalSteps());
}

}  // namespace seekbench

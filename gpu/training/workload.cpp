// SPDX-License-Identifier: Apache-2.0
#include "gpu/training/workload.h"

#include <algorithm>
#include <iterator>

#include "core/data/class_frequencies.h"
#include "core/experiment/fit.h"
#include "core/experiment/kind.h"
#include "core/experiment/loss_parameters.h"
#include "core/graph/expand.h"
#include "core/run/metric.h"
#include "gpu/profile/profile_scope.h"
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

Result<std::vector<std::unique_ptr<MetricAccumulator>>> makeMetrics(const std::vector<std::string>& ids, const MetricSamples& samples) {
    std::vector<std::unique_ptr<MetricAccumulator>> metrics;
    for (const std::string& id : ids) {
        auto metric = makeMetric(id, samples);
        if (!metric) return metric.error();
        metrics.push_back(std::move(*metric));
    }
    return metrics;
}

// Which scan each of the samples belongs to; empty when one of them belongs to none.
std::vector<std::int64_t> scansOf(const Dataset& dataset, Part part, std::span<const std::int64_t> indices) {
    std::vector<std::int64_t> scans;
    for (const std::int64_t index : indices) {
        const auto group = dataset.groupOf(part, index);
        if (!group) return {};
        scans.push_back(*group);
    }
    return scans;
}

bool balancesClasses(const Choice& loss) {
    const auto balance = loss.parameters.find(kClassBalance.name);
    return balance != loss.parameters.end() && balance->second != ParameterValue(0.0) && balance->second != ParameterValue(std::int64_t{0});
}

// What the samples of the split tell about themselves.
struct SplitFacts {
    MetricSamples validation;
    std::vector<std::int64_t> classCounts;  // of the training samples, where the loss asks for it
};

Result<SplitFacts> addData(Workload& workload) {
    const Experiment& experiment = workload.experiment;
    auto dataset = openDataset(experiment.dataset);
    if (!dataset) return dataset.error().in(say("opening the dataset %1", experiment.dataset.kind));
    workload.dataset = std::move(*dataset);
    if (auto fits = fitting(experiment, *workload.dataset); !fits) return fits.error();
    auto split = splitIndices(*workload.dataset, experiment.split, experiment.trainLimit);
    if (!split) return split.error().in(say("splitting the dataset"));
    workload.dataset->fit(split->trainPart, split->train);
    if (const SampleSpec& spec = workload.dataset->spec(); spec.targetKind == TargetKind::Class) {
        auto kept = split->validation;
        kept.resize(std::min(kept.size(), Predictions::kMost));
        auto collector = std::make_unique<PredictionCollector>(std::move(kept), split->validationPart, spec.classNames);
        workload.predictions = collector.get();
        workload.validationMetrics.push_back(std::move(collector));
    }
    SplitFacts facts{{workload.dataset->spec().inTime, scansOf(*workload.dataset, split->validationPart, split->validation)}, {}};
    const bool asksForFroc = std::ranges::find(experiment.metrics, "froc") != experiment.metrics.end();
    auto pictures = std::make_unique<EvaluationCollector>(
        *workload.dataset, split->validationPart, split->validation, facts.validation.scans,
        asksForFroc ? EvaluationCollector::FrocCurve::Drawn : EvaluationCollector::FrocCurve::LeftOut);
    workload.evaluation = pictures.get();
    workload.validationMetrics.push_back(std::move(pictures));
    if (!split->validation.empty()) workload.texts = TextSampler::make(*workload.dataset, split->validationPart, split->validation.front());
    if (balancesClasses(experiment.loss)) facts.classCounts = classFrequencies(*workload.dataset, split->trainPart, split->train);
    workload.baselines = workload.dataset->baselines(split->validationPart, split->validation);
    std::erase_if(workload.baselines, [&](const Baseline& baseline) {
        return std::ranges::find(experiment.metrics, baseline.metric) == experiment.metrics.end();
    });
    const TrainingSettings& training = experiment.training;
    const SampleSpec& samples = workload.dataset->spec();
    auto augmenter = Augmenter::make(experiment.augmentation, samples, Augmenter::Use::Training);
    if (!augmenter) return augmenter.error();
    auto validationAugmenter = Augmenter::make(experiment.augmentation, samples, Augmenter::Use::Validation);
    if (!validationAugmenter) return validationAugmenter.error();
    workload.trainLoader = std::make_unique<Loader>(*workload.dataset, split->trainPart, std::move(split->train),
                                                    LoaderOptions{.batchSize = training.batchSize,
                                                                  .seed = training.seed,
                                                                  .order = Order::Shuffled,
                                                                  .augmenter = std::move(*augmenter),
                                                                  .watch = profiledLoader(ProfiledLoader::Training)});
    workload.validationLoader = std::make_unique<Loader>(*workload.dataset, split->validationPart, std::move(split->validation),
                                                         LoaderOptions{.batchSize = training.batchSize,
                                                                       .order = Order::Sequential,
                                                                       .augmenter = std::move(*validationAugmenter),
                                                                       .watch = profiledLoader(ProfiledLoader::Validation)});
    return facts;
}

Result<void> addEngine(Workload& workload, const SplitFacts& facts, const EngineMemory& memory) {
    auto selected = selectEngine(workload.experiment, facts.classCounts, memory);
    if (!selected) return selected.error().in(say("building the model"));
    workload.engine = std::move(selected->engine);
    workload.engineRecord = std::move(selected->record);
    for (auto* metrics : {&workload.trainMetrics, &workload.validationMetrics}) {
        auto made = makeMetrics(workload.experiment.metrics, metrics == &workload.validationMetrics ? facts.validation : MetricSamples{});
        if (!made) return made.error();
        metrics->insert(metrics->begin(), std::make_move_iterator(made->begin()), std::make_move_iterator(made->end()));
    }
    return {};
}

}  // namespace

Result<Workload> Workload::make(const Experiment& experiment, const EngineMemory& memory) {
    if (auto good = withoutErrors(check(experiment).diagnostics); !good) return good.error();
    Workload workload;
    workload.experiment = experiment;
    workload.learningRate = parametersOf(optimizerKinds(), experiment.optimizer)[kLearningRate];
    workload.schedule = parametersOf(scheduleKinds(), experiment.schedule);
    const auto addAll = [&]() -> Result<void> {
        const auto facts = addData(workload);  // reads samples, which a broken file answers with an exception
        return facts ? addEngine(workload, *facts, memory) : Result<void>(facts.error());
    };
    if (auto added = withoutExceptions(addAll); !added) return added.error();
    return workload;
}

std::vector<std::string> Workload::stepSeries() const {
    if (!engine->scalesLoss()) return {};
    return {std::string(series::kLossScale), std::string(series::kSkippedSteps)};
}

std::vector<std::string> Workload::moreSeries() const {
    std::vector<std::string> names;
    for (const char* part : {"train.", "val."})
        for (const std::string& metric : experiment.metrics)
            for (const std::string_view companion : findKind(metricKinds(), metric)->companions)
                names.push_back(part + metric + "." + std::string(companion));
    for (const Baseline& baseline : baselines) names.push_back(series::baseline(baseline.rule, baseline.metric));
    return names;
}

std::vector<double> Workload::moreValues() const {
    std::vector<double> values;
    for (const auto* metrics : {&trainMetrics, &validationMetrics})
        for (std::size_t i = 0; i < experiment.metrics.size(); ++i) {
            const auto companions = (*metrics)[i]->companions();
            values.insert(values.end(), companions.begin(), companions.end());
        }
    for (const Baseline& baseline : baselines) values.push_back(baseline.value);
    return values;
}

double Workload::learningRateFactor(std::int64_t step) const {
    return seekbench::learningRateFactor(experiment.schedule.kind, schedule, step, stepsPerEpoch(), totalSteps());
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>
#include <set>

#include "core/data/augmentation/augmentation.h"
#include "core/data/dataset.h"
#include "core/experiment/experiment.h"
#include "core/experiment/fit.h"
#include "core/experiment/setting.h"
#include "core/experiment/training_check.h"
#include "core/run/metric.h"

namespace seekbench {
namespace {

using Diagnostics = std::vector<Diagnostic>;
using Code = Diagnostic::Code;

void note(Diagnostics& findings, std::string place, Message message, Code code = Code::InvalidSetting) {
    findings.push_back({.severity = Severity::Error, .code = code, .node = std::move(place), .message = std::move(message)});
}

// "adam, adam_w, sgd" of any table whose rows are, or hold, kinds.
template <class Row, class Projection = std::identity>
std::string knownIds(std::span<const Row> table, Projection kindOf = {}) {
    std::string ids;
    for (const Row& row : table) ids += (ids.empty() ? "" : ", ") + std::string(std::invoke(kindOf, row).id);
    return ids;
}

void checkParameters(Diagnostics& findings, const std::string& place, const Choice& choice, const Kind& kind) {
    for (const ParameterProblem& problem : ResolvedParameters::from(kind.parameters, choice.parameters).problems)
        note(findings, place + "." + problem.parameter, problem.message, problem.unknown ? Code::UnknownParameter : Code::InvalidParameter);
}

void checkChoice(Diagnostics& findings, const std::string& place, const Choice& choice, std::span<const Kind> table) {
    if (const Kind* kind = findKind(table, choice.kind)) return checkParameters(findings, place, choice, *kind);
    note(findings, place + ".kind", say("There is no \"%1\" here. Known are: %2.", choice.kind, knownIds(table)));
}

void checkAugmentation(Diagnostics& findings, const std::vector<Choice>& steps) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const std::string place = "augmentation." + std::to_string(i);
        if (const AugmentationKind* kind = findAugmentationKind(steps[i].kind))
            checkParameters(findings, place, steps[i], kind->kind);
        else
            note(findings, place + ".kind",
                 say("There is no \"%1\" here. Known are: %2.", steps[i].kind, knownIds(augmentationKinds(), &AugmentationKind::kind)));
    }
    if (steps.size() > kMostAugmentations)
        note(findings, "augmentation", say("There are %1 augmentations; up to %2 are performed.", steps.size(), kMostAugmentations));
}

void checkOptimizer(Diagnostics& findings, const Choice& optimizer) {
    checkChoice(findings, "optimizer", optimizer, optimizerKinds());
    if (optimizer.kind != "sgd") return;
    const auto resolved = ResolvedParameters::from(findKind(optimizerKinds(), "sgd")->parameters, optimizer.parameters);
    if (resolved.problems.empty() && resolved.parameters[kNesterov] && resolved.parameters[kMomentum] == 0)
        note(findings, "optimizer.nesterov",
             say("Nesterov looks ahead along the momentum, and the momentum is 0. Set a momentum, such as 0.9."));
}

void checkMetrics(Diagnostics& findings, const std::vector<std::string>& metrics) {
    std::set<std::string> seen;
    for (const std::string& metric : metrics) {
        if (!findKind(metricKinds(), metric))
            note(findings, "metrics", say("There is no metric \"%1\". Known are: %2.", metric, knownIds(metricKinds())));
        if (!seen.insert(metric).second) note(findings, "metrics", say("The metric \"%1\" is named twice.", metric));
    }
}

bool isDevice(std::string_view device) {
    constexpr std::string_view kCuda = "cuda:";
    if (device == "cpu") return true;
    if (!device.starts_with(kCuda)) return false;
    const std::string_view number = device.substr(kCuda.size());
    return !number.empty() && number.size() <= 3 && std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
}

void checkTraining(Diagnostics& findings, const Experiment& experiment) {
    const auto checkRange = [&](const std::string& place, const ParameterSpec& spec, const std::optional<ParameterValue>& set) {
        if (!set) return;
        for (const ParameterProblem& problem : ResolvedParameters::from(std::span(&spec, 1), {{std::string(spec.name), *set}}).problems)
            note(findings, place, problem.message);
    };
    checkRange("train_limit", trainLimitSetting(), settingAt(experiment, "train_limit"));
    for (const ParameterSpec& spec : trainingSettings()) {
        const std::string place = "training." + std::string(spec.name);
        checkRange(place, spec, settingAt(experiment, place));
    }
    const TrainingSettings& training = experiment.training;
    if (!isDevice(training.device))
        note(findings, "training.device",
             say("The device must be \"cpu\" or \"cuda:\" and a number, such as \"cuda:0\"; it is \"%1\".", training.device));
    const Split& split = experiment.split;
    if (split.source == Split::Source::Share && !(split.share > 0 && split.share < 1))
        note(findings, "split.share", say("The share of samples held out must lie between 0 and 1; it is %1.", split.share));
}

// Whether the graph fits the samples; asked only when nothing else is wrong with either.
void checkSamples(Diagnostics& findings, const Experiment& experiment, const Model& model, const DatasetKind& dataset) {
    const auto resolved = ResolvedParameters::from(dataset.kind.parameters, experiment.dataset.parameters);
    if (!resolved.problems.empty() || !findKind(lossKinds(), experiment.loss.kind)) return;
    std::ranges::move(checkFit(experiment, model, dataset.describe(resolved.parameters)), std::back_inserter(findings));
}

}  // namespace

bool ExperimentReport::hasErrors() const {
    return std::ranges::any_of(diagnostics, [](const Diagnostic& finding) { return finding.severity == Severity::Error; });
}

ExperimentReport check(const Experiment& experiment) {
    ExperimentReport report;
    report.graph = check(experiment.graph, experiment.library);
    Diagnostics& findings = report.diagnostics;
    findings = report.graph.diagnostics;

    const DatasetKind* dataset = findDatasetKind(experiment.dataset.kind);
    if (dataset)
        checkParameters(findings, "dataset", experiment.dataset, dataset->kind);
    else
        note(findings, "dataset.kind",
             say("There is no dataset \"%1\". Known are: %2.", experiment.dataset.kind, knownIds(datasetKinds(), &DatasetKind::kind)));
    checkAugmentation(findings, experiment.augmentation);
    checkChoice(findings, "loss", experiment.loss, lossKinds());
    checkMetrics(findings, experiment.metrics);
    checkOptimizer(findings, experiment.optimizer);
    checkChoice(findings, "schedule", experiment.schedule, scheduleKinds());
    checkTraining(findings, experiment);
    if (const auto model = expand(experiment.graph, experiment.library)) {
        if (dataset) checkSamples(findings, experiment, *model, *dataset);
        std::ranges::move(checkTrainingOf(experiment, *model, report.graph), std::back_inserter(findings));
    }
    return report;
}

}  // namespace seekbench

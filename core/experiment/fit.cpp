// SPDX-License-Identifier: Apache-2.0
#include "core/experiment/fit.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/data/augmentation/augmentation.h"
#include "core/data/loader.h"
#include "core/experiment/loss_parameters.h"
#include "core/experiment/split_check.h"
#include "core/experiment/task.h"

namespace seekbench {
namespace {

// The shape without its first dimension, the batch.
Shape withoutBatch(const Shape& shape) { return shape.empty() ? Shape{} : Shape(shape.begin() + 1, shape.end()); }

Shape withBatch(const Shape& shape) {
    Shape batched{Dimension::symbol("batch")};
    batched.insert(batched.end(), shape.begin(), shape.end());
    return batched;
}

// "mse, mae, huber"
template <class Row>
std::string idsOf(const std::vector<const Row*>& kinds) {
    std::string ids;
    for (const Row* kind : kinds) ids += (ids.empty() ? "" : ", ") + std::string(kind->id);
    return ids;
}

class Fit {
public:
    Fit(const Experiment& experiment, const Model& model, const SampleSpec& sample)
        : m_experiment(experiment), m_model(model), m_sample(sample) {}

    std::vector<Diagnostic> findings() && {
        if (!m_sample.inputs.empty()) checkInputs();
        if (!m_sample.inputs.empty() || m_sample.classes > 0) checkTarget();
        std::ranges::move(checkSplit(m_experiment.split, m_experiment.dataset.kind, m_sample), std::back_inserter(m_findings));
        checkAugmentation();
        if (m_sample.trainSamples > 0) checkCounts();
        return std::move(m_findings);
    }

private:
    void note(Severity severity, std::string place, Message message) {
        m_findings.push_back(
            {.severity = severity, .code = Diagnostic::Code::InvalidSetting, .node = std::move(place), .message = std::move(message)});
    }

    // A finding at `node` when its tensor, without the batch, cannot be `wanted`.
    void compareTypes(const FlatNode& node, const TensorType& wanted, const TensorType& got, Message message) {
        using Code = Diagnostic::Code;
        Diagnostic finding{.severity = Severity::Error,
                           .code = Code::ShapeMismatch,
                           .node = node.path,
                           .message = std::move(message),
                           .expected = withBatch(wanted.shape),
                           .got = got.shape};
        if (wanted.element != got.element) {
            finding.code = Code::ElementTypeMismatch;
        } else {
            const Equality equality = compare(withoutBatch(got.shape), wanted.shape);
            if (equality == Equality::Equal && !got.shape.empty()) return;
            if (equality == Equality::Unknown) {
                finding.severity = Severity::Warning;
                finding.code = Code::UnprovenEquality;
            }
        }
        m_findings.push_back(std::move(finding));
    }

    void checkInputs() {
        const std::string& dataset = m_experiment.dataset.kind;
        if (m_model.inputs.size() != m_sample.inputs.size())
            return note(Severity::Error, "graph",
                        say("The graph has %1 Input nodes, but a sample of the dataset \"%2\" has %3 parts.", m_model.inputs.size(),
                            dataset, m_sample.inputs.size()));
        for (std::size_t i = 0; i < m_sample.inputs.size(); ++i) {
            const FlatNode& node = m_model.nodes[static_cast<std::size_t>(m_model.inputs[i])];
            compareTypes(node, m_sample.inputs[i], node.outputTypes.at(0),
                         say("The Input node \"%1\" is not made for the samples of the dataset \"%2\".", node.path, dataset));
        }
    }

    // The sentence that the loss or metric `id` is not for such targets, with what is; what the targets are is said in whole sentences.
    Message unsuitable(const std::string& id, const std::string& suitable) const {
        const std::string& dataset = m_experiment.dataset.kind;
        switch (m_sample.targetKind) {
            case TargetKind::Class:
                return say("\"%1\" is not made for the dataset \"%2\", where each sample has one class. Choose one of: %3.", id, dataset,
                           suitable);
            case TargetKind::ClassMap:
                return say("\"%1\" is not made for the dataset \"%2\", where each position of a sample has a class. Choose one of: %3.", id,
                           dataset, suitable);
            case TargetKind::Values:
                return say("\"%1\" is not made for the dataset \"%2\", whose targets are real numbers. Choose one of: %3.", id, dataset,
                           suitable);
            case TargetKind::Boxes:
                return say("\"%1\" is not made for the dataset \"%2\", whose targets are boxes. Choose one of: %3.", id, dataset, suitable);
            case TargetKind::Pairs: break;
        }
        return say("\"%1\" is not made for the dataset \"%2\", where the inputs of a sample belong together. Choose one of: %3.", id,
                   dataset, suitable);
    }

    void checkMetric(const std::string& id) {
        const MetricKind* kind = findKind(metricKinds(), id);
        if (kind == nullptr || suits(*kind, m_sample)) return;  // an unknown one is complained about elsewhere
        if (!suits(static_cast<const Kind&>(*kind), m_sample))
            return note(Severity::Error, "metrics", unsuitable(id, idsOf(metricsFor(m_sample))));
        if (kind->classes != 0 && m_sample.classes != kind->classes)
            return note(Severity::Error, "metrics",
                        say("The metric \"%1\" is for %2 classes, and the dataset \"%3\" has %4.", id, kind->classes,
                            m_experiment.dataset.kind, m_sample.classes));
        note(Severity::Error, "metrics",
             say("The metric \"%1\" is for masks over pictures and volumes, and the dataset \"%2\" has sequences.", id,
                 m_experiment.dataset.kind));
    }

    void checkLossParameters() {
        const auto weights = m_experiment.loss.parameters.find(kClassWeights.name);
        if (weights == m_experiment.loss.parameters.end()) return;
        const auto* text = std::get_if<std::string>(&weights->second);
        if (text == nullptr) return;
        const auto numbers = classWeightsFromText(*text);
        if (!numbers)
            return note(
                Severity::Error, "loss.class_weights",
                say("The class weights must be numbers of at least zero, not all zero, such as \"1, 10\"; they are \"%1\".", *text));
        if (m_sample.classes > 0 && !numbers->empty() && static_cast<std::int64_t>(numbers->size()) != m_sample.classes)
            note(Severity::Error, "loss.class_weights",
                 say("There are %1 class weights, and the dataset \"%2\" has %3 classes.", numbers->size(), m_experiment.dataset.kind,
                     m_sample.classes));
    }

    Message wantedSentence() const {
        const std::string& loss = m_experiment.loss.kind;
        switch (m_sample.targetKind) {
            case TargetKind::Class: return say("The loss \"%1\" wants one output for each of the %2 classes.", loss, m_sample.classes);
            case TargetKind::ClassMap:
                if (classDimension(m_sample.target.shape.size()) == 1)
                    return say("The loss \"%1\" wants one output for each of the %2 classes at every position, the classes first.", loss,
                               m_sample.classes);
                return say("The loss \"%1\" wants one output for each of the %2 classes at every position, the classes last.", loss,
                           m_sample.classes);
            case TargetKind::Values: break;
            case TargetKind::Boxes:
                return say("The loss \"%1\" wants %2 numbers for each cell of a square grid: object, centre, size and classes.", loss,
                           5 + m_sample.classes);
            case TargetKind::Pairs:
                return say("The loss \"%1\" wants one vector for each of the %2 inputs of a sample.", loss, m_sample.inputs.size());
        }
        return say("The loss \"%1\" wants an output of the target's shape.", loss);
    }

    void checkTarget() {
        for (const std::string& metric : m_experiment.metrics) checkMetric(metric);
        const std::string& loss = m_experiment.loss.kind;
        const Kind* kind = findKind(lossKinds(), loss);
        if (kind != nullptr && !suits(*kind, m_sample))
            return note(Severity::Error, "loss.kind", unsuitable(loss, idsOf(lossesFor(m_sample))));
        checkLossParameters();
        if (m_sample.targetKind == TargetKind::Pairs && !m_sample.inputs.empty() && m_sample.inputs.size() < 2)
            return note(Severity::Error, "dataset.kind",
                        say("The samples of the dataset \"%1\" have one part; pairs need at least two.", m_experiment.dataset.kind));
        if (m_model.outputs.size() != 1)
            return note(Severity::Error, "graph", say("Training needs one Output node; the graph has %1.", m_model.outputs.size()));
        if (m_sample.inputs.empty() && m_sample.targetKind != TargetKind::Class) return;  // the extents are not known yet
        const FlatNode& node = m_model.nodes[static_cast<std::size_t>(m_model.outputs[0])];
        const TensorType& got = node.inputTypes.at(0);
        TensorType wanted = wantedOutput(m_sample);
        if (got.shape.size() == wanted.shape.size() + 1)
            for (std::size_t i = 0; i < wanted.shape.size(); ++i)
                if (isFree(wanted.shape[i])) wanted.shape[i] = got.shape[i + 1];
        compareTypes(node, wanted, got, wantedSentence());
        if (m_sample.targetKind == TargetKind::Boxes && got.shape.size() == 3) checkGrid(node, got.shape[1].integer());
    }

    // Left open by the samples: any extent will do.
    static bool isFree(const Dimension& extent) { return !extent.isInteger() && !extent.isOpaque(); }

    void checkGrid(const FlatNode& node, std::optional<std::int64_t> predictions) {
        if (!predictions) return;
        const auto side = std::llround(std::sqrt(static_cast<double>(*predictions)));
        if (side * side != *predictions)
            m_findings.push_back(
                {.severity = Severity::Error,
                 .code = Diagnostic::Code::ShapeMismatch,
                 .node = node.path,
                 .message = say("The predictions of a detector are the cells of a square grid, such as 49 of 7 × 7; there are %1.",
                                *predictions)});
    }

    void checkAugmentation() {
        const auto& steps = m_experiment.augmentation;
        for (std::size_t i = 0; i < steps.size(); ++i)
            if (const AugmentationKind* kind = findAugmentationKind(steps[i].kind))
                if (auto misfit = augmentationMisfit(*kind, m_sample))
                    note(Severity::Error, "augmentation." + std::to_string(i) + ".kind", std::move(*misfit));
    }

    void checkCounts() {
        const Split& split = m_experiment.split;
        const bool share = split.source == Split::Source::Share;
        const TrainingSettings& training = m_experiment.training;
        if ((share && !(split.share > 0 && split.share < 1)) || training.batchSize < 1 || training.epochs < 1) return;  // said elsewhere
        if (share && m_sample.trainSamples < 2)
            return note(Severity::Error, "split.share",
                        say("The dataset has %1 training samples, and holding out a share needs at least 2.", m_sample.trainSamples));
        const auto counts = splitCounts(m_sample.trainSamples, m_sample, split);
        if (!counts) return;  // the samples decide
        const std::int64_t available = counts->train;
        if (available < 1)
            return note(Severity::Error, "split.gap",
                        say("Of %1 samples %2 validate and %3 are left out as the gap: none is left to train on. Take a longer series, a "
                            "smaller share, or a shorter window.",
                            m_sample.trainSamples, counts->validation, gapOf(m_sample, split)));
        const std::int64_t limit = m_experiment.trainLimit;
        if (limit > available)
            note(Severity::Warning, "train_limit",
                 say("Only %1 samples are there to train on; the limit of %2 has no effect.", available, limit));
        const std::int64_t samples = limit > 0 ? std::min(limit, available) : available;
        if (training.batchSize > samples)
            note(Severity::Warning, "training.batch_size",
                 say("The batch size %1 is larger than the %2 training samples: every epoch is a single, smaller batch.",
                     training.batchSize, samples));
        if (training.batchSize == 1 || samples % training.batchSize == 1) checkNormalizationOfOneSample(samples);
        const double steps =
            std::ceil(static_cast<double>(samples) / static_cast<double>(training.batchSize)) * static_cast<double>(training.epochs);
        const auto warmup = m_experiment.schedule.parameters.find(kWarmupSteps.name);
        if (warmup == m_experiment.schedule.parameters.end()) return;
        const auto* warmupSteps = std::get_if<std::int64_t>(&warmup->second);
        if (warmupSteps && static_cast<double>(*warmupSteps) >= steps)
            note(Severity::Warning, "schedule.warmup_steps",
                 say("The warm-up takes %1 steps and the whole run %2: the full learning rate is hardly reached.", *warmupSteps, steps));
    }

    // Batch normalization takes the deviation of each channel over a batch; LibTorch refuses to take it over a single value.
    void checkNormalizationOfOneSample(std::int64_t samples) {
        for (const FlatNode& node : m_model.nodes) {
            if (!node.op->id.starts_with("BatchNorm")) continue;
            const Shape& shape = node.inputTypes.at(0).shape;
            const auto isOne = [](const Dimension& extent) { return extent == Dimension(1); };
            if (shape.size() < 2 || !std::all_of(shape.begin() + 2, shape.end(), isOne)) continue;
            return note(Severity::Error, "training.batch_size",
                        say("%1 training samples in batches of %2 leave a batch of a single one, which %3 (\"%4\") cannot normalize. "
                            "Choose another batch size.",
                            samples, m_experiment.training.batchSize, node.op->id, node.path));
        }
    }

    const Experiment& m_experiment;
    const Model& m_model;
    const SampleSpec& m_sample;
    std::vector<Diagnostic> m_findings;
};

}  // namespace

std::vector<Diagnostic> checkFit(const Experiment& experiment, const Model& model, const SampleSpec& sample) {
    return Fit(experiment, model, sample).findings();
}

}  // namespace seekbench

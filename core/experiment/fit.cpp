// SPDX-License-Identifier: Apache-2.0
#include "core/experiment/fit.h"

#include <algorithm>
#include <cmath>

#include "core/data/augmentation/augmentation.h"
#include "core/data/loader.h"

namespace seekbench {
namespace {

// The shape without its first dimension, the batch.
Shape withoutBatch(const Shape& shape) { return shape.empty() ? Shape{} : Shape(shape.begin() + 1, shape.end()); }

Shape withBatch(const Shape& shape) {
    Shape batched{Dimension::symbol("batch")};
    batched.insert(batched.end(), shape.begin(), shape.end());
    return batched;
}

class Fit {
public:
    Fit(const Experiment& experiment, const Model& model, const SampleSpec& sample)
        : m_experiment(experiment), m_model(model), m_sample(sample) {}

    std::vector<Diagnostic> findings() && {
        if (!m_sample.inputs.empty()) checkInputs();
        if (!m_sample.inputs.empty() || m_sample.classes > 0) checkTarget();
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

    void checkTarget() {
        const bool classification = m_sample.classes > 0;
        const std::string& dataset = m_experiment.dataset.kind;
        for (const std::string& metric : m_experiment.metrics)
            if (!classification)
                note(Severity::Error, "metrics",
                     say("The metric \"%1\" counts classes, and the dataset \"%2\" has none.", metric, dataset));
        const bool wantsClasses = m_experiment.loss.kind == "cross_entropy";
        const std::string& loss = m_experiment.loss.kind;
        if (wantsClasses && !classification)
            return note(Severity::Error, "loss.kind",
                        say("The loss \"%1\" needs classes, and the dataset \"%2\" has none. Choose \"mse\".", loss, dataset));
        if (!wantsClasses && classification)
            return note(Severity::Error, "loss.kind",
                        say("The loss \"%1\" needs real numbers as target, and the dataset \"%2\" has classes. Choose \"cross_entropy\".",
                            loss, dataset));
        if (m_model.outputs.size() != 1)
            return note(Severity::Error, "graph", say("Training needs one Output node; the graph has %1.", m_model.outputs.size()));
        const FlatNode& node = m_model.nodes[static_cast<std::size_t>(m_model.outputs[0])];
        const TensorType wanted = classification ? TensorType{{Dimension(m_sample.classes)}, ElementType::Float} : m_sample.target;
        compareTypes(node, wanted, node.inputTypes.at(0),
                     classification ? say("The loss \"%1\" wants one output for each of the %2 classes.", loss, m_sample.classes)
                                    : say("The loss \"%1\" wants an output of the target's shape.", loss));
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
        const std::int64_t available = m_sample.trainSamples - (share ? heldOutCount(m_sample.trainSamples, split.share) : 0);
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
            if (node.op->id != "BatchNorm1d" && node.op->id != "BatchNorm2d") continue;
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

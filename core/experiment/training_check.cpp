// SPDX-License-Identifier: Apache-2.0
#include "core/experiment/training_check.h"

#include <algorithm>

#include "core/experiment/kind.h"
#include "core/experiment/loss_parameters.h"

namespace seekbench {
namespace {

class TrainingCheck {
public:
    TrainingCheck(const Experiment& experiment, const Model& model, const GraphReport& graph)
        : m_experiment(experiment), m_training(experiment.training), m_model(model), m_graph(graph) {}

    std::vector<Diagnostic> findings() && {
        checkFrozen();
        if (m_training.accumulation > 1) checkAccumulation();
        checkPrecision();
        checkPatience();
        return std::move(m_findings);
    }

private:
    void note(Severity severity, std::string place, Message message) {
        m_findings.push_back(
            {.severity = severity, .code = Diagnostic::Code::InvalidSetting, .node = std::move(place), .message = std::move(message)});
    }

    bool hasWeights(const FlatNode& node) const {
        const auto facts = m_graph.nodes.find(node.path);
        return facts == m_graph.nodes.end() || facts->second.cost.parameters > 0;
    }

    void checkFrozen() {
        if (m_training.frozen.empty()) return;
        for (const std::string& path : m_training.frozen)
            if (std::ranges::none_of(m_model.nodes, [&](const FlatNode& node) { return isFrozen(node.path, {path}); }))
                note(Severity::Error, "training.frozen", say("There is no node \"%1\" to freeze. Name a node of the graph.", path));
        const auto learns = [this](const FlatNode& node) { return !isFrozen(node.path, m_training.frozen) && hasWeights(node); };
        if (m_findings.empty() && std::ranges::none_of(m_model.nodes, learns))
            note(Severity::Error, "training.frozen",
                 say("All nodes with weights are frozen; nothing is left to train. Leave one of them free."));
    }

    // Where the parts of a batch do not add up to the update of the whole batch.
    void checkAccumulation() {
        const std::int64_t parts = m_training.accumulation;
        if (parts > m_training.batchSize)
            note(Severity::Warning, "training.accumulation",
                 say("A batch of %1 samples has at most %1 parts; it is set to %2.", m_training.batchSize, parts));
        for (const FlatNode& node : m_model.nodes) {
            const std::string_view op = node.op->id;
            if (op.starts_with("BatchNorm") && !isFrozen(node.path, m_training.frozen))
                return note(Severity::Warning, "training.accumulation",
                            say("%1 (\"%2\") normalizes over each part by itself, so the update is not that of the whole batch. Use "
                                "GroupNorm or LayerNorm instead, or a single part.",
                                op, node.path));
            if (op == "MixtureOfExperts")
                return note(Severity::Warning, "training.accumulation",
                            say("%1 (\"%2\") balances its experts within each part, so the update is not quite that of the whole batch.",
                                op, node.path));
        }
        if (!lossIsMeanOverSamples())
            note(Severity::Warning, "training.accumulation",
                 say("The loss \"%1\" is not a mean over the samples, so the parts do not add up to the update of the whole batch. Use a "
                     "single part where that matters.",
                     m_experiment.loss.kind));
    }

    bool lossIsMeanOverSamples() const {
        const Choice& loss = m_experiment.loss;
        if (loss.kind == "dice" || loss.kind == "dice_focal" || loss.kind == "info_nce") return false;
        // Divided by the weights of the classes that a batch happens to have.
        return !loss.parameters.contains(kClassWeights.name) && !loss.parameters.contains(kClassBalance.name);
    }

    void checkPrecision() {
        const bool half = m_training.precision == Precision::Float16;
        if (half && m_training.device == "cpu")
            note(Severity::Warning, "training.precision",
                 say("The processor only imitates fp16: it computes in fp32 and rounds what goes from layer to layer, there and back. "
                     "That shows what fp16 does to the numbers, but it is slower than fp32 and saves no memory."));
        if (!half && m_training.overflowAtStep > 0)
            note(Severity::Warning, "training.overflow_at_step",
                 say("The overflow is for fp16, which this experiment does not use; it has no effect."));
    }

    // A schedule that waits longer than the run does.
    void checkPatience() {
        if (m_experiment.schedule.kind != "plateau" || m_training.patience == 0) return;
        const auto resolved = ResolvedParameters::from(findKind(scheduleKinds(), "plateau")->parameters, m_experiment.schedule.parameters);
        if (!resolved.problems.empty() || m_training.patience > resolved.parameters[kPlateauPatience] + 1) return;
        note(Severity::Warning, "training.early_stopping",
             say("The run ends after %1 epochs without a better validation loss, before the schedule lowers the learning rate. Let the run "
                 "wait longer than the schedule.",
                 m_training.patience));
    }

    const Experiment& m_experiment;
    const TrainingSettings& m_training;
    const Model& m_model;
    const GraphReport& m_graph;
    std::vector<Diagnostic> m_findings;
};

}  // namespace

bool isFrozen(std::string_view path, const std::vector<std::string>& frozen) {
    return std::ranges::any_of(frozen, [&](const std::string& outer) {
        return path == outer || (path.size() > outer.size() && path.starts_with(outer) && path[outer.size()] == '/');
    });
}

std::vector<std::string> withToggled(std::vector<std::string> frozen, const std::vector<std::string>& paths) {
    const auto stands = [&](const std::string& path) { return std::ranges::find(frozen, path) != frozen.end(); };
    if (std::ranges::all_of(paths, stands)) {
        std::erase_if(frozen, [&](const std::string& path) { return std::ranges::find(paths, path) != paths.end(); });
        return frozen;
    }
    for (const std::string& path : paths)
        if (!stands(path)) frozen.push_back(path);
    return frozen;
}

std::vector<Diagnostic> checkTrainingOf(const Experiment& experiment, const Model& model, const GraphReport& graph) {
    return TrainingCheck(experiment, model, graph).findings();
}

}  // namespace seekbench

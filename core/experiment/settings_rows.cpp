// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "core/data/augmentation/augmentation.h"
#include "core/data/dataset.h"
#include "core/experiment/difference.h"
#include "core/experiment/setting.h"
#include "core/experiment/training_fields.h"
#include "core/run/metric.h"

namespace seekbench {
namespace {

// Collects the settings of one experiment after the other into common rows. A row that an earlier experiment lacked takes its
// place behind the row it follows in the later one.
class RowCollector {
public:
    explicit RowCollector(std::size_t experiments) : m_experiments(experiments) {}

    void begin(std::size_t experiment) {
        m_experiment = experiment;
        m_next = 0;
    }

    void add(std::string place, std::string_view label, SettingValue value, std::string_view unit = {}, bool decidesNumbers = true) {
        auto row = std::ranges::find(m_rows, place, &SettingRow::place);
        if (row == m_rows.end()) {
            row = m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(m_next),
                                {std::move(place), label, unit, std::vector<std::optional<SettingValue>>(m_experiments), decidesNumbers});
        }
        row->values[m_experiment] = std::move(value);
        m_next = static_cast<std::size_t>(row - m_rows.begin()) + 1;
    }

    std::vector<SettingRow> take() { return std::move(m_rows); }

private:
    std::size_t m_experiments, m_experiment = 0, m_next = 0;
    std::vector<SettingRow> m_rows;
};

SettingValue number(std::int64_t value) { return {text(ParameterValue(value))}; }
SettingValue number(double value) { return {text(ParameterValue(value))}; }
SettingValue phraseValue(std::string_view source) { return {std::string(source), true}; }

void addChoice(RowCollector& rows, const std::string& place, std::string_view label, const Choice& choice, const Kind* kind) {
    if (!kind) return rows.add(place, label, {choice.kind});
    rows.add(place, label, phraseValue(kind->label));
    // Values that do not fit their specification stand as they are written: check() says what is wrong with them.
    auto values = choice.parameters;
    const auto resolved = ResolvedParameters::from(kind->parameters, choice.parameters);
    for (const auto& [name, value] : resolved.parameters.values()) values[name] = value;
    for (const ParameterSpec& spec : kind->parameters)
        if (const auto value = values.find(spec.name); value != values.end())
            rows.add(place + "." + std::string(spec.name), spec.label, {text(value->second)}, spec.unit);
}

std::string_view methodPhrase(Split::Method method) {
    switch (method) {
        case Split::Method::Stratified: return phrase("the same share of each class");
        case Split::Method::ByGroup: return phrase("whole groups");
        case Split::Method::ByTime: return phrase("the last ones in time");
        case Split::Method::Random: break;
    }
    return phrase("any");
}

void addSplit(RowCollector& rows, const Split& split) {
    const bool isShare = split.source == Split::Source::Share;
    rows.add("split.source", phrase("Validation samples"),
             phraseValue(isShare ? phrase("A share of the training part") : phrase("The test part")));
    if (!isShare) return;
    rows.add("split.method", phrase("Samples held out"), phraseValue(methodPhrase(split.method)));
    rows.add("split.share", phrase("Share held out"), number(split.share));
    if (split.method == Split::Method::ByTime)
        rows.add("split.gap", phrase("Gap in time"),
                 split.gap == Split::kUsualGap ? phraseValue(phrase("as the windows need")) : number(split.gap));
    else
        rows.add("split.seed", phrase("Seed of the split"), number(split.seed));
}

void addMetrics(RowCollector& rows, const std::vector<std::string>& metrics) {
    for (const std::string& metric : metrics) {
        const Kind* kind = findKind(metricKinds(), metric);
        rows.add("metrics." + metric, kind ? kind->label : phrase("Metric"), phraseValue(phrase("measured")), {}, false);
    }
}

void addTraining(RowCollector& rows, const TrainingSettings& training) {
    rows.add("training.batch_size", phrase("Batch size"), number(training.batchSize));
    rows.add("training.epochs", phrase("Epochs"), number(training.epochs));
    rows.add("training.seed", phrase("Seed"), number(training.seed));
    rows.add("training.device", phrase("Device"), {training.device}, {}, false);
    rows.add("training.threads", phrase("CPU threads"), training.threads ? number(training.threads) : phraseValue(phrase("all")), {},
             false);
    for (std::size_t i = 0; i < trainingFields().size(); ++i) {
        const TrainingField& field = trainingFields()[i];
        const ParameterSpec& spec = trainingSettings()[i];
        const ParameterValue value = valueOf(training, field);
        if (field.younger && value != spec.standard)
            rows.add("training." + std::string(spec.name), spec.label, {text(value)}, spec.unit, field.decidesNumbers);
    }
    rows.add("training.checkpoint_interval", phrase("Steps between checkpoints"),
             training.checkpointInterval ? number(training.checkpointInterval) : phraseValue(phrase("only at the end")), {}, false);
    rows.add("training.keep_checkpoints", phrase("Checkpoints kept"), number(training.keepCheckpoints), {}, false);
}

}  // namespace

bool SettingRow::differs() const { return std::ranges::adjacent_find(values, std::ranges::not_equal_to()) != values.end(); }

std::vector<SettingRow> settingsOf(std::span<const Experiment* const> experiments) {
    RowCollector rows(experiments.size());
    for (std::size_t i = 0; i < experiments.size(); ++i) {
        const Experiment& experiment = *experiments[i];
        rows.begin(i);
        const DatasetKind* dataset = findDatasetKind(experiment.dataset.kind);
        addChoice(rows, "dataset", phrase("Data set"), experiment.dataset, dataset ? &dataset->kind : nullptr);
        rows.add("train_limit", phrase("Training samples used"),
                 experiment.trainLimit ? number(experiment.trainLimit) : phraseValue(phrase("all")));
        addSplit(rows, experiment.split);
        for (std::size_t step = 0; step < experiment.augmentation.size(); ++step) {
            const AugmentationKind* kind = findAugmentationKind(experiment.augmentation[step].kind);
            addChoice(rows, "augmentation." + std::to_string(step), phrase("Augmentation"), experiment.augmentation[step],
                      kind ? &kind->kind : nullptr);
        }
        addChoice(rows, "loss", phrase("Loss"), experiment.loss, findKind(lossKinds(), experiment.loss.kind));
        addMetrics(rows, experiment.metrics);
        addChoice(rows, "optimizer", phrase("Optimizer"), experiment.optimizer, findKind(optimizerKinds(), experiment.optimizer.kind));
        addChoice(rows, "schedule", phrase("Schedule"), experiment.schedule, findKind(scheduleKinds(), experiment.schedule.kind));
        addTraining(rows, experiment.training);
    }
    return rows.take();
}

DifferenceCounts countDifferences(const Experiment& a, const Experiment& b) {
    const Experiment* const both[] = {&a, &b};
    const auto rows = settingsOf(both);
    const auto counts = [](const SettingRow& row) { return row.decidesNumbers && row.place != "training.seed" && row.differs(); };
    // The parameters of another optimizer come with it: they are not changes of their own.
    const auto isOwn = [&](const SettingRow& row) {
        const auto dot = row.place.rfind('.');
        if (dot == std::string::npos) return true;
        const auto parent = std::ranges::find(rows, row.place.substr(0, dot), &SettingRow::place);
        return parent == rows.end() || !parent->differs();
    };
    return {.nodes = differenceOf(a.graph, a.library, b.graph, b.library).changes(),
            .settings =
                static_cast<std::size_t>(std::ranges::count_if(rows, [&](const SettingRow& row) { return counts(row) && isOwn(row); }))};
}

}  // namespace seekbench

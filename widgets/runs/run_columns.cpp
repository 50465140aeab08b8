// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/run_columns.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <QtCore/QCoreApplication>

#include "core/data/dataset.h"
#include "core/run/metric.h"
#include "widgets/runs/state_words.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"

namespace seekbench {
namespace {

struct ColumnText {
    Q_DECLARE_TR_FUNCTIONS(RunColumns)
};

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr std::string_view kAccuracy = "val.accuracy";

template <double SeriesFigures::*Figure>
double figureOf(const RunSummary& run, std::string_view series) {
    const auto found = run.series.find(series);
    return found == run.series.end() ? kNone : found->second.*Figure;
}

double orNone(std::int64_t value) { return value > 0 ? static_cast<double>(value) : kNone; }

QString whole(double value) { return std::isfinite(value) ? countText(std::llround(value)) : QStringLiteral("–"); }
QString fourDigits(double value) { return fixed(value, 4); }
QString percent(double value) { return percentText(value); }
QString duration(double value) { return std::isfinite(value) ? durationText(value) : QStringLiteral("–"); }

QString labelOf(std::span<const Kind> kinds, const std::string& id) {
    const Kind* kind = findKind(kinds, id);
    return kind ? translated(kind->label) : fromUtf8(id);
}

// "Dice 83.21 %": the first metric of the run that is not accuracy, in the order of their table, at its best.
QString bestMetric(const RunSummary& run) {
    for (const MetricKind& kind : metricKinds()) {
        const auto found = run.series.find("val." + std::string(kind.id));
        if (kind.id == "accuracy" || found == run.series.end()) continue;
        const double best = kind.better == SeriesKind::Better::Lower ? found->second.lowest : found->second.highest;
        if (!std::isfinite(best)) continue;
        return kind.scale == MetricKind::Scale::Share ? ColumnText::tr("%1 %2 %").arg(translated(kind.label), percentText(best))
                                                      : QStringLiteral("%1 %2").arg(translated(kind.label), figure(best));
    }
    return {};
}

}  // namespace

std::span<const RunColumnSpec> runColumns() {
    using Column = RunColumn;
    using Run = const RunSummary&;
    static const std::vector<RunColumnSpec> columns{
        {Column::Shown, QT_TRANSLATE_NOOP("RunColumns", "Shown"), true, 2.4},
        {Column::Colour, QT_TRANSLATE_NOOP("RunColumns", "Colour"), true, 2.6},
        {Column::Run, QT_TRANSLATE_NOOP("RunColumns", "Run"), true, 5.5, nullptr, [](Run run) { return shortRunId(run.row.id); }},
        {Column::Name, QT_TRANSLATE_NOOP("RunColumns", "Name"), true, 10, nullptr, [](Run run) { return fromUtf8(run.row.name); }},
        {Column::Seed, QT_TRANSLATE_NOOP("RunColumns", "Seed"), true, 4, [](Run run) { return static_cast<double>(run.seed); }, nullptr,
         whole},
        {Column::State, QT_TRANSLATE_NOOP("RunColumns", "State"), true, 11.5, nullptr, [](Run run) { return stateWord(run.state); }},
        {Column::BestAccuracy, QT_TRANSLATE_NOOP("RunColumns", "Validation accuracy %, best"), true, 14.5,
         [](Run run) { return figureOf<&SeriesFigures::highest>(run, kAccuracy); }, nullptr, percent, true},
        {Column::LastAccuracy, QT_TRANSLATE_NOOP("RunColumns", "latest"), true, 8.5,
         [](Run run) { return figureOf<&SeriesFigures::last>(run, kAccuracy); }, nullptr, percent, true},
        {Column::BestLoss, QT_TRANSLATE_NOOP("RunColumns", "Validation loss, best"), true, 11.5,
         [](Run run) { return figureOf<&SeriesFigures::lowest>(run, series::kValidationLoss); }, nullptr, fourDigits, true},
        {Column::Epochs, QT_TRANSLATE_NOOP("RunColumns", "Epochs"), true, 4.5, [](Run run) { return orNone(run.row.epoch); }, nullptr,
         whole, true},
        {Column::Duration, QT_TRANSLATE_NOOP("RunColumns", "Duration"), true, 7.5, [](Run run) { return durationOf(run).value_or(kNone); },
         nullptr, duration, true},
        {Column::Parameters, QT_TRANSLATE_NOOP("RunColumns", "Parameters"), true, 6.5, [](Run run) { return orNone(run.parameters); },
         nullptr, whole, true},
        {Column::Difference, QT_TRANSLATE_NOOP("RunColumns", "Difference to A"), true, 14},
        {Column::Device, QT_TRANSLATE_NOOP("RunColumns", "Device"), true, 9, nullptr, [](Run run) { return fromUtf8(run.row.device); }},
        {Column::Notes, QT_TRANSLATE_NOOP("RunColumns", "Notes"), true, 14, nullptr,
         [](Run run) { return fromUtf8(run.row.notes).simplified(); }},
        {Column::LastLoss, QT_TRANSLATE_NOOP("RunColumns", "Validation loss, latest"), false, 9.5,
         [](Run run) { return figureOf<&SeriesFigures::last>(run, series::kValidationLoss); }, nullptr, fourDigits, true},
        {Column::TrainLoss, QT_TRANSLATE_NOOP("RunColumns", "Training loss, latest"), false, 9.5,
         [](Run run) { return figureOf<&SeriesFigures::last>(run, series::kTrainLoss); }, nullptr, fourDigits, true},
        {Column::Dataset, QT_TRANSLATE_NOOP("RunColumns", "Data set"), false, 9, nullptr,
         [](Run run) {
             const DatasetKind* kind = findDatasetKind(run.dataset);
             return kind ? translated(kind->kind.label) : fromUtf8(run.dataset);
         }},
        {Column::Optimizer, QT_TRANSLATE_NOOP("RunColumns", "Optimizer"), false, 7, nullptr,
         [](Run run) { return labelOf(optimizerKinds(), run.optimizer); }},
        {Column::Schedule, QT_TRANSLATE_NOOP("RunColumns", "Schedule"), false, 9, nullptr,
         [](Run run) { return labelOf(scheduleKinds(), run.schedule); }},
        {Column::BatchSize, QT_TRANSLATE_NOOP("RunColumns", "Batch size"), false, 6, [](Run run) { return orNone(run.batchSize); }, nullptr,
         whole},
        {Column::Created, QT_TRANSLATE_NOOP("RunColumns", "Created"), false, 10, [](Run run) { return run.row.created; }, nullptr,
         clockText},
        {Column::BestMetric, QT_TRANSLATE_NOOP("RunColumns", "Metric, best"), true, 14, nullptr, bestMetric},
    };
    return columns;
}

const RunColumnSpec& specOf(RunColumn column) { return runColumns()[static_cast<std::size_t>(column)]; }
QString titleOf(RunColumn column) { return ColumnText::tr(specOf(column).title); }

QString shortRunId(const std::string& id) {
    const auto dash = id.rfind('-');
    return fromUtf8(dash == std::string::npos ? std::string_view(id) : std::string_view(id).substr(dash + 1));
}

QString differenceText(const DifferenceCounts& counts) {
    const QString nodes = counts.nodes ? ColumnText::tr("%n in the graph", nullptr, static_cast<int>(counts.nodes)) : QString();
    const QString settings = counts.settings ? ColumnText::tr("%n setting(s)", nullptr, static_cast<int>(counts.settings)) : QString();
    if (nodes.isEmpty() && settings.isEmpty()) return QStringLiteral("–");
    if (nodes.isEmpty() || settings.isEmpty()) return nodes + settings;
    return ColumnText::tr("%1, %2").arg(nodes, settings);
}

}  // namespace seekbench

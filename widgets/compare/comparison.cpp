// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/comparison.h"

#include <cmath>

#include <QtCore/QCoreApplication>

#include "widgets/runs/run_columns.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"

namespace seekbench {
namespace {

struct ComparisonText {
    Q_DECLARE_TR_FUNCTIONS(Comparison)
};

const QString kNothing = QStringLiteral("–");

QString valueText(const std::optional<SettingValue>& value, std::string_view unit) {
    if (!value) return kNothing;
    const QString text = value->translatable ? translated(value->text) : fromUtf8(value->text);
    return unit.empty() ? text : ComparisonText::tr("%1 %2", "value and unit").arg(text, translated(unit));
}

QString valueText(const std::optional<std::string>& value) { return value ? fromUtf8(*value) : kNothing; }

// "Dropout, p 0.2"
QString nodeText(const NodeDifference& node, bool after) {
    QStringList parts{fromUtf8(after ? node.operatorAfter : node.operatorBefore)};
    for (const auto& parameter : node.parameters)
        if (const auto& value = after ? parameter.after : parameter.before)
            parts.append(QStringLiteral("%1 %2").arg(fromUtf8(parameter.name), fromUtf8(*value)));
    return parts.join(QStringLiteral(", "));
}

void addNode(std::vector<ComparedSetting>& rows, const NodeDifference& node) {
    const QString name = fromUtf8(node.node);
    switch (node.kind) {
        case NodeDifference::Kind::Equal: return;
        case NodeDifference::Kind::Added: rows.push_back({name, kNothing, nodeText(node, true), true}); return;
        case NodeDifference::Kind::Removed: rows.push_back({name, nodeText(node, false), kNothing, true}); return;
        case NodeDifference::Kind::Changed: break;
    }
    if (node.operatorBefore != node.operatorAfter)
        rows.push_back({ComparisonText::tr("%1: operator").arg(name), fromUtf8(node.operatorBefore), fromUtf8(node.operatorAfter), true});
    for (const auto& parameter : node.parameters)
        rows.push_back({ComparisonText::tr("%1: %2", "node and parameter")
                            .arg(name, parameter.label.empty() ? fromUtf8(parameter.name) : translated(parameter.label)),
                        valueText(parameter.before), valueText(parameter.after), true});
    if (node.bodyChanged)
        rows.push_back({ComparisonText::tr("%1: inside of the block").arg(name), fromUtf8(node.operatorBefore),
                        ComparisonText::tr("made differently"), true});
    if (node.rewired) rows.push_back({ComparisonText::tr("%1: inputs").arg(name), kNothing, ComparisonText::tr("from elsewhere"), true});
}

}  // namespace

std::vector<ComparedSetting> comparedSettings(const Experiment& a, const Experiment& b, const GraphDifference& graph) {
    std::vector<ComparedSetting> rows;
    for (const NodeDifference& node : graph.nodes) addNode(rows, node);
    const Experiment* const both[] = {&a, &b};
    for (const SettingRow& row : settingsOf(both))
        rows.push_back({translated(row.label), valueText(row.values[0], row.unit), valueText(row.values[1], row.unit), row.differs()});
    return rows;
}

std::optional<ComparedSetting> comparedData(const RunSummary& a, const RunSummary& b) {
    if (a.row.dataFingerprint.empty() || b.row.dataFingerprint.empty()) return std::nullopt;
    constexpr qsizetype kDigits = 8;  // enough for eyes
    return ComparedSetting{ComparisonText::tr("Content of the data"), fromUtf8(a.row.dataFingerprint).left(kDigits),
                           fromUtf8(b.row.dataFingerprint).left(kDigits), a.row.dataFingerprint != b.row.dataFingerprint};
}

QString signedText(double value, int decimals) {
    if (!std::isfinite(value)) return kNothing;
    const QString text = decimals == 0 ? countText(std::llround(value)) : fixed(value, decimals);
    return value > 0 ? QLatin1Char('+') + text : text;
}

std::vector<ComparedMetric> comparedMetrics(const RunSummary& a, const RunSummary& b) {
    enum class Wanted { High, Low };
    struct Row {
        RunColumn column;
        Wanted wanted;
        double scale;
        int decimals;
        const char* unit;
    };
    static constexpr Row kRows[] = {{RunColumn::BestAccuracy, Wanted::High, 100, 2, ""},
                                    {RunColumn::BestLoss, Wanted::Low, 1, 4, ""},
                                    {RunColumn::TrainLoss, Wanted::Low, 1, 4, ""},
                                    {RunColumn::Duration, Wanted::Low, 1, 0, "s"},
                                    {RunColumn::Parameters, Wanted::Low, 1, 0, ""}};
    std::vector<ComparedMetric> rows;
    for (const Row& row : kRows) {
        const RunColumnSpec& spec = specOf(row.column);
        const double left = spec.number(a), right = spec.number(b), difference = right - left;
        if (!std::isfinite(left) && !std::isfinite(right)) continue;
        ComparedMetric metric{titleOf(row.column), spec.figure(left), spec.figure(right), signedText(difference * row.scale, row.decimals)};
        if (*row.unit && std::isfinite(difference)) metric.difference += QLatin1Char(' ') + translated(std::string_view(row.unit));
        if (std::isfinite(difference) && difference != 0)
            metric.better = (difference > 0) == (row.wanted == Wanted::High) ? ComparedMetric::Better::B : ComparedMetric::Better::A;
        rows.push_back(std::move(metric));
    }
    return rows;
}

}  // namespace seekbench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/experiment/node_facts.h"

#include <algorithm>
#include <numeric>

#include <QtCore/QCoreApplication>

#include "core/operators/parameters.h"
#include "widgets/graph/node_style.h"
#include "widgets/text/figures.h"

namespace seekbench {
namespace {

struct NodeFactText {
    Q_DECLARE_TR_FUNCTIONS(NodeFactText)
};

bool hasExpression(const ParameterValues& values) {
    return std::ranges::any_of(values, [](const auto& entry) { return std::holds_alternative<Expression>(entry.second); });
}

QString joined(const std::vector<TensorType>& types) {
    QStringList shapes;
    for (const TensorType& type : types)
        if (!type.shape.empty()) shapes.append(shapeText(type.shape));
    return shapes.join(QStringLiteral(", "));
}

void addCost(std::vector<ValueRows::Row>& rows, const Cost& cost, const QString& formula) {
    rows.push_back(
        {NodeFactText::tr("Parameters"), countText(cost.parameters), formula.isEmpty() ? QString() : QStringLiteral("= ") + formula});
    rows.push_back({NodeFactText::tr("Multiply-adds"), countText(cost.multiplyAdds), NodeFactText::tr("per sample")});
    rows.push_back({NodeFactText::tr("Activations"), bytesText(cost.activationBytes), NodeFactText::tr("per sample, fp32")});
}

}  // namespace

QString parameterFormula(const Parameters& parameters, std::span<const ParameterSpec> specs, std::int64_t count) {
    // The extents of a weight are the parameters that have no default: features, channels, the window.
    std::vector<std::int64_t> factors;
    std::int64_t groups = 1, features = 0;
    bool bias = false;
    for (const ParameterSpec& spec : specs) {
        const ParameterValue& value = parameters.values().find(spec.name)->second;
        if (spec.name == parameter::kGroups.name) groups = std::get<std::int64_t>(value);
        if (spec.name == parameter::kBias.name) bias = std::get<bool>(value);
        if (spec.standard) continue;
        if (const auto* number = std::get_if<std::int64_t>(&value)) factors.push_back(features = *number);
        if (const auto* numbers = std::get_if<Integers>(&value)) factors.insert(factors.end(), numbers->begin(), numbers->end());
    }
    if (factors.empty() || count == 0 || factors.size() > 6) return {};
    // As PyTorch keeps a weight: outputs first.
    const auto last = std::ranges::find(factors, features);
    std::rotate(factors.begin(), last == factors.end() ? factors.begin() : last, last == factors.end() ? factors.begin() : last + 1);
    const auto product = std::accumulate(factors.begin(), factors.end(), std::int64_t{1}, std::multiplies<>());
    QStringList parts;
    for (const std::int64_t factor : factors) parts.append(countText(factor));
    const QString weight = parts.join(QStringLiteral(" · "));
    const QString share = groups > 1 ? weight + QStringLiteral(" / ") + countText(groups) : weight;
    if (product / groups == count) return factors.size() > 1 ? share : QString();
    if (bias && product / groups + features == count) return share + QStringLiteral(" + ") + countText(features);
    if (2 * product == count) return QStringLiteral("2 · ") + weight;
    return {};
}

std::map<std::string, QString, std::less<>> inputHints(const Signature& signature, const ParameterValues& values, const NodeFacts& facts) {
    std::map<std::string, QString, std::less<>> hints;
    if (signature.primitive == nullptr || signature.isInput() || !signature.primitive->shape.rule() || hasExpression(values)) return hints;
    for (const ParameterSpec& spec : signature.parameters) {
        const auto given = values.find(spec.name);
        const auto* number = given == values.end() ? nullptr : std::get_if<std::int64_t>(&given->second);
        if (spec.type != ParameterType::Integer || number == nullptr) continue;
        ParameterValues other = values;
        other[std::string(spec.name)] = *number + 1;
        const auto resolved = ResolvedParameters::from(signature.parameters, other);
        if (!resolved.problems.empty()) continue;
        const auto outcome = (*signature.primitive->shape.rule())(resolved.parameters, facts.inputs);
        if (!outcome && !outcome.error().port.empty()) hints.emplace(spec.name, NodeFactText::tr("from the input"));
    }
    return hints;
}

std::vector<ValueRows::Row> factRows(const Signature* signature, const ParameterValues& values, const NodeFacts* facts) {
    std::vector<ValueRows::Row> rows;
    if (facts == nullptr) return rows;
    if (!facts->inputs.empty()) rows.push_back({NodeFactText::tr("Input"), joined(facts->inputs), {}, true});
    if (!facts->outputs.empty()) rows.push_back({NodeFactText::tr("Output"), joined(facts->outputs), {}, true});
    QString formula;
    if (signature != nullptr && signature->primitive != nullptr && !hasExpression(values))
        if (const auto resolved = ResolvedParameters::from(signature->parameters, values); resolved.problems.empty())
            formula = parameterFormula(resolved.parameters, signature->parameters, facts->cost.parameters);
    addCost(rows, facts->cost, formula);
    return rows;
}

std::vector<ValueRows::Row> totalRows(const Graph& graph, const GraphReport& report) {
    std::vector<ValueRows::Row> rows;
    rows.push_back({NodeFactText::tr("Nodes"), countText(static_cast<std::int64_t>(graph.nodes.size())), {}});
    std::vector<TensorType> inputs, outputs;
    for (const auto& [name, node] : graph.nodes) {
        const auto facts = report.nodes.find(name);
        if (facts == report.nodes.end()) continue;
        if (node.op == "Input") inputs.insert(inputs.end(), facts->second.outputs.begin(), facts->second.outputs.end());
        if (node.op == "Output") outputs.insert(outputs.end(), facts->second.inputs.begin(), facts->second.inputs.end());
    }
    if (!inputs.empty()) rows.push_back({NodeFactText::tr("Input"), joined(inputs), {}, true});
    if (!outputs.empty()) rows.push_back({NodeFactText::tr("Output"), joined(outputs), {}, true});
    if (!report.hasErrors()) addCost(rows, report.total, {});
    return rows;
}

}  // namespace seekbench

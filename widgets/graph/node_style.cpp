// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/node_style.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include <QtCore/QStringList>

#include "widgets/text/figures.h"

namespace seekbench {
namespace {

// The parameters that were set, in the order of the specs, as "kernel_size 3 · padding 1"; channel pairs as "1 → 32".
QString parameterText(const Node& node, const Signature* signature) {
    QStringList parts;
    const auto value = [&](std::string_view name) -> QString {
        const auto found = node.parameters.find(name);
        return found == node.parameters.end() ? QString() : fromUtf8(text(found->second));
    };
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> pairs{{{"in_channels", "out_channels"},
                                                                                  {"in_features", "out_features"},
                                                                                  {"input_size", "hidden_size"},
                                                                                  {"num_embeddings", "embedding_dim"}}};
    std::set<std::string_view> paired;
    for (const auto& [in, out] : pairs) {
        if (value(in).isEmpty() || value(out).isEmpty()) continue;
        parts.append(QStringLiteral("%1 → %2").arg(value(in), value(out)));
        paired.insert({in, out});
    }
    const auto add = [&](std::string_view name) {
        if (!paired.contains(name) && !value(name).isEmpty()) parts.append(QStringLiteral("%1 %2").arg(fromUtf8(name), value(name)));
    };
    if (signature != nullptr)
        for (const ParameterSpec& spec : signature->parameters) add(spec.name);
    else
        for (const auto& [name, given] : node.parameters) add(name);
    return parts.join(QStringLiteral(" · "));
}

QString valueText(const Node& node, const GraphReport& report, NodeValue value) {
    const auto facts = report.nodes.find(node.name);
    if (facts == report.nodes.end()) return {};
    const auto orDash = [](std::int64_t count, const QString& text) { return count == 0 ? QStringLiteral("–") : text; };
    const Cost& cost = facts->second.cost;
    switch (value) {
        case NodeValue::Shape: return facts->second.outputs.empty() ? QString() : shapeText(facts->second.outputs.front().shape);
        case NodeValue::Parameters: return orDash(cost.parameters, countText(cost.parameters));
        case NodeValue::MultiplyAdds: return orDash(cost.multiplyAdds, countText(cost.multiplyAdds, true));
        case NodeValue::Memory: return orDash(cost.activationBytes, bytesText(cost.activationBytes));
    }
    return {};
}

QPointF spread(int index, int count, double y) { return {canvas::kNodeWidth * (index + 1) / (count + 1), y}; }

}  // namespace

NodeFace faceOf(const Node& node, const Signature* signature, const GraphReport& report, NodeValue value) {
    NodeFace face{.name = fromUtf8(node.name), .kind = fromUtf8(node.op)};
    if (signature != nullptr) {
        face.composite = signature->composite != nullptr;
        if (signature->primitive != nullptr) face.family = signature->primitive->family;
        for (const Signature::Port& port : signature->inputs) face.inputs.emplace_back(port.name);
        face.outputs.assign(signature->outputs.begin(), signature->outputs.end());
    }
    face.parameters = parameterText(node, signature);
    face.value = valueText(node, report, value);
    const std::string inside = node.name + "/";
    for (const Diagnostic& diagnostic : report.diagnostics) {
        if (diagnostic.node != node.name && !diagnostic.node.starts_with(inside)) continue;
        (diagnostic.severity == Severity::Error ? face.error : face.warning) = true;
    }
    return face;
}

QString carriedShape(const Edge& edge, const GraphReport& report, const Signature* signature) {
    const auto facts = report.nodes.find(edge.from.node);
    if (signature == nullptr || facts == report.nodes.end()) return {};
    const auto port = std::ranges::find(signature->outputs, edge.from.port);
    const auto index = static_cast<std::size_t>(port - signature->outputs.begin());
    return index < facts->second.outputs.size() ? shapeText(facts->second.outputs[index].shape) : QString();
}

QString shapeText(const Shape& shape) {
    QStringList extents;
    for (const Dimension& dimension : shape)
        extents.append(dimension.isOpaque()                      ? QStringLiteral("?")
                       : dimension == Dimension::symbol("batch") ? QStringLiteral("N")
                                                                 : fromUtf8(dimension.text()));
    return extents.join(QStringLiteral("×"));
}

QRectF nodeRect() { return {0, 0, canvas::kNodeWidth, canvas::kNodeHeight}; }
QPointF inputPort(int index, int count) { return spread(index, count, 0); }
QPointF outputPort(int index, int count) { return spread(index, count, canvas::kNodeHeight); }

QPainterPath wirePath(QPointF from, QPointF to) {
    QPainterPath path(from);
    const double dx = to.x() - from.x(), dy = to.y() - from.y();
    if (std::abs(dx) < 0.5) {
        path.lineTo(to);
        return path;
    }
    // Down to the middle, across, and down; a wire that must go up bends just below its source and just above its target.
    const double direction = dx > 0 ? 1 : -1;
    const double bendY = dy > 24 ? from.y() + dy / 2 : from.y() + 12;
    const double radius = std::min({6.0, std::abs(dx) / 2, dy > 24 ? dy / 2 : 12.0});
    if (dy > 24) {
        path.lineTo(from.x(), bendY - radius);
        path.quadTo(from.x(), bendY, from.x() + direction * radius, bendY);
        path.lineTo(to.x() - direction * radius, bendY);
        path.quadTo(to.x(), bendY, to.x(), bendY + radius);
        path.lineTo(to);
        return path;
    }
    const double aboveY = to.y() - 12, middle = from.x() + dx / 2;
    path.lineTo(from.x(), bendY);
    path.lineTo(middle, bendY);
    path.lineTo(middle, aboveY);
    path.lineTo(to.x(), aboveY);
    path.lineTo(to);
    return path;
}

}  // namespace seekbench

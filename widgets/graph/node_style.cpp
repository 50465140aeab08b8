// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/node_style.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>
#include <QtGui/QFontDatabase>

#include "widgets/text/figures.h"

namespace seekbench {
namespace {

// How the second line says a parameter; the others are named as the library spells them.
QString phraseOf(std::string_view name, const QString& value) {
    const auto said = [&](const char* text) { return QCoreApplication::translate("NodeItem", text).arg(value); };
    if (name == "kernel_size") return value;
    if (name == "padding") return said(QT_TRANSLATE_NOOP("NodeItem", "pad %1"));
    if (name == "stride") return said(QT_TRANSLATE_NOOP("NodeItem", "stride %1"));
    if (name == "num_features") return said(QT_TRANSLATE_NOOP("NodeItem", "%1 features"));
    if (name == "output_size") return said(QT_TRANSLATE_NOOP("NodeItem", "output %1"));
    if (name == "num_heads") return said(QT_TRANSLATE_NOOP("NodeItem", "%1 heads"));
    if (name == "start_dim") return said(QT_TRANSLATE_NOOP("NodeItem", "from dim %1"));
    if (name == "eps") return QStringLiteral("ε %1").arg(value);
    if (name == "shape" || name == "normalized_shape") return value;
    return QStringLiteral("%1 %2").arg(fromUtf8(name), value);
}

// 3×3 for a kernel of 3 (one number stands for all), 1 for a stride of [1, 1]; expressions as they are written.
QString valueOf(const ParameterValue& value, const ParameterSpec* spec) {
    if (const auto* flag = std::get_if<bool>(&value))
        return *flag ? QCoreApplication::translate("NodeItem", "on") : QCoreApplication::translate("NodeItem", "off");
    if (const auto* expression = std::get_if<Expression>(&value)) return fromUtf8(expression->text);
    const auto* numbers = std::get_if<Integers>(&value);
    if (numbers == nullptr) return fromUtf8(text(value));
    Integers all = *numbers;
    const bool window = spec != nullptr && (spec->name == "kernel_size" || spec->name == "output_size");
    const bool equal = std::ranges::all_of(all, [&](std::int64_t number) { return number == all.front(); });
    if (window && all.size() == 1) all.resize(static_cast<std::size_t>(std::max(1, spec->count)), all.front());
    if (!window && spec != nullptr && spec->count > 1 && equal && !all.empty()) all.resize(1);
    QStringList parts;
    for (const std::int64_t number : all) parts.append(QString::number(number).replace(QLatin1Char('-'), QChar(0x2212)));
    return parts.join(QStringLiteral("×"));
}

QString valueText(const Node& node, const GraphReport& report, NodeValue value) {
    const auto facts = report.nodes.find(node.name);
    if (facts == report.nodes.end()) return {};
    const auto orDash = [](std::int64_t count, const QString& text) { return count == 0 ? QStringLiteral("–") : text; };
    const Cost& cost = facts->second.cost;
    switch (value) {
        case NodeValue::Shape:
        case NodeValue::Parameters: return orDash(cost.parameters, countText(cost.parameters));
        case NodeValue::MultiplyAdds: return orDash(cost.multiplyAdds, countText(cost.multiplyAdds, true));
        case NodeValue::Memory: return orDash(cost.activationBytes, bytesText(cost.activationBytes));
        case NodeValue::Time:
        case NodeValue::Kernel: break;  // no facts of the graph: node_times.h, node_kernels.h
    }
    return {};
}

QPointF spread(int index, int count, double y) { return {canvas::kNodeWidth * (index + 1) / (count + 1), y}; }

}  // namespace

Problems::Problems(const GraphReport& report) {
    for (const Diagnostic& diagnostic : report.diagnostics) {
        const std::string_view path = diagnostic.node;
        m_byNode[path.substr(0, path.find('/'))].push_back(&diagnostic);
    }
}

const Diagnostic* Problems::at(std::string_view node) const {
    const auto found = m_byNode.find(node);
    if (found == m_byNode.end()) return nullptr;
    const auto error = std::ranges::find(found->second, Severity::Error, &Diagnostic::severity);
    return error != found->second.end() ? *error : found->second.front();
}

bool Problems::isError(std::string_view node) const {
    const Diagnostic* first = at(node);
    return first != nullptr && first->severity == Severity::Error;
}

bool Problems::isWarning(std::string_view node) const {
    const auto found = m_byNode.find(node);
    return found != m_byNode.end() && std::ranges::find(found->second, Severity::Warning, &Diagnostic::severity) != found->second.end();
}

std::set<std::string> Problems::wrongPorts(std::string_view node) const {
    std::set<std::string> ports;
    if (const auto found = m_byNode.find(node); found != m_byNode.end())
        for (const Diagnostic* diagnostic : found->second)
            if (diagnostic->severity == Severity::Error && diagnostic->node == node && !diagnostic->port.empty())
                ports.insert(diagnostic->port);
    return ports;
}

QString parameterText(const Node& node, const Signature* signature) {
    QStringList parts;
    const auto specOf = [&](std::string_view name) -> const ParameterSpec* {
        if (signature == nullptr) return nullptr;
        const auto spec = std::ranges::find(signature->parameters, name, &ParameterSpec::name);
        return spec == signature->parameters.end() ? nullptr : &*spec;
    };
    const auto value = [&](std::string_view name) -> QString {
        const auto found = node.parameters.find(name);
        return found == node.parameters.end() ? QString() : valueOf(found->second, specOf(name));
    };
    std::set<std::string_view> said;
    const auto add = [&](std::string_view name) {
        if (const QString given = value(name); !given.isEmpty() && said.insert(name).second) parts.append(phraseOf(name, given));
    };
    add("kernel_size");
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> pairs{{{"in_channels", "out_channels"},
                                                                                  {"in_features", "out_features"},
                                                                                  {"input_size", "hidden_size"},
                                                                                  {"num_embeddings", "embedding_dim"}}};
    for (const auto& [in, out] : pairs) {
        if (value(in).isEmpty() || value(out).isEmpty()) continue;
        parts.append(QStringLiteral("%1 → %2").arg(value(in), value(out)));
        said.insert({in, out});
    }
    if (signature != nullptr)
        for (const ParameterSpec& spec : signature->parameters) add(spec.name);
    else
        for (const auto& [name, given] : node.parameters) add(name);
    if (!node.when.empty()) parts.append(QCoreApplication::translate("NodeItem", "when %1").arg(fromUtf8(node.when)));
    return parts.join(QStringLiteral(" · "));
}

NodeFace faceOf(const Node& node, const Signature* signature, const GraphReport& report, const Problems& problems, NodeValue value) {
    NodeFace face{.name = fromUtf8(node.name), .kind = fromUtf8(node.op)};
    if (signature != nullptr) {
        face.composite = signature->composite != nullptr;
        if (signature->primitive != nullptr) face.family = signature->primitive->family;
        for (const Signature::Port& port : signature->inputs) face.inputs.emplace_back(port.name);
        face.outputs.assign(signature->outputs.begin(), signature->outputs.end());
    }
    face.parameters = parameterText(node, signature);
    face.value = valueText(node, report, value);
    face.error = problems.isError(node.name);
    face.warning = problems.isWarning(node.name);
    if (face.error) face.wrong = problems.wrongPorts(node.name);
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

const QFont& shapeFont() {
    static const QFont font = [] {
        QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        mono.setPixelSize(11);
        return mono;
    }();
    return font;
}

double snapped(double coordinate) { return std::round(coordinate / canvas::kGrid) * canvas::kGrid; }

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
    const bool downwards = dy > 8;
    const double bendY = downwards ? from.y() + dy / 2 : from.y() + 12;
    const double radius = std::min({6.0, std::abs(dx) / 2, downwards ? dy / 2 : 12.0});
    if (downwards) {
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/graph_scene.h"

#include <algorithm>
#include <cmath>

#include <QtCore/QSignalBlocker>
#include <QtGui/QPainter>
#include <QtWidgets/QGraphicsPathItem>
#include <QtWidgets/QGraphicsSceneMouseEvent>
#include <QtWidgets/QStyleOptionGraphicsItem>

#include "core/graph/signature.h"
#include "widgets/graph/edge_item.h"

namespace seekbench {
namespace {

constexpr double kDotDistance = 20;

int indexOf(const std::vector<std::string>& ports, std::string_view name) {
    const auto found = std::ranges::find(ports, name);
    return found == ports.end() ? -1 : static_cast<int>(found - ports.begin());
}

}  // namespace

GraphScene::GraphScene(QObject* parent) : QGraphicsScene(parent) {}
GraphScene::~GraphScene() = default;

void GraphScene::show(const Graph& graph, const Library& library, const GraphReport& report) {
    Signatures signatures(library);
    m_manyPorts.clear();
    for (auto item = m_nodes.begin(); item != m_nodes.end();) {
        if (graph.nodes.contains(item->first)) {
            ++item;
            continue;
        }
        delete item->second;
        item = m_nodes.erase(item);
    }
    for (const auto& [name, node] : graph.nodes) {
        const Signature* signature = signatures.find(node.op);
        NodeFace face = faceOf(node, signature, report, m_value);
        NodeItem*& item = m_nodes[name];
        if (item == nullptr) {
            item = new NodeItem(std::move(face));
            item->setTheme(m_theme);
            addItem(item);
        } else {
            item->setFace(std::move(face));
        }
        item->setPos(node.position.x, node.position.y);
        if (signature != nullptr)
            for (const Signature::Port& port : signature->inputs)
                if (port.arity == Arity::Many) m_manyPorts[name].emplace(port.name);
    }

    for (auto item = m_edges.begin(); item != m_edges.end();) {
        if (graph.edges.contains(item->first)) {
            ++item;
            continue;
        }
        delete item->second;
        item = m_edges.erase(item);
    }
    for (const Edge& edge : graph.edges) {
        EdgeItem*& item = m_edges[edge];
        if (item == nullptr) {
            item = new EdgeItem(edge, m_theme);
            addItem(item);
        }
        const bool error = std::ranges::any_of(report.diagnostics, [&](const Diagnostic& diagnostic) {
            return diagnostic.severity == Severity::Error && diagnostic.node == edge.to.node && diagnostic.port == edge.to.port;
        });
        item->setLabel(carriedShape(edge, report, signatures.find(graph.nodes.at(edge.from.node).op)), error);
    }
    for (const auto& [name, item] : m_nodes) updateWires(name);
    setSceneRect(contentRect().adjusted(-2000, -2000, 2000, 2000));
}

void GraphScene::updateWires(const std::string& node) {
    for (const auto& [edge, item] : m_edges) {
        if (edge.from.node != node && edge.to.node != node) continue;
        const NodeItem& from = *m_nodes.at(edge.from.node);
        const NodeItem& to = *m_nodes.at(edge.to.node);
        // A port that does not exist (yet) is drawn at the first place, so that the wire can be seen and mended.
        item->setEnds(from.portPosition({true, std::max(0, indexOf(from.face().outputs, edge.from.port))}),
                      to.portPosition({false, std::max(0, indexOf(to.face().inputs, edge.to.port))}));
    }
}

void GraphScene::setTheme(Theme theme) {
    m_theme = theme;
    for (const auto& [name, item] : m_nodes) item->setTheme(theme);
    for (const auto& [edge, item] : m_edges) item->setTheme(theme);
    update();
}

void GraphScene::setNodeValue(NodeValue value) { m_value = value; }

NodeNames GraphScene::selectedNames() const {
    NodeNames names;
    for (const auto& [name, item] : m_nodes)
        if (item->isSelected()) names.insert(name);
    return names;
}

void GraphScene::select(const NodeNames& names) {
    {
        const QSignalBlocker once(this);
        for (const auto& [name, item] : m_nodes) item->setSelected(names.contains(name));
    }
    Q_EMIT selectionChanged();
}

const NodeItem* GraphScene::node(std::string_view name) const {
    const auto found = m_nodes.find(name);
    return found == m_nodes.end() ? nullptr : found->second;
}

NodeItem* GraphScene::nodeAt(QPointF point) const {
    for (QGraphicsItem* item : items(point))
        if (auto* node = qgraphicsitem_cast<NodeItem*>(item)) return node;
    return nullptr;
}

std::optional<Edge> GraphScene::edgeAt(QPointF point) const {
    for (QGraphicsItem* item : items(point))
        if (const auto* edge = qgraphicsitem_cast<EdgeItem*>(item)) return edge->edge();
    return std::nullopt;
}

QRectF GraphScene::contentRect() const {
    QRectF rect;
    for (const auto& [name, item] : m_nodes) rect |= nodeRect().translated(item->pos());
    return rect.isNull() ? rect : rect.adjusted(-48, -48, 48, 48);
}

Endpoint GraphScene::endpointOf(const NodeItem& item, NodeItem::Port port) const {
    const auto& ports = port.output ? item.face().outputs : item.face().inputs;
    Endpoint endpoint{item.face().name.toStdString(), ports[static_cast<std::size_t>(port.index)]};
    if (!port.output) endpoint.slot = freeSlot(endpoint);
    return endpoint;
}

// For a port that takes many edges the first slot nobody uses, else 0.
int GraphScene::freeSlot(const Endpoint& port) const {
    const auto many = m_manyPorts.find(port.node);
    if (many == m_manyPorts.end() || !many->second.contains(port.port)) return 0;
    int slot = 0;
    while (std::ranges::any_of(m_edges, [&](const auto& entry) { return entry.first.to == Endpoint{port.node, port.port, slot}; })) ++slot;
    return slot;
}

void GraphScene::beginWire(NodeItem& item, NodeItem::Port port, QPointF at) {
    m_wire = Wire{endpointOf(item, port), port.output, item.portPosition(port), std::nullopt};
    if (!port.output) {
        // Pulling at a connected input takes the wire off and holds it by its source.
        const auto connected = std::ranges::find_if(m_edges, [&](const auto& entry) {
            return entry.first.to.node == m_wire->from.node && entry.first.to.port == m_wire->from.port;
        });
        if (connected != m_edges.end() && !m_manyPorts.contains(m_wire->from.node)) {
            const Edge edge = connected->first;
            const NodeItem& source = *m_nodes.at(edge.from.node);
            connected->second->setVisible(false);
            m_wire = Wire{edge.from, true, source.portPosition({true, std::max(0, indexOf(source.face().outputs, edge.from.port))}), edge};
        }
    }
    m_wireItem = addPath({}, QPen(m_theme[Colour::Accent], 1.5));
    m_wireItem->setPath(m_wire->fromOutput ? wirePath(m_wire->start, at) : wirePath(at, m_wire->start));
}

void GraphScene::endWire(QPointF at) {
    const Wire wire = *std::exchange(m_wire, std::nullopt);
    delete std::exchange(m_wireItem, nullptr);
    if (wire.taken) m_edges.at(*wire.taken)->setVisible(true);

    NodeItem* target = nodeAt(at);
    auto port = target != nullptr ? target->portAt(target->mapFromScene(at)) : std::nullopt;
    // Anywhere on a node means its first port of the other kind.
    if (target != nullptr && (!port || port->output == wire.fromOutput)) {
        const auto& ports = wire.fromOutput ? target->face().inputs : target->face().outputs;
        port = ports.empty() ? std::nullopt : std::optional(NodeItem::Port{!wire.fromOutput, 0});
    }
    if (target == nullptr) {
        if (wire.taken)
            Q_EMIT edgeDetached(*wire.taken);
        else
            Q_EMIT wireDropped(wire.from, wire.fromOutput, at);
        return;
    }
    if (!port) return;
    const Endpoint end = endpointOf(*target, *port);
    const Edge edge = wire.fromOutput ? Edge{wire.from, end} : Edge{end, wire.from};
    if (edge.from.node == edge.to.node || (wire.taken && edge == *wire.taken)) return;
    if (wire.taken) Q_EMIT edgeDetached(*wire.taken);
    Q_EMIT edgeRequested(edge);
}

void GraphScene::mousePressEvent(QGraphicsSceneMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        if (NodeItem* item = nodeAt(event->scenePos())) {
            if (const auto port = item->portAt(item->mapFromScene(event->scenePos()))) {
                beginWire(*item, *port, event->scenePos());
                event->accept();
                return;
            }
        }
    }
    QGraphicsScene::mousePressEvent(event);
    m_dragStart.clear();
    for (const auto& [name, item] : m_nodes)
        if (item->isSelected()) m_dragStart[name] = item->pos();
}

void GraphScene::mouseMoveEvent(QGraphicsSceneMouseEvent* event) {
    if (m_wire) {
        m_wireItem->setPath(m_wire->fromOutput ? wirePath(m_wire->start, event->scenePos()) : wirePath(event->scenePos(), m_wire->start));
        return;
    }
    QGraphicsScene::mouseMoveEvent(event);
    if (event->buttons() & Qt::LeftButton)
        for (const auto& [name, start] : m_dragStart) updateWires(name);
}

void GraphScene::mouseReleaseEvent(QGraphicsSceneMouseEvent* event) {
    if (m_wire) return endWire(event->scenePos());
    QGraphicsScene::mouseReleaseEvent(event);
    std::map<std::string, Position> moved;
    for (const auto& [name, start] : std::exchange(m_dragStart, {})) {
        const NodeItem& item = *m_nodes.at(name);
        if (item.pos() != start) moved[name] = {std::round(item.pos().x()), std::round(item.pos().y())};
    }
    if (!moved.empty()) Q_EMIT nodesMoved(moved);
}

void GraphScene::mouseDoubleClickEvent(QGraphicsSceneMouseEvent* event) {
    if (const NodeItem* item = nodeAt(event->scenePos()))
        Q_EMIT nodeActivated(item->face().name);
    else
        Q_EMIT emptyActivated(event->scenePos());
    event->accept();
}

void GraphScene::drawBackground(QPainter* painter, const QRectF& rect) {
    painter->fillRect(rect, m_theme[Colour::Canvas]);
    if (QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform()) < canvas::kOneLine || m_theme.isHighContrast())
        return;
    QList<QPointF> dots;
    for (double y = std::floor(rect.top() / kDotDistance) * kDotDistance; y < rect.bottom(); y += kDotDistance)
        for (double x = std::floor(rect.left() / kDotDistance) * kDotDistance; x < rect.right(); x += kDotDistance) dots.append({x, y});
    painter->setPen(QPen(m_theme[Colour::CanvasDot], 1.5));
    painter->drawPoints(dots.constData(), static_cast<int>(dots.size()));
}

}  // namespace seekbench

// SPDX-License-Identifier: GPL-3.0-or-later

// What the mouse does on the canvas: wires are drawn from ports, nodes are dragged on the grid, operators are dropped.

#include <algorithm>
#include <cmath>

#include <QtCore/QMimeData>
#include <QtWidgets/QApplication>
#include <QtWidgets/QGraphicsPathItem>
#include <QtWidgets/QGraphicsSceneDragDropEvent>
#include <QtWidgets/QGraphicsSceneMouseEvent>

#include "widgets/graph/edge_item.h"
#include "widgets/graph/error_badge.h"
#include "widgets/graph/graph_scene.h"

namespace seekbench {
namespace {

// How near to the column of a wired neighbour a dragged node stays in it, so that the wire is straight.
constexpr double kMagnet = 12;
// How far from a wire something may be dropped to go into it.
constexpr double kDropReach = 12;

}  // namespace

void GraphScene::beginWire(NodeItem& item, NodeItem::Port port, QPointF at) {
    m_wire = Wire{endpointOf(item, port), port.output, item.portPosition(port), std::nullopt};
    if (!port.output && !m_manyPorts.contains(m_wire->from.node)) {
        // Pulling at a connected input takes the wire off and holds it by its source.
        const auto edges = edgesOf(m_wire->from.node);
        const auto connected = std::ranges::find(edges, m_wire->from, &Edge::to);
        if (connected != edges.end()) {
            EdgeItem& taken = *m_edges.at(*connected);
            taken.setVisible(false);
            m_wire = Wire{connected->from, true, taken.start(), *connected};
        }
    }
    m_wireItem = addPath({}, QPen(m_theme[Colour::Accent], 1.5));
    drawWire(at);
}

void GraphScene::drawWire(QPointF at) {
    m_wireItem->setPath(m_wire->fromOutput ? wirePath(m_wire->start, at) : wirePath(at, m_wire->start));
}

void GraphScene::endWire(QPointF at) {
    const Wire wire = *std::exchange(m_wire, std::nullopt);
    delete std::exchange(m_wireItem, nullptr);
    if (wire.taken)
        if (const auto item = m_edges.find(*wire.taken); item != m_edges.end()) item->second->setVisible(true);

    NodeItem* target = nodeAt(at);
    auto port = target != nullptr ? target->portAt(target->mapFromScene(at)) : std::nullopt;
    // Anywhere on a node means its first port of the other kind.
    if (target != nullptr && (!port || port->output == wire.fromOutput)) {
        const auto& ports = wire.fromOutput ? target->face().inputs : target->face().outputs;
        port = ports.empty() ? std::nullopt : std::optional(NodeItem::Port{!wire.fromOutput, 0});
    }
    if (target == nullptr) {
        // A click on a port is no drag: nothing was dropped anywhere.
        if (std::hypot(at.x() - wire.start.x(), at.y() - wire.start.y()) <= 2 * canvas::kPortReach) return;
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
    if (wire.taken)
        Q_EMIT edgeRerouted(*wire.taken, edge);
    else
        Q_EMIT edgeRequested(edge);
}

void GraphScene::mousePressEvent(QGraphicsSceneMouseEvent* event) {
    m_drag.reset();
    const QPointF at = event->scenePos();
    if (event->button() == Qt::LeftButton) {
        for (QGraphicsItem* item : items(at))
            if (auto* badge = qgraphicsitem_cast<ErrorBadge*>(item)) {
                event->accept();
                if (badge->isOnFix(badge->mapFromScene(at))) Q_EMIT fixActivated(QString::fromStdString(badge->node()));
                return;
            }
        if (NodeItem* item = nodeAt(at))
            if (const auto port = item->portAt(item->mapFromScene(at))) {
                beginWire(*item, *port, at);
                event->accept();
                return;
            }
    }
    QGraphicsScene::mousePressEvent(event);
    const NodeItem* held = event->button() == Qt::LeftButton ? nodeAt(at) : nullptr;
    if (held == nullptr || !held->isSelected()) return;
    m_drag = Drag{.start = {}, .held = held->face().name.toStdString()};
    for (const std::string& name : selectedNames()) m_drag->start[name] = m_nodes.at(name)->pos();
    setCurrent(m_drag->held, false);
}

void GraphScene::mouseMoveEvent(QGraphicsSceneMouseEvent* event) {
    if (m_wire) return drawWire(event->scenePos());
    if (!m_drag || !(event->buttons() & Qt::LeftButton)) return QGraphicsScene::mouseMoveEvent(event);
    const QPoint pixels = event->screenPos() - event->buttonDownScreenPos(Qt::LeftButton);
    if (!m_drag->moved && pixels.manhattanLength() < QApplication::startDragDistance() / 2) return;
    // Shift frees from the grid; so does Alt where the window manager leaves it to us.
    dragTo(event->buttonDownScenePos(Qt::LeftButton), event->scenePos(), event->modifiers() & (Qt::AltModifier | Qt::ShiftModifier));
}

void GraphScene::dragTo(QPointF pressed, QPointF at, bool free) {
    m_drag->moved = true;
    const QPointF wanted = m_drag->start.at(m_drag->held) + at - pressed;
    const QPointF by = (free ? wanted : dragTarget(m_drag->held, wanted)) - m_drag->start.at(m_drag->held);
    for (const auto& [name, start] : m_drag->start) m_nodes.at(name)->setPos(start + by);
    for (const auto& [name, start] : m_drag->start) updateWires(name);
    highlight(edgeUnderDrag());
}

// The grid, and across it the column of a neighbour that stays.
QPointF GraphScene::dragTarget(const std::string& held, QPointF wanted) const {
    QPointF target(snapped(wanted.x()), snapped(wanted.y()));
    double nearest = kMagnet;
    for (const Edge& edge : edgesOf(held)) {
        const std::string& other = edge.from.node == held ? edge.to.node : edge.from.node;
        if (m_drag->start.contains(other)) continue;
        const double x = m_nodes.at(other)->pos().x();
        if (std::abs(x - wanted.x()) > nearest) continue;
        nearest = std::abs(x - wanted.x());
        target.setX(x);
    }
    return target;
}

// The wire that the one dragged node without wires lies on.
std::optional<Edge> GraphScene::edgeUnderDrag() const {
    if (m_drag->start.size() != 1 || m_edgesOf.contains(m_drag->held)) return std::nullopt;
    const NodeItem& item = *m_nodes.at(m_drag->held);
    if (item.face().inputs.empty() || item.face().outputs.empty()) return std::nullopt;
    return edgeAt(item.sceneBoundingRect().center(), canvas::kNodeHeight / 2 - 4);
}

void GraphScene::mouseReleaseEvent(QGraphicsSceneMouseEvent* event) {
    if (m_wire) return endWire(event->scenePos());
    QGraphicsScene::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || !m_drag) return;
    const auto edge = m_drag->moved ? edgeUnderDrag() : std::nullopt;
    const Drag drag = *std::exchange(m_drag, std::nullopt);
    highlight(std::nullopt);
    std::map<std::string, Position> moved;
    for (const auto& [name, start] : drag.start) {
        const QPointF now = m_nodes.at(name)->pos();
        if (now != start) moved[name] = {std::round(now.x()), std::round(now.y())};
    }
    if (moved.empty()) return;
    if (edge)
        Q_EMIT nodeDroppedOnEdge(QString::fromStdString(drag.held), *edge, moved.at(drag.held));
    else
        Q_EMIT nodesMoved(moved);
}

void GraphScene::mouseDoubleClickEvent(QGraphicsSceneMouseEvent* event) {
    event->accept();
    if (event->button() != Qt::LeftButton) return;
    if (const NodeItem* item = nodeAt(event->scenePos()))
        Q_EMIT nodeActivated(item->face().name);
    else
        Q_EMIT emptyActivated(event->scenePos());
}

void GraphScene::dragEnterEvent(QGraphicsSceneDragDropEvent* event) {
    event->setAccepted(event->mimeData()->hasFormat(QLatin1String(kOperatorMimeType)));
}

void GraphScene::dragMoveEvent(QGraphicsSceneDragDropEvent* event) {
    if (!event->mimeData()->hasFormat(QLatin1String(kOperatorMimeType))) return event->ignore();
    event->acceptProposedAction();
    const auto edge = edgeAt(event->scenePos(), kDropReach);
    highlight(edge);
    if (m_ghost == nullptr) {
        m_ghost = addRect(nodeRect(), QPen(m_theme[Colour::Accent], 1, Qt::DashLine));
        m_ghost->setZValue(3);
    }
    m_ghost->setVisible(!edge);
    m_ghost->setPos(snapped(event->scenePos().x() - canvas::kNodeWidth / 2), snapped(event->scenePos().y() - canvas::kNodeHeight / 2));
}

void GraphScene::dragLeaveEvent(QGraphicsSceneDragDropEvent*) {
    highlight(std::nullopt);
    delete std::exchange(m_ghost, nullptr);
}

void GraphScene::dropEvent(QGraphicsSceneDragDropEvent* event) {
    dragLeaveEvent(event);
    const QByteArray id = event->mimeData()->data(QLatin1String(kOperatorMimeType));
    if (id.isEmpty()) return event->ignore();
    event->acceptProposedAction();
    Q_EMIT operatorDropped(QString::fromUtf8(id), event->scenePos());
}

}  // namespace seekbench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>

#include <QtWidgets/QGraphicsScene>

#include "core/graph/editing/compose.h"
#include "widgets/graph/node_item.h"

class QGraphicsPathItem;

namespace seekbench {

class EdgeItem;

// A GraphScene is the picture of a graph. It follows show() and asks for changes by signals; it changes no graph itself.
// While the user drags, items move ahead of the model; the model's answer puts them where they belong.
class GraphScene : public QGraphicsScene {
    Q_OBJECT

public:
    explicit GraphScene(QObject* parent = nullptr);
    ~GraphScene() override;

    // Brings the items in line: only what differs is touched.
    void show(const Graph& graph, const Library& library, const GraphReport& report);
    void setTheme(Theme theme);
    void setNodeValue(NodeValue value);

    NodeNames selectedNames() const;
    void select(const NodeNames& names);
    const NodeItem* node(std::string_view name) const;
    std::optional<Edge> edgeAt(QPointF point) const;
    // The rectangle of all nodes with a margin; empty without nodes.
    QRectF contentRect() const;

Q_SIGNALS:
    void nodesMoved(const std::map<std::string, seekbench::Position>& positions);  // at the end of a drag
    void edgeRequested(const seekbench::Edge& edge);
    void edgeDetached(const seekbench::Edge& edge);  // its end was dragged away and dropped on nothing
    // A wire was dropped on nothing: which port it came from, and where.
    void wireDropped(const seekbench::Endpoint& from, bool fromOutput, QPointF at);
    void nodeActivated(const QString& name);  // double click
    void emptyActivated(QPointF at);

protected:
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseMoveEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseDoubleClickEvent(QGraphicsSceneMouseEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;

private:
    // A wire being drawn: from which port, and which edge it took off its input.
    struct Wire {
        Endpoint from;
        bool fromOutput = true;
        QPointF start;
        std::optional<Edge> taken;
    };
    NodeItem* nodeAt(QPointF point) const;
    Endpoint endpointOf(const NodeItem& item, NodeItem::Port port) const;
    void beginWire(NodeItem& item, NodeItem::Port port, QPointF at);
    void endWire(QPointF at);
    void updateWires(const std::string& node);
    int freeSlot(const Endpoint& port) const;

    Theme m_theme;
    NodeValue m_value = NodeValue::Shape;
    std::map<std::string, NodeItem*, std::less<>> m_nodes;
    std::map<Edge, EdgeItem*> m_edges;
    std::map<std::string, QPointF> m_dragStart;
    std::optional<Wire> m_wire;
    QGraphicsPathItem* m_wireItem = nullptr;
    std::map<std::string, std::set<std::string>, std::less<>> m_manyPorts;  // node → input ports that take many edges
};

}  // namespace seekbench

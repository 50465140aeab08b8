// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include <QtWidgets/QGraphicsScene>

#include "core/graph/editing/compose.h"
#include "widgets/experiment/experiment_document.h"
#include "widgets/graph/node_item.h"
#include "widgets/graph/plan/node_kernels.h"
#include "widgets/graph/profile/node_times.h"

class QGraphicsPathItem;
class QGraphicsRectItem;

namespace seekbench {

class EdgeItem;
class ErrorBadge;

// The kind of data a dragged operator travels as: its id as UTF-8 text.
inline constexpr char kOperatorMimeType[] = "application/x-seekbench-operator";

// A GraphScene is the picture of a graph. It follows show() and asks for changes by signals; it changes no graph itself.
// While the user drags, items move ahead of the model; the model's answer puts them where they belong.
class GraphScene : public QGraphicsScene {
    Q_OBJECT

public:
    using Nodes = std::map<std::string, NodeItem*, std::less<>>;

    explicit GraphScene(QObject* parent = nullptr);
    ~GraphScene() override;

    // Brings the items in line: only what differs is touched.
    void show(const Graph& graph, const Library& library, const GraphReport& report);
    void setTheme(Theme theme);
    const Theme& theme() const { return m_theme; }
    void setNodeValue(NodeValue value);  // seen from the next show() on
    // Bytes of nodes for NodeValue::Memory, by name; seen from the next show() on.
    void setMemory(std::map<std::string, std::int64_t> bytes) { m_memory = std::move(bytes); }
    // Those of the level whose weights stay; seen from the next show() on.
    void setFrozen(std::set<std::string, std::less<>> names) { m_frozen = std::move(names); }
    // For NodeValue::Time; seen from the next show() on.
    void setTimes(NodeTimes times) { m_times = std::move(times); }
    // For NodeValue::Kernel; nullptr: none. `level`: whose nodes are shown.
    void setPlan(std::shared_ptr<const KernelPlan> plan, GraphLevel level) {
        m_plan = std::move(plan);
        m_planLevel = std::move(level);
    }
    const NodeTimes& times() const { return m_times; }
    // What the badges of nodes in error offer to do: node → label of the fix.
    void setFixes(std::map<std::string, QString> fixes);

    NodeNames selectedNames() const;
    std::vector<Edge> selectedEdges() const;
    void select(const NodeNames& names);
    void selectEdge(const Edge& edge);
    const NodeItem* node(std::string_view name) const;
    const Nodes& nodes() const { return m_nodes; }
    const ErrorBadge* badge(std::string_view node) const;
    std::vector<Edge> edges() const;
    std::vector<Edge> edgesOf(std::string_view node) const;
    // The wire at a point, or within `reach` of it.
    std::optional<Edge> edgeAt(QPointF point, double reach = 0) const;
    // The rectangle of all nodes with a margin; empty without nodes.
    QRectF contentRect() const;
    // Input port number `index` of a node; for ports that take many edges with the first slot nobody uses.
    Endpoint inputOf(const NodeItem& item, int index) const;

    // The node where the keyboard is, "" when nowhere; its ring is drawn while `shown`.
    void setCurrent(const std::string& node, bool shown);
    const std::string& current() const { return m_current; }
    // A wire that the keyboard offers; nothing takes it away.
    void showOffer(const std::optional<Edge>& edge);

Q_SIGNALS:
    void shown();                                                                  // after show(); the picture may have changed
    void nodesMoved(const std::map<std::string, seekbench::Position>& positions);  // at the end of a drag
    void edgeRequested(const seekbench::Edge& edge);
    void edgeDetached(const seekbench::Edge& edge);  // its end was dragged away and dropped on nothing
    void edgeRerouted(const seekbench::Edge& from, const seekbench::Edge& to);
    // A wire was dropped on nothing: which port it came from, and where.
    void wireDropped(const seekbench::Endpoint& from, bool fromOutput, QPointF at);
    void operatorDropped(const QString& id, QPointF at);
    void nodeDroppedOnEdge(const QString& name, const seekbench::Edge& edge, const seekbench::Position& at);
    void nodeActivated(const QString& name);  // double click
    void emptyActivated(QPointF at);
    void fixActivated(const QString& node);

protected:
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseMoveEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseDoubleClickEvent(QGraphicsSceneMouseEvent* event) override;
    void dragEnterEvent(QGraphicsSceneDragDropEvent* event) override;
    void dragMoveEvent(QGraphicsSceneDragDropEvent* event) override;
    void dragLeaveEvent(QGraphicsSceneDragDropEvent* event) override;
    void dropEvent(QGraphicsSceneDragDropEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;

private:
    // A wire being drawn: from which port, and which edge it took off its input.
    struct Wire {
        Endpoint from;
        bool fromOutput = true;
        QPointF start;
        std::optional<Edge> taken;
    };
    // Nodes being dragged: where each began, and which of them is under the pointer.
    struct Drag {
        std::map<std::string, QPointF> start;
        std::string held;
        bool moved = false;
    };
    void showNodes(const Graph& graph, const Library& library, const GraphReport& report);
    void showEdges(const Graph& graph, const Library& library, const GraphReport& report);
    void showBadges(const Graph& graph, const GraphReport& report);
    NodeItem* nodeAt(QPointF point) const;
    Endpoint endpointOf(const NodeItem& item, NodeItem::Port port) const;
    void beginWire(NodeItem& item, NodeItem::Port port, QPointF at);
    void endWire(QPointF at);
    void drawWire(QPointF at);
    void dragTo(QPointF pressed, QPointF at, bool free);
    QPointF dragTarget(const std::string& held, QPointF wanted) const;
    std::optional<Edge> edgeUnderDrag() const;
    void placeEnds(EdgeItem& edge) const;
    void updateWires(std::string_view node);
    int freeSlot(const Endpoint& port) const;
    void highlight(const std::optional<Edge>& edge);

    Theme m_theme;
    NodeValue m_value = NodeValue::Shape;
    std::map<std::string, std::int64_t> m_memory;
    std::set<std::string, std::less<>> m_frozen;
    NodeTimes m_times;
    std::shared_ptr<const KernelPlan> m_plan;
    GraphLevel m_planLevel;
    Nodes m_nodes;
    std::map<Edge, EdgeItem*> m_edges;
    std::map<std::string, std::vector<EdgeItem*>, std::less<>> m_edgesOf;
    std::map<std::string, ErrorBadge*, std::less<>> m_badges;
    std::map<std::string, QString> m_fixes;
    std::map<std::string, std::set<std::string>, std::less<>> m_manyPorts;  // node → input ports that take many edges
    std::optional<Drag> m_drag;
    std::optional<Wire> m_wire;
    std::optional<Edge> m_highlighted;
    std::string m_current;
    QGraphicsPathItem* m_wireItem = nullptr;
    QGraphicsPathItem* m_offerItem = nullptr;
    QGraphicsRectItem* m_ghost = nullptr;  // where a dragged operator would land
};

}  // namespace seekbench

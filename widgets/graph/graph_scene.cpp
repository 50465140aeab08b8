// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/graph_scene.h"

#include <algorithm>
#include <cmath>

#include <QtCore/QSignalBlocker>
#include <QtGui/QPainter>
#include <QtWidgets/QGraphicsPathItem>
#include <QtWidgets/QStyleOptionGraphicsItem>

#include "core/graph/signature.h"
#include "widgets/graph/edge_item.h"
#include "widgets/graph/error_badge.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"

namespace seekbench {
namespace {

constexpr double kDotDistance = 20;

int indexOf(const std::vector<std::string>& ports, std::string_view name) {
    const auto found = std::ranges::find(ports, name);
    // A port that does not exist (yet) is drawn at the first place, so that the wire can be seen and mended.
    return found == ports.end() ? 0 : static_cast<int>(found - ports.begin());
}

// Takes out of `items` what `kept` does not have.
template <class Items, class Kept>
void removeOthers(Items& items, const Kept& kept) {
    std::erase_if(items, [&](const auto& entry) {
        if (kept.contains(entry.first)) return false;
        delete entry.second;
        return true;
    });
}

}  // namespace

GraphScene::GraphScene(QObject* parent) : QGraphicsScene(parent) {}
GraphScene::~GraphScene() {
    blockSignals(true);  // the items go now, one by one; nobody shall look at what is left
}

void GraphScene::show(const Graph& graph, const Library& library, const GraphReport& report) {
    highlight(std::nullopt);
    const auto selected = selectedItems().size();
    showNodes(graph, library, report);
    showEdges(graph, library, report);
    showBadges(graph, report);
    if (!m_nodes.contains(m_current)) m_current.clear();
    const QRectF wanted = contentRect().adjusted(-2000, -2000, 2000, 2000);
    if (sceneRect() != wanted) setSceneRect(wanted);
    if (selectedItems().size() != selected) Q_EMIT selectionChanged();  // what was removed left the selection
    Q_EMIT shown();
}

void GraphScene::showNodes(const Graph& graph, const Library& library, const GraphReport& report) {
    Signatures signatures(library);
    const Problems problems(report);
    std::set<std::pair<std::string_view, std::string_view>> used;
    for (const Edge& edge : graph.edges) used.emplace(edge.from.node, edge.from.port);
    m_manyPorts.clear();
    {
        // A removed node leaves the selection: said once, when all is in place.
        const QSignalBlocker later(this);
        removeOthers(m_nodes, graph.nodes);
    }
    for (const auto& [name, node] : graph.nodes) {
        const Signature* signature = signatures.find(node.op);
        NodeFace face = faceOf(node, signature, report, problems, m_value);
        face.frozen = m_frozen.contains(name);
        if (const auto bytes = m_memory.find(name); m_value == NodeValue::Memory && bytes != m_memory.end())
            face.value = bytesText(bytes->second);
        if (m_value == NodeValue::Time) showTime(face, name, m_times);
        if (m_value == NodeValue::Kernel && m_plan) showKernel(face, pathAt(m_planLevel, name), *m_plan);
        const auto facts = report.nodes.find(name);
        if (m_value == NodeValue::Shape && facts != report.nodes.end())
            for (std::size_t i = 0; i < face.outputs.size() && i < facts->second.outputs.size(); ++i)
                face.loose.push_back(used.contains({name, face.outputs[i]}) ? QString() : shapeText(facts->second.outputs[i].shape));
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
}

void GraphScene::showEdges(const Graph& graph, const Library& library, const GraphReport& report) {
    Signatures signatures(library);
    m_edgesOf.clear();
    {
        const QSignalBlocker later(this);
        removeOthers(m_edges, graph.edges);
    }
    const Endpoint* labelledSource = nullptr;  // edges are ordered by their sources: the first one of each says its shape
    for (const Edge& edge : graph.edges) {
        EdgeItem*& item = m_edges[edge];
        if (item == nullptr) {
            item = new EdgeItem(edge, m_theme);
            addItem(item);
        }
        m_edgesOf[edge.from.node].push_back(item);
        m_edgesOf[edge.to.node].push_back(item);
        const NodeItem& to = *m_nodes.at(edge.to.node);
        const bool error = to.face().wrong.contains(edge.to.port);
        // A wrong shape is told in every overlay.
        const bool first = labelledSource == nullptr || *labelledSource != edge.from;
        const bool labelled = error || (m_value == NodeValue::Shape && first);
        labelledSource = &edge.from;
        item->setLabel(labelled ? carriedShape(edge, report, signatures.find(graph.nodes.at(edge.from.node).op)) : QString(), error);
        placeEnds(*item);
    }
}

void GraphScene::showBadges(const Graph& graph, const GraphReport& report) {
    const Problems problems(report);
    std::map<std::string, const Diagnostic*, std::less<>> wrong;
    for (const auto& [name, item] : m_nodes)
        if (item->face().error) wrong.emplace(name, problems.at(name));
    removeOthers(m_badges, wrong);
    for (const auto& [name, diagnostic] : wrong) {
        BadgeFace face{.expected = {}, .got = {}, .origin = {}, .sentence = translated(diagnostic->message), .fix = {}};
        if (diagnostic->expected && diagnostic->got && diagnostic->node == name) {
            face.expected = shapeText(*diagnostic->expected);
            face.got = shapeText(*diagnostic->got);
            const auto feeding = std::ranges::find_if(
                graph.edges, [&](const Edge& edge) { return edge.to.node == name && edge.to.port == diagnostic->port; });
            if (feeding != graph.edges.end()) face.origin = tr("from %1").arg(fromUtf8(feeding->from.node));
        }
        if (const auto fix = m_fixes.find(name); fix != m_fixes.end()) face.fix = fix->second;
        ErrorBadge*& badge = m_badges[name];
        if (badge == nullptr) {
            badge = new ErrorBadge(name, m_theme);
            addItem(badge);
        }
        badge->setFace(std::move(face));
        badge->setPos(m_nodes.at(name)->pos() + QPointF(canvas::kNodeWidth + 1, -20));
    }
}

void GraphScene::setFixes(std::map<std::string, QString> fixes) {
    m_fixes = std::move(fixes);
    for (const auto& [name, badge] : m_badges) {
        BadgeFace face = badge->face();
        const auto fix = m_fixes.find(name);
        face.fix = fix == m_fixes.end() ? QString() : fix->second;
        badge->setFace(std::move(face));
    }
}

void GraphScene::placeEnds(EdgeItem& item) const {
    const Edge& edge = item.edge();
    const NodeItem &from = *m_nodes.find(edge.from.node)->second, &to = *m_nodes.find(edge.to.node)->second;
    item.setEnds(from.portPosition({true, indexOf(from.face().outputs, edge.from.port)}),
                 to.portPosition({false, indexOf(to.face().inputs, edge.to.port)}));
}

void GraphScene::updateWires(std::string_view node) {
    if (const auto edges = m_edgesOf.find(node); edges != m_edgesOf.end())
        for (EdgeItem* edge : edges->second) placeEnds(*edge);
    if (const auto badge = m_badges.find(node); badge != m_badges.end())
        badge->second->setPos(m_nodes.find(node)->second->pos() + QPointF(canvas::kNodeWidth + 1, -20));
}

void GraphScene::setTheme(Theme theme) {
    m_theme = theme;
    for (const auto& [name, item] : m_nodes) item->setTheme(theme);
    for (const auto& [edge, item] : m_edges) item->setTheme(theme);
    for (const auto& [name, badge] : m_badges) badge->setTheme(theme);
    update();
}

void GraphScene::setNodeValue(NodeValue value) { m_value = value; }

NodeNames GraphScene::selectedNames() const {
    NodeNames names;
    for (const QGraphicsItem* item : selectedItems())
        if (const auto* node = qgraphicsitem_cast<const NodeItem*>(item)) names.insert(node->face().name.toStdString());
    return names;
}

std::vector<Edge> GraphScene::selectedEdges() const {
    std::vector<Edge> edges;
    for (const QGraphicsItem* item : selectedItems())
        if (const auto* edge = qgraphicsitem_cast<const EdgeItem*>(item)) edges.push_back(edge->edge());
    return edges;
}

void GraphScene::select(const NodeNames& names) {
    {
        const QSignalBlocker once(this);
        clearSelection();
        for (const std::string& name : names)
            if (const auto item = m_nodes.find(name); item != m_nodes.end()) item->second->setSelected(true);
        if (!names.empty() && !names.contains(m_current)) setCurrent(*names.begin(), false);
    }
    Q_EMIT selectionChanged();
}

void GraphScene::selectEdge(const Edge& edge) {
    {
        const QSignalBlocker once(this);
        clearSelection();
        if (const auto item = m_edges.find(edge); item != m_edges.end()) item->second->setSelected(true);
    }
    Q_EMIT selectionChanged();
}

const NodeItem* GraphScene::node(std::string_view name) const {
    const auto found = m_nodes.find(name);
    return found == m_nodes.end() ? nullptr : found->second;
}

const ErrorBadge* GraphScene::badge(std::string_view node) const {
    const auto found = m_badges.find(node);
    return found == m_badges.end() ? nullptr : found->second;
}

NodeItem* GraphScene::nodeAt(QPointF point) const {
    for (QGraphicsItem* item : items(point))
        if (auto* node = qgraphicsitem_cast<NodeItem*>(item)) return node;
    return nullptr;
}

std::vector<Edge> GraphScene::edges() const {
    std::vector<Edge> edges;
    for (const auto& [edge, item] : m_edges) edges.push_back(edge);
    return edges;
}

std::vector<Edge> GraphScene::edgesOf(std::string_view node) const {
    std::vector<Edge> edges;
    if (const auto found = m_edgesOf.find(node); found != m_edgesOf.end())
        for (const EdgeItem* edge : found->second) edges.push_back(edge->edge());
    return edges;
}

std::optional<Edge> GraphScene::edgeAt(QPointF point, double reach) const {
    const auto found = reach > 0 ? items(QRectF(point - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach))) : items(point);
    for (QGraphicsItem* item : found)
        if (const auto* edge = qgraphicsitem_cast<EdgeItem*>(item)) return edge->edge();
    return std::nullopt;
}

QRectF GraphScene::contentRect() const {
    QRectF rect;
    for (const auto& [name, item] : m_nodes) rect |= nodeRect().translated(item->pos());
    return rect.isNull() ? rect : rect.adjusted(-48, -48, 48, 48);
}

Endpoint GraphScene::endpointOf(const NodeItem& item, NodeItem::Port port) const {
    if (!port.output) return inputOf(item, port.index);
    return {item.face().name.toStdString(), item.face().outputs[static_cast<std::size_t>(port.index)]};
}

Endpoint GraphScene::inputOf(const NodeItem& item, int index) const {
    Endpoint endpoint{item.face().name.toStdString(), item.face().inputs[static_cast<std::size_t>(index)]};
    endpoint.slot = freeSlot(endpoint);
    return endpoint;
}

// For a port that takes many edges the first slot nobody uses, else 0.
int GraphScene::freeSlot(const Endpoint& port) const {
    const auto many = m_manyPorts.find(port.node);
    if (many == m_manyPorts.end() || !many->second.contains(port.port)) return 0;
    const auto edges = edgesOf(port.node);
    int slot = 0;
    while (std::ranges::find(edges, Endpoint{port.node, port.port, slot}, &Edge::to) != edges.end()) ++slot;
    return slot;
}

void GraphScene::setCurrent(const std::string& node, bool shown) {
    if (const auto before = m_nodes.find(m_current); before != m_nodes.end()) before->second->setFocusRing(false);
    m_current = node;
    if (const auto now = m_nodes.find(node); now != m_nodes.end()) now->second->setFocusRing(shown);
}

void GraphScene::showOffer(const std::optional<Edge>& edge) {
    delete std::exchange(m_offerItem, nullptr);
    if (!edge) return;
    const NodeItem *from = node(edge->from.node), *to = node(edge->to.node);
    if (from == nullptr || to == nullptr) return;
    m_offerItem = addPath(wirePath(from->portPosition({true, indexOf(from->face().outputs, edge->from.port)}),
                                   to->portPosition({false, indexOf(to->face().inputs, edge->to.port)})),
                          QPen(m_theme[Colour::Accent], 2, Qt::DashLine));
    m_offerItem->setZValue(3);
}

void GraphScene::highlight(const std::optional<Edge>& edge) {
    if (edge == m_highlighted) return;
    for (const auto& each : {m_highlighted, edge})
        if (each)
            if (const auto item = m_edges.find(*each); item != m_edges.end()) item->second->setHighlighted(each == edge);
    m_highlighted = edge;
}

void GraphScene::drawBackground(QPainter* painter, const QRectF& rect) {
    painter->fillRect(rect, m_theme[Colour::Canvas]);
    if (QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform()) < canvas::kOneLine || m_theme.isHighContrast())
        return;
    QList<QPointF> dots;
    for (double y = std::floor(rect.top() / kDotDistance) * kDotDistance; y < rect.bottom(); y += kDotDistance)
        for (double x = std::floor(rect.left() / kDotDistance) * kDotDistance; x < rect.right(); x += kDotDistance) dots.append({x, y});
    // Single pixels: three thousand antialiased discs would cost more than all the nodes.
    const bool antialiased = painter->testRenderHint(QPainter::Antialiasing);
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(QPen(m_theme[Colour::CanvasDot], 0));
    painter->drawPoints(dots.constData(), static_cast<int>(dots.size()));
    painter->setRenderHint(QPainter::Antialiasing, antialiased);
}

}  // namespace seekbench

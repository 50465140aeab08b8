// SPDX-License-Identifier: GPL-3.0-or-later

// The verbs of the graph editor: what menus, keys and gestures ask for.

#include <algorithm>
#include <set>

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

#include "core/graph/editing/new_node.h"
#include "core/graph/signature.h"
#include "widgets/graph/editor/name_field.h"
#include "widgets/graph/graph_editor.h"
#include "widgets/graph/graph_view.h"
#include "widgets/graph/palette/operator_search.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"

namespace seekbench {

bool GraphEditor::finish(const Outcome& outcome) {
    if (!outcome) {
        refresh();  // items that were dragged ahead of the document go back
        Q_EMIT messageReported(translated(outcome.error()));
        return false;
    }
    Q_EMIT messageReported({});
    if (!outcome->empty() && *outcome != selection()) select(*outcome);
    return true;
}

NodeNames GraphEditor::selection() const { return m_scene->selectedNames(); }
bool GraphEditor::hasSelection() const { return !m_scene->selectedItems().isEmpty(); }
void GraphEditor::select(const NodeNames& names) { m_scene->select(names); }
double GraphEditor::zoom() const { return m_view->zoom(); }
QPointF GraphEditor::middle() const { return m_view->mapToScene(m_view->viewport()->rect().center()); }

bool GraphEditor::reveal(const QString& path) {
    GraphLevel level;
    for (const QString& part : path.split(QLatin1Char('/'))) {
        // The canvas shows a repeated block once: "blocks/3/attention" lies in "blocks".
        const Graph* graph = m_document.graphAt(level);
        bool isNumber = false;
        part.toUInt(&isNumber);
        if (isNumber && !level.empty() && graph != nullptr && graph->find(part.toStdString()) == nullptr) continue;
        level.push_back(part.toStdString());
    }
    const std::string node = level.back();
    level.pop_back();
    const Graph* graph = m_document.graphAt(level);
    if (graph == nullptr || graph->find(node) == nullptr) return false;
    setLevel(level);
    select({node});
    m_scene->setCurrent(node, true);
    m_view->look(nodeRect().translated(m_scene->node(node)->pos()).center());
    return true;
}

void GraphEditor::removeSelection() {
    if (hasSelection()) finish(m_gestures.remove(selection(), m_scene->selectedEdges()));
}

void GraphEditor::copy() {
    const NodeNames names = selection();
    if (names.empty()) return;
    m_copied = fromUtf8(copiedText(m_gestures.graph(), names));
    m_pastes = 0;
    QGuiApplication::clipboard()->setText(m_copied);
    Q_EMIT messageReported(tr("%n nodes copied as text", nullptr, static_cast<int>(names.size())));
}

void GraphEditor::cut() {
    const NodeNames names = selection();
    if (names.empty()) return;
    copy();
    m_pastes = -1;  // back where they were
    finish(m_gestures.remove(names, {}));
}

void GraphEditor::paste() {
    const QString text = QGuiApplication::clipboard()->text();
    if (text.isEmpty()) return Q_EMIT messageReported(tr("There is nothing to paste."));
    if (text != m_copied) {
        m_copied = text;
        m_pastes = 0;
    }
    const double step = canvas::kGrid * ++m_pastes;
    if (finish(m_gestures.paste(text.toStdString(), {2 * step, step}))) showSelection();
}

void GraphEditor::showSelection() {
    for (const std::string& name : selection()) m_view->ensureVisible(nodeRect().translated(m_scene->node(name)->pos()), 24, 24);
}

void GraphEditor::duplicate() {
    if (const NodeNames names = selection(); !names.empty()) finish(m_gestures.duplicate(names));
}

void GraphEditor::selectAll() {
    NodeNames names;
    for (const auto& [name, item] : m_scene->nodes()) names.insert(name);
    select(names);
}

void GraphEditor::layOut() {
    if (finish(m_gestures.layOut())) m_view->fit();
}

void GraphEditor::fit() { m_view->fit(); }
void GraphEditor::fitSelection() { m_view->fitSelection(); }
void GraphEditor::zoomIn() { m_view->zoomBy(1.2, m_view->viewport()->rect().center()); }
void GraphEditor::zoomOut() { m_view->zoomBy(1 / 1.2, m_view->viewport()->rect().center()); }

void GraphEditor::levelUp() {
    GraphLevel up = level();
    if (up.empty()) return;
    up.pop_back();
    setLevel(up);
}

void GraphEditor::activate(const QString& node) {
    const Node* activated = m_gestures.graph().find(node.toStdString());
    if (activated == nullptr) return;
    if (m_gestures.library().composite(activated->op) == nullptr) return Q_EMIT inspectorRequested();
    GraphLevel inside = level();
    inside.push_back(activated->name);
    setLevel(inside);
}

void GraphEditor::requestFix(const QString& node) {
    const std::string path = pathAt(level(), node.toStdString());
    if (m_fixes.contains(path))
        Q_EMIT fixRequested(QString::fromStdString(path));
    else
        Q_EMIT messageReported(tr("There is no quick fix for %1.").arg(node));
}

void GraphEditor::renameSelected() {
    const NodeNames names = selection();
    if (names.size() != 1) return Q_EMIT messageReported(tr("Select one node to rename it."));
    const std::string name = *names.begin();
    const QRectF title = nodeRect().translated(m_scene->node(name)->pos()).adjusted(34, 2, -8, -canvas::kNodeHeight / 2 + 2);
    QRect place(m_view->mapFromScene(title.topLeft()), m_view->mapFromScene(title.bottomRight()));
    place.setHeight(std::max(place.height(), m_nameField->sizeHint().height()));
    place.setWidth(std::max(place.width(), m_nameField->sizeHint().width()));
    m_nameField->open(place, fromUtf8(name),
                      [this, name](const QString& wanted) { return finish(m_gestures.rename(name, wanted.trimmed().toStdString())); });
}

void GraphEditor::foldSelection() {
    const auto outcome = m_gestures.fold(selection());
    if (finish(outcome)) renameSelected();
}

void GraphEditor::addOperator(const QString& id) {
    const NodeNames names = selection();
    const std::string op = id.toStdString();
    const QPointF at = middle();
    const auto outcome = names.size() == 1 ? m_gestures.addAfter(op, *names.begin()) : m_gestures.add(op, {at.x(), at.y()});
    if (!finish(outcome)) return;
    m_view->ensureVisible(nodeRect().translated(m_scene->node(*outcome->begin())->pos()), 48, 48);
    Q_EMIT operatorUsed(id);
}

void GraphEditor::drop(const QString& id, QPointF at) {
    const auto edge = m_scene->edgeAt(at, canvas::kPortReach);
    const std::string op = id.toStdString();
    if (finish(edge ? m_gestures.addOn(op, *edge) : m_gestures.add(op, {at.x(), at.y()}))) {
        m_view->setFocus(Qt::OtherFocusReason);
        Q_EMIT operatorUsed(id);
    }
}

std::vector<OperatorEntry> GraphEditor::entriesHere() const {
    std::vector<OperatorEntry> entries = operatorEntries(m_gestures.library());
    std::erase_if(entries, [&](const OperatorEntry& entry) { return !m_gestures.mayAdd(entry.id); });
    return entries;
}

void GraphEditor::openSearch(QPointF at, std::vector<OperatorEntry> entries, const QString& caption, Take take) {
    m_take = std::move(take);
    m_search->open(m_view->mapTo(this, m_view->mapFromScene(at)), std::move(entries), caption);
}

void GraphEditor::searchAt(QPointF at) {
    openSearch(at, entriesHere(), {}, [this, at](const std::string& op) { return m_gestures.add(op, {at.x(), at.y()}); });
}

void GraphEditor::searchOperator() {
    const NodeNames names = selection();
    if (names.size() != 1) return searchAt(middle());
    const std::string name = *names.begin();
    const QPointF below = m_scene->node(name)->mapToScene(QPointF(0, canvas::kNodeHeight + 16));
    std::vector<OperatorEntry> entries = entriesHere();
    Signatures signatures(m_gestures.library());
    std::erase_if(entries, [&](const OperatorEntry& entry) { return signatures.find(entry.id)->inputs.empty(); });
    openSearch(below, std::move(entries), tr("After %1").arg(fromUtf8(name)),
               [this, name](const std::string& op) { return m_gestures.addAfter(op, name); });
}

void GraphEditor::searchFor(const Endpoint& from, bool fromOutput, QPointF at) {
    const Library& library = m_gestures.library();
    const auto type = fromOutput ? typeAt(from, m_gestures.graph(), library, m_gestures.report()) : std::nullopt;
    std::vector<OperatorEntry> entries = entriesHere();
    Signatures signatures(library);
    std::erase_if(entries, [&](const OperatorEntry& entry) {
        const Node node = newNode(library, entry.id);
        if (type) return !accepts(fitted(node, library, *type, OutputWidth::Fresh), library, *type);
        const Signature* signature = signatures.find(entry.id);
        return signature == nullptr || (fromOutput ? signature->inputs.empty() : signature->outputs.empty());
    });
    const QString caption = !fromOutput ? tr("What feeds %1").arg(fromUtf8(from.node))
                            : type      ? tr("What fits %1").arg(shapeText(type->shape))
                                        : tr("After %1").arg(fromUtf8(from.node));
    openSearch(at, std::move(entries), caption, [this, from, fromOutput, at](const std::string& op) {
        return m_gestures.addAt(op, from, fromOutput, {at.x(), at.y()});
    });
}

void GraphEditor::swapOperator() {
    const NodeNames names = selection();
    if (names.size() != 1) return Q_EMIT messageReported(tr("Select one node to swap its operator."));
    const std::string name = *names.begin();
    openSearch(m_scene->node(name)->mapToScene(QPointF(0, canvas::kNodeHeight + 8)), entriesHere(), tr("Instead of %1").arg(fromUtf8(name)),
               [this, name](const std::string& op) { return m_gestures.swap(name, op); });
}

bool GraphEditor::fits(const Edge& edge) const {
    const Graph& graph = m_gestures.graph();
    const Node* to = graph.find(edge.to.node);
    if (to == nullptr || edge.from.node == edge.to.node || graph.edges.contains(edge)) return false;
    // A wire back to what feeds its source would close a circle.
    std::multimap<std::string_view, std::string_view> sources;
    for (const Edge& each : graph.edges) sources.emplace(each.to.node, each.from.node);
    std::set<std::string_view> seen{edge.from.node};
    std::vector<std::string_view> open{edge.from.node};
    while (!open.empty()) {
        const auto [begin, end] = sources.equal_range(open.back());
        open.pop_back();
        for (auto source = begin; source != end; ++source) {
            if (source->second == edge.to.node) return false;
            if (seen.insert(source->second).second) open.push_back(source->second);
        }
    }
    const auto type = typeAt(edge.from, graph, m_gestures.library(), m_gestures.report());
    return !type || accepts(*to, m_gestures.library(), *type);
}

}  // namespace seekbench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/editor/graph_keyboard.h"

#include <algorithm>

#include <QtGui/QKeyEvent>

#include "widgets/graph/graph_scene.h"
#include "widgets/graph/graph_view.h"

namespace seekbench {
namespace {

std::optional<Direction> directionOf(int key) {
    switch (key) {
        case Qt::Key_Left: return Direction::Left;
        case Qt::Key_Right: return Direction::Right;
        case Qt::Key_Up: return Direction::Up;
        case Qt::Key_Down: return Direction::Down;
        default: return std::nullopt;
    }
}

}  // namespace

GraphKeyboard::GraphKeyboard(GraphScene& scene, GraphView& view, QObject* parent) : QObject(parent), m_scene(scene), m_view(view) {
    view.installEventFilter(this);
    connect(&scene, &GraphScene::shown, this, [this] {
        // What the wire began at or aims at may be gone.
        if (m_wire && (m_scene.node(m_wire->from) == nullptr || (!m_wire->target.empty() && m_scene.node(m_wire->target) == nullptr)))
            endWire();
        else if (m_wire)
            m_scene.showOffer(offered());
    });
}

bool GraphKeyboard::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_view && event->type() == QEvent::FocusOut) {
        endWire();
        m_scene.setCurrent(m_scene.current(), false);
    }
    if (watched == &m_view && event->type() == QEvent::FocusIn) {
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason)
            m_scene.setCurrent(place(), true);
    }
    if (watched != &m_view || event->type() != QEvent::KeyPress) return false;
    auto& key = static_cast<QKeyEvent&>(*event);
    return m_wire ? pressConnecting(key) : press(key);
}

bool GraphKeyboard::press(QKeyEvent& event) {
    if (const auto direction = directionOf(event.key())) return arrow(*direction, event);
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) {
        if (m_scene.current().empty()) return false;
        if (modifiers == Qt::AltModifier)
            Q_EMIT fixRequested(QString::fromStdString(m_scene.current()));
        else if (modifiers == Qt::NoModifier)
            Q_EMIT activated(QString::fromStdString(m_scene.current()));
        return true;
    }
    if (modifiers != Qt::NoModifier) return false;
    switch (event.key()) {
        case Qt::Key_Tab: Q_EMIT searchRequested(); return true;
        case Qt::Key_Delete: Q_EMIT removeRequested(); return true;
        case Qt::Key_Backspace: Q_EMIT levelUpRequested(); return true;
        case Qt::Key_F2: Q_EMIT renameRequested(); return true;
        case Qt::Key_C: beginWire(); return true;
        case Qt::Key_W: nextWire(); return true;
        case Qt::Key_Escape: m_scene.select({}); return true;
        default: return false;
    }
}

bool GraphKeyboard::arrow(Direction direction, QKeyEvent& event) {
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::AltModifier && direction == Direction::Up)
        Q_EMIT levelUpRequested();
    else if (modifiers == Qt::ControlModifier)
        moveSelection(direction, canvas::kGrid);
    else if (modifiers == Qt::ShiftModifier)
        moveSelection(direction, 1);
    else if (modifiers == (Qt::ControlModifier | Qt::ShiftModifier))
        go(direction, true);
    else if (modifiers == Qt::NoModifier)
        go(direction, false);
    else
        return false;
    return true;
}

std::map<std::string, QPointF, std::less<>> GraphKeyboard::centres() const {
    std::map<std::string, QPointF, std::less<>> centres;
    for (const auto& [name, item] : m_scene.nodes()) centres.emplace(name, item->pos() + nodeRect().center());
    return centres;
}

// The node where the keyboard is: the current one, else one of the selection, else the uppermost.
std::string GraphKeyboard::place() const {
    if (m_scene.node(m_scene.current()) != nullptr) return m_scene.current();
    if (const NodeNames selected = m_scene.selectedNames(); !selected.empty()) return *selected.begin();
    const auto& nodes = m_scene.nodes();
    const auto above = [](const auto& a, const auto& b) { return a.second->y() < b.second->y(); };
    return nodes.empty() ? std::string() : std::ranges::min_element(nodes, above)->first;
}

void GraphKeyboard::goTo(const std::string& node, bool extend) {
    if (m_scene.node(node) == nullptr) return;
    NodeNames names = extend ? m_scene.selectedNames() : NodeNames{};
    names.insert(node);
    m_scene.select(names);
    m_scene.setCurrent(node, true);
    m_view.ensureVisible(nodeRect().translated(m_scene.node(node)->pos()), 48, 48);
}

void GraphKeyboard::go(Direction direction, bool extend) {
    const std::string from = place();
    if (from.empty()) return;
    if (m_scene.selectedNames().empty()) return goTo(from, extend);  // the first arrow shows where one is
    std::set<std::string, std::less<>> wired;
    for (const Edge& edge : m_scene.edgesOf(from)) wired.insert(edge.from.node == from ? edge.to.node : edge.from.node);
    const auto all = centres();
    if (const auto ahead = placesTowards(all, all.at(from), direction, wired); !ahead.empty()) goTo(ahead.front(), extend);
}

void GraphKeyboard::moveSelection(Direction direction, double step) {
    std::map<std::string, Position> positions;
    const QPointF by = unit(direction) * step;
    for (const std::string& name : m_scene.selectedNames()) {
        const QPointF to = m_scene.node(name)->pos() + by;
        positions[name] = {to.x(), to.y()};
    }
    if (!positions.empty()) Q_EMIT nodesMoved(positions);
}

void GraphKeyboard::beginWire() {
    const std::string from = place();
    const NodeItem* item = m_scene.node(from);
    if (item == nullptr || item->face().outputs.empty()) return;
    goTo(from, false);
    m_wire = Wire{.from = from, .output = 0, .target = {}, .input = 0};
    aim(Direction::Down);
    Q_EMIT hinted(tr("Arrows choose where the wire ends, Tab its port, C its source; Enter connects, Esc cancels."));
}

std::optional<Edge> GraphKeyboard::offered() const {
    const NodeItem *from = m_scene.node(m_wire->from), *to = m_scene.node(m_wire->target);
    if (from == nullptr || to == nullptr) return std::nullopt;
    return Edge{{m_wire->from, from->face().outputs[static_cast<std::size_t>(m_wire->output)]}, m_scene.inputOf(*to, m_wire->input)};
}

// Offers the nearest port ahead that fits. Where none lies ahead, the offer stays.
void GraphKeyboard::aim(Direction direction) {
    const auto all = centres();
    const auto at = all.find(m_wire->target.empty() ? m_wire->from : m_wire->target);
    if (at == all.end()) return;
    const Wire before = *m_wire;
    for (const std::string& name : placesTowards(all, at->second, direction)) {
        const int ports = static_cast<int>(m_scene.node(name)->face().inputs.size());
        for (int port = 0; port < ports && name != m_wire->from; ++port) {
            m_wire->target = name;
            m_wire->input = port;
            if (!m_fits || m_fits(*offered())) return m_scene.showOffer(offered());
        }
    }
    m_wire = before;
    m_scene.showOffer(offered());
}

bool GraphKeyboard::pressConnecting(QKeyEvent& event) {
    if (const auto direction = directionOf(event.key())) {
        aim(*direction);
        return true;
    }
    switch (event.key()) {
        case Qt::Key_Tab:
            if (const NodeItem* to = m_scene.node(m_wire->target))
                m_wire->input = (m_wire->input + 1) % static_cast<int>(to->face().inputs.size());
            break;
        case Qt::Key_C: m_wire->output = (m_wire->output + 1) % static_cast<int>(m_scene.node(m_wire->from)->face().outputs.size()); break;
        case Qt::Key_Return:
        case Qt::Key_Enter: {
            const auto edge = offered();
            endWire();
            if (edge) Q_EMIT edgeRequested(*edge);
            return true;
        }
        case Qt::Key_Escape: endWire(); return true;
        default: return true;  // while a wire hangs, other keys rest
    }
    m_scene.showOffer(offered());
    return true;
}

void GraphKeyboard::endWire() {
    if (!m_wire) return;
    m_wire.reset();
    m_scene.showOffer(std::nullopt);
    Q_EMIT hinted({});
}

// Selects the next wire of the current node, so that Del can take it off.
void GraphKeyboard::nextWire() {
    const auto edges = m_scene.edgesOf(place());
    if (edges.empty()) return;
    const auto selected = m_scene.selectedEdges();
    auto next = edges.begin();
    if (selected.size() == 1)
        if (const auto now = std::ranges::find(edges, selected.front()); now != edges.end() && now + 1 != edges.end()) next = now + 1;
    m_scene.selectEdge(*next);
}

}  // namespace seekbench

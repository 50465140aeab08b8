// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/editor/graph_gestures.h"

#include <algorithm>

#include "core/graph/editing/fold.h"
#include "core/graph/editing/new_node.h"
#include "core/graph/layout/layout.h"
#include "core/graph/signature.h"
#include "widgets/graph/node_style.h"
#include "widgets/text/figures.h"

namespace seekbench {
namespace {

constexpr double kPitch = 72;  // from one node to the next below it
constexpr std::string_view kBlockStem = "Block";

Position onGrid(Position middle) { return {snapped(middle.x - canvas::kNodeWidth / 2), snapped(middle.y - canvas::kNodeHeight / 2)}; }

// The first name, and how many there are besides: for the texts of steps.
QString nameOf(const NodeNames& names) { return names.empty() ? QString() : fromUtf8(*names.begin()); }

// The name of the node that an edit adds last.
NodeNames addedBy(const Result<Edit>& edit) {
    NodeNames added;
    if (edit)
        for (const EditStep& step : edit->steps)
            if (const auto* add = std::get_if<AddNode>(&step)) added.insert(add->node.name);
    return added;
}

}  // namespace

const Graph& GraphGestures::graph() const {
    static const Graph nothing;
    const Graph* graph = m_document.graphAt(m_level);
    return graph == nullptr ? nothing : *graph;
}

GraphReport GraphGestures::report() const {
    if (m_level.empty() && !m_document.isReportCurrent()) return check(graph(), library());
    return m_document.reportAt(m_level);
}

GraphGestures::Outcome GraphGestures::perform(const Result<Edit>& edit, const QString& text, NodeNames selected, const QString& mergeKey) {
    if (!edit) return edit.error();
    if (const auto done = m_document.edit(m_level, *edit, text, mergeKey); !done) return done.error();
    return selected;
}

bool GraphGestures::mayAdd(std::string_view op) const {
    // Inside the body of a composite nothing may be that composite or lead to it; nor any of those around it.
    const Composite* added = library().composite(op);
    if (added == nullptr) return true;
    const Library inside = library().usedBy(added->body);
    for (GraphLevel level = m_level; !level.empty(); level.pop_back())
        if (const Composite* around = m_document.compositeAt(level))
            if (around->id == op || inside.composite(around->id) != nullptr) return false;
    return true;
}

Result<void> GraphGestures::checkMayAdd(const std::string& op) const {
    if (mayAdd(op)) return {};
    return Error(ErrorCode::InvalidInput, say("%1 would contain itself.", op), say("Add it outside of its own body."));
}

GraphGestures::Outcome GraphGestures::remove(const NodeNames& names, const std::vector<Edge>& edges) {
    Edit edit;
    int cut = 0;
    for (const Edge& edge : edges) {
        // Wires of removed nodes go with them, and are bridged where that fits.
        if (names.contains(edge.from.node) || names.contains(edge.to.node) || !graph().edges.contains(edge)) continue;
        edit.steps.push_back(Disconnect{edge});
        ++cut;
    }
    const Edit removed = names.empty() ? Edit{} : removing(graph(), library(), names);
    edit.steps.insert(edit.steps.end(), removed.steps.begin(), removed.steps.end());
    const int count = static_cast<int>(names.size());
    const QString text = count == 0   ? tr("Disconnect %n wires", nullptr, cut)
                         : count == 1 ? tr("Delete %1").arg(nameOf(names))
                                      : tr("Delete %n nodes", nullptr, count);
    return perform(edit, text, {});
}

GraphGestures::Outcome GraphGestures::move(const std::map<std::string, Position>& positions, const QString& mergeKey) {
    Edit edit;
    NodeNames names;
    for (const auto& [name, position] : positions) {
        edit.steps.push_back(MoveNode{name, position});
        names.insert(name);
    }
    const int count = static_cast<int>(names.size());
    return perform(edit, count == 1 ? tr("Move %1").arg(nameOf(names)) : tr("Move %n nodes", nullptr, count), names, mergeKey);
}

GraphGestures::Outcome GraphGestures::connect(const Edge& edge) {
    return perform(connecting(graph(), edge), tr("Connect %1 to %2").arg(fromUtf8(edge.from.node), fromUtf8(edge.to.node)), {});
}

GraphGestures::Outcome GraphGestures::disconnect(const Edge& edge) {
    return perform(Edit{{Disconnect{edge}}}, tr("Disconnect %1 from %2").arg(fromUtf8(edge.from.node), fromUtf8(edge.to.node)), {});
}

GraphGestures::Outcome GraphGestures::reroute(const Edge& from, const Edge& to) {
    Edit edit{{Disconnect{from}}};
    for (const EditStep& step : connecting(graph(), to).steps)
        if (step != EditStep(Disconnect{from})) edit.steps.push_back(step);
    return perform(edit, tr("Connect %1 to %2").arg(fromUtf8(to.from.node), fromUtf8(to.to.node)), {});
}

GraphGestures::Outcome GraphGestures::add(const std::string& op, Position middle) {
    if (const auto may = checkMayAdd(op); !may) return may.error();
    Node node = newNode(library(), op);
    node.name = freeNodeName(graph(), node.name);
    node.position = onGrid(middle);
    const Edit edit{{AddNode{node}}};
    return perform(edit, tr("Add %1").arg(fromUtf8(op)), {node.name});
}

GraphGestures::Outcome GraphGestures::addOn(const std::string& op, const Edge& edge) {
    if (const auto may = checkMayAdd(op); !may) return may.error();
    const auto edit = insertingNew(graph(), library(), report(), edge, newNode(library(), op), kPitch);
    return perform(edit, tr("Insert %1").arg(fromUtf8(op)), addedBy(edit));
}

GraphGestures::Outcome GraphGestures::addAt(const std::string& op, const Endpoint& end, bool endIsOutput, Position middle) {
    if (const auto may = checkMayAdd(op); !may) return may.error();
    Node node = newNode(library(), op);
    node.position = onGrid(middle);
    const auto edit = addingAt(graph(), library(), report(), end, endIsOutput, std::move(node));
    return perform(edit, tr("Add %1").arg(fromUtf8(op)), addedBy(edit));
}

GraphGestures::Outcome GraphGestures::addAfter(const std::string& op, const std::string& name) {
    if (const auto may = checkMayAdd(op); !may) return may.error();
    const Node* before = graph().find(name);
    Signatures signatures(library());
    const Signature* signature = before == nullptr ? nullptr : signatures.find(before->op);
    const Signature* added = signatures.find(op);
    Node node = newNode(library(), op);
    if (before == nullptr) return add(op, {});
    node.position = {before->position.x, before->position.y + kPitch};
    // A place where no node is.
    const auto taken = [&](const auto& entry) {
        const Position &at = entry.second.position, &wanted = node.position;
        return std::abs(at.x - wanted.x) < canvas::kNodeWidth && std::abs(at.y - wanted.y) < canvas::kNodeHeight;
    };
    while (std::ranges::any_of(graph().nodes, taken)) node.position.x += canvas::kNodeWidth + 2 * canvas::kGrid;
    if (signature == nullptr || added == nullptr || signature->outputs.empty() || added->inputs.empty()) {
        node.name = freeNodeName(graph(), node.name);
        const Edit edit{{AddNode{node}}};
        return perform(edit, tr("Add %1").arg(fromUtf8(op)), {node.name});
    }
    const auto edit = addingAt(graph(), library(), report(), {name, std::string(signature->outputs.front())}, true, std::move(node));
    return perform(edit, tr("Add %1").arg(fromUtf8(op)), addedBy(edit));
}

GraphGestures::Outcome GraphGestures::putOn(const std::string& name, const Edge& edge, Position at) {
    auto edit = movingOnto(graph(), library(), report(), edge, name);
    if (edit) edit->steps.push_back(MoveNode{name, at});
    return perform(edit, tr("Insert %1").arg(fromUtf8(name)), {name});
}

GraphGestures::Outcome GraphGestures::paste(const std::string& text, Position offset) {
    const auto paste = pasting(graph(), text, offset);
    if (!paste) return paste.error();
    for (const EditStep& step : paste->edit.steps)
        if (const auto* add = std::get_if<AddNode>(&step))
            if (const auto may = checkMayAdd(add->node.op); !may) return may.error();
    return perform(paste->edit, tr("Paste %n nodes", nullptr, static_cast<int>(paste->added.size())), paste->added);
}

GraphGestures::Outcome GraphGestures::duplicate(const NodeNames& names) {
    const auto paste = pasting(graph(), copiedText(graph(), names), {2 * canvas::kGrid, canvas::kGrid});
    if (!paste) return paste.error();
    const int count = static_cast<int>(paste->added.size());
    return perform(paste->edit, count == 1 ? tr("Duplicate %1").arg(nameOf(names)) : tr("Duplicate %n nodes", nullptr, count),
                   paste->added);
}

GraphGestures::Outcome GraphGestures::rename(const std::string& from, const std::string& to) {
    if (from == to) return NodeNames{from};
    return perform(Edit{{RenameNode{from, to}}}, tr("Rename %1 to %2").arg(fromUtf8(from), fromUtf8(to)), {to});
}

GraphGestures::Outcome GraphGestures::swap(const std::string& name, const std::string& op) {
    if (const auto may = checkMayAdd(op); !may) return may.error();
    return perform(swapping(graph(), library(), report(), name, op), tr("Swap %1 for %2").arg(fromUtf8(name), fromUtf8(op)), {name});
}

GraphGestures::Outcome GraphGestures::fold(const NodeNames& names) {
    const auto fold = folding(graph(), library(), names, kBlockStem, m_document.compositeAt(m_level));
    if (!fold) return fold.error();
    const QString text = tr("Fold %n nodes into %1", nullptr, static_cast<int>(names.size())).arg(fromUtf8(fold->composite.id));
    if (const auto done = m_document.editWithComposite(m_level, fold->composite, fold->edit, text); !done) return done.error();
    return NodeNames{fold->node};
}

GraphGestures::Outcome GraphGestures::layOut() { return perform(layoutEdit(graph()), tr("Lay out"), {}); }

int GraphGestures::uses() const {
    const Composite* composite = m_document.compositeAt(m_level);
    if (composite == nullptr) return 0;
    const auto among = [&](const Graph& graph) {
        return static_cast<int>(std::ranges::count_if(graph.nodes, [&](const auto& entry) { return entry.second.op == composite->id; }));
    };
    const Experiment& experiment = m_document.experiment();
    int count = among(experiment.graph);
    for (const auto& [id, used] : experiment.library.usedBy(experiment.graph).composites) count += among(used.body);
    return count;
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include "core/experiment/difference.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "core/graph/repetition.h"
#include "core/operators/catalog.h"

namespace seekbench {
namespace {

using Change = NodeDifference::Kind;

// One of the two graphs with what is asked of it again and again.
class Side {
public:
    Side(const Graph& graph, const Library& library) : m_graph(graph), m_library(library) {
        for (const Edge& edge : graph.edges) {
            m_inputs[edge.to.node].push_back(&edge);
            m_outputs[edge.from.node].push_back(&edge);
        }
    }

    const Node* find(std::string_view name) const { return m_graph.find(name); }
    const Graph& graph() const { return m_graph; }
    const std::vector<const Edge*>& inputs(const std::string& node) const { return entryOf(m_inputs, node); }
    const std::vector<const Edge*>& outputs(const std::string& node) const { return entryOf(m_outputs, node); }
    const Composite* composite(const Node& node) const { return m_library.composite(node.op); }
    const Library& library() const { return m_library; }

    // The values of a node's parameters, the defaults filled in where they are known.
    ParameterValues values(const Node& node) const {
        ParameterValues values = node.parameters;
        if (const Operator* op = findOperator(node.op)) {
            const auto resolved = ResolvedParameters::from(op->parameters, node.parameters);
            if (resolved.problems.empty()) return resolved.parameters.values();
            for (const ParameterSpec& spec : op->parameters)
                if (spec.standard) values.emplace(std::string(spec.name), *spec.standard);
        } else if (const Composite* composite = this->composite(node)) {
            for (const CompositeParameter& parameter : composite->parameters) values.emplace(parameter.name, parameter.standard);
            values.emplace(std::string(kRepeat.name), std::int64_t{1});
        }
        return values;
    }
    // The same of a node without any parameter set.
    ParameterValues defaults(const Node& node) const { return values(Node{.name = node.name, .op = node.op}); }

    std::string_view label(const Node& node, std::string_view parameter) const {
        if (const Operator* op = findOperator(node.op)) {
            const auto spec = std::ranges::find(op->parameters, parameter, &ParameterSpec::name);
            return spec == op->parameters.end() ? std::string_view() : spec->label;
        }
        return {};
    }

private:
    using Edges = std::map<std::string, std::vector<const Edge*>, std::less<>>;
    static const std::vector<const Edge*>& entryOf(const Edges& edges, const std::string& node) {
        static const std::vector<const Edge*> kNone;
        const auto found = edges.find(node);
        return found == edges.end() ? kNone : found->second;
    }

    const Graph& m_graph;
    const Library& m_library;
    Edges m_inputs, m_outputs;
};

// Where the inputs of a node come from: port and slot → ports of nodes that both graphs have, seen through those that only one has.
using Sources = std::map<std::pair<std::string, int>, std::set<std::string>>;

Sources sourcesOf(const Side& side, const Side& other, const std::string& node) {
    Sources sources;
    for (const Edge* input : side.inputs(node)) {
        std::set<std::string>& found = sources[{input->to.port, input->to.slot}];
        std::set<std::string> seen;
        const std::function<void(const Endpoint&)> follow = [&](const Endpoint& from) {
            if (other.find(from.node)) {
                found.insert(text(from));
            } else if (seen.insert(from.node).second) {
                for (const Edge* before : side.inputs(from.node)) follow(before->from);
            }
        };
        follow(input->from);
    }
    return sources;
}

// Where it makes no difference to the model: places on the canvas, what is only shown, defaults written out.
Composite essence(Composite composite) {
    composite.label.clear();
    composite.summary.clear();
    for (CompositeParameter& parameter : composite.parameters) {
        parameter.label.clear();
        parameter.help.clear();
    }
    for (auto& [name, node] : composite.body.nodes) node.position = {};
    return composite;
}

// The composites below a node's operator, itself included, by id.
std::map<std::string, Composite> bodiesOf(const Side& side, const Node& node) {
    std::map<std::string, Composite> bodies;
    const Graph alone{.nodes = {{node.name, node}}, .edges = {}};
    for (const auto& [id, composite] : side.library().usedBy(alone).composites) bodies.emplace(id, essence(composite));
    return bodies;
}

void compareParameters(NodeDifference& difference, const Side& a, const Node& before, const Side& b, const Node& after) {
    const ParameterValues from = a.values(before), to = b.values(after);
    std::set<std::string> names;
    for (const auto* values : {&from, &to})
        for (const auto& [name, value] : *values) names.insert(name);
    for (const std::string& name : names) {
        const auto left = from.find(name), right = to.find(name);
        const auto textOf = [&](const ParameterValues& values, const auto& entry) {
            return entry == values.end() ? std::nullopt : std::optional(text(entry->second));
        };
        if (textOf(from, left) == textOf(to, right)) continue;
        const std::string_view label = b.label(after, name);
        difference.parameters.push_back({name, label.empty() ? a.label(before, name) : label, textOf(from, left), textOf(to, right)});
    }
}

NodeDifference compare(const Side& a, const Node& before, const Side& b, const Node& after) {
    NodeDifference difference{.node = before.name, .operatorBefore = before.op, .operatorAfter = after.op};
    // Parameters of another operator are other parameters.
    if (before.op == after.op) {
        compareParameters(difference, a, before, b, after);
        if (before.when != after.when) difference.parameters.push_back({"when", {}, before.when, after.when});
        difference.bodyChanged = bodiesOf(a, before) != bodiesOf(b, after);
    }
    difference.rewired = sourcesOf(a, b, before.name) != sourcesOf(b, a, after.name);
    const bool same = before.op == after.op && difference.parameters.empty() && !difference.bodyChanged && !difference.rewired;
    difference.kind = same ? Change::Equal : Change::Changed;
    return difference;
}

NodeDifference onlyOn(const Side& side, const Node& node, Change kind) {
    NodeDifference difference{.node = node.name, .kind = kind};
    const bool added = kind == Change::Added;
    (added ? difference.operatorAfter : difference.operatorBefore) = node.op;
    const ParameterValues defaults = side.defaults(node);
    for (const auto& [name, value] : side.values(node)) {
        const auto standard = defaults.find(name);
        if (standard != defaults.end() && standard->second == value) continue;
        NodeDifference::Parameter parameter{name, side.label(node, name), {}, {}};
        (added ? parameter.after : parameter.before) = text(value);
        difference.parameters.push_back(std::move(parameter));
    }
    return difference;
}

// All names of both graphs, each behind the nodes it takes its inputs from, as far as the two graphs together have no cycle. Of
// those that may come next, the one that continues what came last comes first, so that branches stay together.
std::vector<std::string> orderOf(const Side& a, const Side& b) {
    std::set<std::string> left;
    for (const auto* side : {&a, &b})
        for (const auto& [name, node] : side->graph().nodes) left.insert(name);
    std::vector<std::string> order;
    std::set<std::string> visiting;
    const std::function<void(const std::string&)> visit = [&](const std::string& name) {
        if (!left.contains(name) || !visiting.insert(name).second) return;
        for (const Side* side : {&a, &b})
            for (const Edge* input : side->inputs(name)) visit(input->from.node);
        if (left.erase(name)) order.push_back(name);
    };
    // From the ends backwards: what nothing follows.
    const std::vector<std::string> names(left.begin(), left.end());
    for (const std::string& name : names)
        if (a.outputs(name).empty() && b.outputs(name).empty()) visit(name);
    for (const std::string& name : names) visit(name);  // what stands in a cycle
    return order;
}

}  // namespace

std::size_t GraphDifference::count(NodeDifference::Kind kind) const {
    return static_cast<std::size_t>(std::ranges::count(nodes, kind, &NodeDifference::kind));
}

GraphDifference differenceOf(const Graph& before, const Library& libraryBefore, const Graph& after, const Library& libraryAfter) {
    const Side a(before, libraryBefore), b(after, libraryAfter);
    GraphDifference difference;
    for (const std::string& name : orderOf(a, b)) {
        const Node *left = a.find(name), *right = b.find(name);
        difference.nodes.push_back(!right  ? onlyOn(a, *left, Change::Removed)
                                   : !left ? onlyOn(b, *right, Change::Added)
                                           : compare(a, *left, b, *right));
    }
    return difference;
}

}  // namespace seekbench

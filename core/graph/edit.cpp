// SPDX-License-Identifier: Apache-2.0
#include "core/graph/edit.h"

#include <algorithm>

#include "core/operators/catalog.h"

namespace seekbench {
namespace {

// The steps that undo one step, in the order in which they are to be performed.
using Inverse = Result<std::vector<EditStep>>;

Error missingNode(std::string_view name) { return Error(ErrorCode::NotFound, say("There is no node %1.", name)); }

std::vector<Edge> edgesAt(const Graph& graph, std::string_view node) {
    std::vector<Edge> edges;
    std::ranges::copy_if(graph.edges, std::back_inserter(edges),
                         [&](const Edge& edge) { return edge.from.node == node || edge.to.node == node; });
    return edges;
}

Result<void> checkNewName(const Graph& graph, const std::string& name) {
    if (auto allowed = checkNodeName(name); !allowed) return allowed;
    if (graph.nodes.contains(name))
        return Error(ErrorCode::InvalidInput, say("There is already a node %1.", name), say("Choose another name."));
    return {};
}

Inverse apply(Graph& graph, const AddNode& step) {
    if (auto allowed = checkNewName(graph, step.node.name); !allowed) return allowed.error();
    graph.nodes.emplace(step.node.name, step.node);
    return std::vector<EditStep>{RemoveNode{step.node.name}};
}

Inverse apply(Graph& graph, const RemoveNode& step) {
    const auto found = graph.nodes.find(step.name);
    if (found == graph.nodes.end()) return missingNode(step.name);
    std::vector<EditStep> inverse{AddNode{found->second}};
    for (const Edge& edge : edgesAt(graph, step.name)) {
        inverse.emplace_back(Connect{edge});
        graph.edges.erase(edge);
    }
    graph.nodes.erase(found);
    return inverse;
}

Inverse apply(Graph& graph, const RenameNode& step) {
    if (!graph.nodes.contains(step.from)) return missingNode(step.from);
    if (auto allowed = checkNewName(graph, step.to); !allowed) return allowed.error();
    auto node = graph.nodes.extract(step.from);
    node.key() = node.mapped().name = step.to;
    graph.nodes.insert(std::move(node));
    for (const Edge& edge : edgesAt(graph, step.from)) {
        Edge renamed = edge;
        for (Endpoint* end : {&renamed.from, &renamed.to})
            if (end->node == step.from) end->node = step.to;
        graph.edges.erase(edge);
        graph.edges.insert(std::move(renamed));
    }
    return std::vector<EditStep>{RenameNode{step.to, step.from}};
}

// Whether an operator has a parameter of this name, as far as the catalog knows.
bool takes(std::string_view op, std::string_view parameter) {
    const Operator* primitive = findOperator(op);
    return !primitive || std::ranges::find(primitive->parameters, parameter, &ParameterSpec::name) != primitive->parameters.end();
}

Inverse apply(Graph& graph, const SetOperator& step) {
    const auto found = graph.nodes.find(step.node);
    if (found == graph.nodes.end()) return missingNode(step.node);
    Node& node = found->second;
    std::vector<EditStep> inverse{SetOperator{step.node, node.op}};
    // Going back drops, too, what the old operator does not have: a node may hold parameters that never fitted.
    for (const auto& [name, value] : node.parameters)
        if (!takes(step.op, name) || !takes(node.op, name)) inverse.emplace_back(SetParameter{step.node, name, value});
    std::erase_if(node.parameters, [&](const auto& parameter) { return !takes(step.op, parameter.first); });
    node.op = step.op;
    return inverse;
}

Inverse apply(Graph& graph, const SetParameter& step) {
    const auto found = graph.nodes.find(step.node);
    if (found == graph.nodes.end()) return missingNode(step.node);
    ParameterValues& parameters = found->second.parameters;
    const auto before = parameters.find(step.parameter);
    SetParameter inverse{step.node, step.parameter, {}};
    if (before != parameters.end()) inverse.value = before->second;
    if (step.value)
        parameters.insert_or_assign(step.parameter, *step.value);
    else if (before != parameters.end())
        parameters.erase(before);
    return std::vector<EditStep>{std::move(inverse)};
}

Inverse apply(Graph& graph, const MoveNode& step) {
    const auto found = graph.nodes.find(step.node);
    if (found == graph.nodes.end()) return missingNode(step.node);
    return std::vector<EditStep>{MoveNode{step.node, std::exchange(found->second.position, step.to)}};
}

Inverse apply(Graph& graph, const Connect& step) {
    const auto& [from, to] = step.edge;
    for (const Endpoint* end : {&from, &to})
        if (!graph.nodes.contains(end->node)) return missingNode(end->node);
    if (std::ranges::find(graph.edges, to, &Edge::to) != graph.edges.end())
        return Error(ErrorCode::InvalidInput, say("An edge already leads to %1.", text(to)), say("Remove it first."));
    graph.edges.insert(step.edge);
    return std::vector<EditStep>{Disconnect{step.edge}};
}

Inverse apply(Graph& graph, const Disconnect& step) {
    if (graph.edges.erase(step.edge) == 0)
        return Error(ErrorCode::NotFound, say("There is no edge from %1 to %2.", text(step.edge.from), text(step.edge.to)));
    return std::vector<EditStep>{Connect{step.edge}};
}

// Undoes what was performed so far: the last step first.
void undo(Graph& graph, const std::vector<EditStep>& inverse) {
    for (const EditStep& step : inverse) {
        [[maybe_unused]] const bool undone = bool(std::visit([&](const auto& kind) { return apply(graph, kind); }, step));
        assert(undone);
    }
}

}  // namespace

Result<Edit> perform(Graph& graph, const Edit& edit) {
    Edit inverse;
    for (const EditStep& step : edit.steps) {
        auto steps = std::visit([&](const auto& kind) { return apply(graph, kind); }, step);
        if (!steps) {
            undo(graph, inverse.steps);
            return steps.error();
        }
        inverse.steps.insert(inverse.steps.begin(), steps->begin(), steps->end());
    }
    return inverse;
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include "core/graph/editing/compose.h"

#include <algorithm>
#include <map>
#include <optional>

#include <nlohmann/json.hpp>

#include "core/base/json.h"
#include "core/graph/check.h"
#include "core/graph/signature.h"

namespace seekbench {
namespace {

constexpr std::string_view kFormat = "seekbench-nodes";
constexpr int kVersion = 1;

std::vector<Edge> edgesInto(const Graph& graph, std::string_view node) {
    std::vector<Edge> edges;
    std::ranges::copy_if(graph.edges, std::back_inserter(edges), [&](const Edge& edge) { return edge.to.node == node; });
    return edges;
}

// The source outside `names` that feeds a chain of nodes inside; nothing when the chain forks or begins nowhere.
std::optional<Endpoint> sourceBefore(const Graph& graph, const NodeNames& names, Endpoint from) {
    for (std::size_t walked = 0; walked <= graph.nodes.size(); ++walked) {
        if (!names.contains(from.node)) return from;
        const auto feeding = edgesInto(graph, from.node);
        if (feeding.size() != 1) return std::nullopt;
        from = feeding.front().from;
    }
    return std::nullopt;  // a cycle
}

std::size_t errorsAt(const GraphReport& report) {
    return static_cast<std::size_t>(
        std::ranges::count_if(report.diagnostics, [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::Error; }));
}

// How many errors `graph` has after `edit`; an edit that cannot be performed counts as worst.
std::size_t errorsAfter(Graph graph, const Library& library, const Edit& edit) {
    if (!perform(graph, edit)) return std::numeric_limits<std::size_t>::max();
    return errorsAt(check(graph, library));
}

}  // namespace

Edit removing(const Graph& graph, const Library& library, const NodeNames& names) {
    Edit edit;
    for (const std::string& name : names)
        if (graph.find(name) != nullptr) edit.steps.push_back(RemoveNode{name});
    std::size_t errors = errorsAfter(graph, library, edit);
    for (const Edge& edge : graph.edges) {
        if (!names.contains(edge.from.node) || names.contains(edge.to.node)) continue;
        const auto source = sourceBefore(graph, names, edge.from);
        if (!source) continue;
        Edit bridged = edit;
        bridged.steps.push_back(Connect{{*source, edge.to}});
        // The open input was an error of its own; a bridge must leave fewer than before, or it only moves the mistake.
        if (const auto now = errorsAfter(graph, library, bridged); now < errors) {
            edit = std::move(bridged);
            errors = now;
        }
    }
    return edit;
}

Result<Edit> insertingOn(const Graph& graph, const Library& library, const Edge& edge, Node node) {
    Signatures signatures(library);
    const Signature* signature = signatures.find(node.op);
    if (signature == nullptr)
        return Error(ErrorCode::NotFound, say("There is no operator \"%1\".", node.op), say("Choose one from the palette."));
    if (signature->inputs.empty() || signature->outputs.empty())
        return Error(ErrorCode::InvalidInput,
                     signature->inputs.empty() ? say("%1 cannot stand within an edge: it has no input.", node.op)
                                               : say("%1 cannot stand within an edge: it has no output.", node.op),
                     say("Choose an operator with an input and an output."));
    node.name = freeNodeName(graph, node.name);
    const Endpoint in{node.name, std::string(signature->inputs.front().name)}, out{node.name, std::string(signature->outputs.front())};
    return Edit{{Disconnect{edge}, AddNode{std::move(node)}, Connect{{edge.from, in}}, Connect{{out, edge.to}}}};
}

std::string copiedText(const Graph& graph, const NodeNames& names) {
    Graph part;
    for (const std::string& name : names)
        if (const Node* node = graph.find(name)) part.nodes.emplace(name, *node);
    for (const Edge& edge : graph.edges)
        if (part.nodes.contains(edge.from.node) && part.nodes.contains(edge.to.node)) part.edges.insert(edge);
    return canonicalJson({{"format", kFormat}, {"version", kVersion}, {"graph", graphToJson(part)}});
}

Result<Paste> pasting(const Graph& graph, std::string_view text, Position offset) {
    const auto json = parseJson(text);
    if (!json) return json.error().in(say("pasting nodes"));
    if (const auto version = checkFormat(*json, kFormat, kVersion); !version) return version.error().in(say("pasting nodes"));
    if (!json->contains("graph"))
        return Error(ErrorCode::InvalidInput, say("The copied text has no graph in it."), say("Copy the nodes again."));
    const auto part = graphFromJson((*json)["graph"]);
    if (!part) return part.error().in(say("pasting nodes"));

    Paste paste;
    Graph grown = graph;  // so that each new name is free among the new ones too
    std::map<std::string, std::string, std::less<>> names;
    for (const auto& [name, node] : part->nodes) {
        Node added = node;
        added.name = freeNodeName(grown, name);
        added.position = {node.position.x + offset.x, node.position.y + offset.y};
        names.emplace(name, added.name);
        paste.added.insert(added.name);
        grown.nodes.emplace(added.name, added);
        paste.edit.steps.push_back(AddNode{std::move(added)});
    }
    for (Edge edge : part->edges) {
        edge.from.node = names.at(edge.from.node);
        edge.to.node = names.at(edge.to.node);
        paste.edit.steps.push_back(Connect{std::move(edge)});
    }
    return paste;
}

Edit connecting(const Graph& graph, const Edge& edge) {
    Edit edit;
    for (const Edge& old : graph.edges)
        if (old.to == edge.to) edit.steps.push_back(Disconnect{old});
    edit.steps.push_back(Connect{edge});
    return edit;
}

}  // namespace seekbench

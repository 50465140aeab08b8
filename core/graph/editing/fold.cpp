// SPDX-License-Identifier: Apache-2.0
#include "core/graph/editing/fold.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "core/graph/signature.h"
#include "core/operators/catalog.h"

namespace seekbench {
namespace {

constexpr double kPitch = 72;

std::string freeOperatorId(const Library& library, std::string_view stem) {
    std::string id(stem);
    for (int number = 2; findOperator(id) != nullptr || library.composite(id) != nullptr; ++number)
        id = std::string(stem) + std::to_string(number);
    return id;
}

// A node downstream of the selection that feeds it again; "" when there is none.
std::string wayBack(const Graph& graph, const NodeNames& names) {
    std::multimap<std::string_view, std::string_view> followers;
    std::vector<std::string_view> open;
    std::set<std::string_view> seen;
    for (const Edge& edge : graph.edges) {
        followers.emplace(edge.from.node, edge.to.node);
        if (names.contains(edge.from.node) && !names.contains(edge.to.node) && seen.insert(edge.to.node).second)
            open.push_back(edge.to.node);
    }
    while (!open.empty()) {
        const std::string_view node = open.back();
        open.pop_back();
        const auto [begin, end] = followers.equal_range(node);
        for (auto follower = begin; follower != end; ++follower) {
            if (names.contains(follower->second)) return std::string(node);
            if (seen.insert(follower->second).second) open.push_back(follower->second);
        }
    }
    return {};
}

// The names that occur in an expression (grammar in expression.h).
std::set<std::string> namesIn(std::string_view expression) {
    std::set<std::string> names;
    for (std::size_t i = 0; i < expression.size();) {
        const auto letter = [&](std::size_t at) {
            return std::isalpha(static_cast<unsigned char>(expression[at])) || expression[at] == '_';
        };
        if (!letter(i)) {
            // An exponent ("1e5") is no name.
            if (std::isdigit(static_cast<unsigned char>(expression[i])))
                while (i + 1 < expression.size() && std::isalnum(static_cast<unsigned char>(expression[i + 1]))) ++i;
            ++i;
            continue;
        }
        const std::size_t begin = i;
        while (i < expression.size() && (letter(i) || std::isdigit(static_cast<unsigned char>(expression[i])))) ++i;
        names.emplace(expression.substr(begin, i - begin));
    }
    return names;
}

// The parameters of `around` that the body uses, in their order there.
std::vector<CompositeParameter> usedParameters(const Graph& body, const Composite& around) {
    std::set<std::string> used;
    for (const auto& [name, node] : body.nodes) {
        used.merge(namesIn(node.when));
        for (const auto& [parameter, value] : node.parameters)
            if (const auto* expression = std::get_if<Expression>(&value)) used.merge(namesIn(expression->text));
    }
    std::vector<CompositeParameter> parameters;
    std::ranges::copy_if(around.parameters, std::back_inserter(parameters),
                         [&](const CompositeParameter& parameter) { return used.contains(parameter.name); });
    return parameters;
}

// Adds an Input or Output node to the body, near `beside`.
std::string addPort(Graph& body, const char* op, const std::string& stem, Position beside, double dy) {
    const std::string name = freeNodeName(body, stem);
    body.nodes.emplace(name, Node{.name = name, .op = op, .parameters = {}, .when = {}, .position = {beside.x, beside.y + dy}});
    return name;
}

// The places where the selection touches the rest: outer sources with what they feed inside, and inner outputs with what they feed outside.
struct Border {
    std::map<Endpoint, std::vector<Endpoint>> in, out;
};

Border borderOf(const Graph& graph, const Library& library, const NodeNames& names) {
    Border border;
    std::set<std::string_view> feeding;
    for (const Edge& edge : graph.edges) {
        const bool from = names.contains(edge.from.node), to = names.contains(edge.to.node);
        if (from) feeding.insert(edge.from.node);
        if (to && !from) border.in[edge.from].push_back(edge.to);
        if (from && !to) border.out[edge.from].push_back(edge.to);
    }
    if (!border.out.empty()) return border;
    // Nothing is used outside yet: the ends of the selection are its results.
    Signatures signatures(library);
    for (const std::string& name : names)
        if (const Signature* signature = signatures.find(graph.nodes.at(name).op); signature != nullptr && !feeding.contains(name))
            for (const std::string_view port : signature->outputs) border.out[{name, std::string(port)}] = {};
    return border;
}

}  // namespace

Result<Fold> folding(const Graph& graph, const Library& library, const NodeNames& names, std::string_view stem, const Composite* around) {
    if (names.empty()) return Error(ErrorCode::InvalidInput, say("No node is selected."), say("Select the nodes that shall become one."));
    Fold fold;
    Graph& body = fold.composite.body;
    for (const std::string& name : names) {
        const Node* node = graph.find(name);
        if (node == nullptr) return Error(ErrorCode::NotFound, say("There is no node %1.", name));
        if (node->op == "Input" || node->op == "Output")
            return Error(ErrorCode::InvalidInput, say("%1 is a port of this level and cannot become part of a block.", name),
                         say("Leave it out of the selection."));
        body.nodes.emplace(name, *node);
    }
    if (const std::string back = wayBack(graph, names); !back.empty())
        return Error(ErrorCode::InvalidInput, say("The path through %1 leaves the selection and comes back.", back),
                     say("Select %1, too.", back));

    Position corner = body.nodes.begin()->second.position;
    double lowest = corner.y;
    for (const auto& [name, node] : body.nodes) {
        corner = {std::min(corner.x, node.position.x), std::min(corner.y, node.position.y)};
        lowest = std::max(lowest, node.position.y);
    }
    for (auto& [name, node] : body.nodes) node.position = {node.position.x - corner.x, node.position.y - corner.y + kPitch};
    for (const Edge& edge : graph.edges)
        if (body.nodes.contains(edge.from.node) && body.nodes.contains(edge.to.node)) body.edges.insert(edge);

    fold.composite.id = fold.composite.label = freeOperatorId(library, stem);
    Graph rest = graph;
    for (const std::string& name : names) {
        fold.edit.steps.push_back(RemoveNode{name});
        rest.nodes.erase(name);
    }
    std::string name = fold.composite.id;
    std::ranges::transform(name, name.begin(), [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    fold.node = freeNodeName(rest, name);

    const Border border = borderOf(graph, library, names);
    std::vector<EditStep> wires;
    for (const auto& [source, targets] : border.in) {
        const std::string port = addPort(body, "Input", border.in.size() == 1 ? "input" : "input_" + source.node,
                                         body.nodes.at(targets.front().node).position, 0);
        body.nodes.at(port).position.y = 0;
        for (const Endpoint& target : targets) body.edges.insert(Edge{{port, "output"}, target});
        wires.push_back(Connect{{source, {fold.node, port}}});
    }
    for (const auto& [source, targets] : border.out) {
        const std::string port =
            addPort(body, "Output", border.out.size() == 1 ? "output" : "output_" + source.node, body.nodes.at(source.node).position, 0);
        body.nodes.at(port).position.y = lowest - corner.y + 2 * kPitch;
        body.edges.insert(Edge{source, {port, "input"}});
        for (const Endpoint& target : targets) wires.push_back(Connect{{{fold.node, port}, target}});
    }

    Node node{.name = fold.node, .op = fold.composite.id, .parameters = {}, .when = {}, .position = corner};
    if (around != nullptr) {
        fold.composite.parameters = usedParameters(body, *around);
        for (const CompositeParameter& parameter : fold.composite.parameters)
            node.parameters.emplace(parameter.name, Expression{parameter.name});
    }
    fold.edit.steps.push_back(AddNode{std::move(node)});
    fold.edit.steps.insert(fold.edit.steps.end(), wires.begin(), wires.end());
    return fold;
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/json_fields.h"
#include "core/graph/graph.h"

namespace seekbench {
namespace {

Json valueToJson(const ParameterValue& value) {
    if (const auto* expression = std::get_if<Expression>(&value)) return {{"expression", expression->text}};
    return std::visit(
        [](const auto& held) -> Json {
            if constexpr (std::is_same_v<decltype(held), const Expression&>)
                return nullptr;
            else
                return held;
        },
        value);
}

Result<std::int64_t> integerFromJson(const Json& json) {
    // The parser keeps numbers above the signed range as unsigned ones.
    if (!json.is_number_integer() || (json.is_number_unsigned() && json.get<std::uint64_t>() > INT64_MAX))
        return Error(ErrorCode::InvalidInput, say("%1 is not a whole number of 64 bits.", json.dump()));
    return json.get<std::int64_t>();
}

Result<ParameterValue> valueFromJson(const Json& json) {
    if (json.is_boolean()) return ParameterValue(json.get<bool>());
    if (json.is_string()) return ParameterValue(json.get<std::string>());
    if (json.is_number_float()) return ParameterValue(json.get<double>());
    if (json.is_number_integer()) {
        const auto integer = integerFromJson(json);
        return integer ? Result<ParameterValue>(ParameterValue(*integer)) : integer.error();
    }
    if (json.is_array()) {
        std::vector<std::int64_t> integers;
        for (const Json& element : json) {
            const auto integer = integerFromJson(element);
            if (!integer) return integer.error();
            integers.push_back(*integer);
        }
        return ParameterValue(std::move(integers));
    }
    if (json.is_null())
        return Error(ErrorCode::InvalidInput, say("null is not a value."), say("Leave the parameter out to use its default."));
    Expression expression;
    JsonFields fields(json);
    if (fields.require("expression")) fields.read("expression", expression.text);
    if (auto finished = fields.finish(); !finished) return finished.error();
    return ParameterValue(std::move(expression));
}

Json positionToJson(const Position& position) { return {{"x", position.x}, {"y", position.y}}; }

Result<Node> nodeFromJson(const Json& json) {
    Node node;
    JsonFields fields(json);
    if (fields.require("name")) fields.read("name", node.name);
    if (fields.require("operator")) fields.read("operator", node.op);
    fields.read("when", node.when);
    if (const Json* parameters = fields.find("parameters")) {
        auto values = parametersFromJson(*parameters);
        if (values)
            node.parameters = std::move(*values);
        else
            fields.fail(values.error());
    }
    if (const Json* position = fields.find("position")) {
        JsonFields inner(*position, "position");
        inner.read("x", node.position.x);
        inner.read("y", node.position.y);
        if (auto finished = inner.finish(); !finished) fields.fail(finished.error());
    }
    if (auto finished = fields.finish(); !finished) return finished.error();
    if (auto allowed = checkNodeName(node.name); !allowed) return allowed.error();
    return node;
}

Result<Edge> edgeFromJson(const Json& json) {
    if (!json.is_array() || json.size() != 2 || !json[0].is_string() || !json[1].is_string())
        return Error(ErrorCode::InvalidInput, say("An edge must be a list of two texts."),
                     say("Write it like [\"a.output\", \"b.input\"]."));
    auto from = endpointFromText(json[0].get_ref<const std::string&>());
    if (!from) return from.error();
    auto to = endpointFromText(json[1].get_ref<const std::string&>());
    if (!to) return to.error();
    return Edge{std::move(*from), std::move(*to)};
}

Result<void> addNodes(Graph& graph, const Json& json) {
    if (!json.is_array()) return Error(ErrorCode::InvalidInput, say("The field \"nodes\" must be a list."));
    for (const Json& element : json) {
        auto node = nodeFromJson(element);
        if (!node) {
            const bool named = element.is_object() && element.contains("name") && element["name"].is_string();
            const std::string place = named ? element["name"].get<std::string>() : "nodes[" + std::to_string(graph.nodes.size()) + "]";
            return node.error().in(say("reading the node %1", place));
        }
        const std::string name = node->name;
        if (!graph.nodes.emplace(name, std::move(*node)).second)
            return Error(ErrorCode::InvalidInput, say("Two nodes have the name %1.", name), say("Rename one of them."));
    }
    return {};
}

Result<void> addEdges(Graph& graph, const Json& json) {
    if (!json.is_array()) return Error(ErrorCode::InvalidInput, say("The field \"edges\" must be a list."));
    std::set<Endpoint> taken;
    for (const Json& element : json) {
        auto edge = edgeFromJson(element);
        if (!edge) return edge.error().in(say("reading the edges"));
        for (const Endpoint* end : {&edge->from, &edge->to})
            if (!graph.nodes.contains(end->node))
                return Error(
                    ErrorCode::InvalidInput,
                    say("The edge from %1 to %2 names the node %3, which does not exist.", text(edge->from), text(edge->to), end->node),
                    say("Add the node or remove the edge."));
        if (!taken.insert(edge->to).second)
            return Error(ErrorCode::InvalidInput, say("Two edges lead to %1.", text(edge->to)),
                         say("Remove one of them, or number them with slots."));
        graph.edges.insert(std::move(*edge));
    }
    return {};
}

}  // namespace

Json parametersToJson(const ParameterValues& parameters) {
    Json json = Json::object();
    for (const auto& [name, value] : parameters) json[name] = valueToJson(value);
    return json;
}

Result<ParameterValues> parametersFromJson(const Json& json) {
    if (!json.is_object()) return Error(ErrorCode::InvalidInput, say("Parameters must be an object of names and values."));
    ParameterValues parameters;
    for (const auto& [name, element] : json.items()) {
        auto value = valueFromJson(element);
        if (!value) return value.error().in(say("reading the parameter %1", name));
        parameters.emplace(name, std::move(*value));
    }
    return parameters;
}

Json graphToJson(const Graph& graph) {
    Json nodes = Json::array(), edges = Json::array();
    for (const auto& [name, node] : graph.nodes) {
        Json json{{"name", name}, {"operator", node.op}};
        if (!node.parameters.empty()) json["parameters"] = parametersToJson(node.parameters);
        if (!node.when.empty()) json["when"] = node.when;
        if (node.position != Position{}) json["position"] = positionToJson(node.position);
        nodes.push_back(std::move(json));
    }
    for (const Edge& edge : graph.edges) edges.push_back({text(edge.from), text(edge.to)});
    return {{"nodes", std::move(nodes)}, {"edges", std::move(edges)}};
}

Result<Graph> graphFromJson(const Json& json) {
    Graph graph;
    JsonFields fields(json);
    const Json* nodes = fields.require("nodes");
    const Json* edges = fields.require("edges");
    if (auto finished = fields.finish(); !finished) return finished.error();
    if (auto added = addNodes(graph, *nodes); !added) return added.error();
    if (auto added = addEdges(graph, *edges); !added) return added.error();
    return graph;
}

}  // namespace seekbench

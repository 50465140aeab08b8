// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/graph/parameter_value.h"

namespace seekbench {

// Where a node lies on the canvas, in canvas units; says nothing about the model.
struct Position {
    double x = 0;
    double y = 0;
    bool operator==(const Position&) const = default;
};

// A Node is one use of an operator. Its name is its identity within its graph: 1–64 characters without '.', '/' or
// control characters. Inside a composite a node is named by its path, "block/conv1".
struct Node {
    std::string name;
    std::string op;              // id of a primitive or composite operator, such as "Conv2d"
    ParameterValues parameters;  // only what differs from the default
    std::string when;            // composite bodies: expression; 0 means the node passes its first input through
    Position position;
    bool operator==(const Node&) const = default;
};

// One end of an edge: a port of a node. Ports that take many edges (Concat) number them with `slot`, from 0.
struct Endpoint {
    std::string node;
    std::string port;
    int slot = 0;
    auto operator<=>(const Endpoint&) const = default;
};

// An Edge carries the tensor of an output port to an input port.
struct Edge {
    Endpoint from;
    Endpoint to;
    auto operator<=>(const Edge&) const = default;
};

// A Graph is a model as the user draws it: a value. Nodes are ordered by name and edges by their ends, so equal graphs
// have equal text. graphFromJson() and perform() (edit.h) keep two things true: edges join nodes of the graph, and no slot
// of an input port has two edges. Whether a graph makes sense says check(), which takes any graph.
struct Graph {
    std::map<std::string, Node, std::less<>> nodes;
    std::set<Edge> edges;

    const Node* find(std::string_view name) const;
    bool operator==(const Graph&) const = default;
};

// "conv1.output", "concat.input.1": the text of an endpoint in files and messages (slot 0 is left out).
std::string text(const Endpoint& endpoint);
Result<Endpoint> endpointFromText(std::string_view text);

// Whether `name` may be the name of a node.
Result<void> checkNodeName(std::string_view name);

// A name not yet in `graph`, made from `stem` by counting: conv, conv2, conv3 …
std::string freeNodeName(const Graph& graph, std::string_view stem);

// JSON form: {"nodes": [{"name", "operator", "parameters"?, "when"?, "position"?}], "edges": [["a.output", "b.input"]]}.
// Reading checks the form only (types, names, unknown fields, edges without their nodes); unknown operators and wrong ports
// are check()'s.
Json graphToJson(const Graph& graph);
Result<Graph> graphFromJson(const Json& json);

// {"out_channels": 64, "bias": false, "in_channels": {"expression": "4 * channels"}}
Json parametersToJson(const ParameterValues& parameters);
Result<ParameterValues> parametersFromJson(const Json& json);

}  // namespace seekbench

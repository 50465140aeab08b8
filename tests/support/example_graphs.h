// SPDX-License-Identifier: Apache-2.0
#pragma once

// Graphs around the examples of the operator catalog: an Input for each tensor, the operator, an Output for each port.

#include <string>
#include <vector>

#include "core/graph/graph.h"
#include "core/operators/catalog.h"

namespace seekbench {

struct ExampleGraph {
    std::string name;  // "Conv2d_2"
    Graph graph;
    const Example* example = nullptr;
    std::vector<TensorType> inputs;  // of the Input nodes by name
};

inline ExampleGraph exampleGraph(const Operator& op, const Example& example, std::size_t number) {
    ExampleGraph made{.name = std::string(op.id) + "_" + std::to_string(number), .graph = {}, .example = &example, .inputs = {}};
    const auto add = [&](std::string name, std::string id, ParameterValues parameters) {
        made.graph.nodes.emplace(name,
                                 Node{.name = name, .op = std::move(id), .parameters = std::move(parameters), .when = {}, .position = {}});
    };
    add("tested", std::string(op.id), example.parameters);
    std::size_t port = 0;
    int slot = 0;
    for (std::size_t i = 0; i < example.inputs.size(); ++i) {
        const PortSpec& spec = op.inputs[port];
        const TensorType& type = example.inputs[i];
        if (!type.shape.empty()) {
            std::vector<std::int64_t> extents;
            for (std::size_t axis = 1; axis < type.shape.size(); ++axis) extents.push_back(type.shape[axis].integer().value());
            const std::string name = "input" + std::to_string(i);
            add(name, "Input", {{"shape", extents}, {"element", std::string(type.element == ElementType::Integer ? "integer" : "float")}});
            made.graph.edges.insert(Edge{.from = {name, "output"}, .to = {"tested", std::string(spec.name), slot}});
            made.inputs.push_back(type);
        }
        if (spec.arity == Arity::Many)
            ++slot;
        else
            ++port;
    }
    for (std::size_t i = 0; i < op.outputs.size(); ++i) {
        const std::string name = "result" + std::to_string(i);
        add(name, "Output", {});
        made.graph.edges.insert(Edge{.from = {"tested", std::string(op.outputs[i].name)}, .to = {name, "input"}});
    }
    return made;
}

// One for each example of every operator that computes something.
inline std::vector<ExampleGraph> exampleGraphs() {
    std::vector<ExampleGraph> graphs;
    for (const Operator* op : operatorCatalog()) {
        if (op->id == "Input" || op->id == "Output") continue;
        std::size_t number = 0;
        for (const Example& example : op->examples) graphs.push_back(exampleGraph(*op, example, ++number));
    }
    return graphs;
}

}  // namespace seekbench

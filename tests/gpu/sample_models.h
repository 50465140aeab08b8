// SPDX-License-Identifier: Apache-2.0
#pragma once

// Models and experiments for tests of the engine, built from a few words.

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/experiment/experiment.h"
#include "core/graph/expand.h"
#include "gpu/model/engine.h"

namespace seekbench {

inline Node node(std::string name, std::string op, ParameterValues parameters = {}) {
    return Node{.name = std::move(name), .op = std::move(op), .parameters = std::move(parameters), .when = {}, .position = {}};
}

inline void connect(Graph& graph, const std::string& from, const std::string& to, int slot = 0) {
    graph.edges.insert(Edge{.from = {from, "output"}, .to = {to, "input", slot}});
}

// The nodes one after the other, each reading the one before.
inline Graph chain(const std::vector<Node>& nodes) {
    Graph graph;
    const Node* before = nullptr;
    for (const Node& next : nodes) {
        if (before != nullptr) connect(graph, before->name, next.name);
        graph.nodes.emplace(next.name, next);
        before = &next;
    }
    return graph;
}

inline Node linear(std::string name, std::int64_t in, std::int64_t out) {
    return node(std::move(name), "Linear", {{"in_features", in}, {"out_features", out}});
}

// 6 numbers → 8 with batch normalization and dropout → 3 classes: everything with a state of its own.
inline Experiment smallExperiment() {
    Experiment experiment;
    experiment.graph = chain({node("input", "Input", {{"shape", Integers{6}}}), linear("hidden", 6, 8),
                              node("norm", "BatchNorm1d", {{"num_features", std::int64_t{8}}}), node("relu", "ReLU"),
                              node("drop", "Dropout", {{"p", 0.2}}), linear("head", 8, 3), node("logits", "Output")});
    return experiment;
}

inline Model expanded(const Graph& graph, const Library& library = {}) {
    auto model = expand(graph, library);
    if (!model) throw std::runtime_error(english(model.error().front()));
    return std::move(*model);
}

template <class Value>
Value must(Result<Value> result) {
    if (!result) throw std::runtime_error(result.error().english());
    return std::move(*result);
}

inline std::unique_ptr<Engine> engineOf(const Experiment& experiment) { return must(makeReferenceEngine(experiment)); }

}  // namespace seekbench

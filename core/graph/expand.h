// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/graph/check.h"
#include "core/graph/composite.h"
#include "core/operators/operator.h"

namespace seekbench {

// Which value of the flat model: output `output` of node number `node`.
struct ValueRef {
    int node = 0;
    int output = 0;
    bool operator==(const ValueRef&) const = default;
};

// A primitive operator at its place, with every parameter resolved to a plain value and its inputs known.
struct FlatNode {
    std::string path;  // "block/conv1"; the name of its weights, slices and diagnostics
    const Operator* op = nullptr;
    Parameters parameters;
    // In the order of the operator's input ports; many-edge ports contribute their slots. An optional port without an edge
    // has node -1 and an empty type.
    std::vector<ValueRef> inputs;
    std::vector<TensorType> inputTypes, outputTypes;
};

// A Model is a graph with its composites expanded: primitives only, in an order in which they can be computed.
// The order is deterministic: it depends on the names and edges, nothing else.
struct Model {
    std::vector<FlatNode> nodes;
    std::vector<int> inputs;   // the top graph's Input nodes, by name
    std::vector<int> outputs;  // the top graph's Output nodes, by name

    const FlatNode* find(std::string_view path) const;
};

// Symbols that get a number during inference, such as {"batch", 1}. Others stay symbols.
using Bindings = std::map<std::string, std::int64_t>;

// Expands composites and infers every shape. The errors are among check()'s diagnostics; a model comes only without any.
Result<Model, std::vector<Diagnostic>> expand(const Graph& graph, const Library& library, const Bindings& bindings = {});

}  // namespace seekbench

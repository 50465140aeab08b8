// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/graph/check.h"
#include "core/graph/signature.h"

namespace seekbench {

// Where an input gets its value: output number `output` of node number `node` of the same graph.
struct Source {
    int node = 0;
    int output = 0;
};

// A node with its operator looked up and its edges resolved.
struct WiredNode {
    std::string name;  // as the graph keeps it
    const Node* node = nullptr;
    const Signature* signature = nullptr;        // nullptr: there is no such operator
    std::vector<std::optional<Source>> sources;  // one per edge, ports in order, slots in order; nothing: optional and unconnected
    bool complete = true;                        // every input that must have one has exactly one source, outside of any cycle
};

// Wiring is what one graph (the top one or a composite's body) says without looking at shapes.
struct Wiring {
    std::vector<WiredNode> nodes;  // by name
    std::vector<int> order;        // indices of `nodes`, sources first, otherwise by name; cycles are cut
};

// Resolves names, ports, slots and order. What is wrong goes to `diagnostics`, under paths that begin with `prefix`.
Wiring wire(const Graph& graph, Signatures& signatures, const std::string& prefix, std::vector<Diagnostic>& diagnostics);

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/graph/graph.h"

namespace seekbench {

struct AddNode {
    Node node;
    bool operator==(const AddNode&) const = default;
};
struct RemoveNode {  // takes the edges at the node with it
    std::string name;
    bool operator==(const RemoveNode&) const = default;
};
struct RenameNode {
    std::string from, to;
    bool operator==(const RenameNode&) const = default;
};
// Swaps the operator; keeps the wires and those parameters that the new one has, too (all of them when it is a composite,
// whose parameters only its library knows).
struct SetOperator {
    std::string node, op;
    bool operator==(const SetOperator&) const = default;
};
struct SetParameter {
    std::string node, parameter;
    std::optional<ParameterValue> value;  // nothing: back to the default
    bool operator==(const SetParameter&) const = default;
};
struct MoveNode {
    std::string node;
    Position to;
    bool operator==(const MoveNode&) const = default;
};
struct Connect {
    Edge edge;
    bool operator==(const Connect&) const = default;
};
struct Disconnect {
    Edge edge;
    bool operator==(const Disconnect&) const = default;
};

// One change of a graph, as a value that can be kept for undo, sent and printed.
using EditStep = std::variant<AddNode, RemoveNode, RenameNode, SetOperator, SetParameter, MoveNode, Connect, Disconnect>;
struct Edit {
    std::vector<EditStep> steps;  // performed in this order, all or none
    bool operator==(const Edit&) const = default;
};

// Performs `edit` on `graph` (whose edges join its own nodes, see Graph) and returns its inverse: performing that gives the identical graph back.
// On an error (missing or duplicate node, name not allowed, edge that is (not) there, input port already taken)
// the graph is as before.
Result<Edit> perform(Graph& graph, const Edit& edit);

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/message.h"
#include "core/graph/composite.h"
#include "core/graph/dimension.h"
#include "core/operators/operator.h"

namespace seekbench {

enum class Severity { Error, Warning };

// A Diagnostic is one finding about a graph or experiment, at its place.
struct Diagnostic {
    enum class Code {
        UnknownOperator, UnknownPort, UnknownParameter, InvalidParameter, InvalidName, InvalidExpression,
        MissingInput, DuplicateInput, DanglingEdge, Cycle, NestingTooDeep, NoInput, NoOutput, UnusedNode,
        ShapeMismatch, ElementTypeMismatch, UnprovenEquality, InvalidSetting,
    };
    Severity severity = Severity::Error;
    Code code = Code::ShapeMismatch;
    std::string node;                     // path of the node, or of the setting ("optimizer.learning_rate")
    std::string port;                     // input port, when one is meant
    Message message;                      // one plain sentence
    std::optional<Shape> expected, got;   // for shapes
    bool operator==(const Diagnostic&) const = default;
};

// "block/conv1.input: …sentence… Expected [batch, 64, 28, 28], got [batch, 1, 28, 28]."
std::string english(const Diagnostic& diagnostic);
// Stable name of a code for JSON: "shape-mismatch".
std::string_view nameOf(Diagnostic::Code code);

// What inference found about one node (composites included, by their path).
struct NodeFacts {
    std::vector<TensorType> inputs;   // one per edge, as the operator's shape rule gets them; an Output node has one
    std::vector<TensorType> outputs;  // in the order of the output ports; an Output node has none
    Cost cost;  // for batch 1; of a composite: the sum over its body
};

// The answer of check(): everything that is wrong, and everything that is known.
struct GraphReport {
    std::vector<Diagnostic> diagnostics;
    std::map<std::string, NodeFacts> nodes;  // path → facts; nodes whose inputs are wrong are missing
    Cost total;                              // per sample; meaningful when there is no error

    bool hasErrors() const;
};

// Checks a graph: operators, ports, parameters, cycles, shapes. Never fails, never stops at the first finding; a node
// whose input is unknown is skipped silently, so that one mistake gives one diagnostic.
GraphReport check(const Graph& graph, const Library& library);

}  // namespace seekbench

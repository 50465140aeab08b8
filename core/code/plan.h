// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/code/names.h"
#include "core/graph/check.h"
#include "core/graph/composite.h"
#include "core/operators/code.h"
#include "core/operators/operator.h"

namespace seekbench {

// What enters or leaves a graph.
struct PlannedEnd {
    std::string name;      // of the Input or Output node
    std::string variable;  // what holds it in forward()
    std::string shape;     // "(batch, 10)", or "" where it is not known
};

// A node with everything that a line of code needs to know; what it reads and writes are names of variables.
struct PlannedNode {
    std::string name;
    std::string identifier;                // of its module
    const Composite* composite = nullptr;  // or a primitive: `code`
    OperatorCode code;
    ParameterValues parameters;            // composites: what is given, expressions included
    std::optional<ParameterValue> repeat;  // composites: how often it is applied, unless once
    std::string when;
    std::vector<std::string> inputs;   // "": nothing is connected
    std::vector<std::string> outputs;  // "": nobody reads it
    bool declares = false;             // the variables of the outputs come into being here
    std::string result;                // where more than one output is read: what holds them together in C++
    std::string shape;                 // of the outputs that somebody reads

    bool isPlain() const;                                    // x = module(x)
    bool isSequence() const { return repeat && isPlain(); }  // repetitions that are a chain of their own
    bool hasWeights() const;
};

// The model, or the body of a composite: one class, one function.
struct PlannedGraph {
    const Composite* composite = nullptr;  // nullptr: the model
    std::string className, functionName;
    std::string firstUse;  // path of the node that uses the composite first; its shapes are those in `inputs` and `outputs`
    std::map<std::string, std::string, std::less<>> parameterNames;  // parameter of the composite → identifier
    std::map<std::string, std::string, std::less<>> identifiers;     // node → identifier
    std::vector<PlannedEnd> inputs, outputs;                         // by name
    std::vector<PlannedNode> nodes;                                  // in the order in which the model computes them

    ParameterValues standards() const;  // of the composite's parameters
};

// What every style is made from. Refers to the library and the catalog.
struct Plan {
    std::vector<PlannedGraph> graphs;  // composites before what uses them; the model is the last
    std::vector<const CodeHelper*> helpers;

    const PlannedGraph& model() const { return graphs.back(); }
    const PlannedGraph* of(const Composite* composite) const;
};

// `report` is what check() says of the graph. Errors: mistakes of the graph, operators without code.
Result<Plan> planOf(const Graph& graph, const Library& library, const GraphReport& report);

// "(batch, 64, 28, 28)"
std::string shapeText(const TensorType& type);

}  // namespace seekbench

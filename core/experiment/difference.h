// SPDX-License-Identifier: Apache-2.0
#pragma once

// What differs between experiments, as values that a view lays side by side.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/experiment/experiment.h"

namespace seekbench {

// The value of a setting as text. Names of kinds are English source text, marked for translation; figures are not.
struct SettingValue {
    std::string text;
    bool translatable = false;
    bool operator==(const SettingValue&) const = default;
};

// One setting of several experiments.
struct SettingRow {
    std::string place;                                // "optimizer.learning_rate"
    std::string_view label, unit;                     // English source text of the label
    std::vector<std::optional<SettingValue>> values;  // one per experiment; nothing where it has no such setting
    bool decidesNumbers = true;                       // false: where it runs and what is kept, not what is computed

    bool differs() const;
};

// All settings that at least one of the experiments has, in the order of the form; defaults are filled in, so that one written
// out equals one left out. The graph is not among them.
std::vector<SettingRow> settingsOf(std::span<const Experiment* const> experiments);

// How a node of two graphs, aligned by its name, differs.
struct NodeDifference {
    enum class Kind { Equal, Changed, Added, Removed };
    struct Parameter {
        std::string name;
        std::string_view label;  // English source text; empty: none is known
        std::optional<std::string> before, after;
        bool operator==(const Parameter&) const = default;
    };

    std::string node;
    Kind kind = Kind::Equal;
    std::string operatorBefore, operatorAfter;  // ids; empty where the node is not there
    std::vector<Parameter> parameters;          // those that differ; of an added or removed node: those that are not defaults
    // Changed: it takes its inputs from other nodes. Nodes in between that were only added or removed do not count: they are
    // differences of their own.
    bool rewired = false;
    bool bodyChanged = false;  // the composite of the same name is made differently
    bool operator==(const NodeDifference&) const = default;
};

// Every node of either graph, along the wires from the inputs to the outputs.
struct GraphDifference {
    std::vector<NodeDifference> nodes;

    std::size_t count(NodeDifference::Kind kind) const;
    std::size_t changes() const { return nodes.size() - count(NodeDifference::Kind::Equal); }
};
GraphDifference differenceOf(const Graph& before, const Library& libraryBefore, const Graph& after, const Library& libraryAfter);

// How many things differ between two experiments: what "several things changed at once" counts.
struct DifferenceCounts {
    std::size_t nodes = 0;
    std::size_t settings = 0;  // those that decide numbers, the seed apart: repeating is no change
    bool operator==(const DifferenceCounts&) const = default;
};
DifferenceCounts countDifferences(const Experiment& a, const Experiment& b);

}  // namespace seekbench

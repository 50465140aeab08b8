// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/graph/graph.h"
#include "core/operators/operator.h"

namespace seekbench {

// A CompositeParameter is declared in the composite's file; expressions in the body use it by name.
struct CompositeParameter {
    std::string name, label, help;
    ParameterValue standard;  // its default; also decides its type: bool, integer or real
    bool operator==(const CompositeParameter&) const = default;
};

// A Composite is an operator made of operators: its body is a graph whose Input and Output nodes are its ports.
struct Composite {
    std::string id;  // "ResidualBlock"
    std::string label, summary;
    std::vector<CompositeParameter> parameters;
    Graph body;

    // Names of the body's Input / Output nodes, in the order of their names.
    std::vector<std::string> inputPorts() const;
    std::vector<std::string> outputPorts() const;
    bool operator==(const Composite&) const = default;
};

Json compositeToJson(const Composite& composite);
Result<Composite> compositeFromJson(const Json& json);

// A Library answers what an operator id means: a primitive of the catalog or one of these composites.
struct Library {
    std::map<std::string, Composite, std::less<>> composites;

    const Composite* composite(std::string_view id) const;
    // The composites that `graph` uses, directly and inside others.
    Library usedBy(const Graph& graph) const;
    bool operator==(const Library&) const = default;
};

// Reads every *.json of a folder (resources/operators/composite, or the workspace's own). A file that cannot be read is
// an error that names it.
Result<Library> loadComposites(const std::filesystem::path& folder);

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include "core/graph/expand.h"

#include <algorithm>

#include "core/graph/expansion.h"

namespace seekbench {
namespace {

// The numbers of the top graph's nodes of one operator, by name.
std::vector<int> topNodes(const std::vector<FlatNode>& nodes, std::string_view op) {
    std::map<std::string_view, int> byName;
    for (std::size_t i = 0; i < nodes.size(); ++i)
        if (nodes[i].op->id == op)
            byName.emplace(nodes[i].path, static_cast<int>(i));  // bodies' Input and Output nodes are not in the model
    std::vector<int> numbers;
    for (const auto& [name, number] : byName) numbers.push_back(number);
    return numbers;
}

}  // namespace

const FlatNode* Model::find(std::string_view path) const {
    const auto found = std::ranges::find(nodes, path, &FlatNode::path);
    return found == nodes.end() ? nullptr : &*found;
}

Result<Model, std::vector<Diagnostic>> expand(const Graph& graph, const Library& library, const Bindings& bindings) {
    Expansion expansion = expansionOf(graph, library, bindings);
    std::erase_if(expansion.diagnostics, [](const Diagnostic& diagnostic) { return diagnostic.severity != Severity::Error; });
    if (!expansion.diagnostics.empty()) return std::move(expansion.diagnostics);
    Model model = std::move(expansion.model);
    model.inputs = topNodes(model.nodes, "Input");
    model.outputs = topNodes(model.nodes, "Output");
    return model;
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/graph/expand.h"

namespace seekbench {

// An Expansion is the whole walk through a graph and the bodies of its composites: what can be computed, and what is wrong.
// check() and expand() are two views of it.
struct Expansion {
    Model model;  // complete only when there is no error
    std::map<std::string, NodeFacts> facts;
    std::vector<Diagnostic> diagnostics;
};

// Composites within composites, and all nodes together, that are followed; more is an error.
inline constexpr int kDeepestNesting = 16;
inline constexpr std::size_t kMostNodes = 100'000;

// Costs are known where all sizes are: bind "batch" to 1 for costs per sample.
Expansion expansionOf(const Graph& graph, const Library& library, const Bindings& bindings);

}  // namespace seekbench

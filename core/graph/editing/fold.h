// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "core/graph/editing/compose.h"

namespace seekbench {

// What folding a selection gives: the new operator, and the edit that puts one node of it in place of the selection. Both belong together:
// the graph makes no sense with the edit and without the operator.
struct Fold {
    Composite composite;
    Edit edit;
    std::string node;  // the name of the new node
};

// Folds `names` into a composite operator called after `stem` ("Block", "Block2" …). Every source outside becomes one Input of the body and
// every output that is used outside one Output ("input" and "output", or named after the node when there are several). Parameters
// stay as they are; inside a composite (`around`) the parameters that expressions use become parameters of the new operator.
// Errors: nothing to fold, an Input or Output among the nodes, or a path that leaves the selection and comes back.
Result<Fold> folding(const Graph& graph, const Library& library, const NodeNames& names, std::string_view stem,
                     const Composite* around = nullptr);

}  // namespace seekbench

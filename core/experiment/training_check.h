// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/experiment/experiment.h"
#include "core/graph/expand.h"

namespace seekbench {

// What is wrong, or not what one may think, about how the model is to be trained: frozen nodes that are not there, parts of a batch that
// do not add up to the whole, precisions that a device only imitates. `model` and `graph` are expand() and check() of the graph.
std::vector<Diagnostic> checkTrainingOf(const Experiment& experiment, const Model& model, const GraphReport& graph);

// Whether the node `path` is one of `frozen` or inside one of them, which are paths of nodes and of composites.
bool isFrozen(std::string_view path, const std::vector<std::string>& frozen);
// `frozen` with these nodes in it; when all of them stand there already, without them.
std::vector<std::string> withToggled(std::vector<std::string> frozen, const std::vector<std::string>& paths);

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a node begins with, so that it fits where it is put. Nothing here changes a graph.

#include <optional>
#include <string_view>

#include "core/graph/check.h"
#include "core/graph/composite.h"
#include "core/graph/edit.h"

namespace seekbench {

// How wide the outputs of a fitted node are: as a fresh node of its kind has them, or as its input, so that what follows
// a node put into a wire still fits.
enum class OutputWidth { Fresh, AsInput };

// A node of operator `op` with a plausible value for every parameter that must be given, named after the operator ("conv2d"); it is in no
// graph yet.
Node newNode(const Library& library, std::string_view op);

// `node` with those parameters set that repeat what its first input brings (in_channels, in_features, num_features, normalized_shape …).
// What cannot be read off `input` (opaque or symbolic extents, too few dimensions) stays as it is.
Node fitted(Node node, const Library& library, const TensorType& input, OutputWidth width);

// What an output port carries according to `report`; nothing while it is unknown.
std::optional<TensorType> typeAt(const Endpoint& output, const Graph& graph, const Library& library, const GraphReport& report);

// Whether a node can work on `input` alone, by the shape rules. Extents that are not known are no reason to refuse.
bool accepts(const Node& node, const Library& library, const TensorType& input);

// insertingOn() for a new node: fitted to the edge, as wide as its input, and laid in the middle of the wire. Nodes below move down by
// `pitch` where there is no room.
Result<Edit> insertingNew(const Graph& graph, const Library& library, const GraphReport& report, const Edge& edge, Node node, double pitch);

// The same for a node that is in the graph and has no edges: it moves into the wire and keeps its own output width.
Result<Edit> movingOnto(const Graph& graph, const Library& library, const GraphReport& report, const Edge& edge, const std::string& name);

// Adds `node` and wires it to `end`: fitted to what `end` carries when that is an output, else feeding it (an edge there gives way).
// The error says which port the node lacks.
Result<Edit> addingAt(const Graph& graph, const Library& library, const GraphReport& report, const Endpoint& end, bool endIsOutput,
                      Node node);

// Gives the node another operator: wires stay on ports of the same name or, where there is none, the same place; those without a
// place go. Parameters that the new operator knows stay, those it demands are filled in.
Result<Edit> swapping(const Graph& graph, const Library& library, const GraphReport& report, const std::string& name, std::string_view op);

}  // namespace seekbench

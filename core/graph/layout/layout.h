// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "core/graph/edit.h"
#include "core/graph/graph.h"

namespace seekbench {

// Distances of the layout in canvas units: nodes of one layer stand beside each other, layers below each other.
struct LayoutMetrics {
    double nodeWidth = 244;
    double columnGap = 48;   // between nodes of one layer
    double layerPitch = 72;  // from one layer to the next
};

// A layered layout from top to bottom after Sugiyama, Tagawa and Toda (1981): layers by longest path, dummies where an edge
// passes a layer, crossings reduced by barycentre sweeps, then coordinates that pull each node towards the median of its
// neighbours with the longest edges kept straightest (the priority method of the same paper). Cycles are broken by ignoring
// edges that lead back. Deterministic; O((nodes + edge spans) · log) per sweep. Positions are of the nodes' upper left corners.
std::map<std::string, Position> layOut(const Graph& graph, const LayoutMetrics& metrics = {});

// The same as one edit that moves what has to move; empty when everything is in place.
Edit layoutEdit(const Graph& graph, const LayoutMetrics& metrics = {});

}  // namespace seekbench

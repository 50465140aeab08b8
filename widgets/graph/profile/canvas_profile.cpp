// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/profile/canvas_profile.h"

#include <algorithm>

#include "core/experiment/difference.h"

namespace seekbench {
namespace {

// The graph at a level of the profiled network; nullptr where there is no such place.
const Graph* graphAt(const CanvasProfile& profile, const GraphLevel& level) {
    const Graph* graph = &profile.graph;
    for (const std::string& name : level) {
        const Node* node = graph->find(name);
        const Composite* composite = node == nullptr ? nullptr : profile.library.composite(node->op);
        if (composite == nullptr) return nullptr;
        graph = &composite->body;
    }
    return graph;
}

}  // namespace

NodeTimes nodeTimesAt(const CanvasProfile& profile, const ExperimentDocument& document, const GraphLevel& level) {
    NodeTimes times;
    const Graph* now = document.graphAt(level);
    const Graph* before = graphAt(profile, level);
    if (now == nullptr || before == nullptr) return times;
    for (const NodeDifference& node : differenceOf(*before, profile.library, *now, document.experiment().library).nodes) {
        if (node.kind == NodeDifference::Kind::Added || node.kind == NodeDifference::Kind::Removed) continue;
        const NodeTime time = profile.times.of(pathAt(level, node.node));
        if (time.total() <= 0) continue;
        times.nodes.emplace(node.node, time);
        if (node.kind == NodeDifference::Kind::Changed)
            times.changed.insert(node.node);
        else
            times.largest = std::max(times.largest, time.total());
    }
    return times;
}

ProfileAge ageOf(const CanvasProfile& profile, const ExperimentDocument& document) {
    const GraphDifference difference =
        differenceOf(profile.graph, profile.library, document.experiment().graph, document.experiment().library);
    return {.changed = difference.changes(), .unrelated = difference.changes() > 0 && difference.count(NodeDifference::Kind::Equal) == 0};
}

}  // namespace seekbench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include "core/graph/composite.h"
#include "widgets/experiment/experiment_document.h"
#include "widgets/graph/profile/node_times.h"

namespace seekbench {

// What a profile says of a network, and which network that was: the one of its run, which never changes, while the document on the canvas
// does.
struct CanvasProfile {
    NodeProfile times;
    Graph graph;
    Library library;
    QString source;  // "run 23, step-412": for the line below the canvas
};

// The times of the nodes at a level of the document. The nodes that compute something else than they did, take their inputs from other
// nodes or are new, are `changed`.
NodeTimes nodeTimesAt(const CanvasProfile& profile, const ExperimentDocument& document, const GraphLevel& level);

// How far the document has gone away from the network that was profiled, seen at its top.
struct ProfileAge {
    std::size_t changed = 0;  // nodes that differ
    bool unrelated = false;   // none is the same
};
ProfileAge ageOf(const CanvasProfile& profile, const ExperimentDocument& document);

}  // namespace seekbench

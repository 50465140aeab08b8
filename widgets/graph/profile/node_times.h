// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>

#include "core/trace/analysis/node_profile.h"
#include "widgets/graph/node_style.h"

namespace seekbench {

// What the canvas shows of a profile: the times of the nodes of one level.
struct NodeTimes {
    std::map<std::string, NodeTime> nodes;  // those that took any
    std::set<std::string> changed;          // those that are not what they were when the profile was taken
    double largest = 0;                     // ns: what the scale of heat goes up to
    bool operator==(const NodeTimes&) const = default;
};

// Puts a node's time, work, heat and tool tip on its face. A node that was changed since shows no heat and says so; one that took no time
// shows a dash. The share takes the place of the kind, which the glyph and the tip tell.
void showTime(NodeFace& face, const std::string& node, const NodeTimes& times);

// "24.0 %" of the step
QString shareFigure(const NodeTime& time);
// "3.70 GFLOP · 12 MiB", what is known of it
QString workFigure(const NodeTime& time);
// Forward and backward, what was reached of what was possible: lines for a tool tip.
QString timeSentences(const NodeTime& time);

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/trace/analysis/roofline.h"
#include "core/trace/analysis/summary.h"

namespace seekbench {

// What one node of a graph costs, with all that lies in it: means over the steps of a profile.
struct NodeTime {
    // One direction, as far as the slices say what they compute. A rate is FLOPs per second; 0 where it is not known.
    struct Way {
        double time = 0;        // ns a step of the slices that state work
        double attainable = 0;  // ns a step that the roofs allow for it
        double flops = 0, bytes = 0;
        double achievedRate() const { return time > 0 ? flops * 1e9 / time : 0; }
        double attainableRate() const { return attainable > 0 ? flops * 1e9 / attainable : 0; }
        double efficiency() const { return time > 0 ? attainable / time : 0; }
        bool operator==(const Way&) const = default;
    };
    double forward = 0, backward = 0, other = 0;  // ns a step
    double share = 0;                             // of the mean step's wall time
    double calls = 0;                             // slices a step
    Way forwardWork, backwardWork;
    double total() const { return forward + backward + other; }
    double flops() const { return forwardWork.flops + backwardWork.flops; }
    double bytes() const { return forwardWork.bytes + backwardWork.bytes; }
    bool operator==(const NodeTime&) const = default;
};

// A NodeProfile answers what a profile says of the nodes of a graph. A value; small, whatever the trace was.
class NodeProfile {
public:
    NodeProfile() = default;
    NodeProfile(std::vector<LayerRow> layers, std::vector<RooflinePoint> points, const std::vector<StepBar>& bars);

    // Of the node with this path and all in it. The numbers of repetitions may be left out: "blocks/attention" is all that
    // "blocks/1/attention", "blocks/2/attention" … are. Nothing known: all zero.
    NodeTime of(const std::string& path) const;
    std::size_t steps() const { return m_steps; }
    double wall() const { return m_wall; }  // ns of the mean step
    bool empty() const { return m_layers.empty(); }

private:
    std::vector<LayerRow> m_layers;
    std::vector<RooflinePoint> m_points;
    std::size_t m_steps = 0;
    double m_wall = 0;
};

}  // namespace seekbench

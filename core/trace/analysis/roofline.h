// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/trace/analysis/filter.h"
#include "core/trace/trace.h"

namespace seekbench {

// One operator of one layer under the roofs that were measured in the same run (Williams, Waterman, Patterson 2009).
struct RooflinePoint {
    std::string name, node, type;
    Phase phase = Phase::None;
    std::uint64_t calls = 0;
    double flops = 0, bytes = 0;
    std::int64_t time = 0;  // ns, with what it calls; a kernel's where there are kernels
    double intensity = 0;   // FLOPs per byte; 0 without bytes
    double achieved = 0;    // FLOPs per second
    double attainable = 0;  // FLOPs per second under the roofs: min(peak, intensity · bandwidth)
    bool memoryBound = false;
    double efficiency = 0;  // attainable time over time
    std::int64_t lost = 0;  // ns above what the roofs allow: what there is to gain
    bool operator==(const RooflinePoint&) const = default;
};

// Whatever states work, the most time lost first. Without ceilings there are no points.
std::vector<RooflinePoint> rooflinePoints(const Trace& trace, const TraceFilter& filter = {});

}  // namespace seekbench

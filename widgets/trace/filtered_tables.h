// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "widgets/trace/profile_data.h"

namespace seekbench {

// What the tables, icicles and the roofline show of a profile under one filter. A value, made on a thread of the pool.
struct FilteredTables {
    TraceFilter filter;
    std::vector<LayerRow> layers;  // of all layers, so that another one can be chosen there
    std::vector<OperatorRow> operators;
    std::vector<KernelRow> kernels;
    std::vector<RooflinePoint> roofline;
    std::vector<FlameNode> callers, byLayer;
};
FilteredTables tablesOf(const ProfileData& data, const TraceFilter& filter);

using SharedTables = std::shared_ptr<const FilteredTables>;  // on its way from the thread that made it

}  // namespace seekbench

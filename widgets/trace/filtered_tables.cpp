// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/filtered_tables.h"

namespace seekbench {

FilteredTables tablesOf(const ProfileData& data, const TraceFilter& filter) {
    const Trace& trace = data.trace;
    TraceFilter ofLayers = filter;
    ofLayers.node.clear();
    const bool all = filter == TraceFilter();
    return {.filter = filter,
            .layers = ofLayers == TraceFilter() ? data.layers : layerTable(summarize(trace, ofLayers)),
            .operators = operatorTable(trace, filter),
            .kernels = kernelTable(trace, filter),
            .roofline = all ? data.roofline : rooflinePoints(trace, filter),
            .callers = flameGraph(trace, FlameOrder::Callers, filter),
            .byLayer = flameGraph(trace, FlameOrder::Layers, filter)};
}

}  // namespace seekbench

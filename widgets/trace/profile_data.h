// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "core/trace/analysis/filter.h"
#include "core/trace/analysis/flame.h"
#include "core/trace/analysis/memory_peak.h"
#include "core/trace/analysis/nesting.h"
#include "core/trace/analysis/roofline.h"
#include "core/trace/analysis/summary.h"
#include "core/trace/analysis/tables.h"
#include "core/trace/levels/slice_levels.h"
#include "core/trace/trace.h"

namespace seekbench {

// A profile with all that its views draw, made once on a thread of the pool and shared by them; nobody changes it.
struct ProfileData {
    // A track with its slices on lines that do not overlap.
    struct Row {
        TrackId track = 0;
        std::vector<SliceLevels> lanes;
        std::vector<std::uint16_t> laneOf;  // by slice
    };

    explicit ProfileData(Trace loaded);

    Trace trace;
    Attribution attribution;
    SliceFlows flows;
    std::vector<Row> rows;  // phases, threads, streams
    std::vector<TrackId> counters;
    double highestCounters = 0;  // of all together at any time
    std::vector<StepBar> bars;
    std::vector<SummaryRow> summary;
    std::vector<LayerRow> layers;
    std::vector<RooflinePoint> roofline;
    Completeness completeness;
    std::optional<MemoryPeak> peak;

    const Row* rowOf(TrackId track) const;
    // The next slice in the order of tracks and times, behind `from` (or from the beginning), of which `takes(label)` is true; it goes
    // round.
    std::optional<SliceRef> next(const std::optional<SliceRef>& from, const std::vector<char>& labels) const;
};

using SharedProfile = std::shared_ptr<const ProfileData>;  // shared by the views of one window

}  // namespace seekbench

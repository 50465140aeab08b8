// SPDX-License-Identifier: Apache-2.0
#pragma once

// The profile in a few hundred rows: step × layer × phase. What stands in SQLite, on the nodes of the canvas and in the step bar.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/trace/analysis/filter.h"
#include "core/trace/trace.h"

namespace seekbench {

// The steps a trace has, in order; one that begins before another has ended is left out. When it names none, all of it is one step with the
// number 0.
std::vector<Step> stepsOf(const Trace& trace);

struct SummaryRow {
    std::int64_t step = 0;
    std::string node;  // empty: no layer
    Phase phase = Phase::None;
    std::int64_t host = 0;        // ns of threads: innermost time, added up over them
    std::int64_t device = 0;      // ns of streams: exclusive shares, which add up to the device's busy time (to the ns)
    std::uint64_t calls = 0;      // slices that began in the step
    double flops = 0, bytes = 0;  // of the outermost slices that state work
    bool operator==(const SummaryRow&) const = default;
};
// Ordered by step, node and phase. Time between steps is in none. What the filter's span cuts counts as far as it lies inside.
std::vector<SummaryRow> summarize(const Trace& trace, const TraceFilter& filter = {});

// A layer over the steps that were profiled: what stands on a node.
struct LayerRow {
    std::string node;                                   // empty: what has no layer
    std::int64_t forward = 0, backward = 0, other = 0;  // ns of host and device together
    std::uint64_t calls = 0;
    double flops = 0, bytes = 0;
    double share = 0;  // of the time of all rows
    std::int64_t total() const { return forward + backward + other; }
    bool operator==(const LayerRow&) const = default;
};
// Greatest first. On a machine with a device the device's time counts, on one without the threads'.
std::vector<LayerRow> layerTable(const std::vector<SummaryRow>& summary);
// All of `outer` and what lies in it as one row: a composite node's cost.
LayerRow layerWithin(const std::vector<LayerRow>& rows, const std::string& outer);

// What one step spends its time on. Parts and gaps add up to the step's duration, always.
struct StepBar {
    Step step;
    std::array<std::int64_t, kPhases> phases{};  // by Phase; None: busy, and nobody said with what
    std::int64_t gaps = 0;                       // nobody at work
    std::int64_t total() const;
    bool operator==(const StepBar&) const = default;
};
// From the trainer's phases; without such a track from the phases of the threads, where at each instant the first of Backward, Forward,
// Loss, Optimizer, Communication, Checkpoint, Validation, Data, Bookkeeping counts that any thread is at, then threads at anything.
std::vector<StepBar> stepBars(const Trace& trace);
// The mean of several bars, as parts of 1; zeros without bars.
std::array<double, kPhases + 1> meanShares(const std::vector<StepBar>& bars);  // the last one: gaps

// Busy and idle of one track within a span, found in two ways that have to agree.
struct Conservation {
    TrackId track = 0;
    std::int64_t wall = 0;
    std::int64_t busy = 0;                // the union of its slices
    std::int64_t idle = 0;                // the gaps between them
    std::int64_t self = 0;                // Σ innermost times
    std::int64_t inLayers = 0, rest = 0;  // of the innermost times: with and without a node
    // busy + idle = wall, Σ self = busy, Σ layers + rest = busy
    bool holds() const { return busy + idle == wall && self == busy && inLayers + rest == busy; }
    bool operator==(const Conservation&) const = default;
};
// For each track of threads and streams that has slices.
std::vector<Conservation> conservationOf(const Trace& trace, const TimeSpan& span = TimeSpan::everything());

// How far a profile can be believed.
struct Completeness {
    Ledger ledger;
    std::uint64_t slices = 0;
    std::size_t flowsLost = 0;
    std::int64_t stepTime = 0, stepTimeWithoutPhase = 0;    // over all steps, gaps not counted
    std::int64_t layerTime = 0, layerTimeWithoutLayer = 0;  // host and device time of forward and backward
    bool conserved = true;                                  // conservationOf() holds for all tracks
    double withPhase() const { return stepTime > 0 ? 1 - static_cast<double>(stepTimeWithoutPhase) / static_cast<double>(stepTime) : 1; }
    double withLayer() const { return layerTime > 0 ? 1 - static_cast<double>(layerTimeWithoutLayer) / static_cast<double>(layerTime) : 1; }
    bool operator==(const Completeness&) const = default;
};
Completeness completenessOf(const Trace& trace);

}  // namespace seekbench

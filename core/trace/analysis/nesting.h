// SPDX-License-Identifier: Apache-2.0
#pragma once

// Questions about the slices of one track: who encloses whom, whose time is whose, on which line of a view each is drawn.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/trace/analysis/sweep.h"
#include "core/trace/trace.h"

namespace seekbench {

// For each slice of a track: the slice around it (kNoSlice: none) and the time in which it is the innermost one.
struct Nesting {
    std::vector<std::uint32_t> parents;
    std::vector<std::int64_t> self;
};
Nesting nestingOf(const SliceColumns& slices);

// The length of the union of a track's slices within `span`, found without nesting: what Σ self has to be equal to.
std::int64_t busyTime(const SliceColumns& slices, const TimeSpan& span);
// Of several tracks together.
std::int64_t busyTime(const Trace& trace, std::span<const TrackId> tracks, const TimeSpan& span);
// The stretches of `span` in which none of the tracks has a slice.
std::vector<TimeSpan> gapsBetween(const Trace& trace, std::span<const TrackId> tracks, const TimeSpan& span);

// For each slice the line it is drawn on: below the slices that enclose it, and below whatever else is in the way. Slices on one line never
// overlap, and none is left out: kernels that overlap on a stream get lines of their own.
struct Lanes {
    std::vector<std::uint16_t> lanes;
    std::uint16_t count = 0;  // at least 1 when there are slices; at most kMostLanes, where the rest shares the last line
};
inline constexpr std::uint16_t kMostLanes = 512;
Lanes lanesOf(const SliceColumns& slices);

// The innermost slice at an instant; one without duration counts at its start.
std::optional<std::uint32_t> innermostAt(const SliceColumns& slices, std::int64_t time);
// The slices around an instant, outermost first.
std::vector<std::uint32_t> stackAt(const SliceColumns& slices, std::int64_t time);

// Node and phase of each slice, own or inherited.
std::vector<Scope> scopesOf(const Trace& trace, TrackId track);

// A flow whose ends have been found.
struct SliceFlow {
    FlowKind kind = FlowKind::Other;
    SliceRef from, to;
    bool operator==(const SliceFlow&) const = default;
};
// Flows between slices, ordered by `from`. A flow whose end hits no slice is left out; `lost` counts these.
struct SliceFlows {
    std::vector<SliceFlow> flows;
    std::size_t lost = 0;
    std::vector<SliceFlow> from(SliceRef slice) const;  // the arrows that leave it
    std::vector<SliceFlow> to(SliceRef slice) const;    // the arrows that reach it
private:
    friend SliceFlows resolveFlows(const Trace& trace);
    std::vector<std::uint32_t> m_byTarget;
};
SliceFlows resolveFlows(const Trace& trace);

}  // namespace seekbench

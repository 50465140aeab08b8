// SPDX-License-Identifier: Apache-2.0
#include "core/trace/analysis/nesting.h"

#include <algorithm>
#include <functional>
#include <queue>
#include <tuple>

namespace seekbench {
namespace {

// Calls `gap` for each stretch of the span without a slice of the tracks, and gives the length of the rest.
template <class Gap>
std::int64_t mergeIntervals(const Trace& trace, std::span<const TrackId> tracks, const TimeSpan& span, Gap gap) {
    struct Cursor {
        const SliceColumns* slices;
        std::vector<std::uint32_t> across;
        std::size_t next;
        std::optional<TimeSpan> head() const {
            const std::size_t i = across.empty() ? next : across.front();
            if (i >= slices->size()) return std::nullopt;
            return TimeSpan{slices->starts()[i], slices->end(i)};
        }
        void pop() {
            if (across.empty())
                ++next;
            else
                across.erase(across.begin());
        }
    };
    std::vector<Cursor> cursors;
    for (const TrackId track : tracks) {
        const SliceColumns& slices = trace.slices(track);
        cursors.push_back({&slices, slices.across(span.begin), slices.firstFrom(span.begin)});
    }
    std::int64_t busy = 0, reached = span.begin;
    // The cursors by their next slice, the earliest on top.
    using Entry = std::pair<std::int64_t, std::size_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    const auto enqueue = [&](std::size_t i) {
        if (const auto head = cursors[i].head()) queue.emplace(head->begin, i);
    };
    for (std::size_t i = 0; i < cursors.size(); ++i) enqueue(i);
    while (!queue.empty() && queue.top().first < span.end) {
        const std::size_t i = queue.top().second;
        queue.pop();
        const TimeSpan next = *cursors[i].head();
        cursors[i].pop();
        enqueue(i);
        const TimeSpan cut = next.clipped(span);
        if (cut.begin > reached) gap(TimeSpan{reached, cut.begin});
        if (cut.end > reached) busy += cut.end - std::max(reached, cut.begin);
        reached = std::max({reached, cut.begin, cut.end});
    }
    if (reached < span.end) gap(TimeSpan{reached, span.end});
    return busy;
}

}  // namespace

Nesting nestingOf(const SliceColumns& slices) {
    struct Visitor {
        Nesting nesting;
        void enter(std::uint32_t slice, std::uint32_t parent, std::uint32_t) { nesting.parents[slice] = parent; }
        void self(std::uint32_t slice, std::uint32_t, std::int64_t from, std::int64_t to) { nesting.self[slice] += to - from; }
        void leave(std::uint32_t, std::uint32_t) {}
    } visitor;
    visitor.nesting.parents.assign(slices.size(), kNoSlice);
    visitor.nesting.self.assign(slices.size(), 0);
    sweep(slices, TimeSpan::everything(), visitor);
    return std::move(visitor.nesting);
}

std::int64_t busyTime(const SliceColumns& slices, const TimeSpan& wanted) {
    const TimeSpan span = slices.span().clipped(wanted);
    std::int64_t busy = 0, reached = span.begin;
    const auto add = [&](std::size_t i) {
        const std::int64_t begin = std::max(slices.starts()[i], reached), end = std::min(slices.end(i), span.end);
        if (end <= begin) return;
        busy += end - begin;
        reached = end;
    };
    for (const std::uint32_t i : slices.across(span.begin)) add(i);
    for (std::size_t i = slices.firstFrom(span.begin); i < slices.size() && slices.starts()[i] < span.end; ++i) add(i);
    return busy;
}

std::int64_t busyTime(const Trace& trace, std::span<const TrackId> tracks, const TimeSpan& span) {
    if (tracks.size() == 1) return busyTime(trace.slices(tracks.front()), span);
    return mergeIntervals(trace, tracks, trace.span().clipped(span), [](const TimeSpan&) {});
}

std::vector<TimeSpan> gapsBetween(const Trace& trace, std::span<const TrackId> tracks, const TimeSpan& span) {
    std::vector<TimeSpan> gaps;
    mergeIntervals(trace, tracks, trace.span().clipped(span), [&](const TimeSpan& gap) { gaps.push_back(gap); });
    return gaps;
}

Lanes lanesOf(const SliceColumns& slices) {
    Lanes result;
    result.lanes.resize(slices.size());
    struct Open {
        std::int64_t end;
        std::uint16_t lane;
    };
    std::vector<Open> open;          // slices that may enclose the next one, outermost first
    std::vector<std::int64_t> ends;  // of each lane: where its last slice ends
    std::size_t most = 2u * kMostLanes;
    for (std::size_t i = 0; i < slices.size(); ++i) {
        const std::int64_t start = slices.starts()[i], end = slices.end(i);
        // Only a slice that lasts at least as long encloses this one or anything behind it that this one encloses.
        while (!open.empty() && open.back().end <= start) open.pop_back();
        std::size_t below = 0;
        std::size_t looked = 0;  // no further than there are lanes: what lies deeper ends up in the last one anyway
        for (auto around = open.rbegin(); around != open.rend() && looked < kMostLanes; ++around, ++looked) {
            if (around->end < end) continue;
            below = around->lane + std::size_t{1};
            break;
        }
        std::size_t lane = below;
        while (lane < ends.size() && ends[lane] > start) ++lane;
        lane = std::min<std::size_t>(lane, kMostLanes - 1);
        if (lane >= ends.size()) ends.resize(lane + 1, start);
        ends[lane] = std::max(ends[lane], end);
        result.lanes[i] = static_cast<std::uint16_t>(lane);
        open.push_back({end, static_cast<std::uint16_t>(lane)});
        // A chain of slices each ending a little later would pile up: now and then those that have ended are taken out.
        if (open.size() > most) {
            std::erase_if(open, [&](const Open& slice) { return slice.end <= start; });
            most = std::max<std::size_t>(2u * kMostLanes, 2 * open.size());
        }
    }
    result.count = static_cast<std::uint16_t>(ends.size());
    return result;
}

std::vector<std::uint32_t> stackAt(const SliceColumns& slices, std::int64_t time) {
    std::vector<std::uint32_t> stack = slices.across(time);
    for (std::size_t i = slices.firstFrom(time); i < slices.size() && slices.starts()[i] == time; ++i)
        stack.push_back(static_cast<std::uint32_t>(i));
    return stack;
}

std::optional<std::uint32_t> innermostAt(const SliceColumns& slices, std::int64_t time) {
    // The innermost one began last.
    std::size_t i = slices.firstFrom(time);
    if (i < slices.size() && slices.starts()[i] == time) {
        while (i + 1 < slices.size() && slices.starts()[i + 1] == time) ++i;
        return static_cast<std::uint32_t>(i);
    }
    const auto across = slices.across(time);
    if (across.empty()) return std::nullopt;
    return across.back();
}

std::vector<Scope> scopesOf(const Trace& trace, TrackId track) {
    struct Visitor {
        const Dictionary& words;
        const SliceColumns& slices;
        std::vector<Scope> scopes;
        ScopeStack stack;
        void enter(std::uint32_t slice, std::uint32_t, std::uint32_t depth) {
            scopes[slice] = stack.enter(depth, words.label(slices.labels()[slice]));
        }
        void self(std::uint32_t, std::uint32_t, std::int64_t, std::int64_t) {}
        void leave(std::uint32_t, std::uint32_t) {}
    } visitor{trace.dictionary(), trace.slices(track), std::vector<Scope>(trace.slices(track).size()), {}};
    sweep(trace.slices(track), TimeSpan::everything(), visitor);
    return std::move(visitor.scopes);
}

SliceFlows resolveFlows(const Trace& trace) {
    // All ends in the order of their tracks and times, so that each track is walked once.
    struct End {
        TrackId track;
        std::int64_t time;
        std::uint32_t flow;
        bool isTarget;
    };
    const auto flows = trace.flows();
    std::vector<End> ends;
    ends.reserve(2 * flows.size());
    for (std::uint32_t i = 0; i < flows.size(); ++i) {
        ends.push_back({flows[i].fromTrack, flows[i].fromTime, i, false});
        ends.push_back({flows[i].toTrack, flows[i].toTime, i, true});
    }
    std::ranges::sort(ends, {}, [](const End& end) { return std::tuple(end.track, end.time, end.flow, end.isTarget); });
    std::vector<std::uint32_t> found[2] = {std::vector<std::uint32_t>(flows.size(), kNoSlice),
                                           std::vector<std::uint32_t>(flows.size(), kNoSlice)};
    for (std::size_t first = 0, last; first < ends.size(); first = last) {
        last = first;
        while (last < ends.size() && ends[last].track == ends[first].track) ++last;
        const SliceColumns& slices = trace.slices(ends[first].track);
        std::vector<std::uint32_t> open;
        std::size_t i = 0;
        for (std::size_t e = first; e < last; ++e) {
            const std::int64_t time = ends[e].time;
            for (; i < slices.size() && slices.starts()[i] <= time; ++i) {
                while (!open.empty() && slices.end(open.back()) <= slices.starts()[i]) open.pop_back();
                open.push_back(static_cast<std::uint32_t>(i));
            }
            const auto reaches = [&](std::uint32_t slice) { return slices.end(slice) > time || slices.starts()[slice] == time; };
            while (!open.empty() && !reaches(open.back())) open.pop_back();
            if (!open.empty()) found[ends[e].isTarget][ends[e].flow] = open.back();
        }
    }
    SliceFlows result;
    for (std::size_t i = 0; i < flows.size(); ++i) {
        if (found[0][i] == kNoSlice || found[1][i] == kNoSlice)
            ++result.lost;
        else
            result.flows.push_back({flows[i].kind, {flows[i].fromTrack, found[0][i]}, {flows[i].toTrack, found[1][i]}});
    }
    std::ranges::sort(result.flows, {}, [](const SliceFlow& flow) { return std::tuple(flow.from, flow.to, flow.kind); });
    result.m_byTarget.resize(result.flows.size());
    for (std::uint32_t i = 0; i < result.m_byTarget.size(); ++i) result.m_byTarget[i] = i;
    std::ranges::stable_sort(result.m_byTarget, {}, [&](std::uint32_t i) { return result.flows[i].to; });
    return result;
}

std::vector<SliceFlow> SliceFlows::from(SliceRef slice) const {
    const auto range = std::ranges::equal_range(flows, slice, {}, &SliceFlow::from);
    return {range.begin(), range.end()};
}

std::vector<SliceFlow> SliceFlows::to(SliceRef slice) const {
    const auto range = std::ranges::equal_range(m_byTarget, slice, {}, [&](std::uint32_t i) { return flows[i].to; });
    std::vector<SliceFlow> result;
    for (const std::uint32_t i : range) result.push_back(flows[i]);
    return result;
}

}  // namespace seekbench

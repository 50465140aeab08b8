// SPDX-License-Identifier: Apache-2.0
#include "core/trace/analysis/gaps.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/base/message.h"
#include "core/trace/analysis/filter.h"
#include "core/trace/analysis/nesting.h"
#include "core/trace/analysis/summary.h"

namespace seekbench {
namespace {

struct CauseWords {
    std::string_view name, label;
};
constexpr std::array<CauseWords, kGapCauses> kCauseWords{{
    {"data", phrase("Waiting for data")},
    {"host_bound", phrase("Host too slow")},
    {"synchronising", phrase("Waiting for another stream")},
    {"launch_latency", phrase("Launch latency")},
    {"transfer", phrase("Copying data")},
    {"checkpoint", phrase("Writing a checkpoint")},
    {"between_steps", phrase("Between steps")},
    {"dispatch", phrase("Between operators")},
}};
static_assert(kGapCauses == static_cast<std::size_t>(GapCause::Dispatch) + 1);

// Kineto's categories of what is no computing: copies and waits lie on streams like kernels do.
bool isCopy(std::string_view category) { return category == "gpu_memcpy" || category == "gpu_memset"; }
bool isWait(std::string_view category) { return category == "cuda_sync"; }

// The slices of the streams of one kind, as a track of its own kind in a small trace.
template <class Takes>
Trace only(const Trace& trace, Takes takes) {
    Trace part;
    for (const TrackId track : trace.tracks(TrackKind::Stream)) {
        const TrackId id = part.addTrack({.kind = TrackKind::Stream});
        const SliceColumns& slices = trace.slices(track);
        for (std::size_t i = 0; i < slices.size(); ++i)
            if (const Label& label = trace.dictionary().label(slices.labels()[i]); takes(trace.dictionary().text(label.category)))
                part.append(id, Slice{slices.starts()[i], slices.durations()[i]});
    }
    part.settle();
    return part;
}

std::int64_t busyIn(const Trace& part, const TimeSpan& span) {
    const auto tracks = part.tracks(TrackKind::Stream);
    return busyTime(part, tracks, span);
}

Phase phaseAt(const std::vector<PhaseSpan>& timeline, const TimeSpan& span) {
    std::array<std::int64_t, kPhases> times{};
    auto phase = std::ranges::lower_bound(timeline, span.begin, std::less_equal(), [](const PhaseSpan& p) { return p.span.end; });
    for (; phase != timeline.end() && phase->span.begin < span.end; ++phase)
        times[static_cast<std::size_t>(phase->phase)] += phase->span.clipped(span).duration();
    const auto most = std::ranges::max_element(times);
    return *most > 0 ? static_cast<Phase>(most - times.begin()) : Phase::None;
}

std::int64_t insideOf(std::span<const Step> steps, const TimeSpan& span) {
    std::int64_t inside = 0;
    auto step = std::ranges::lower_bound(steps, span.begin, std::less_equal(), [](const Step& s) { return s.span().end; });
    for (; step != steps.end() && step->start < span.end; ++step) inside += step->span().clipped(span).duration();
    return inside;
}

// The innermost slice that has most of the span on a track.
std::string longestIn(const Trace& trace, TrackId track, const TimeSpan& span) {
    struct Visitor {
        const SliceColumns& slices;
        std::map<LabelId, std::int64_t> times = {};
        void enter(std::uint32_t, std::uint32_t, std::uint32_t) {}
        void self(std::uint32_t slice, std::uint32_t, std::int64_t from, std::int64_t to) { times[slices.labels()[slice]] += to - from; }
        void leave(std::uint32_t, std::uint32_t) {}
    } visitor{trace.slices(track)};
    sweep(trace.slices(track), span, visitor);
    const auto most = std::ranges::max_element(visitor.times, {}, [](const auto& entry) { return entry.second; });
    return most == visitor.times.end() ? std::string() : std::string(trace.dictionary().nameOf(most->first));
}

std::vector<IdleGap> deviceGaps(const Trace& trace, const TimeSpan& span, std::int64_t shortest) {
    const Trace kernels = only(trace, [](std::string_view category) { return !isCopy(category) && !isWait(category); });
    const Trace copies = only(trace, isCopy), waits = only(trace, isWait);
    const auto timeline = phaseTimeline(trace);
    const SliceFlows flows = resolveFlows(trace);
    // When and where the kernels that begin at a time were launched.
    std::multimap<std::int64_t, SliceRef> launches;
    for (const SliceFlow& flow : flows.flows)
        if (flow.kind == FlowKind::Launch) launches.emplace(trace.at(flow.to).start, flow.from);

    std::vector<IdleGap> gaps;
    const auto tracks = kernels.tracks(TrackKind::Stream);
    for (const TimeSpan& gap : gapsBetween(kernels, tracks, span)) {
        if (gap.duration() < shortest) continue;
        IdleGap& idle = gaps.emplace_back(IdleGap{.span = gap, .cause = GapCause::LaunchLatency, .onDevice = true});
        const auto launch = launches.find(gap.end);
        if (2 * busyIn(copies, gap) > gap.duration())
            idle.cause = GapCause::Transfer;
        else if (phaseAt(timeline, gap) == Phase::Data)
            idle.cause = GapCause::Data;
        else if (launch != launches.end() && trace.at(launch->second).start > gap.begin)
            idle.cause = GapCause::HostBound;
        else if (busyIn(waits, gap) > 0)
            idle.cause = GapCause::Synchronising;
        if (idle.cause == GapCause::HostBound) idle.blame = longestIn(trace, launch->second.track, gap);
    }
    return gaps;
}

std::vector<IdleGap> hostGaps(const Trace& trace, const TimeSpan& span, std::int64_t shortest) {
    const auto timeline = phaseTimeline(trace);
    const auto steps = trace.steps().empty() ? std::vector<Step>() : stepsOf(trace);
    std::vector<IdleGap> gaps;
    const auto tracks = trace.tracks(TrackKind::Thread);
    for (const TimeSpan& gap : gapsBetween(trace, tracks, span)) {
        if (gap.duration() < shortest) continue;
        IdleGap& idle = gaps.emplace_back(IdleGap{.span = gap});
        const Phase phase = phaseAt(timeline, gap);
        if (phase == Phase::Data)
            idle.cause = GapCause::Data;
        else if (phase == Phase::Checkpoint)
            idle.cause = GapCause::Checkpoint;
        else if (phase == Phase::None && !steps.empty() && 2 * insideOf(steps, gap) < gap.duration())
            idle.cause = GapCause::BetweenSteps;
    }
    return gaps;
}

}  // namespace

std::string_view nameOf(GapCause cause) { return kCauseWords[static_cast<std::size_t>(cause)].name; }
std::string_view labelOf(GapCause cause) { return kCauseWords[static_cast<std::size_t>(cause)].label; }

std::vector<IdleGap> idleGaps(const Trace& trace, const TimeSpan& span, std::int64_t shortest) {
    const bool device = std::ranges::any_of(trace.tracks(TrackKind::Stream), [&](TrackId track) { return !trace.slices(track).empty(); });
    auto gaps = device ? deviceGaps(trace, span, shortest) : hostGaps(trace, span, shortest);
    std::ranges::stable_sort(gaps, std::greater(), [](const IdleGap& gap) { return gap.span.duration(); });
    return gaps;
}

std::vector<GapSum> gapSums(const std::vector<IdleGap>& gaps) {
    std::array<GapSum, kGapCauses> sums{};
    for (std::size_t i = 0; i < kGapCauses; ++i) sums[i].cause = static_cast<GapCause>(i);
    for (const IdleGap& gap : gaps) {
        GapSum& sum = sums[static_cast<std::size_t>(gap.cause)];
        ++sum.count;
        sum.total += gap.span.duration();
    }
    std::vector<GapSum> result(sums.begin(), sums.end());
    std::erase_if(result, [](const GapSum& sum) { return sum.count == 0; });
    std::ranges::stable_sort(result, std::greater(), &GapSum::total);
    return result;
}

}  // namespace seekbench

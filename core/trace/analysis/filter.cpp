// SPDX-License-Identifier: Apache-2.0
#include "core/trace/analysis/filter.h"

#include <algorithm>

#include "core/trace/analysis/nesting.h"

namespace seekbench {

bool liesIn(std::string_view node, std::string_view outer) {
    const auto cut = [](std::string_view& path) {
        const std::size_t slash = path.find('/');
        const std::string_view part = path.substr(0, slash);
        path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
        return part;
    };
    for (bool first = true; !outer.empty(); first = false) {
        const std::string_view wanted = cut(outer);
        std::string_view part = cut(node);
        while (part != wanted) {
            const bool repetition = !first && !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
            if (!repetition || node.empty()) return false;
            part = cut(node);
        }
    }
    return true;
}

ScopeFilter::ScopeFilter(const TraceFilter& filter, const Dictionary& dictionary) : m_phase(filter.phase) {
    if (filter.node.empty()) return;
    m_nodes.resize(dictionary.texts());
    for (StringId id = 0; id < m_nodes.size(); ++id) m_nodes[id] = liesIn(dictionary.text(id), filter.node);
}

std::vector<PhaseSpan> phaseTimeline(const Trace& trace) {
    struct Visitor {
        const Dictionary& words;
        const SliceColumns& slices;
        std::vector<PhaseSpan>& timeline;
        ScopeStack scopes;
        void enter(std::uint32_t slice, std::uint32_t, std::uint32_t depth) { scopes.enter(depth, words.label(slices.labels()[slice])); }
        void self(std::uint32_t, std::uint32_t depth, std::int64_t from, std::int64_t to) {
            const Phase phase = scopes.at(depth).phase;
            if (phase == Phase::None) return;
            if (!timeline.empty() && timeline.back().phase == phase && timeline.back().span.end == from)
                timeline.back().span.end = to;
            else
                timeline.push_back({{from, to}, phase});
        }
        void leave(std::uint32_t, std::uint32_t) {}
    };
    std::vector<PhaseSpan> timeline;
    for (const TrackId track : trace.tracks(TrackKind::Phase))
        sweep(trace.slices(track), TimeSpan::everything(), Visitor{trace.dictionary(), trace.slices(track), timeline, {}});
    // Several phase tracks are several processes: whoever was first at an instant has it.
    std::ranges::stable_sort(timeline, {}, [](const PhaseSpan& phase) { return phase.span.begin; });
    std::int64_t reached = -kLatestTime;
    for (PhaseSpan& phase : timeline) {
        phase.span.begin = std::max(phase.span.begin, std::min(reached, phase.span.end));
        reached = std::max(reached, phase.span.end);
    }
    std::erase_if(timeline, [](const PhaseSpan& phase) { return phase.span.empty(); });
    return timeline;
}

Attribution::Attribution(const Trace& trace) {
    for (TrackId track = 0; track < trace.trackCount(); ++track) m_scopes.push_back(scopesOf(trace, track));
    for (const SliceFlow& flow : resolveFlows(trace).flows) {
        if (flow.kind != FlowKind::Launch) continue;
        Scope& kernel = m_scopes[flow.to.track][flow.to.slice];
        const Scope& launch = m_scopes[flow.from.track][flow.from.slice];
        if (kernel.node == 0) kernel.node = launch.node;
        if (kernel.phase == Phase::None) kernel.phase = launch.phase;
    }
    const auto timeline = phaseTimeline(trace);
    if (timeline.empty()) return;
    for (TrackId track = 0; track < trace.trackCount(); ++track) {
        if (trace.track(track).kind == TrackKind::Phase) continue;
        std::size_t next = 0;
        const auto starts = trace.slices(track).starts();
        for (std::size_t i = 0; i < starts.size(); ++i) {
            while (next < timeline.size() && timeline[next].span.end <= starts[i]) ++next;
            if (next == timeline.size()) break;
            if (m_scopes[track][i].phase == Phase::None && timeline[next].span.begin <= starts[i])
                m_scopes[track][i].phase = timeline[next].phase;
        }
    }
}

}  // namespace seekbench

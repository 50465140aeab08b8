// SPDX-License-Identifier: Apache-2.0
#include "core/trace/analysis/summary.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <unordered_map>

#include "core/trace/analysis/nesting.h"
#include "core/trace/analysis/tables.h"

namespace seekbench {
namespace {

// Rows while they are added up: by step (its place in the list), node and phase.
struct Cell {
    std::int64_t host = 0;
    double device = 0;
    std::uint64_t calls = 0;
    double flops = 0, bytes = 0;
};
using Cells = std::unordered_map<std::uint64_t, Cell>;

class StepCells {
public:
    explicit StepCells(std::size_t steps) : m_steps(steps) {}
    Cell& at(std::size_t step, const Scope& scope) {
        return m_steps[step][std::uint64_t{scope.node} << 8 | static_cast<std::uint64_t>(scope.phase)];
    }
    std::vector<Cells>& all() { return m_steps; }

private:
    std::vector<Cells> m_steps;
};

// The step that is at work at times that only go forward.
class StepCursor {
public:
    explicit StepCursor(const std::vector<Step>& steps) : m_steps(steps) {}
    // Calls use(step, from, to) for the parts of from … to that lie in steps.
    template <class Use>
    void split(std::int64_t from, std::int64_t to, Use use) {
        while (m_next < m_steps.size() && m_steps[m_next].span().end <= from) ++m_next;
        for (std::size_t i = m_next; i < m_steps.size() && m_steps[i].start < to; ++i) {
            const TimeSpan part = TimeSpan{from, to}.clipped(m_steps[i].span());
            if (!part.empty()) use(i, part.begin, part.end);
        }
    }

private:
    const std::vector<Step>& m_steps;
    std::size_t m_next = 0;
};

struct HostVisitor {
    const Trace& trace;
    TrackId track;
    const Attribution& attribution;
    const TraceFilter& filter;
    const ScopeFilter& scopes;
    StepCells& cells;
    StepCursor times, starts;
    std::vector<char> stated = {};  // by depth: this slice or one around it has stated work

    void enter(std::uint32_t slice, std::uint32_t, std::uint32_t depth) {
        const SliceColumns& slices = trace.slices(track);
        if (stated.size() <= depth) stated.resize(depth + 1);
        const Arguments& arguments = trace.dictionary().arguments(slices.arguments()[slice]);
        const bool before = depth > 0 && stated[depth - 1];
        const bool states = arguments.flops > 0 || arguments.bytes > 0;
        stated[depth] = before || states;
        const std::int64_t start = slices.starts()[slice];
        if (!filter.span.contains(start) || !scopes.takes(attribution.of(track, slice))) return;
        starts.split(start, start + 1, [&](std::size_t step, std::int64_t, std::int64_t) {
            Cell& cell = cells.at(step, attribution.of(track, slice));
            ++cell.calls;
            if (before || !states) return;
            cell.flops += arguments.flops;
            cell.bytes += arguments.bytes;
        });
    }
    void self(std::uint32_t slice, std::uint32_t, std::int64_t from, std::int64_t to) {
        if (!scopes.takes(attribution.of(track, slice))) return;
        times.split(from, to, [&](std::size_t step, std::int64_t begin, std::int64_t end) {
            cells.at(step, attribution.of(track, slice)).host += end - begin;
        });
    }
    void leave(std::uint32_t, std::uint32_t) {}
};

void addDevice(const Trace& trace, const Attribution& attribution, const TraceFilter& filter, const ScopeFilter& scopes,
               const std::vector<Step>& steps, StepCells& cells) {
    const auto tracks = trace.tracks(TrackKind::Stream);
    const SharedTime shared(trace, tracks);
    for (const TrackId track : tracks) {
        const SliceColumns& slices = trace.slices(track);
        StepCursor times(steps), starts(steps);
        for (std::uint32_t i = 0; i < slices.size(); ++i) {
            const Scope& scope = attribution.of(track, i);
            const std::int64_t start = slices.starts()[i];
            if (!scopes.takes(scope)) continue;
            const TimeSpan cut = TimeSpan{start, slices.end(i)}.clipped(filter.span);
            times.split(cut.begin, cut.end, [&](std::size_t step, std::int64_t from, std::int64_t to) {
                cells.at(step, scope).device += shared.between(from, to);
            });
            if (!filter.span.contains(start)) continue;
            starts.split(start, start + 1, [&](std::size_t step, std::int64_t, std::int64_t) { ++cells.at(step, scope).calls; });
        }
    }
}

constexpr Phase kPrecedence[] = {Phase::Backward,   Phase::Forward,    Phase::Loss, Phase::Optimizer,  Phase::Communication,
                                 Phase::Checkpoint, Phase::Validation, Phase::Data, Phase::Bookkeeping};

// Phases from what the threads are at. Stretches that do not overlap; None where somebody works and nobody says at what.
std::vector<PhaseSpan> timelineOfThreads(const Trace& trace) {
    struct Edge {
        std::int64_t time;
        Phase phase;
        int change;
    };
    struct Visitor {
        const Dictionary& words;
        const SliceColumns& slices;
        std::vector<Edge>& edges;
        ScopeStack scopes = {};
        void enter(std::uint32_t slice, std::uint32_t, std::uint32_t depth) { scopes.enter(depth, words.label(slices.labels()[slice])); }
        void self(std::uint32_t, std::uint32_t depth, std::int64_t from, std::int64_t to) {
            const Phase phase = scopes.at(depth).phase;
            // What follows at once in the same phase is the same stretch.
            if (edges.size() > m_first && edges.back().time == from && edges.back().phase == phase) {
                edges.back().time = to;
                return;
            }
            edges.push_back({from, phase, 1});
            edges.push_back({to, phase, -1});
        }
        void leave(std::uint32_t, std::uint32_t) {}
        std::size_t m_first = edges.size();
    };
    std::vector<Edge> edges;
    for (const TrackId track : trace.tracks(TrackKind::Thread))
        sweep(trace.slices(track), TimeSpan::everything(), Visitor{trace.dictionary(), trace.slices(track), edges});
    std::ranges::sort(edges, {}, [](const Edge& edge) { return std::tuple(edge.time, edge.change); });
    std::vector<PhaseSpan> timeline;
    std::array<int, kPhases> running{};
    std::int64_t now = 0;
    for (const Edge& edge : edges) {
        if (edge.time > now) {
            const auto first = std::ranges::find_if(kPrecedence, [&](Phase phase) { return running[static_cast<std::size_t>(phase)] > 0; });
            const bool any = first != std::end(kPrecedence) || running[0] > 0;
            const Phase phase = first != std::end(kPrecedence) ? *first : Phase::None;
            if (any) timeline.push_back({{now, edge.time}, phase});
        }
        now = edge.time;
        running[static_cast<std::size_t>(edge.phase)] += edge.change;
    }
    return timeline;
}

}  // namespace

std::vector<Step> stepsOf(const Trace& trace) {
    std::vector<Step> steps;
    for (const Step& step : trace.steps())
        if (steps.empty() || step.start >= steps.back().span().end) steps.push_back(step);
    if (!steps.empty()) return steps;
    const TimeSpan span = trace.span();
    if (span.empty()) return {};
    return {Step{0, span.begin, span.duration()}};
}

std::vector<SummaryRow> summarize(const Trace& trace, const TraceFilter& filter) {
    const auto steps = stepsOf(trace);
    const Attribution attribution(trace);
    const ScopeFilter scopes(filter, trace.dictionary());
    StepCells cells(steps.size());
    for (const TrackId track : trace.tracks(TrackKind::Thread))
        sweep(trace.slices(track), filter.span,
              HostVisitor{trace, track, attribution, filter, scopes, cells, StepCursor(steps), StepCursor(steps)});
    addDevice(trace, attribution, filter, scopes, steps, cells);

    std::vector<SummaryRow> rows;
    for (std::size_t step = 0; step < steps.size(); ++step)
        for (const auto& [key, cell] : cells.all()[step])
            rows.push_back({steps[step].number, std::string(trace.dictionary().text(static_cast<StringId>(key >> 8))),
                            static_cast<Phase>(key & 0xFF), cell.host, std::llround(cell.device), cell.calls, cell.flops, cell.bytes});
    std::ranges::sort(rows, {}, [](const SummaryRow& row) { return std::tuple(row.step, std::string_view(row.node), row.phase); });
    return rows;
}

std::vector<LayerRow> layerTable(const std::vector<SummaryRow>& summary) {
    const bool onDevice = std::ranges::any_of(summary, [](const SummaryRow& row) { return row.device > 0; });
    std::map<std::string_view, LayerRow> layers;
    double all = 0;
    for (const SummaryRow& row : summary) {
        LayerRow& layer = layers[row.node];
        const std::int64_t time = onDevice ? row.device : row.host;
        (row.phase == Phase::Forward ? layer.forward : row.phase == Phase::Backward ? layer.backward : layer.other) += time;
        layer.calls += row.calls;
        layer.flops += row.flops;
        layer.bytes += row.bytes;
        all += static_cast<double>(time);
    }
    std::vector<LayerRow> rows;
    for (auto& [node, layer] : layers) {
        layer.node = node;
        layer.share = all > 0 ? static_cast<double>(layer.total()) / all : 0;
        rows.push_back(layer);
    }
    std::ranges::stable_sort(rows, std::greater(), &LayerRow::total);
    return rows;
}

LayerRow layerWithin(const std::vector<LayerRow>& rows, const std::string& outer) {
    LayerRow sum{.node = outer};
    for (const LayerRow& row : rows) {
        if (!liesIn(row.node, outer) || (row.node.empty() && !outer.empty())) continue;
        sum.forward += row.forward;
        sum.backward += row.backward;
        sum.other += row.other;
        sum.calls += row.calls;
        sum.flops += row.flops;
        sum.bytes += row.bytes;
        sum.share += row.share;
    }
    return sum;
}

std::int64_t StepBar::total() const {
    std::int64_t sum = gaps;
    for (const std::int64_t part : phases) sum += part;
    return sum;
}

std::vector<StepBar> stepBars(const Trace& trace) {
    auto timeline = phaseTimeline(trace);
    if (timeline.empty()) timeline = timelineOfThreads(trace);
    const auto steps = stepsOf(trace);
    std::vector<StepBar> bars;
    for (const Step& step : steps) bars.push_back({.step = step, .gaps = step.duration});
    StepCursor cursor(steps);
    for (const PhaseSpan& phase : timeline)
        cursor.split(phase.span.begin, phase.span.end, [&](std::size_t i, std::int64_t from, std::int64_t to) {
            bars[i].phases[static_cast<std::size_t>(phase.phase)] += to - from;
            bars[i].gaps -= to - from;
        });
    return bars;
}

std::array<double, kPhases + 1> meanShares(const std::vector<StepBar>& bars) {
    std::array<double, kPhases + 1> shares{};
    double wall = 0;
    for (const StepBar& bar : bars) {
        for (std::size_t i = 0; i < kPhases; ++i) shares[i] += static_cast<double>(bar.phases[i]);
        shares[kPhases] += static_cast<double>(bar.gaps);
        wall += static_cast<double>(bar.step.duration);
    }
    for (double& share : shares) share = wall > 0 ? share / wall : 0;
    return shares;
}

std::vector<Conservation> conservationOf(const Trace& trace, const TimeSpan& wanted) {
    const TimeSpan span = trace.span().clipped(wanted);
    std::vector<Conservation> result;
    for (TrackId track = 0; track < trace.trackCount(); ++track) {
        const TrackKind kind = trace.track(track).kind;
        if ((kind != TrackKind::Thread && kind != TrackKind::Stream) || trace.slices(track).empty()) continue;
        struct Visitor {
            const Dictionary& words;
            const SliceColumns& slices;
            Conservation& sums;
            ScopeStack scopes = {};
            void enter(std::uint32_t slice, std::uint32_t, std::uint32_t depth) {
                scopes.enter(depth, words.label(slices.labels()[slice]));
            }
            void self(std::uint32_t, std::uint32_t depth, std::int64_t from, std::int64_t to) {
                sums.self += to - from;
                (scopes.at(depth).node ? sums.inLayers : sums.rest) += to - from;
            }
            void leave(std::uint32_t, std::uint32_t) {}
        };
        Conservation& sums = result.emplace_back(Conservation{.track = track, .wall = span.duration()});
        sums.busy = busyTime(trace.slices(track), span);
        for (const TimeSpan& gap : gapsBetween(trace, {&track, 1}, span)) sums.idle += gap.duration();
        sweep(trace.slices(track), span, Visitor{trace.dictionary(), trace.slices(track), sums});
    }
    return result;
}

Completeness completenessOf(const Trace& trace) {
    Completeness result{.ledger = trace.ledger(), .slices = trace.sliceCount(), .flowsLost = resolveFlows(trace).lost};
    for (const StepBar& bar : stepBars(trace)) {
        result.stepTime += bar.step.duration - bar.gaps;
        result.stepTimeWithoutPhase += bar.phases[0];
    }
    for (const SummaryRow& row : summarize(trace)) {
        if (row.phase != Phase::Forward && row.phase != Phase::Backward) continue;
        result.layerTime += row.host + row.device;
        if (row.node.empty()) result.layerTimeWithoutLayer += row.host + row.device;
    }
    for (const Conservation& track : conservationOf(trace)) result.conserved = result.conserved && track.holds();
    return result;
}

}  // namespace seekbench

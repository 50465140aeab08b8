// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/trace/analysis/sweep.h"

namespace seekbench {

// Which part of a trace a table is about. What the span cuts counts as far as it lies inside.
struct TraceFilter {
    TimeSpan span = TimeSpan::everything();
    std::string node;            // this node and what lies in it: "block/3" takes "block/3/conv1" too; empty: all
    std::optional<Phase> phase;  // Phase::None: what has no phase
    bool takesAll() const { return node.empty() && !phase; }
    bool operator==(const TraceFilter&) const = default;
};

// True when `node` is `outer` or lies in it. `outer` may leave out the numbers of repetitions, as the canvas does: "blocks/2/attention"
// lies in "blocks/attention".
bool liesIn(std::string_view node, std::string_view outer);

// A filter made ready for one dictionary: asked once for each slice.
class ScopeFilter {
public:
    ScopeFilter(const TraceFilter& filter, const Dictionary& dictionary);
    bool takes(const Scope& scope) const { return (!m_phase || scope.phase == *m_phase) && (m_nodes.empty() || m_nodes[scope.node]); }

private:
    std::optional<Phase> m_phase;
    std::vector<char> m_nodes;  // by number of the text; empty: all
};

// What the trainer is at over time, from the tracks of kind Phase: stretches that do not overlap, in order.
struct PhaseSpan {
    TimeSpan span;
    Phase phase = Phase::None;
};
std::vector<PhaseSpan> phaseTimeline(const Trace& trace);

// Node and phase of the slices of every track, with what they get from elsewhere: a kernel from the slice that launched it, and what has
// no phase of its own from the trainer's phase at its start.
class Attribution {
public:
    explicit Attribution(const Trace& trace);
    const Scope& of(TrackId track, std::uint32_t slice) const { return m_scopes[track][slice]; }

private:
    std::vector<std::vector<Scope>> m_scopes;
};

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one walk that all analysis of nested slices is made of: it goes along a track as a clock does and knows at each instant which slice
// is the innermost. A slice that outlasts the one around it keeps its time; the one around it loses only what they share. So the innermost
// times add up to the union of all slices exactly, whatever the slices look like.

#include <cstdint>
#include <limits>
#include <vector>

#include "core/trace/trace.h"

namespace seekbench {

inline constexpr std::uint32_t kNoSlice = std::numeric_limits<std::uint32_t>::max();

// Walks the slices of a track as far as they lie in `span` and calls, in the order of time,
//   visitor.enter(slice, parent, depth)  a slice begins inside `parent` (kNoSlice: none); depth counts the slices around it
//   visitor.self(slice, depth, from, to) the slice is the innermost one from … to (from < to); a slice may get several of these
//   visitor.leave(slice, depth)          it has ended; slices that are left later may have entered earlier or later
// What crosses an edge of the span is cut there. Linear in the slices of the span: a few nanoseconds for each, which is why its two
// steps are put into the loop by force.
template <class Visitor>
void sweep(const SliceColumns& slices, const TimeSpan& wanted, Visitor&& visitor) {
    struct Open {
        std::int64_t end;
        std::uint32_t slice;
    };
    const TimeSpan span = slices.span().clipped(wanted);
    std::vector<Open> open;
    open.reserve(64);
    std::int64_t now = span.begin;
    const auto advance = [&](std::int64_t until) __attribute__((always_inline)) {
        while (!open.empty()) {
            const Open top = open.back();
            const auto depth = static_cast<std::uint32_t>(open.size() - 1);
            const std::int64_t end = top.end < until ? top.end : until;
            if (end > now) {
                visitor.self(top.slice, depth, now, end);
                now = end;
            }
            if (top.end > until) break;
            visitor.leave(top.slice, depth);
            open.pop_back();
        }
        if (now < until) now = until;
    };
    const auto enter = [&](std::uint32_t slice) __attribute__((always_inline)) {
        const std::int64_t end = slices.end(slice) < span.end ? slices.end(slice) : span.end;
        visitor.enter(slice, open.empty() ? kNoSlice : open.back().slice, static_cast<std::uint32_t>(open.size()));
        open.push_back({end, slice});
    };
    for (const std::uint32_t slice : slices.across(span.begin)) {
        // Those that ended before another began lie below it all the same: the walk then never asks for their time.
        enter(slice);
    }
    const auto starts = slices.starts();
    for (std::size_t i = slices.firstFrom(span.begin); i < slices.size(); ++i) {
        // A slice without duration at the last instant of the trace is still in it.
        if (starts[i] > span.end || (starts[i] == span.end && wanted.end <= span.end)) break;
        advance(starts[i]);
        enter(static_cast<std::uint32_t>(i));
    }
    advance(span.end);
}

// What a slice works for: its own label's node and phase, or those of the slice around it.
struct Scope {
    StringId node = 0;
    Phase phase = Phase::None;
    Scope within(const Label& label) const { return {label.node ? label.node : node, label.phase != Phase::None ? label.phase : phase}; }
    bool operator==(const Scope&) const = default;
};

// The scopes of the slices that are open in a sweep. enter() before anything else is asked.
class ScopeStack {
public:
    const Scope& enter(std::uint32_t depth, const Label& label) {
        if (m_scopes.size() <= depth) m_scopes.resize(depth + 1);
        return m_scopes[depth] = (depth == 0 ? Scope{} : m_scopes[depth - 1]).within(label);
    }
    const Scope& at(std::uint32_t depth) const { return m_scopes[depth]; }

private:
    std::vector<Scope> m_scopes;
};

}  // namespace seekbench

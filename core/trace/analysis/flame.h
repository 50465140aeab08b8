// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/trace/analysis/filter.h"
#include "core/trace/trace.h"

namespace seekbench {

// A flame graph (widths downwards an icicle): calls by who called whom. Nodes lie in one list, the root first and parents before
// children; siblings come with the greatest total first.
struct FlameNode {
    std::string name;                               // the root's is empty
    std::uint32_t parent = 0;                       // the root is its own
    std::uint32_t firstChild = 0, nextSibling = 0;  // 0: none
    std::uint32_t depth = 0;
    std::uint64_t calls = 0;
    std::int64_t self = 0, total = 0;  // ns; total = self + Σ total of the children
    bool operator==(const FlameNode&) const = default;
};

enum class FlameOrder {
    Callers,  // operators below those that call them
    Layers,   // nodes of the graph by their path, phases below them
};

// Of all threads. What the filter does not take is left out, and what lies in it moves up.
std::vector<FlameNode> flameGraph(const Trace& trace, FlameOrder order = FlameOrder::Callers, const TraceFilter& filter = {});

}  // namespace seekbench

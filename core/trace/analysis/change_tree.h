// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/trace/analysis/difference.h"

namespace seekbench {

// The layers of two profiles as one icicle: nodes of the graph by their path, phases below them. Nodes lie in one list, the root first and
// parents before children; siblings come with the greatest extent first.
struct ChangeNode {
    std::string name;  // the last part of the path, or the name of the phase; the root's is empty
    std::string path;  // of the layer; empty: what has none
    bool isPhase = false;
    std::uint32_t parent = 0;                       // the root is its own
    std::uint32_t firstChild = 0, nextSibling = 0;  // 0: none
    std::uint32_t depth = 0;
    double before = 0, after = 0;  // mean ns of a step, with all below
    // How wide it is drawn, ns: the longer of both for what is itself measured, and the sum of the children's where that is more. So both
    // profiles lie on one axis, and children never reach beyond their parent.
    double extent = 0;
    DifferenceRow::Verdict verdict = DifferenceRow::Verdict::Unknown;
    double change() const { return after - before; }
    bool isNoise() const { return verdict == DifferenceRow::Verdict::Same || verdict == DifferenceRow::Verdict::Unknown; }
    bool operator==(const ChangeNode&) const = default;
};

// Of layerDifferenceOf(). The root is the sum over all, and its verdict that of the whole step.
std::vector<ChangeNode> changeTree(const Difference& layers);

}  // namespace seekbench

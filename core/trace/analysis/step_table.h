// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "core/trace/analysis/summary.h"

namespace seekbench {

// One step beside the others: how much longer than usual it took, and which part of it was late.
struct StepRow {
    StepBar bar;
    double over = 0;  // ns above the median step; negative: below
    // The part that lies farthest above its own median, and by how much, ns. Nothing where the step is not longer than the median by more
    // than the usual spread (three times the median distance from the median), or no part is.
    struct Late {
        std::optional<Phase> phase;  // nothing: the gaps
        double by = 0;
        bool operator==(const Late&) const = default;
    };
    std::optional<Late> late;
    bool operator==(const StepRow&) const = default;
};
// In the order of the steps. Fewer than three steps have no usual.
std::vector<StepRow> stepTable(const std::vector<StepBar>& bars);

}  // namespace seekbench

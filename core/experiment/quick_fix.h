// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/experiment/experiment.h"
#include "core/graph/edit.h"

namespace seekbench {

// A change of the graph seen at `level`: the body of the composite there, the composite nodes stepped into, outermost first;
// empty: the top graph.
struct GraphFix {
    std::vector<std::string> level;
    Edit edit;
    bool operator==(const GraphFix&) const = default;
};

// Settings by their places (setting.h) with their new values; nothing: back to the default.
struct SettingsFix {
    std::vector<std::pair<std::string, std::optional<ParameterValue>>> values;
    bool operator==(const SettingsFix&) const = default;
};

// A QuickFix is a repair that one press of a button makes. A value.
struct QuickFix {
    Message label;  // "Set in_features = 64"
    std::variant<GraphFix, SettingsFix> change;
    bool operator==(const QuickFix&) const = default;
};

// Performs the fix; on an error the experiment is as before.
Result<void> apply(Experiment& experiment, const QuickFix& fix);

// The graph at `level`; nullptr when it leads nowhere.
const Graph* graphAt(const Experiment& experiment, const std::vector<std::string>& level);

// Repairs for `diagnostic`, one of those in `report`, which is check() of `experiment`; the best first, at most three.
// Each has been tried: with it, check() no longer has the diagnostic and not one error more. An error it does have that was not
// there before is at a node that could not be looked at because of this very mistake; such a fix is offered only when there is
// no better one. Takes at most a few dozen checks; call it off the window's thread.
std::vector<QuickFix> quickFixes(const Experiment& experiment, const ExperimentReport& report, const Diagnostic& diagnostic);

// The arguments of a label: "7 × 7", "true", "0.1".
std::string labelText(const ParameterValue& value);

}  // namespace seekbench

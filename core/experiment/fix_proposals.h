// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/experiment/quick_fix.h"

namespace seekbench {

// What might repair a finding, before it has been tried; see quickFixes(), which tries.
struct FixProposal {
    QuickFix fix;
    // The label of the fix when other nodes must follow it, whose names become its last argument; empty: none may.
    Message adaptingLabel = {};
    // Of the proposals of one group the first that works is offered; with `alone` only when no other of the group works.
    int group = 0;
    bool alone = false;
};

// Proposals in the order of their merit, bounded in number.
std::vector<FixProposal> graphProposals(const Experiment& experiment, const ExperimentReport& report, const Diagnostic& diagnostic);
std::vector<FixProposal> settingProposals(const Experiment& experiment, const Diagnostic& diagnostic);

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include "app/session/run_colours.h"

namespace seekbench {

std::vector<std::pair<std::string, std::string>> giveColours(std::vector<RunSummary>& runs) {
    std::vector<bool> taken(runs.size() + 1);
    for (const RunSummary& run : runs)
        if (const auto slot = colourSlot(run.row.colour); slot && static_cast<std::size_t>(*slot) < taken.size())
            taken[static_cast<std::size_t>(*slot)] = true;
    std::vector<std::pair<std::string, std::string>> given;
    std::size_t free = 0;
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        if (colourSlot(run->row.colour)) continue;
        while (taken[free]) ++free;
        taken[free] = true;
        const bool hadNone = run->row.colour.empty();
        run->row.colour = colourOfSlot(static_cast<int>(free));
        if (hadNone) given.emplace_back(run->row.id, run->row.colour);
    }
    return given;
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/store/run_summary.h"

namespace seekbench {

// Gives every run without a slot of its own the first one that no run of the list has, the oldest first (the list is newest
// first). Answers run and colour of those that had no colour at all, the newest last: they are to be kept.
std::vector<std::pair<std::string, std::string>> giveColours(std::vector<RunSummary>& runs);

}  // namespace seekbench

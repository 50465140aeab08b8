// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/experiment/quick_fix.h"

namespace seekbench {

// Repairs for what checkMemory() says of an experiment on a machine with `total` bytes: the batch in parts, which trains alike, then a
// smaller batch. With each of them checkMemory() finds nothing more. Takes some forecasts; call it off the window's thread.
std::vector<QuickFix> memoryFixes(const Experiment& experiment, std::int64_t total);

}  // namespace seekbench

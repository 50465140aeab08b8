// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/data/dataset.h"
#include "core/experiment/experiment.h"

namespace seekbench {

// Whether the split suits the samples: warnings where validation would see what was trained on (a random split of overlapping windows, a
// gap below the horizon, groups torn apart), errors where the dataset lacks what the split needs. Places are those of the settings, and
// each finding has a quick fix.
std::vector<Diagnostic> checkSplit(const Split& split, std::string_view dataset, const SampleSpec& sample);

}  // namespace seekbench

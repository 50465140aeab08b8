// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/experiment/experiment.h"

namespace seekbench {

// The settings of an experiment's split by their whole place, "split.share"; each only where it counts.
std::vector<ParameterSpec> splitSpecs(const Experiment& experiment);

}  // namespace seekbench

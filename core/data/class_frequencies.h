// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/data/dataset.h"

namespace seekbench {

// How often each class occurs in the targets of these samples (one per sample, or one per position that counts). Of more than 4096
// samples so many, evenly spread, are read and the counts scaled up, unless the dataset knows their classes. Empty for other targets.
std::vector<std::int64_t> classFrequencies(const Dataset& dataset, Part part, std::span<const std::int64_t> indices);

}  // namespace seekbench

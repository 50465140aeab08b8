// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/operators/parameter.h"

namespace seekbench {

// A parameter that every composite has which gives out no more tensors than it takes in: how often it is applied, each time with
// weights of its own. Its outputs are the inputs of the next repetition, in the order of the ports; inputs beyond them arrive at every
// repetition. Repetitions count from 1 and stand in paths, "block/3/conv1", when there are several.
inline constexpr Parameter<std::int64_t> kRepeat{"repeat"};
inline constexpr std::int64_t kMostRepetitions = 1024;

}  // namespace seekbench

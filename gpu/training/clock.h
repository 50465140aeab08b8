// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace seekbench {

// The time as it stands in journals: seconds since 1970-01-01 UTC.
inline double secondsSinceEpoch() { return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count(); }

// Seconds on a clock that only goes forward, for measuring how long something took.
inline double steadySeconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

}  // namespace seekbench

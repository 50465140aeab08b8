// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/trace/flight/flight_file.h"

namespace seekbench {

// Sentences about what a flight recorder has: which steps, where the worker was last, which steps took much longer than usual.
std::string flightText(const Flight& flight, bool isAlive);
// The same for programs: {"closed", "alive", "at": {...}, "slowest": [...]}
std::string flightJson(const Flight& flight, bool isAlive);

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "core/base/error.h"
#include "core/experiment/experiment.h"
#include "core/protocol/packet.h"

namespace seekbench {

// The error's sentence without its advice, which the journal keeps apart.
std::string reasonOf(const Error& error);

// A step, or the setting up of a model, that found no memory, in the words of LibTorch `text`.
Error outOfMemory(const std::string& text);
// An outOfMemory() with what the forecast says that the experiment needs; any other error as it is.
Error withForecast(const Error& error, const Experiment& experiment);

// The last entry of an attempt that `error` has ended at `step`. `resumableStep`: of the newest checkpoint; 0: there is none.
StateChanged failureOf(const Error& error, std::int64_t step, std::int64_t resumableStep);

}  // namespace seekbench

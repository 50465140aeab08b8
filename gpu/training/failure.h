// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "core/base/error.h"
#include "core/protocol/packet.h"

namespace seekbench {

// The error's sentence without its advice, which the journal keeps apart.
std::string reasonOf(const Error& error);

// The last entry of an attempt that `error` has ended at `step`. `resumableStep`: of the newest checkpoint; 0: there is none.
StateChanged failureOf(const Error& error, std::int64_t step, std::int64_t resumableStep);

}  // namespace seekbench

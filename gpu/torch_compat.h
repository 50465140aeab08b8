// SPDX-License-Identifier: Apache-2.0
#pragma once

// What differs between the LibTorch versions we build against (Debian's 1.13 and upstream's 2.x), in one place.

#include <cstddef>
#include <cstdint>

#include <torch/version.h>

static_assert(TORCH_VERSION_MAJOR >= 2 || (TORCH_VERSION_MAJOR == 1 && TORCH_VERSION_MINOR >= 13), "Seekbench needs LibTorch 1.13 or newer");

namespace seekbench {

// The totals in MemoryReportingInfoBase::reportMemoryUsage().
#if TORCH_VERSION_MAJOR >= 2
using MemoryTotal = std::size_t;
#else
using MemoryTotal = std::int64_t;
#endif

// Autocast is set by device from 2.4 on. A macro, because what differs are names that the other version does not have; the only user is
// gpu/model/precision.cpp, so that few files read ATen/autocast_mode.h.
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
#define SEEKBENCH_AUTOCAST_BY_DEVICE 1
#else
#define SEEKBENCH_AUTOCAST_BY_DEVICE 0
#endif

}  // namespace seekbench

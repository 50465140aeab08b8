// SPDX-License-Identifier: Apache-2.0
#pragma once

// What differs between the LibTorch versions we build against (Debian's 1.13 and upstream's 2.x), in one place.

#include <cstddef>
#include <cstdint>

#include <c10/core/DeviceType.h>
#include <c10/core/ScalarType.h>
#include <torch/version.h>

static_assert(TORCH_VERSION_MAJOR >= 2 || (TORCH_VERSION_MAJOR == 1 && TORCH_VERSION_MINOR >= 13),
              "Seekbench needs LibTorch 1.13 or newer");

namespace seekbench {

// The totals in MemoryReportingInfoBase::reportMemoryUsage().
#if TORCH_VERSION_MAJOR >= 2
using MemoryTotal = std::size_t;
#else
using MemoryTotal = std::int64_t;
#endif

// Autocast is asked and set by device from 2.4 on. In a file of their own, so that few files read ATen/autocast_mode.h.
bool isAutocastEnabled(c10::DeviceType device);
void setAutocastEnabled(c10::DeviceType device, bool enabled);
c10::ScalarType autocastType(c10::DeviceType device);
void setAutocastType(c10::DeviceType device, c10::ScalarType type);

}  // namespace seekbench

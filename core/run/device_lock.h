// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string_view>

#include "core/base/result.h"

namespace seekbench {

// The file in the user's runtime folder whose lock says who computes on the device "cpu" (many may) or "cuda:N" (one may).
Result<std::filesystem::path> deviceLockFile(std::string_view device);

// Whether a run on `device` would have to wait for another process. Never so on the CPU.
bool isDeviceTaken(std::string_view device);

}  // namespace seekbench

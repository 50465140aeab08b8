// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "core/base/result.h"
#include "gpu/cuda/plugin.h"

namespace seekbench {

// Where libseekbench_cuda is looked for, in this order: beside the executable, ../lib, ../lib/seekbench.
std::vector<std::filesystem::path> cudaPluginPlaces();

// Opens the plugin of the first place that has one, once per process, and never closes it (torch's registrations stay).
// Errors are sentences for the user: not part of this build, cannot be opened, of another build. Call it from one thread.
Result<const CudaPlugin*> loadCudaPlugin(const std::vector<std::filesystem::path>& places = cudaPluginPlaces());

// The device `index` of the plugin, checked to be there.
Result<void> checkCudaDevice(const CudaPlugin& plugin, int index);

}  // namespace seekbench

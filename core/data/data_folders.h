// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "core/base/result.h"

namespace seekbench {

// Where data sets are looked for, in this order: $SEEKBENCH_DATA when it is set, then data/ in the user's data folder.
std::vector<std::filesystem::path> dataFolders();

// The first of `folders` in which `file` exists, plain or with ".gz" appended. An absolute `file` is itself. Otherwise an
// error with code NotFound that lists where it was looked for.
Result<std::filesystem::path> findDataFile(const std::filesystem::path& file, const std::vector<std::filesystem::path>& folders);

}  // namespace seekbench

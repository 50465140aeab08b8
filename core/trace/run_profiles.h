// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/run/run_folder.h"

namespace seekbench {

// Where the profiles of a run lie: traces/<profile> in its folder, one file each.
std::filesystem::path tracesFolder(const RunFolder& run);
// All of them, the newest first; those of the same moment by name.
std::vector<std::filesystem::path> profilesOf(const RunFolder& run);

// Whether the file ends with the words of a writer that has finished: two reads, however long it is.
bool isFinishedProfile(const std::filesystem::path& path);

// What a user means by a word: the file of that name, or the newest profile of the run that has this id (Workspace::find).
Result<std::filesystem::path> findProfile(std::string_view word, const Workspace& workspace);

}  // namespace seekbench

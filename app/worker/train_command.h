// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace seekbench {

// What seekbench-worker leaves behind for whoever started it.
enum ExitCode { kFinished = 0, kRefused = 2, kStoppedOrFailed = 3 };

// seekbench-worker train RUNFOLDER. `arguments` are main()'s, for starting again with the right environment.
int trainCommand(const std::filesystem::path& folder, char** arguments);

}  // namespace seekbench

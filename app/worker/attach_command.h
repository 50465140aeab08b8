// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string_view>

namespace seekbench {

// seekbench-worker attach RUNFOLDER [OFFSET]: the run, through a pipe. Ends when the standard input ends. The format is docs/attach.md.
int attachCommand(const std::filesystem::path& folder, std::string_view offset);

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include "core/data/data_folders.h"

#include <cstdlib>

#include "core/base/file.h"
#include "core/run/run_folder.h"

namespace seekbench {

std::vector<std::filesystem::path> dataFolders() {
    std::vector<std::filesystem::path> folders;
    if (const char* named = std::getenv("SEEKBENCH_DATA"); named && *named) folders.emplace_back(named);
    folders.push_back(Workspace::defaultFolder() / "data");
    return folders;
}

Result<std::filesystem::path> findDataFile(const std::filesystem::path& file, const std::vector<std::filesystem::path>& folders) {
    std::string places;
    for (const std::filesystem::path& folder : file.is_absolute() ? std::vector{std::filesystem::path()} : folders) {
        for (const char* ending : {".gz", ""}) {
            std::filesystem::path candidate = folder / file;
            candidate += ending;
            std::error_code ignored;  // a place that cannot be looked at has no file for us
            if (std::filesystem::is_regular_file(candidate, ignored)) return candidate;
        }
        if (!folder.empty()) places += (places.empty() ? "" : ", ") + displayPath(folder);
    }
    if (file.is_absolute()) return Error(ErrorCode::NotFound, say("There is no file %1.", displayPath(file)), say("Check the path."));
    return Error(ErrorCode::NotFound, say("There is no file %1 in %2.", displayPath(file), places),
                 say("Put it there, set SEEKBENCH_DATA to its folder, or give its whole path."));
}

}  // namespace seekbench

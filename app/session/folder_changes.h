// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>

namespace seekbench {

// Notices by one look whether entries of a folder have come or gone. Times of files have a grain of some milliseconds: a folder that
// had just been changed at the last look counts as changed. One thread owns it.
class FolderChanges {
public:
    // Whether entries may have come or gone since the last call; true at the first one and while the folder cannot be seen.
    bool look(const std::filesystem::path& folder) {
        using Time = std::filesystem::file_time_type;
        std::error_code failure;
        const Time written = std::filesystem::last_write_time(folder, failure);
        const bool changed = failure || written != m_seen;
        m_seen = !failure && Time::clock::now() - written > std::chrono::seconds(1) ? written : Time();
        return changed;
    }

private:
    std::filesystem::file_time_type m_seen{};
};

}  // namespace seekbench

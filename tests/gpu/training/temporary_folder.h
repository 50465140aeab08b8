// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

#include <unistd.h>

namespace seekbench {

// A private folder below the system's temporary folder, gone at the end of the test. Its path is short: sockets may lie in it.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "seekbench-XXXXXX").string();
        if (!::mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
        m_path = pattern;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    std::filesystem::path operator/(const std::string& name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

// As above, and the folder of sockets and device locks lies in it, so that a test meets nothing of the user's.
class TemporaryRuntime : public TemporaryFolder {
public:
    TemporaryRuntime() { ::setenv("XDG_RUNTIME_DIR", path().c_str(), 1); }
};

}  // namespace seekbench

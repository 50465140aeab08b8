// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "core/base/file.h"

namespace seekbench {

// A file that is written in blocks of a megabyte; the first failure stays. Private to core/trace/formats.
class OutputFile {
public:
    static Result<OutputFile> create(const std::filesystem::path& path) {
        auto file = File::open(path, File::Mode::CreateNew);
        if (!file) return file.error();
        return OutputFile(std::move(*file));
    }
    std::string& text() { return m_text; }  // append to it, then call next()
    void next() {
        if (m_text.size() >= kBlock) write();
    }
    Result<void> finish() {
        write();
        return m_result;
    }

private:
    static constexpr std::size_t kBlock = 1u << 20;
    explicit OutputFile(File file) : m_file(std::move(file)) {}
    void write() {
        if (m_result) m_result = m_file.write(m_text);
        m_text.clear();
    }
    File m_file;
    std::string m_text;
    Result<void> m_result;
};

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Writes IDX files for tests.

#include <cassert>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <zlib.h>

namespace seekbench {

inline std::string idxText(const std::vector<std::uint32_t>& sizes, const std::string& data, char type = 0x08) {
    std::string text{'\0', '\0', type, static_cast<char>(sizes.size())};
    for (const std::uint32_t size : sizes)
        for (const int shift : {24, 16, 8, 0}) text += static_cast<char>(size >> shift);
    return text + data;
}

inline void writePlain(const std::filesystem::path& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

inline void writeGzip(const std::filesystem::path& path, const std::string& text) {
    const gzFile file = gzopen(path.c_str(), "wb9");
    [[maybe_unused]] const int written = gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
    assert(written == static_cast<int>(text.size()));
    gzclose(file);
}

}  // namespace seekbench

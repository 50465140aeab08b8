// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

#include "core/base/result.h"

namespace seekbench {

// A file of a fixed size that is written as memory. What has been written is in the file whatever becomes of the process, also when it is
// killed; only when the machine itself goes down is the last half minute at risk. Owns the mapping; moves, never copies.
class MappedFile {
public:
    // Makes the file with `bytes` zeros, replacing what is there. Its blocks are reserved, so that a full disk shows here and not later.
    static Result<MappedFile> create(const std::filesystem::path& path, std::size_t bytes);
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    ~MappedFile();

    std::span<std::byte> bytes() const { return {m_begin, m_size}; }

private:
    MappedFile(std::byte* begin, std::size_t size) : m_begin(begin), m_size(size) {}
    std::byte* m_begin = nullptr;
    std::size_t m_size = 0;
};

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

// The first bytes of a file of frames (PROTOCOL.md): magic of 8 bytes, u32 version, u32 length of the name, the name, u32 crc32c over all
// before. The name says whose file it is: a run's id, a profile's name. Says what stands there; the sentences are the callers'.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/file.h"
#include "core/base/result.h"

namespace seekbench {

inline constexpr std::size_t kMaximumHeaderName = 255;

// Like PNG's: the high bit, both line ends and the end-of-file character reveal a transfer that "corrects" text.
using FileMagic = std::array<char, 8>;
constexpr FileMagic frameFileMagic(char letter) { return {'\x89', 'S', 'B', letter, '\r', '\n', '\x1A', '\n'}; }

// `name` has 1 to kMaximumHeaderName bytes.
std::vector<std::byte> fileHeader(const FileMagic& magic, std::uint32_t version, const std::string& name);

struct FileStart {
    enum class State {
        Whole,       // name and size are set
        Unfinished,  // the file ends within its header, or the header is zeros where the power went: nothing stands behind it
        Foreign,     // begins with something else
        Newer,       // of a version above the one that was asked for
        Damaged,
    };
    State state = State::Unfinished;
    std::uint32_t version = 0;  // Whole and Newer
    std::string name;
    std::size_t size = 0;  // of the header
};
// Fails only when the file cannot be read.
Result<FileStart> readFileHeader(const File& file, const FileMagic& magic, std::uint32_t newestVersion);

}  // namespace seekbench

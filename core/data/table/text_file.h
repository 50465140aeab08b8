// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>

#include "core/base/result.h"

namespace seekbench {

enum class TextEncoding {
    Automatic,  // UTF-8 when the beginning of the file is UTF-8, else GBK
    Utf8,
    Gbk,  // read as GB18030, of which GBK and GB 2312 are parts
};

// Reads a text file, plain or compressed with gzip, piece by piece as valid UTF-8 without byte order mark. Bytes that are no text
// in the encoding are an error, and so is a zero byte: then it is no text file. Memory is bounded whatever the file's size.
//
// GBK is decoded by the operating system: iconv() where there is POSIX, MultiByteToWideChar on Windows. Where the system lacks the
// table the error says so; the file can then be saved as UTF-8.
class TextFile {
public:
    static Result<TextFile> open(const std::filesystem::path& path, TextEncoding encoding);
    TextFile(TextFile&&) noexcept;
    TextFile& operator=(TextFile&&) noexcept;
    ~TextFile();

    // The next piece, valid until the next call; empty at the end of the file. A piece may end anywhere between two letters.
    Result<std::string_view> next();
    // The share of the file that has been read, 0 to 1.
    double progress() const;
    // Automatic never.
    TextEncoding encoding() const;

private:
    struct State;
    explicit TextFile(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

// Told about the share of a long work that is done, 0 to 1; answers whether to go on.
using ReadProgress = std::function<bool(double done)>;
Error cancelled();

// How many bytes at the beginning of `text` are whole, valid UTF-8 letters.
std::size_t validUtf8(std::string_view text);

}  // namespace seekbench

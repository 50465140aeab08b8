// SPDX-License-Identifier: Apache-2.0
#include "core/protocol/file_header.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <span>

#include "core/base/hash.h"

namespace seekbench {
namespace {

constexpr std::size_t kVersionAt = sizeof(FileMagic), kLengthAt = kVersionAt + 4, kNameAt = kLengthAt + 4;

void put(std::vector<std::byte>& out, const void* bytes, std::size_t count) {
    const auto* first = static_cast<const std::byte*>(bytes);
    out.insert(out.end(), first, first + count);
}

std::uint32_t numberAt(std::span<const std::byte> bytes, std::size_t position) {
    std::uint32_t number;
    std::memcpy(&number, bytes.data() + position, sizeof number);
    return number;
}

bool isZero(std::byte byte) { return byte == std::byte{}; }

}  // namespace

std::vector<std::byte> fileHeader(const FileMagic& magic, std::uint32_t version, const std::string& name) {
    assert(!name.empty() && name.size() <= kMaximumHeaderName);
    const auto length = static_cast<std::uint32_t>(name.size());
    std::vector<std::byte> header;
    put(header, magic.data(), magic.size());
    put(header, &version, sizeof version);
    put(header, &length, sizeof length);
    put(header, name.data(), name.size());
    const std::uint32_t checksum = crc32c(header);
    put(header, &checksum, sizeof checksum);
    return header;
}

Result<FileStart> readFileHeader(const File& file, const FileMagic& magic, std::uint32_t newestVersion) {
    using enum FileStart::State;
    std::array<std::byte, kNameAt + kMaximumHeaderName + 4 + 1> block;  // one more than the longest header: is there anything behind?
    const auto got = file.readAt(0, block);
    if (!got) return got.error();
    const auto bytes = std::span(block).first(*got);

    if (bytes.size() < block.size() && std::all_of(bytes.begin(), bytes.end(), isZero)) return FileStart{};
    if (std::memcmp(bytes.data(), magic.data(), std::min(bytes.size(), magic.size())) != 0) return FileStart{.state = Foreign};
    if (bytes.size() < kNameAt) return FileStart{};
    const auto version = numberAt(bytes, kVersionAt);
    if (version > newestVersion) return FileStart{.state = Newer, .version = version};
    const std::size_t length = numberAt(bytes, kLengthAt);
    const std::size_t size = kNameAt + length + sizeof(std::uint32_t);
    const bool possible = length >= 1 && length <= kMaximumHeaderName;
    if (possible && bytes.size() < size) return FileStart{};
    if (possible && numberAt(bytes, kNameAt + length) == crc32c(bytes.first(kNameAt + length)))
        return FileStart{Whole, version, std::string(reinterpret_cast<const char*>(bytes.data()) + kNameAt, length), size};
    return FileStart{.state = Damaged};
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include "core/data/readers/zip_archive.h"

#include <algorithm>
#include <string_view>

#include <zlib.h>

namespace seekbench {
namespace {

constexpr std::uint32_t kEndMagic = 0x06054B50, kEntryMagic = 0x02014B50, kLocalMagic = 0x04034B50;
constexpr std::size_t kEndBytes = 22, kEntryBytes = 46, kLocalBytes = 30;
constexpr std::int64_t kIn64 = 0xFFFFFFFF;  // the number stands in the 64-bit extension
constexpr std::uint16_t kExtension64 = 1;

Error damaged(Message what) { return Error(ErrorCode::Corrupt, std::move(what), say("Get the file again.")); }

std::uint64_t number(std::span<const std::byte> bytes, std::size_t offset, std::size_t width) {
    std::uint64_t value = 0;
    for (std::size_t i = width; i-- > 0;) value = value << 8 | std::to_integer<std::uint64_t>(bytes[offset + i]);
    return value;
}

// Numbers that do not fit into 32 bits, in the order in which their fields hold kIn64.
void read64(std::span<const std::byte> extra, ZipEntry& entry) {
    for (std::size_t at = 0; at + 4 <= extra.size();) {
        const auto id = number(extra, at, 2);
        const auto length = static_cast<std::size_t>(number(extra, at + 2, 2));
        at += 4;
        if (length > extra.size() - at) return;
        if (id == kExtension64) {
            std::size_t next = 0;
            for (std::int64_t* field : {&entry.bytes, &entry.packedBytes, &entry.offset})
                if (*field == kIn64 && next + 8 <= length) {
                    *field = static_cast<std::int64_t>(number(extra, at + next, 8) & INT64_MAX);
                    next += 8;
                }
            return;
        }
        at += length;
    }
}

}  // namespace

Result<std::vector<ZipEntry>> listZip(const std::filesystem::path& path) {
    constexpr std::int64_t kMostComment = 65535;
    const std::int64_t fileBytes = std::max<std::int64_t>(0, regularFileBytes(path));
    const std::int64_t tailBytes = std::min(fileBytes, kMostComment + static_cast<std::int64_t>(kEndBytes));
    const auto tail = readRange(path, fileBytes - tailBytes, tailBytes);
    if (!tail) return tail.error();
    std::size_t end = tail->size();
    if (end >= kEndBytes)
        for (std::size_t at = tail->size() - kEndBytes + 1; at-- > 0;)
            if (number(*tail, at, 4) == kEndMagic) {
                end = at;
                break;
            }
    if (end == tail->size()) return damaged(say("This is not a zip archive, or its end is missing."));
    const auto count = number(*tail, end + 10, 2);
    const auto directoryBytes = static_cast<std::int64_t>(number(*tail, end + 12, 4));
    const auto directoryOffset = static_cast<std::int64_t>(number(*tail, end + 16, 4));
    const auto directory = readRange(path, directoryOffset, directoryBytes);
    if (!directory) return directory.error();
    std::vector<ZipEntry> entries;
    std::size_t at = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        if (directory->size() - at < kEntryBytes || number(*directory, at, 4) != kEntryMagic)
            return damaged(say("The list of files in the archive is damaged."));
        const auto nameBytes = static_cast<std::size_t>(number(*directory, at + 28, 2)),
                   extraBytes = static_cast<std::size_t>(number(*directory, at + 30, 2)),
                   commentBytes = static_cast<std::size_t>(number(*directory, at + 32, 2));
        if (nameBytes + extraBytes + commentBytes > directory->size() - at - kEntryBytes)
            return damaged(say("The list of files in the archive is damaged."));
        ZipEntry entry{.name = std::string(reinterpret_cast<const char*>(directory->data() + at + kEntryBytes), nameBytes),
                       .offset = static_cast<std::int64_t>(number(*directory, at + 42, 4)),
                       .packedBytes = static_cast<std::int64_t>(number(*directory, at + 20, 4)),
                       .bytes = static_cast<std::int64_t>(number(*directory, at + 24, 4)),
                       .method = static_cast<int>(number(*directory, at + 10, 2)),
                       .checksum = static_cast<std::uint32_t>(number(*directory, at + 16, 4))};
        read64(std::span(*directory).subspan(at + kEntryBytes + nameBytes, extraBytes), entry);
        entries.push_back(std::move(entry));
        at += kEntryBytes + nameBytes + extraBytes + commentBytes;
    }
    return entries;
}

Result<Bytes> readZip(const std::filesystem::path& path, const ZipEntry& entry) {
    const auto local = readRange(path, entry.offset, kLocalBytes);
    if (!local) return local.error();
    if (number(*local, 0, 4) != kLocalMagic) return damaged(say("\"%1\" is not where the archive says.", entry.name));
    if (number(*local, 6, 2) & 1) return Error(ErrorCode::Unsupported, say("\"%1\" is encrypted.", entry.name));
    const auto begin = entry.offset + static_cast<std::int64_t>(kLocalBytes + number(*local, 26, 2) + number(*local, 28, 2));
    auto packed = readRange(path, begin, entry.packedBytes);
    if (!packed) return packed;
    if (entry.method != 0 && entry.method != 8)
        return Error(ErrorCode::Unsupported,
                     say("\"%1\" is packed by method %2; only stored and deflated files are read.", entry.name, entry.method));
    if (entry.method == 0 && entry.bytes != entry.packedBytes)
        return damaged(say("The sizes of \"%1\" contradict each other.", entry.name));
    auto content = entry.method == 0 ? std::move(packed) : inflated(*packed, entry.bytes, Packing::Deflate);
    if (!content) return content;
    const auto sum = crc32_z(0, reinterpret_cast<const Bytef*>(content->data()), content->size());
    if (sum != entry.checksum) return damaged(say("The checksum of \"%1\" is wrong.", entry.name));
    return content;
}

}  // namespace seekbench

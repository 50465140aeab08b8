// SPDX-License-Identifier: Apache-2.0
#include "core/journal/journal_header.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>

#include "core/base/hash.h"
#include "core/journal/journal.h"

namespace seekbench {
namespace {

// Like PNG's: the high bit, both line ends and the end-of-file character reveal a transfer that "corrects" text.
constexpr std::array<char, 8> kMagic{'\x89', 'S', 'B', 'J', '\r', '\n', '\x1A', '\n'};
constexpr std::size_t kVersionAt = kMagic.size(), kLengthAt = kVersionAt + 4, kRunIdAt = kLengthAt + 4;

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

std::vector<std::byte> journalHeader(const std::string& runId) {
    assert(!runId.empty() && runId.size() <= kMaximumRunId);
    const std::uint32_t version = kJournalVersion, length = static_cast<std::uint32_t>(runId.size());
    std::vector<std::byte> header;
    put(header, kMagic.data(), kMagic.size());
    put(header, &version, sizeof version);
    put(header, &length, sizeof length);
    put(header, runId.data(), runId.size());
    const std::uint32_t checksum = crc32c(header);
    put(header, &checksum, sizeof checksum);
    return header;
}

Result<JournalStart> readJournalHeader(const File& file, const std::filesystem::path& path) {
    std::array<std::byte, kRunIdAt + kMaximumRunId + 4 + 1> block;  // one more than the longest header: is there anything behind?
    const auto got = file.readAt(0, block);
    if (!got) return got.error();
    const auto bytes = std::span(block).first(*got);

    if (bytes.size() < block.size() && std::all_of(bytes.begin(), bytes.end(), isZero)) return JournalStart{};
    const std::size_t magicBytes = std::min(bytes.size(), kMagic.size());
    if (std::memcmp(bytes.data(), kMagic.data(), magicBytes) != 0)
        return Error(ErrorCode::Corrupt, say("%1 does not begin like a journal.", displayPath(path)),
                     say("Put the run's journal back in its place, or remove the run."));
    if (bytes.size() < kRunIdAt) return JournalStart{};
    if (const auto version = numberAt(bytes, kVersionAt); version > kJournalVersion)
        return Error(ErrorCode::NewerVersion,
                     say("%1 has version %2; this Seekbench reads versions up to %3.", displayPath(path), version, kJournalVersion),
                     say("Update Seekbench to open it. The file was left as it is."));
    const std::size_t length = numberAt(bytes, kLengthAt);
    const std::size_t size = kRunIdAt + length + sizeof(std::uint32_t);
    const bool possible = length >= 1 && length <= kMaximumRunId;
    if (possible && bytes.size() < size) return JournalStart{};
    if (possible && numberAt(bytes, kRunIdAt + length) == crc32c(bytes.first(kRunIdAt + length)))
        return JournalStart{std::string(reinterpret_cast<const char*>(bytes.data()) + kRunIdAt, length), size};
    return Error(ErrorCode::Corrupt, say("The first bytes of %1 are damaged.", displayPath(path)),
                 say("Restore the file from a copy; the frames behind the first bytes may be whole."));
}

}  // namespace seekbench

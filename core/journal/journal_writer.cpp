// SPDX-License-Identifier: Apache-2.0
#include "core/journal/journal.h"

#include <algorithm>

#include "core/journal/journal_header.h"
#include "core/protocol/frame.h"

namespace seekbench {
namespace {

constexpr std::size_t kCopyBlock = 1u << 20;

std::filesystem::path tornFile(const std::filesystem::path& journal, std::uint64_t offset) {
    std::filesystem::path first = journal;
    first += ".torn-" + std::to_string(offset);
    std::filesystem::path free = first;
    std::error_code failure;
    for (int number = 2; std::filesystem::exists(free, failure); ++number) (free = first) += "." + std::to_string(number);
    return free;
}

// Copies what follows `offset` to its own file and flushes that before the journal loses it.
Result<void> keepAside(const File& journal, const std::filesystem::path& path, std::uint64_t offset) {
    const auto aside = tornFile(path, offset);
    const auto copy = [&]() -> Result<void> {
        auto file = File::open(aside, File::Mode::CreateNew);
        if (!file) return file.error();
        std::vector<std::byte> block(kCopyBlock);
        while (true) {
            const auto got = journal.readAt(offset, block);
            if (!got) return got.error();
            if (*got == 0) break;
            if (auto written = file->write(std::span(block).first(*got)); !written) return written;
            offset += *got;
        }
        if (auto synced = file->sync(); !synced) return synced;
        return syncFolder(path.parent_path());
    };
    auto copied = copy();
    std::error_code ignored;
    if (!copied) std::filesystem::remove(aside, ignored);
    return copied;
}

// Where the last whole frame ends. The reader decides what is whole, so that it never stumbles over what the writer left.
Result<std::uint64_t> wholeLength(const std::filesystem::path& path) {
    auto reader = JournalReader::open(path);
    if (!reader) return reader.error();
    while (true) {
        const auto packet = reader->next();
        if (!packet && packet.error().code() != ErrorCode::Corrupt) return packet.error();
        if (!packet || !*packet) return reader->offset();
    }
}

Result<std::uint64_t> begin(File& file, const std::filesystem::path& path, const std::string& runId) {
    const auto header = journalHeader(runId);
    if (auto cut = file.truncate(0); !cut) return cut.error();
    if (auto written = file.write(header); !written) return written.error();
    if (auto synced = file.sync(); !synced) return synced.error();
    if (auto synced = syncFolder(path.parent_path()); !synced) return synced.error();
    return header.size();
}

}  // namespace

JournalWriter::JournalWriter(File file, std::uint64_t offset, std::uint64_t torn)
    : m_file(std::move(file)), m_offset(offset), m_torn(torn) {}

Result<JournalWriter> JournalWriter::open(const std::filesystem::path& path, const std::string& runId) {
    if (runId.empty() || runId.size() > kMaximumRunId)
        return Error(ErrorCode::InvalidInput, say("\"%1\" cannot be the id of a run: it needs 1 to %2 bytes.", runId, kMaximumRunId));
    auto file = File::open(path, File::Mode::Append);
    if (!file) return file.error();
    const auto start = readJournalHeader(*file, path);
    if (!start) return start.error();
    if (start->size == 0) {
        const auto length = begin(*file, path, runId);
        if (!length) return length.error().in(say("beginning the journal %1", displayPath(path)));
        return JournalWriter(std::move(*file), *length, 0);
    }
    if (start->runId != runId)
        return Error(ErrorCode::InvalidInput, say("%1 is the journal of the run %2, not of %3.", displayPath(path), start->runId, runId),
                     say("Give the run's folder its name back."));

    const auto whole = wholeLength(path);
    if (!whole) return whole.error();
    const auto size = file->size();
    if (!size) return size.error();
    const std::uint64_t torn = *size - std::min(*whole, *size);
    if (torn != 0) {
        auto kept = keepAside(*file, path, *whole);
        if (kept) kept = file->truncate(*whole);
        if (kept) kept = file->sync();
        if (!kept) return kept.error().in(say("cutting the torn end off %1", displayPath(path)));
    }
    return JournalWriter(std::move(*file), *whole, torn);
}

Result<void> JournalWriter::append(const Packet& packet) {
    const auto payload = encode(packet);
    if (payload.size() > kMaximumPayload)
        return Error(ErrorCode::InvalidInput,
                     say("A message of %1 bytes is too long for the journal; %2 is the most.", payload.size(), kMaximumPayload));
    if (m_half) {
        if (auto cut = m_file.truncate(m_offset); !cut) return cut;
        m_half = false;
    }
    m_frame.clear();
    appendFrame(m_frame, m_offset, payload);
    auto written = m_file.write(m_frame);
    if (written) {
        m_offset += m_frame.size();
    } else {
        m_half = !m_file.truncate(m_offset);
    }
    return written;
}

Result<void> JournalWriter::sync() { return m_file.sync(); }

}  // namespace seekbench

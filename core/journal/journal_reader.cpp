// SPDX-License-Identifier: Apache-2.0
#include "core/journal/journal.h"

#include <algorithm>

#include "core/journal/journal_header.h"
#include "core/protocol/frame.h"

namespace seekbench {
namespace {

constexpr std::size_t kReadBlock = 1u << 20;

}  // namespace

JournalReader::JournalReader(File file, std::string runId, std::uint64_t offset)
    : m_file(std::move(file)), m_runId(std::move(runId)), m_offset(offset) {}

Result<JournalReader> JournalReader::open(const std::filesystem::path& path, std::uint64_t offset) {
    auto file = File::open(path, File::Mode::Read);
    if (!file) return file.error();
    auto start = readJournalHeader(*file, path);
    if (!start) return start.error();
    if (start->size == 0) return Error(ErrorCode::NotFound, say("The journal %1 has not been begun yet.", displayPath(path)));
    if (offset != 0 && offset < start->size)
        return Error(ErrorCode::InvalidInput, say("No frame of %1 begins at byte %2.", displayPath(path), offset));
    return JournalReader(std::move(*file), std::move(start->runId), std::max<std::uint64_t>(offset, start->size));
}

// Reads anew from m_offset. Bytes of a frame that was not whole are never kept: the writer may have cut them off and
// written another frame in their place.
Result<bool> JournalReader::fill(std::size_t wanted) {
    m_buffer.resize(wanted);
    m_position = 0;
    const auto got = m_file.readAt(m_offset, m_buffer);
    if (!got) {
        m_buffer.clear();
        return got.error();
    }
    m_buffer.resize(*got);
    return *got >= wanted;
}

Error JournalReader::damaged() {
    m_buffer.clear();
    m_position = 0;
    return Error(ErrorCode::Corrupt, say("The journal of the run %1 is damaged at byte %2.", m_runId, m_offset),
                 say("Resume the run: the damaged part is put aside and the run goes on from its last checkpoint."));
}

Result<std::optional<Packet>> JournalReader::next() {
    while (true) {
        auto frame = frameAt(std::span(m_buffer).subspan(m_position), m_offset);
        for (std::size_t wanted = kReadBlock; frame.state != FrameView::State::Whole; wanted = frame.size) {
            const auto filled = fill(wanted);
            if (!filled) return filled.error();
            frame = frameAt(m_buffer, m_offset);
            if (frame.state == FrameView::State::Damaged) return damaged();
            if (frame.state == FrameView::State::Partial && !*filled) return std::optional<Packet>();
        }
        auto packet = decode(frame.payload);
        if (!packet && packet.error().code() != ErrorCode::NewerVersion) return damaged();
        m_offset += frame.size;
        m_position += frame.size;
        if (packet) return std::optional(std::move(*packet));
    }
}

Result<std::vector<Packet>> JournalReader::read(std::size_t most) {
    std::vector<Packet> packets;
    while (packets.size() < most) {
        auto packet = next();
        // What came before a damaged frame is delivered first; the next call finds the damage again.
        if (!packet && packets.empty()) return packet.error();
        if (!packet || !*packet) break;
        packets.push_back(std::move(**packet));
    }
    return packets;
}

}  // namespace seekbench

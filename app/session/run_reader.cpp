// SPDX-License-Identifier: Apache-2.0
#include "app/session/run_reader.h"

#include <limits>

namespace seekbench {
namespace {

// How much a packet weighs in a slice. What holds no values counts a little, so that a journal of log lines is sliced, too.
std::size_t pointsOf(const Packet& packet) {
    const auto* batch = std::get_if<MetricBatch>(&packet);
    return batch ? batch->steps.size() * batch->columns.size() : 1;
}

}  // namespace

RunReader::RunReader(RunFolder folder, std::uint64_t offset) : m_folder(std::move(folder)), m_offset(offset) {}

Result<std::vector<Packet>> RunReader::poll() { return poll(std::numeric_limits<std::size_t>::max()); }

Result<std::vector<Packet>> RunReader::poll(std::size_t mostPoints) {
    std::vector<Packet> packets;
    std::size_t points = 0;
    m_hasMore = false;
    if (!m_journal) {
        auto journal = JournalReader::open(m_folder.journalFile(), m_offset);
        if (!journal) {
            if (journal.error().code() == ErrorCode::NotFound) return packets;
            return journal.error();
        }
        m_journal = std::move(*journal);
    }
    while (true) {
        auto packet = m_journal->next();
        if (!packet && packet.error().code() == ErrorCode::Corrupt) return packets;
        if (!packet) return packet.error();
        m_offset = m_journal->offset();
        if (!*packet) return packets;
        points += pointsOf(**packet);
        packets.push_back(std::move(**packet));
        if (points >= mostPoints) {
            m_hasMore = true;
            return packets;
        }
    }
}

RunProgress readProgress(const RunFolder& folder) {
    RunProgress progress;
    if (auto packets = RunReader(folder).poll())
        for (const Packet& packet : *packets) progress.apply(packet);
    return progress;
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include "app/session/run_reader.h"

namespace seekbench {

RunReader::RunReader(RunFolder folder, std::uint64_t offset) : m_folder(std::move(folder)), m_offset(offset) {}

Result<std::vector<Packet>> RunReader::poll() {
    std::vector<Packet> packets;
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
        packets.push_back(std::move(**packet));
    }
}

RunProgress readProgress(const RunFolder& folder) {
    RunProgress progress;
    if (auto packets = RunReader(folder).poll())
        for (const Packet& packet : *packets) progress.apply(packet);
    return progress;
}

}  // namespace seekbench

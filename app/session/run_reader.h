// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/journal/journal.h"
#include "core/run/run_folder.h"
#include "core/run/run_progress.h"

namespace seekbench {

// A RunReader follows the journal of a run, dead or alive, across attempts: before the worker has made it, while it grows, and when a
// new attempt has cut off the torn tail of the one before. One thread owns it.
class RunReader {
public:
    explicit RunReader(RunFolder folder, std::uint64_t offset = 0);

    // What has come since the last call; empty: nothing new. Stops quietly at a damaged frame, because that is how the tail of a
    // killed worker looks until the next one cuts it off. Errors: the file cannot be read, or is no journal.
    Result<std::vector<Packet>> poll();
    // The same, and no more after the packet with which `mostPoints` values are reached; hasMore() says that it ended for that reason.
    Result<std::vector<Packet>> poll(std::size_t mostPoints);
    bool hasMore() const { return m_hasMore; }
    // Where the next frame begins.
    std::uint64_t offset() const { return m_offset; }

private:
    RunFolder m_folder;
    std::optional<JournalReader> m_journal;
    std::uint64_t m_offset;
    bool m_hasMore = false;
};

// All that the journal of a run says until now, folded; as far as it can be read.
RunProgress readProgress(const RunFolder& folder);

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include "gpu/training/run_history.h"

#include <algorithm>

#include "core/journal/journal.h"

namespace seekbench {

Result<RunHistory> RunHistory::read(const std::filesystem::path& journal) {
    auto reader = JournalReader::open(journal);
    if (!reader) return reader.error();
    RunHistory history;
    while (true) {
        const auto packet = reader->next();
        if (!packet) return packet.error();
        if (!*packet) return history;
        if (const auto* attempt = std::get_if<AttemptStarted>(&**packet)) {
            history.attempts = std::max(history.attempts, attempt->number);
            if (!attempt->dataFingerprint.empty()) history.dataFingerprint = attempt->dataFingerprint;
        }
        if (const auto* change = std::get_if<StateChanged>(&**packet)) history.lastState = change->state;
    }
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

// A RunRow as a SELECT answers it. Private to core/store.

#include "core/store/database.h"
#include "core/store/statement.h"

namespace seekbench {

inline constexpr const char* kRunColumns =
    "id, name, colour, notes, trashed, fingerprint, created, attempts, state, reason, advice, state_time, step, total_steps, epoch, epochs,"
    " device, threads, coalesce((SELECT data_fingerprint FROM attempt WHERE attempt.run = run.key ORDER BY number DESC LIMIT 1), '')";
inline constexpr int kRunColumnCount = 19;

inline RunRow runRow(const Statement& row) {
    return {.id = row.text(0),
            .name = row.text(1),
            .colour = row.text(2),
            .notes = row.text(3),
            .trashed = row.integer(4) != 0,
            .fingerprint = row.text(5),
            .created = row.real(6),
            .attempts = static_cast<std::uint32_t>(row.integer(7)),
            .state = row.text(8),
            .reason = row.text(9),
            .advice = row.text(10),
            .stateTime = row.real(11),
            .step = row.integer(12),
            .totalSteps = row.integer(13),
            .epoch = row.integer(14),
            .epochs = row.integer(15),
            .device = row.text(16),
            .threads = static_cast<std::uint32_t>(row.integer(17)),
            .dataFingerprint = row.text(18)};
}

}  // namespace seekbench

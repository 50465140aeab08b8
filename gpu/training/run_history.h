// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "core/base/result.h"
#include "core/protocol/packet.h"

namespace seekbench {

// What a run's journal says about the attempts before this one.
struct RunHistory {
    std::uint32_t attempts = 0;            // the number of the last one
    std::optional<WorkerState> lastState;  // what it wrote last about itself
    std::string dataFingerprint;           // of the data set as the last attempt that opened it found it; empty: not known

    // Reads the whole journal. The caller holds run.lock, and the torn tail is cut.
    static Result<RunHistory> read(const std::filesystem::path& journal);
};

}  // namespace seekbench

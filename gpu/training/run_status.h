// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>

#include "core/protocol/packet.h"

namespace seekbench {

// Where the run is, for the thread that answers clients. The trainer writes, anyone reads; lives as long as the attempt.
struct RunStatus {
    std::atomic<WorkerState> state{WorkerState::Starting};
    std::atomic<std::int64_t> step{0}, totalSteps{0};
};

}  // namespace seekbench

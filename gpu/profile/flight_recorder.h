// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "core/base/result.h"
#include "core/trace/trace.h"
#include "gpu/profile/collector.h"

namespace seekbench {

struct FlightRecorderOptions {
    std::filesystem::path path;
    TraceFacts facts = {};  // startedAt is filled in
    std::vector<ProfiledLayer> layers = {};
    std::int64_t steps = 1000;  // about so many are kept, as far as 8 MiB last
};

// A FlightRecorder notes the trainer's steps, phases and layers for as long as it lives, into a ring that is a file: what it has noted
// survives whatever kills the worker. It notes no operators; a profile that is taken meanwhile does, and tells it the rest. There is at
// most one in a process. The thread that starts it is the trainer's and ends it.
class FlightRecorder {
public:
    // Errors: there is one already (Busy); the file cannot be made.
    static Result<std::unique_ptr<FlightRecorder>> start(const FlightRecorderOptions& options);
    ~FlightRecorder();  // says in the file that the run has ended by itself
    FlightRecorder(const FlightRecorder&) = delete;
    FlightRecorder& operator=(const FlightRecorder&) = delete;

    struct State;

private:
    explicit FlightRecorder(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace seekbench

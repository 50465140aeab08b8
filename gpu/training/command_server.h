// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "core/base/result.h"
#include "gpu/training/command_queue.h"
#include "gpu/training/run_status.h"

namespace seekbench {

// A CommandServer talks to the clients of a run on a thread of its own: it greets, answers "status" from the RunStatus, hands the other
// commands to the queue, and tells that the journal has grown. Whatever a client does (reads nothing, sends rubbish, floods), it costs the
// trainer at most a log line a second. Queue and status must outlive it.
class CommandServer {
public:
    static Result<std::unique_ptr<CommandServer>> start(const std::string& name, const std::string& runId, CommandQueue& queue,
                                                        const RunStatus& status);
    ~CommandServer();  // ends the thread, closes all connections, removes the socket

    const std::string& endpoint() const;
    // From any thread. An answer for a client that has gone is dropped.
    void answer(std::uint64_t client, const Answer& answer);
    // From any thread: the journal is `offset` bytes long now.
    void grown(std::uint64_t offset);

private:
    struct State;
    explicit CommandServer(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace seekbench

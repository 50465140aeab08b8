// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>

#include "core/protocol/local_socket.h"
#include "core/run/run_folder.h"

namespace seekbench {

// A RunController gives commands to the worker of a live run through its local socket. Reading what the run does needs none: that is
// in the journal. One thread owns it.
class RunController {
public:
    // Connects to the worker of `folder`. NotFound when no worker is at the run.
    static Result<RunController> connect(const RunFolder& folder);

    // Sends a command and waits for its answer. A command that the worker declines is an answer, not an error.
    Result<Answer> ask(Verb verb, std::chrono::milliseconds patience = std::chrono::seconds(10)) { return ask(verb, 0, patience); }
    // With the amount that Verb::Profile wants.
    Result<Answer> ask(Verb verb, std::int64_t amount, std::chrono::milliseconds patience = std::chrono::seconds(10)) {
        return ask({.verb = verb, .amount = amount}, patience);
    }
    // Whatever the command says; its request number is filled in.
    Result<Answer> ask(Command command, std::chrono::milliseconds patience);

    // Waits at most `patience` for the worker's notice that the journal has grown. False when none came; an error when the
    // connection is over.
    Result<bool> waitForGrowth(std::chrono::milliseconds patience);

private:
    RunController(Connection connection, std::string run);
    Result<void> receive();

    Connection m_connection;
    std::string m_run;
    std::uint64_t m_lastRequest = 0;
    std::vector<Answer> m_answers;
    bool m_grown = false;
};

}  // namespace seekbench

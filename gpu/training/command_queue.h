// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include "core/protocol/packet.h"

namespace seekbench {

// A command and the connection that waits for its answer.
struct ClientCommand {
    std::uint64_t client = 0;
    Command command;
    bool operator==(const ClientCommand&) const = default;
};

// A CommandQueue carries commands and log lines from the thread that serves clients to the trainer. Thread-safe and bounded: a client
// that sends without end fills neither the memory nor the journal.
class CommandQueue {
public:
    struct Mail {
        std::vector<ClientCommand> commands;
        std::vector<LogLine> lines;
    };
    static constexpr std::size_t kCapacity = 64;  // of commands and of lines

    // One load of an atomic: what the trainer pays between two steps.
    bool hasMail() const noexcept { return m_hasMail.load(std::memory_order_acquire); }
    Mail take();
    // Waits until there is mail, at most `time`.
    void wait(std::chrono::milliseconds time);

    // False, and nothing is kept, when kCapacity commands are waiting already.
    bool push(const ClientCommand& command);
    void push(LogLine line);  // dropped when kCapacity lines are waiting

private:
    void announce();
    std::atomic<bool> m_hasMail{false};
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    Mail m_mail;
};

}  // namespace seekbench

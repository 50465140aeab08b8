// SPDX-License-Identifier: Apache-2.0
#pragma once

// A byte stream between processes of one user on one machine: a Unix domain socket (a named pipe with an owner-only list
// on Windows). Never a network port. Non-blocking unless a call says otherwise; not thread-safe.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/protocol/packet.h"

namespace seekbench {

// A Connection sends and receives packets as frames. Bytes that are not frames, and a peer that sends a frame longer than
// 64 KiB (commands are small), close it with a reason.
class Connection {
public:
    // Connects to the endpoint (the content of the run folder's `endpoint` file). Checks that the peer is the same user.
    static Result<Connection> connect(const std::string& endpoint);

    Connection(Connection&&) noexcept;
    Connection& operator=(Connection&&) noexcept;
    ~Connection();

    // Queues a packet and sends what can be sent now. Never blocks; when more than 256 KiB are waiting because the peer does
    // not read, the packet is dropped and false comes back.
    Result<bool> send(const Packet& packet);
    // Sends what is still waiting.
    Result<void> flush();
    // Everything whole that has arrived. An error says why the connection is over: InvalidInput for
    // rubbish, half a message or one that is too long, any other code when the peer has left.
    Result<std::vector<Packet>> receive();
    // Waits until receive() has something or the connection ends, at most `milliseconds`.
    Result<void> waitReadable(int milliseconds);

    int descriptor() const { return m_descriptor; }  // for poll() and QSocketNotifier
    bool hasUnsent() const { return !m_outgoing.empty(); }

private:
    friend class LocalServer;
    explicit Connection(int descriptor);
    int m_descriptor = -1;
    std::vector<std::byte> m_incoming, m_outgoing;
    std::uint64_t m_received = 0, m_sent = 0;  // stream offsets of the next frame in either direction
};

// A LocalServer listens at a short name in the user's runtime folder, readable by its owner only, and removes it at the end.
class LocalServer {
public:
    // `name` is at most 32 characters; a stale socket of that name is replaced.
    static Result<LocalServer> listen(const std::string& name);

    LocalServer(LocalServer&&) noexcept;
    LocalServer& operator=(LocalServer&&) noexcept;
    ~LocalServer();

    const std::string& endpoint() const { return m_endpoint; }
    int descriptor() const { return m_descriptor; }
    // A waiting client of the same user, or nothing. Clients of other users are turned away.
    Result<std::optional<Connection>> accept();

private:
    LocalServer(int descriptor, std::string endpoint);
    int m_descriptor = -1;
    std::string m_endpoint;
};

}  // namespace seekbench

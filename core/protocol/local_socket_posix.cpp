// SPDX-License-Identifier: Apache-2.0
#include "core/protocol/local_socket.h"

#include <cerrno>
#include <chrono>
#include <cstring>
#include <utility>

#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "core/base/file.h"
#include "core/protocol/frame.h"
#include "core/run/run_folder.h"

namespace seekbench {
namespace {

constexpr std::uint32_t kMaximumSocketPayload = 64u << 10;
constexpr std::size_t kMaximumWaiting = 256u << 10;
constexpr std::size_t kMaximumPerReceive = 256u << 10;  // a peer that never stops sending does not keep receive() forever
constexpr std::size_t kMaximumName = 32;

// Closes what it holds unless it was taken out.
class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (m_number >= 0) ::close(m_number);
    }
    int get() const { return m_number; }
    int release() { return std::exchange(m_number, -1); }

private:
    int m_number;
};

Result<sockaddr_un> addressOf(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.empty() || path.size() >= sizeof address.sun_path || path.find('\0') != std::string::npos)
        return Error(ErrorCode::InvalidInput,
                     say("%1 cannot be the path of a local socket: it needs 1 to %2 bytes.", path, sizeof address.sun_path - 1),
                     say("Set XDG_RUNTIME_DIR to a folder with a shorter path."));
    std::memcpy(address.sun_path, path.data(), path.size());
    return address;
}

int newSocket() { return ::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0); }

bool isSameUser(int descriptor) {
    ucred peer{};
    socklen_t size = sizeof peer;
    return ::getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == ::geteuid();
}

int connectRetrying(int descriptor, const sockaddr_un& address) {
    int result;
    do result = ::connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    while (result != 0 && errno == EINTR);
    return result;
}

bool wouldBlock(int number) { return number == EAGAIN || number == EWOULDBLOCK; }

Error over(std::string_view reason) { return Error(ErrorCode::Failed, Message{std::string(reason), {}}); }
Error rubbish(std::string_view reason) { return Error(ErrorCode::InvalidInput, Message{std::string(reason), {}}); }

}  // namespace

// --- Connection ---

Connection::Connection(int descriptor) : m_descriptor(descriptor) {}
Connection::Connection(Connection&& other) noexcept : Connection(-1) { *this = std::move(other); }
Connection& Connection::operator=(Connection&& other) noexcept {
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_incoming, other.m_incoming);
    std::swap(m_outgoing, other.m_outgoing);
    std::swap(m_received, other.m_received);
    std::swap(m_sent, other.m_sent);
    return *this;
}
Connection::~Connection() {
    if (m_descriptor >= 0) ::close(m_descriptor);
}

Result<Connection> Connection::connect(const std::string& endpoint) {
    const auto address = addressOf(endpoint);
    if (!address) return address.error();
    Descriptor socket(newSocket());
    if (socket.get() < 0) return systemError(errno, say("A local socket could not be made"));
    if (connectRetrying(socket.get(), *address) != 0) {
        if (errno == ENOENT || errno == ECONNREFUSED)
            return Error(ErrorCode::NotFound, say("Nobody listens at %1.", endpoint),
                         say("The worker may have ended; look at the run's state."));
        if (wouldBlock(errno))
            return Error(ErrorCode::Busy, say("The worker at %1 is too busy to answer.", endpoint), say("Try again in a moment."));
        return systemError(errno, say("The worker at %1 could not be reached", endpoint));
    }
    if (!isSameUser(socket.get()))
        return Error(ErrorCode::Unsupported, say("%1 belongs to another user.", endpoint),
                     say("Only the user who started a run can steer it."));
    return Connection(socket.release());
}

Result<bool> Connection::send(const Packet& packet) {
    const auto payload = encode(packet);
    if (payload.size() > kMaximumSocketPayload)
        return Error(ErrorCode::InvalidInput,
                     say("A message of %1 bytes is too long for the socket; %2 is the most.", payload.size(), kMaximumSocketPayload));
    if (m_outgoing.size() + kFrameHeader + payload.size() > kMaximumWaiting) {
        if (auto flushed = flush(); !flushed) return flushed.error();
        if (m_outgoing.size() + kFrameHeader + payload.size() > kMaximumWaiting) return false;
    }
    appendFrame(m_outgoing, m_sent, payload);
    m_sent += kFrameHeader + payload.size();
    if (auto flushed = flush(); !flushed) return flushed.error();
    return true;
}

Result<void> Connection::flush() {
    std::size_t done = 0;
    int failure = 0;
    while (done < m_outgoing.size()) {
        const ssize_t sent = ::send(m_descriptor, m_outgoing.data() + done, m_outgoing.size() - done, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent >= 0) {
            done += static_cast<std::size_t>(sent);
        } else if (errno != EINTR) {
            if (!wouldBlock(errno)) failure = errno;
            break;
        }
    }
    m_outgoing.erase(m_outgoing.begin(), m_outgoing.begin() + static_cast<std::ptrdiff_t>(done));
    if (failure == EPIPE || failure == ECONNRESET) return over(phrase("The other side has closed the connection."));
    if (failure != 0) return systemError(failure, say("The connection failed"));
    return {};
}

Result<std::vector<Packet>> Connection::receive() {
    std::vector<Packet> packets;
    // Packets that came before the end of the connection are delivered first; the same end is found again by the next call.
    const auto end = [&](Error reason) -> Result<std::vector<Packet>> {
        if (!packets.empty()) return std::move(packets);
        ::shutdown(m_descriptor, SHUT_RDWR);
        return reason;
    };
    std::byte block[16 << 10];
    for (std::size_t total = 0;;) {
        std::size_t used = 0;
        const auto drop = [&] { m_incoming.erase(m_incoming.begin(), m_incoming.begin() + static_cast<std::ptrdiff_t>(used)); };
        while (true) {
            const auto frame = frameAt(std::span(m_incoming).subspan(used), m_received);
            const bool damaged = frame.state == FrameView::State::Damaged;
            if (damaged || frame.size > kFrameHeader + kMaximumSocketPayload) {
                drop();
                return end(rubbish(damaged ? phrase("The other side has sent bytes that are not a message.")
                                           : phrase("The other side has sent a message that is too long.")));
            }
            if (frame.state == FrameView::State::Partial) break;
            auto packet = decode(frame.payload);
            if (packet) {
                packets.push_back(std::move(*packet));
            } else if (packet.error().code() != ErrorCode::NewerVersion) {
                drop();
                return end(rubbish(phrase("The other side has sent a message that cannot be read.")));
            }
            used += frame.size;
            m_received += frame.size;
        }
        drop();
        if (total >= kMaximumPerReceive) return packets;

        const ssize_t got = ::recv(m_descriptor, block, sizeof block, MSG_DONTWAIT);
        if (got > 0) {
            m_incoming.insert(m_incoming.end(), block, block + got);
            total += static_cast<std::size_t>(got);
        } else if (got == 0) {
            return end(m_incoming.empty() ? over(phrase("The other side has closed the connection."))
                                          : rubbish(phrase("The connection has ended in the middle of a message.")));
        } else if (wouldBlock(errno)) {
            return packets;
        } else if (errno != EINTR) {
            return end(errno == ECONNRESET ? over(phrase("The other side has closed the connection."))
                                           : systemError(errno, say("The connection failed")));
        }
    }
}

Result<void> Connection::waitReadable(int milliseconds) {
    using Clock = std::chrono::steady_clock;
    const auto deadline = Clock::now() + std::chrono::milliseconds(milliseconds);
    while (true) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
        pollfd question{m_descriptor, static_cast<short>(hasUnsent() ? POLLIN | POLLOUT : POLLIN), 0};
        const int answers = ::poll(&question, 1, static_cast<int>(std::max<std::int64_t>(left, 0)));
        if (answers < 0 && errno != EINTR) return systemError(errno, say("The connection could not be waited for"));
        if (answers > 0 && (question.revents & ~POLLOUT) != 0) return {};
        if (answers > 0) {
            if (auto flushed = flush(); !flushed) return flushed;
        }
        if (left <= 0) return {};
    }
}

// --- LocalServer ---

LocalServer::LocalServer(int descriptor, std::string endpoint) : m_descriptor(descriptor), m_endpoint(std::move(endpoint)) {}
LocalServer::LocalServer(LocalServer&& other) noexcept : LocalServer(-1, {}) { *this = std::move(other); }
LocalServer& LocalServer::operator=(LocalServer&& other) noexcept {
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_endpoint, other.m_endpoint);
    return *this;
}
LocalServer::~LocalServer() {
    if (m_descriptor < 0) return;
    ::unlink(m_endpoint.c_str());
    ::close(m_descriptor);
}

Result<LocalServer> LocalServer::listen(const std::string& name) {
    if (name.empty() || name.size() > kMaximumName || name.find('/') != std::string::npos)
        return Error(ErrorCode::InvalidInput,
                     say("\"%1\" cannot be the name of a local socket: it needs 1 to %2 characters and no slash.", name, kMaximumName));
    const auto folder = runtimeFolder();
    if (!folder) return folder.error();
    const std::string path = (*folder / name).string();
    const auto address = addressOf(path);
    if (!address) return address.error();

    Descriptor socket(newSocket()), probe(newSocket());
    if (socket.get() < 0 || probe.get() < 0) return systemError(errno, say("A local socket could not be made"));
    // Only a socket that answers is somebody's; the file alone stays behind after a crash.
    if (connectRetrying(probe.get(), *address) == 0 || wouldBlock(errno))
        return Error(ErrorCode::Busy, say("Another process listens at %1.", path), say("Let it end first."));
    if (errno == ECONNREFUSED) ::unlink(path.c_str());
    // On Linux the mode of the socket's file is that of the descriptor before bind(): there is no moment when others may open it.
    if (::fchmod(socket.get(), 0600) != 0 || ::bind(socket.get(), reinterpret_cast<const sockaddr*>(&*address), sizeof *address) != 0 ||
        ::listen(socket.get(), 16) != 0)
        return systemError(errno, say("The worker could not listen at %1", path));
    return LocalServer(socket.release(), path);
}

Result<std::optional<Connection>> LocalServer::accept() {
    while (true) {
        Descriptor client(::accept4(m_descriptor, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
        if (client.get() >= 0) {
            if (isSameUser(client.get())) return std::optional(Connection(client.release()));
        } else if (wouldBlock(errno)) {
            return std::optional<Connection>();
        } else if (errno != EINTR && errno != ECONNABORTED) {
            return systemError(errno, say("A client could not be let in at %1", m_endpoint));
        }
    }
}

}  // namespace seekbench

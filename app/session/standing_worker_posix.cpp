// SPDX-License-Identifier: Apache-2.0
#include "app/session/standing_worker.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "app/session/spawn_posix.h"
#include "core/base/file.h"
#include "core/run/worker_environment.h"

namespace seekbench {
namespace {

constexpr std::chrono::seconds kLeave{3};
constexpr std::chrono::milliseconds kLook{5};

}  // namespace

Result<StandingWorker> StandingWorker::start(std::int64_t threads, const std::filesystem::path& log) {
    auto program = findWorker();
    if (!program) return program.error();
    const int errors = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (errors < 0) return systemError(errno, say("%1 could not be opened", displayPath(log)));
    // A socket, not two pipes: writing to one whose reader has died can be an error instead of a signal.
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        const int failure = errno;
        ::close(errors);
        return systemError(failure, say("A connection to a worker could not be made"));
    }
    auto process = spawnDetached(*program, {"serve", std::to_string(threads)}, workerEnvironment(threads),
                                 {.input = ends[1], .output = ends[1], .errors = errors});
    ::close(errors);
    ::close(ends[1]);
    if (!process) {
        ::close(ends[0]);
        return process.error();
    }
    return StandingWorker(WorkerProcess(*process), threads, ends[0]);
}

StandingWorker::StandingWorker(StandingWorker&& other) noexcept
    : m_worker(std::move(other.m_worker)),
      m_threads(other.m_threads),
      m_socket(std::exchange(other.m_socket, -1)),
      m_isBusy(other.m_isBusy),
      m_lastCode(other.m_lastCode),
      m_received(std::move(other.m_received)) {}

StandingWorker& StandingWorker::operator=(StandingWorker&& other) noexcept {
    std::swap(m_worker, other.m_worker);
    m_threads = other.m_threads;
    std::swap(m_socket, other.m_socket);
    std::swap(m_isBusy, other.m_isBusy);
    m_lastCode = other.m_lastCode;
    m_received = std::move(other.m_received);
    return *this;
}

StandingWorker::~StandingWorker() {
    if (m_socket < 0) return;
    ::close(m_socket);
    const auto deadline = std::chrono::steady_clock::now() + kLeave;
    while (!m_isBusy && !m_worker.ended() && std::chrono::steady_clock::now() < deadline) std::this_thread::sleep_for(kLook);
}

Result<void> StandingWorker::give(const RunFolder& run) {
    std::error_code failure;
    std::string name = std::filesystem::absolute(run.path(), failure).string();
    if (failure) return systemError(failure.value(), say("The folder %1 could not be found", displayPath(run.path())));
    name.push_back('\0');
    for (std::size_t done = 0; done < name.size();) {
        const ssize_t sent = ::send(m_socket, name.data() + done, name.size() - done, MSG_NOSIGNAL);
        if (sent < 0 && errno != EINTR) return systemError(errno, say("The worker could not be given the run %1", run.id()));
        if (sent > 0) done += static_cast<std::size_t>(sent);
    }
    m_isBusy = true;
    m_lastCode = -1;
    return {};
}

std::optional<StandingWorker::Answer> StandingWorker::answer() {
    char block[4096];
    ssize_t got = 0;
    while ((got = ::recv(m_socket, block, sizeof block, MSG_DONTWAIT)) > 0) m_received.append(block, static_cast<std::size_t>(got));
    const auto end = m_received.find('\0');
    if (end == std::string::npos) return std::nullopt;
    const std::string text = m_received.substr(0, end);
    m_received.erase(0, end + 1);
    m_isBusy = false;
    Answer answer;
    const auto [rest, failure] = std::from_chars(text.data(), text.data() + text.size(), answer.code);
    if (failure != std::errc{}) answer.code = -1;
    m_lastCode = answer.code;
    answer.sentence = text.substr(std::min<std::size_t>(static_cast<std::size_t>(rest - text.data()) + 1, text.size()));
    return answer;
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include "app/session/run_controller.h"

#include <algorithm>

#include <unistd.h>

#include "core/base/file.h"

namespace seekbench {
namespace {

using Clock = std::chrono::steady_clock;

int millisecondsUntil(Clock::time_point deadline) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    return static_cast<int>(std::max<std::int64_t>(left.count(), 0));
}

Error notRunning(const RunFolder& folder) {
    return Error(ErrorCode::NotFound, say("No worker is at the run %1.", folder.id()),
                 say("See what became of it with: seekbench-cli show %1", folder.id()));
}

}  // namespace

RunController::RunController(Connection connection, std::string run) : m_connection(std::move(connection)), m_run(std::move(run)) {}

Result<RunController> RunController::connect(const RunFolder& folder) {
    if (!folder.isAlive()) return notRunning(folder);
    auto endpoint = readFile(folder.endpointFile(), 4096);
    if (!endpoint)
        return Error(ErrorCode::NotFound, say("The worker of the run %1 has no endpoint yet.", folder.id()), say("Try again in a moment."));
    while (!endpoint->empty() && endpoint->back() == '\n') endpoint->pop_back();
    auto connection = Connection::connect(*endpoint);
    if (!connection) return connection.error().in(say("connecting to the worker of the run %1", folder.id()));
    auto greeted = connection->send(Hello{.version = kProtocolVersion, .run = folder.id(), .process = ::getpid()});
    if (!greeted) return greeted.error().in(say("greeting the worker of the run %1", folder.id()));
    return RunController(std::move(*connection), folder.id());
}

Result<Answer> RunController::ask(Command command, std::chrono::milliseconds patience) {
    const std::uint64_t request = ++m_lastRequest;
    command.request = request;
    auto sent = m_connection.send(command);
    if (!sent) return sent.error();
    const auto deadline = Clock::now() + patience;
    while (true) {
        for (const Answer& answer : m_answers)
            if (answer.request == request) return Answer(answer);
        m_answers.clear();
        const int wait = millisecondsUntil(deadline);
        if (wait == 0)
            return Error(ErrorCode::Busy, say("The worker of the run %1 did not answer within %2 s.", m_run, patience.count() / 1000),
                         say("It may be in a long step; try again."));
        if (m_connection.hasUnsent())
            if (auto flushed = m_connection.flush(); !flushed) return flushed.error();
        if (auto readable = m_connection.waitReadable(m_connection.hasUnsent() ? std::min(wait, 20) : wait); !readable)
            return readable.error();
        if (auto received = receive(); !received) return received.error();
    }
}

Result<bool> RunController::waitForGrowth(std::chrono::milliseconds patience) {
    const auto deadline = Clock::now() + patience;
    while (!m_grown) {
        const int wait = millisecondsUntil(deadline);
        if (wait == 0) return false;
        if (auto readable = m_connection.waitReadable(wait); !readable) return readable.error();
        if (auto received = receive(); !received) return received.error();
    }
    m_grown = false;
    return true;
}

Result<void> RunController::receive() {
    auto packets = m_connection.receive();
    if (!packets && packets.error().code() == ErrorCode::Failed)  // closed by the other side
        return Error(ErrorCode::NotFound, say("The worker of the run %1 has left.", m_run),
                     say("See what became of the run with: seekbench-cli show %1", m_run));
    if (!packets) return packets.error().in(say("talking to the worker of the run %1", m_run));
    for (Packet& packet : *packets) {
        if (auto* answer = std::get_if<Answer>(&packet)) m_answers.push_back(std::move(*answer));
        if (std::holds_alternative<Grown>(packet)) m_grown = true;
        const auto* hello = std::get_if<Hello>(&packet);
        if (!hello) continue;
        if (hello->version > kProtocolVersion)
            return Error(
                ErrorCode::NewerVersion,
                say("The worker of the run %1 speaks version %2 of the protocol; this is %3.", m_run, hello->version, kProtocolVersion),
                say("Use the seekbench-cli that started the run."));
        if (hello->run != m_run)  // a socket name taken over by another worker
            return Error(ErrorCode::NotFound, say("The endpoint of the run %1 belongs to the run %2.", m_run, hello->run));
    }
    return {};
}

}  // namespace seekbench

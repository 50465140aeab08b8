// SPDX-License-Identifier: Apache-2.0
#include "gpu/training/command_server.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <deque>
#include <thread>
#include <utility>
#include <vector>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "core/protocol/local_socket.h"
#include "gpu/training/clock.h"

namespace seekbench {
namespace {

constexpr std::size_t kMostClients = 64;
constexpr std::size_t kMostClientsAtOnce = 16;  // let in at one look; as many as may wait
constexpr std::size_t kMostCommandsAtOnce = 64;
// The thread looks at most this often, so that a flood of clients cannot keep a processor busy that the trainer needs.
constexpr std::chrono::milliseconds kRest{2};

struct Client {
    std::uint64_t id = 0;
    Connection connection;
};

}  // namespace

struct CommandServer::State {
    State(LocalServer listener, std::string run, CommandQueue& commands, const RunStatus& runStatus)
        : server(std::move(listener)),
          runId(std::move(run)),
          queue(commands),
          status(runStatus),
          wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}
    ~State() { ::close(wake); }

    void serve(const std::stop_token& stop);
    void waitForWork();
    void acceptWaiting();
    Result<void> hear(Client& client);
    Result<void> handle(Client& client, const Packet& packet);
    void handOut();
    void dismiss(Client& client, const Error& reason);
    void ring() const { (void)!::eventfd_write(wake, 1); }
    Answer answerNow(std::uint64_t request, bool accepted, std::string text) const {
        return {.request = request,
                .accepted = accepted,
                .text = std::move(text),
                .state = status.state,
                .step = status.step,
                .totalSteps = status.totalSteps};
    }

    LocalServer server;
    std::string runId;
    CommandQueue& queue;
    const RunStatus& status;
    int wake;

    std::mutex mutex;  // guards answers
    std::deque<std::pair<std::uint64_t, Answer>> answers;
    std::atomic<std::uint64_t> offset{0};

    // Of the thread alone.
    std::vector<Client> clients;
    std::uint64_t nextClient = 1, announcedOffset = 0, unloggedDismissals = 0;
    double nextLogTime = 0;
    std::jthread thread;  // last, so that it ends before what it uses
};

void CommandServer::State::serve(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        waitForWork();
        acceptWaiting();
        handOut();
        std::erase_if(clients, [this](Client& client) {
            const auto heard = hear(client);
            if (!heard) dismiss(client, heard.error());
            return !heard;
        });
        std::this_thread::sleep_for(kRest);
    }
}

void CommandServer::State::waitForWork() {
    std::vector<pollfd> watched{{wake, POLLIN, 0}, {server.descriptor(), POLLIN, 0}};
    for (const Client& client : clients) {
        const short events = client.connection.hasUnsent() ? POLLIN | POLLOUT : POLLIN;
        watched.push_back({client.connection.descriptor(), events, 0});
    }
    ::poll(watched.data(), watched.size(), 1000);
    eventfd_t rings = 0;
    (void)!::eventfd_read(wake, &rings);
}

void CommandServer::State::acceptWaiting() {
    for (std::size_t i = 0; i < kMostClientsAtOnce; ++i) {
        auto accepted = server.accept();
        if (!accepted || !*accepted) return;
        Client client{nextClient++, std::move(**accepted)};
        if (clients.size() >= kMostClients) {
            dismiss(client, Error(ErrorCode::Busy, say("%1 clients are connected already.", kMostClients)));
            continue;
        }
        (void)client.connection.send(Hello{kProtocolVersion, runId, ::getpid()});  // one that has left is found out when it is heard
        clients.push_back(std::move(client));
    }
}

Result<void> CommandServer::State::hear(Client& client) {
    // First what it has said: also one that has left already may have said something wrong.
    const auto packets = client.connection.receive();
    if (!packets) return packets.error();
    if (packets->size() > kMostCommandsAtOnce) return Error(ErrorCode::InvalidInput, say("it sent %1 messages at once.", packets->size()));
    for (const Packet& packet : *packets)
        if (auto handled = handle(client, packet); !handled) return handled;
    return client.connection.flush();
}

Result<void> CommandServer::State::handle(Client& client, const Packet& packet) {
    if (const auto* hello = std::get_if<Hello>(&packet)) return checkHello(*hello);
    const auto* command = std::get_if<Command>(&packet);
    if (!command) return Error(ErrorCode::InvalidInput, say("it sent a message that is not a command."));
    std::optional<Answer> answer;
    if (command->verb == Verb::Status)
        answer = answerNow(command->request, true, {});
    else if (!queue.push(ClientCommand{client.id, *command}))
        answer = answerNow(command->request, false, "Too many commands are waiting. Try again when the current step is over.");
    if (!answer) return {};
    const auto sent = client.connection.send(*answer);
    return sent ? Result<void>{} : sent.error();
}

void CommandServer::State::handOut() {
    std::deque<std::pair<std::uint64_t, Answer>> due;
    {
        const std::lock_guard lock(mutex);
        due.swap(answers);
    }
    // A send that fails shows again, with its reason, when the connection is heard next.
    for (const auto& [id, answer] : due)
        for (Client& client : clients)
            if (client.id == id) (void)client.connection.send(answer);
    const auto length = offset.load(std::memory_order_relaxed);
    if (length == announcedOffset) return;
    announcedOffset = length;
    for (Client& client : clients) (void)client.connection.send(Grown{length});
}

void CommandServer::State::dismiss(Client& client, const Error& reason) {
    if (reason.code() == ErrorCode::Failed || reason.code() == ErrorCode::Io) return;  // it has left: nothing to report
    ++unloggedDismissals;
    const double now = secondsSinceEpoch();
    if (now < nextLogTime) return;
    nextLogTime = now + 1;
    std::string text = say("Client %1 was disconnected: %2", client.id, reason.english()).english();
    if (unloggedDismissals > 1) text += " " + say("(%1 such since the last such line)", unloggedDismissals).english();
    unloggedDismissals = 0;
    queue.push(LogLine{now, LogSeverity::Warning, std::move(text)});
}

Result<std::unique_ptr<CommandServer>> CommandServer::start(const std::string& name, const std::string& runId, CommandQueue& queue,
                                                            const RunStatus& status) {
    auto server = LocalServer::listen(name);
    if (!server) return server.error();
    auto state = std::make_unique<State>(std::move(*server), runId, queue, status);
    if (state->wake < 0) return systemError(errno, say("The thread that answers commands could not be started"));
    state->thread = std::jthread([raw = state.get()](const std::stop_token& stop) { raw->serve(stop); });
    return std::unique_ptr<CommandServer>(new CommandServer(std::move(state)));
}

CommandServer::CommandServer(std::unique_ptr<State> state) : m_state(std::move(state)) {}

CommandServer::~CommandServer() {
    m_state->thread.request_stop();
    m_state->ring();
    m_state->thread.join();
    m_state->handOut();  // the last answers, such as that of "stop"
}

const std::string& CommandServer::endpoint() const { return m_state->server.endpoint(); }

void CommandServer::answer(std::uint64_t client, const Answer& answer) {
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->answers.emplace_back(client, answer);
    }
    m_state->ring();
}

void CommandServer::grown(std::uint64_t offset) {
    m_state->offset.store(offset, std::memory_order_relaxed);
    m_state->ring();
}

}  // namespace seekbench

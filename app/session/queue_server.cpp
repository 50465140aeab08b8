// SPDX-License-Identifier: Apache-2.0
#include "app/session/queue_server.h"

#include <thread>

#include "app/session/run_reader.h"
#include "core/run/run_state.h"

namespace seekbench {
namespace {

constexpr std::chrono::milliseconds kInterval{100};

Error servedAlready() {
    return Error(ErrorCode::Busy, say("Another process already serves the queue of this workspace."), say("See: seekbench-cli queue list"));
}

std::filesystem::path serverLog(const Workspace& workspace) { return workspace.queueFolder() / "server.log"; }

Result<WorkerProcess> startServer(const Workspace& workspace, std::vector<std::string> options) {
    auto program = findCommandLine();
    if (!program) return program.error();
    std::vector<std::string> arguments = {"queue", "serve", "--workspace", workspace.path().string()};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return WorkerProcess::start(*program, arguments, {}, serverLog(workspace));
}

// Why a run whose worker has left is not finished; empty when it is.
std::string problemOf(const RunFolder& run) {
    const RunProgress progress = readProgress(run);
    switch (deriveState(progress.state, false, false)) {
        case RunState::Finished: return {};
        case RunState::Stopped: return say("Stopped by the user at step %1.", progress.step).english();
        case RunState::Failed: return progress.reason;
        default: return say("The worker died at step %1.", progress.step).english();
    }
}

}  // namespace

QueueServer::QueueServer(Workspace workspace, FileLock lock)
    : m_workspace(std::move(workspace)), m_queue(m_workspace), m_lock(std::move(lock)) {}

Result<QueueServer> QueueServer::start(const Workspace& workspace) {
    if (auto made = makeFolder(workspace.queueFolder()); !made) return made.error();
    auto lock = FileLock::acquire(Queue(workspace).lockFile(), FileLock::Kind::Exclusive);
    if (!lock && lock.error().code() == ErrorCode::Busy) return servedAlready();
    if (!lock) return lock.error();
    return QueueServer(workspace, std::move(*lock));
}

std::optional<QueueEntry> QueueServer::next() const {
    for (QueueEntry& entry : m_queue.entries())
        if (entry.problem.empty()) return std::move(entry);
    return std::nullopt;
}

Result<int> QueueServer::serve(Patience patience, const Events& events) {
    int failures = 0;
    while (!events.shallEnd()) {
        const auto entry = next();
        if (!entry && patience == Patience::UntilEmpty) return failures;
        if (!entry) {
            std::this_thread::sleep_for(kInterval);
            continue;
        }
        auto run = m_workspace.find(entry->run);
        const auto problem = run ? train(*run, events) : std::optional(run.error().english());
        if (!problem) return failures;
        if (problem->empty()) {
            events.finished(*run);
            auto removed = m_queue.remove(entry->run);
            if (!removed && removed.error().code() != ErrorCode::NotFound) return removed.error();
        } else {
            ++failures;
            events.failed(entry->run, *problem);
            if (auto marked = m_queue.mark(entry->run, *problem); !marked) return marked.error();
        }
    }
    return failures;
}

std::optional<std::string> QueueServer::train(const RunFolder& run, const Events& events) const {
    std::optional<WorkerProcess> worker;
    if (!run.isAlive()) {
        if (problemOf(run).empty()) return std::string();  // finished while no server was there to see it
        auto launched = launch(run);
        if (!launched) return launched.error().english();
        worker = std::move(*launched);
    }
    events.started(run);
    while (run.isAlive()) {
        if (events.shallEnd()) return std::nullopt;
        std::this_thread::sleep_for(kInterval);
    }
    while (worker && !worker->ended()) std::this_thread::sleep_for(kInterval);  // gives its memory and device back first
    return problemOf(run);
}

Result<std::optional<WorkerProcess>> ensureQueueIsServed(const Workspace& workspace) {
    if (Queue(workspace).isServed()) return std::optional<WorkerProcess>();
    // Two of these at the same moment are harmless: the second server finds the lock taken and leaves.
    auto server = startServer(workspace, {"--until-empty"});
    if (!server) return server.error();
    return std::optional<WorkerProcess>(std::move(*server));
}

Result<std::int64_t> serveDetached(const Workspace& workspace) {
    const Queue queue(workspace);
    if (queue.isServed()) return servedAlready();
    auto server = startServer(workspace, {});
    if (!server) return server.error();
    // It writes its number into the lock that it has taken.
    while (FileLock::ownerOf(queue.lockFile()) != server->process()) {
        if (const auto end = server->ended())
            return Error(ErrorCode::Failed, say("The server of the queue ended at its start (%1).", *end),
                         say("Its output is in %1.", displayPath(serverLog(workspace))));
        std::this_thread::sleep_for(kInterval / 10);
    }
    return server->process();
}

}  // namespace seekbench

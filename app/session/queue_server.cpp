// SPDX-License-Identifier: Apache-2.0
#include "app/session/queue_server.h"

#include <thread>
#include <utility>

#include "app/session/run_controller.h"
#include "app/session/run_reader.h"
#include "core/run/device_lock.h"
#include "core/run/run_state.h"
#include "core/run/worker_environment.h"

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
    std::optional<QueueEntry> first;
    for (QueueEntry& entry : m_queue.entries()) {
        if (!entry.problem.empty()) continue;
        if (m_queue.isAtWork(entry.run)) return std::move(entry);
        if (!first) first = std::move(entry);
    }
    return first;
}

Result<int> QueueServer::serve(Patience patience, const Events& events) {
    int failures = 0;
    while (!events.shallEnd()) {
        const auto entry = next();
        if (!entry && patience == Patience::UntilEmpty) return failures;
        if (!entry || (m_queue.isPaused() && !m_queue.isAtWork(entry->run))) {
            m_worker.reset();  // it would hold its memory for nothing
            std::this_thread::sleep_for(kInterval);
            continue;
        }
        auto run = m_workspace.find(entry->run);
        const auto problem = run ? train(*run, events) : std::optional(run.error().english());
        if (!problem) continue;
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

std::optional<std::string> QueueServer::train(const RunFolder& run, const Events& events) {
    if (!run.isAlive()) {
        if (problemOf(run).empty()) return std::string();  // finished while no server was there to see it
        const auto experiment = run.experiment();
        if (!experiment) return experiment.error().english();
        if (!waitForDevice(run, experiment->training.device, events)) return std::nullopt;
        if (m_queue.isPaused() || !m_queue.waits(run.id())) return std::nullopt;
        if (auto launched = launchRun(run, *experiment); !launched) return launched.error().english();
    }
    events.started(run);
    while (run.isAlive()) {
        if (events.shallEnd()) return std::nullopt;
        std::this_thread::sleep_for(kInterval);
    }
    // A worker that dies gives its memory and device back first; one that goes on says that it is ready.
    while (m_worker && !m_worker->isIdle() && !m_worker->answer() && !m_worker->ended()) std::this_thread::sleep_for(kInterval / 10);
    if (m_worker && m_worker->lastCode() != 0) m_worker.reset();  // one that saw a run fail leaves
    return problemOf(run);
}

bool QueueServer::waitForDevice(const RunFolder& run, const std::string& device, const Events& events) const {
    bool told = false;
    while (isDeviceTaken(device)) {
        if (!std::exchange(told, true)) events.waiting(run, device);
        if (events.shallEnd()) return false;
        if (m_queue.isPaused() || !m_queue.waits(run.id())) return true;
        std::this_thread::sleep_for(kInterval);
    }
    return true;
}

Result<void> QueueServer::launchRun(const RunFolder& run, const Experiment& experiment) {
    const std::int64_t threads = threadCount(experiment.training.threads);
    if (m_worker && (m_worker->threads() != threads || !m_worker->isIdle() || m_worker->ended())) m_worker.reset();
    if (!m_worker) {
        auto worker = StandingWorker::start(threads, serverLog(m_workspace));
        if (!worker) return worker.error();
        m_worker = std::move(*worker);
    }
    auto launched = launchOn(*m_worker, run);
    if (!launched) m_worker.reset();
    return launched;
}

Result<std::string> cancelQueued(const Workspace& workspace, const std::string& run) {
    const Queue queue(workspace);
    std::string id = run;
    for (const QueueEntry& entry : queue.entries())
        if (id.empty() && queue.isAtWork(entry.run)) id = entry.run;
    if (id.empty()) return Error(ErrorCode::NotFound, say("No run of the queue is at work."), say("See: seekbench-cli queue list"));
    // First, so that the server, which sees it end, has nothing to mark.
    if (auto removed = queue.remove(id); !removed) return removed.error();
    if (!queue.isAtWork(id)) return id;
    auto folder = workspace.find(id);
    if (!folder) return folder.error();
    auto controller = RunController::connect(*folder);
    if (!controller && controller.error().code() == ErrorCode::NotFound && !folder->isAlive()) return id;
    if (!controller) return controller.error();
    auto answer = controller->ask(Verb::Stop, std::chrono::minutes(1));
    if (!answer) return answer.error();
    return id;
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

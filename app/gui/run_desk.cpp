// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/run_desk.h"

#include <memory>

#include "app/gui/background.h"
#include "app/session/launcher.h"
#include "app/session/queue.h"
#include "app/session/queue_server.h"
#include "app/session/resume.h"
#include "app/session/run_controller.h"
#include "widgets/text/figures.h"

namespace seekbench {
namespace {

// What a launch in the background brings back. QFuture wants to copy, so the process travels in a pointer.
struct Launched {
    QString run;
    std::shared_ptr<WorkerProcess> worker;  // shared by the copies of this value only; empty: somebody else's worker goes on
    std::optional<Error> error;
};

Launched launched(const RunFolder& folder, Result<std::optional<WorkerProcess>> worker) {
    if (!worker) return {{}, nullptr, worker.error().in(say("starting the run %1", folder.id()))};
    return {fromUtf8(folder.id()), *worker ? std::make_shared<WorkerProcess>(std::move(**worker)) : nullptr, {}};
}

Result<Answer> ask(const Workspace& workspace, const std::string& run, Verb verb, std::int64_t amount = 0) {
    auto folder = workspace.find(run);
    if (!folder) return folder.error();
    auto controller = RunController::connect(*folder);
    if (!controller) return controller.error();
    auto answer = controller->ask(verb, amount, std::chrono::minutes(1));
    if (answer && !answer->accepted) return Error(ErrorCode::Busy, say("The worker declined: %1", answer->text));
    return answer;
}

}  // namespace

RunDesk::RunDesk(Workspace workspace, QObject* parent) : QObject(parent), m_workspace(std::move(workspace)) {
    m_reap.setInterval(2000);
    connect(&m_reap, &QTimer::timeout, this, &RunDesk::reap);
    m_reap.start();
}

template <class Work>
void RunDesk::launchInBackground(Work work) {
    ++m_starting;
    Q_EMIT startingChanged();
    inBackground(this, std::move(work), [this](const Launched& result) {
        --m_starting;
        if (result.worker) m_workers.push_back(std::move(*result.worker));
        Q_EMIT startingChanged();
        if (result.error)
            Q_EMIT failed(*result.error);
        else
            Q_EMIT started(result.run);
    });
}

void RunDesk::start(const Experiment& experiment) {
    launchInBackground([workspace = m_workspace, experiment]() -> Launched {
        if (auto worker = findWorker(); !worker) return {{}, nullptr, worker.error()};  // before there is a run that cannot start
        auto folder = createRun(workspace, experiment);
        if (!folder) return {{}, nullptr, folder.error()};
        auto worker = launch(*folder);
        if (!worker) return launched(*folder, worker.error());
        return launched(*folder, std::optional(std::move(*worker)));
    });
}

void RunDesk::resume(const QString& run) {
    launchInBackground([workspace = m_workspace, id = run.toStdString()]() -> Launched {
        auto folder = workspace.find(id);
        if (!folder) return {{}, nullptr, folder.error()};
        return launched(*folder, resumeRun(*folder));
    });
}

void RunDesk::rerun(const QString& run) {
    launchInBackground([workspace = m_workspace, id = run.toStdString()]() -> Launched {
        const auto before = workspace.find(id);
        if (!before) return {{}, nullptr, before.error()};
        auto experiment = before->experiment();
        if (!experiment) return {{}, nullptr, experiment.error()};
        auto folder = createRun(workspace, std::move(*experiment));
        if (!folder) return {{}, nullptr, folder.error()};
        auto worker = launch(*folder);
        if (!worker) return launched(*folder, worker.error());
        return launched(*folder, std::optional(std::move(*worker)));
    });
}

void RunDesk::enqueue(const Experiment& experiment) {
    inBackground(
        this,
        [workspace = m_workspace, experiment]() -> Launched {
            auto folder = createRun(workspace, experiment);
            if (!folder) return {{}, nullptr, folder.error()};
            if (auto added = Queue(workspace).add(*folder); !added) return {{}, nullptr, added.error()};
            return launched(*folder, ensureQueueIsServed(workspace));
        },
        [this](const Launched& result) {
            if (result.worker) m_workers.push_back(std::move(*result.worker));
            if (result.error)
                Q_EMIT failed(*result.error);
            else
                Q_EMIT queued(result.run);
        });
}

void RunDesk::tell(const QString& run, Verb verb, std::int64_t amount) {
    inBackground(
        this, [workspace = m_workspace, id = run.toStdString(), verb, amount] { return ask(workspace, id, verb, amount); },
        [this, run](const Result<Answer>& answer) {
            if (answer)
                Q_EMIT answered(run, fromUtf8(answer->text));
            else
                Q_EMIT failed(answer.error());
        });
}

void RunDesk::stopAndDiscard(const QString& run) {
    inBackground(
        this,
        [workspace = m_workspace, id = run.toStdString()]() -> Result<void> {
            auto folder = workspace.find(id);
            if (!folder) return folder.error();
            if (!folder->isAlive()) return {};
            auto answer = ask(workspace, id, Verb::Stop);
            return answer ? Result<void>() : answer.error();
        },
        [this, run](const Result<void>& stopped) {
            if (stopped)
                Q_EMIT discarded(run);
            else
                Q_EMIT failed(stopped.error());
        });
}

void RunDesk::reap() {
    std::erase_if(m_workers, [](WorkerProcess& worker) { return worker.ended().has_value(); });
}

}  // namespace seekbench

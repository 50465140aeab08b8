// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/queue_desk.h"

#include <memory>

#include "app/gui/background.h"
#include "app/session/queue_server.h"

namespace seekbench {
namespace {

QueueDesk::Snapshot snapshotOf(const Workspace& workspace) {
    const Queue queue(workspace);
    QueueDesk::Snapshot snapshot{.entries = {}, .served = queue.isServed(), .paused = queue.isPaused()};
    for (QueueEntry& entry : queue.entries()) {
        const bool works = queue.isAtWork(entry.run);
        snapshot.entries.push_back({std::move(entry), works});
    }
    return snapshot;
}

}  // namespace

QueueDesk::QueueDesk(Workspace workspace, QObject* parent) : QObject(parent), m_workspace(std::move(workspace)) {
    m_timer.setInterval(500);
    connect(&m_timer, &QTimer::timeout, this, &QueueDesk::look);
}

void QueueDesk::setWatching(bool watching) {
    if (watching == m_timer.isActive()) return;
    if (!watching) return m_timer.stop();
    m_timer.start();
    look();
}

void QueueDesk::look() {
    if (m_looking) return;
    m_looking = true;
    if (m_server) (void)m_server->ended();
    inBackground(
        this, [workspace = m_workspace] { return snapshotOf(workspace); },
        [this](const Snapshot& snapshot) {
            m_looking = false;
            if (snapshot == m_snapshot) return;
            m_snapshot = snapshot;
            Q_EMIT changed();
        });
}

template <class Work>
void QueueDesk::change(Work work) {
    inBackground(
        this, [workspace = m_workspace, work = std::move(work)]() -> Result<void> { return work(workspace); },
        [this](const Result<void>& done) {
            if (!done) Q_EMIT failed(done.error());
            m_looking = false;  // a look that was under way may have seen the time before
            look();
        });
}

void QueueDesk::move(const QString& run, int place) {
    change([id = run.toStdString(), place](const Workspace& workspace) {
        return Queue(workspace).moveTo(id, static_cast<std::size_t>(std::max(place, 0)));
    });
}

void QueueDesk::insert(const QString& run, int place) {
    change([id = run.toStdString(), place](const Workspace& workspace) -> Result<void> {
        const auto folder = workspace.find(id);
        if (!folder) return folder.error();
        const Queue queue(workspace);
        if (auto added = queue.add(*folder); !added) return added;
        return queue.moveTo(id, static_cast<std::size_t>(std::max(place, 0)));
    });
}

void QueueDesk::remove(const QString& run) {
    change([id = run.toStdString()](const Workspace& workspace) -> Result<void> {
        const auto cancelled = cancelQueued(workspace, id);
        return cancelled ? Result<void>() : cancelled.error();
    });
}

void QueueDesk::setPaused(bool paused) {
    change([paused](const Workspace& workspace) { return Queue(workspace).setPaused(paused); });
    if (!paused) serve();
}

void QueueDesk::serve() {
    using Server = std::shared_ptr<WorkerProcess>;  // shared by the copies of the future's value only
    inBackground(
        this,
        [workspace = m_workspace]() -> Result<Server> {
            auto server = ensureQueueIsServed(workspace);
            if (!server) return server.error();
            return *server ? std::make_shared<WorkerProcess>(std::move(**server)) : Server();
        },
        [this](const Result<Server>& server) {
            if (!server) Q_EMIT failed(server.error());
            if (server && *server) m_server = std::move(**server);
            look();
        });
}

}  // namespace seekbench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include "app/session/queue.h"
#include "app/session/worker_process.h"

namespace seekbench {

// What the window knows of the queue, and what it does to it. Looks at the folder twice a second while somebody wants to see it; all of
// it happens in the background. Lives in the GUI thread.
class QueueDesk : public QObject {
    Q_OBJECT

public:
    struct Snapshot {
        struct Entry {
            QueueEntry entry;
            bool isAtWork = false;
            bool operator==(const Entry&) const = default;
        };
        std::vector<Entry> entries;
        bool served = false, paused = false;
        bool operator==(const Snapshot&) const = default;
    };

    explicit QueueDesk(Workspace workspace, QObject* parent = nullptr);

    // While false, nothing is looked at.
    void setWatching(bool watching);
    const Snapshot& snapshot() const { return m_snapshot; }
    void look();

    void move(const QString& run, int place);
    // Puts a run into the queue at a place: how a removal is undone.
    void insert(const QString& run, int place);
    // A run at work is stopped with a checkpoint.
    void remove(const QString& run);
    // Going on also sees to it that somebody serves.
    void setPaused(bool paused);
    void serve();

Q_SIGNALS:
    void changed();  // snapshot()
    void failed(const seekbench::Error& error);

private:
    template <class Work>
    void change(Work work);

    Workspace m_workspace;
    Snapshot m_snapshot;
    QTimer m_timer;
    bool m_looking = false;
    std::optional<WorkerProcess> m_server;  // started by this window, kept so that the system can forget it
};

}  // namespace seekbench

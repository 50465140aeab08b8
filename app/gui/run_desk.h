// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include "app/session/worker_process.h"
#include "core/experiment/experiment.h"
#include "core/protocol/packet.h"
#include "core/run/run_folder.h"

namespace seekbench {

// What the window does to runs: start, resume, and commands to their workers. Everything happens in the background; the answers come
// as signals. Reading what runs do is RunMonitor's. Lives in the GUI thread.
class RunDesk : public QObject {
    Q_OBJECT

public:
    explicit RunDesk(Workspace workspace, QObject* parent = nullptr);

    void start(const Experiment& experiment);
    void enqueue(const Experiment& experiment);
    void resume(const QString& run);
    // Trains the experiment of a run again, as a new run; Compare then tells how well the two agree.
    void rerun(const QString& run);
    void tell(const QString& run, Verb verb, std::int64_t amount = 0);
    // Stops the run without waiting for its checkpoint to matter: stop, then discarded() for whoever keeps the trash.
    void stopAndDiscard(const QString& run);

    bool isStarting() const { return m_starting > 0; }

Q_SIGNALS:
    void startingChanged();            // isStarting()
    void started(const QString& run);  // its worker is at work
    void queued(const QString& run);
    void answered(const QString& run, const QString& sentence);  // what the worker said to a command, in its own words
    void discarded(const QString& run);
    void failed(const seekbench::Error& error);

private:
    template <class Work>
    void launchInBackground(Work work);
    void reap();

    Workspace m_workspace;
    int m_starting = 0;
    std::vector<WorkerProcess> m_workers;  // started by this window, kept so that the system can forget those that have ended
    QTimer m_reap;
};

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include "app/session/launcher.h"
#include "app/session/queue.h"
#include "app/session/standing_worker.h"
#include "core/base/file.h"

namespace seekbench {

// A QueueServer trains the runs of a workspace's queue, one after another. There is one per workspace: it holds the queue's lock.
// A run whose worker dies, fails or is stopped by the user is marked in the queue, and the next one has its turn. When the server
// itself dies or ends, the run at work goes on, and the next server waits for it. Runs with the same number of threads share a worker,
// one after another; a run for a device that another process computes on waits for it, and so do those behind it.
// While the queue is paused no run is started; it then counts as not empty.
class QueueServer {
public:
    enum class Patience { UntilEmpty, Forever };
    struct Events {
        std::function<void(const RunFolder&)> started;  // or found at work
        std::function<void(const RunFolder&)> finished;
        std::function<void(const RunFolder&, const std::string& device)> waiting;  // for its device; once
        std::function<void(const std::string& run, const std::string&)> failed;    // the problem, one sentence
        std::function<bool()> shallEnd;                                            // asked ten times a second
    };

    // Busy when another server is at work.
    static Result<QueueServer> start(const Workspace& workspace);

    // Serves until events.shallEnd() or, with UntilEmpty, until no run waits any more. Returns how many runs did not finish.
    Result<int> serve(Patience patience, const Events& events);

private:
    QueueServer(Workspace workspace, FileLock lock);
    // The first entry without a problem, one that is at work before all others.
    std::optional<QueueEntry> next() const;
    // Trains one run to its end; the problem when it did not finish, nothing when it was left: by shallEnd(), or because the
    // queue was paused or the run taken out before it began.
    std::optional<std::string> train(const RunFolder& run, const Events& events);
    // False when shallEnd() said so first.
    bool waitForDevice(const RunFolder& run, const std::string& device, const Events& events) const;
    Result<void> launchRun(const RunFolder& run, const Experiment& experiment);

    Workspace m_workspace;
    Queue m_queue;
    FileLock m_lock;
    std::optional<StandingWorker> m_worker;
};

// Takes a run out of the queue, and stops it, with a checkpoint, when it is at work. Empty: the one at work. Returns its id.
Result<std::string> cancelQueued(const Workspace& workspace, const std::string& run);

// Sees to it that somebody serves the queue: starts `seekbench-cli queue serve --until-empty`, detached, when nobody does. Its output
// goes to queue/server.log. The process is returned to be kept until it ends; nothing when there was a server.
Result<std::optional<WorkerProcess>> ensureQueueIsServed(const Workspace& workspace);
// Starts `seekbench-cli queue serve`, detached, and returns its process number when it serves. Its output goes to queue/server.log.
// Busy when the queue is being served already.
Result<std::int64_t> serveDetached(const Workspace& workspace);

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include "app/session/launcher.h"
#include "app/session/queue.h"
#include "core/base/file.h"

namespace seekbench {

// A QueueServer trains the runs of a workspace's queue, one after another. There is one per workspace: it holds the queue's lock.
// A run whose worker dies, fails or is stopped by the user is marked in the queue, and the next one has its turn. When the server
// itself dies or ends, the run at work goes on, and the next server waits for it.
class QueueServer {
public:
    enum class Patience { UntilEmpty, Forever };
    struct Events {
        std::function<void(const RunFolder&)> started;  // or found at work
        std::function<void(const RunFolder&)> finished;
        std::function<void(const std::string& run, const std::string&)> failed;  // the problem, one sentence
        std::function<bool()> shallEnd;                                          // asked ten times a second
    };

    // Busy when another server is at work.
    static Result<QueueServer> start(const Workspace& workspace);

    // Serves until events.shallEnd() or, with UntilEmpty, until no run waits any more. Returns how many runs did not finish.
    Result<int> serve(Patience patience, const Events& events);

private:
    QueueServer(Workspace workspace, FileLock lock);
    // The first entry without a problem.
    std::optional<QueueEntry> next() const;
    // Trains one run to its end; the problem when it did not finish, nothing when shallEnd() said so first.
    std::optional<std::string> train(const RunFolder& run, const Events& events) const;

    Workspace m_workspace;
    Queue m_queue;
    FileLock m_lock;
};

// Sees to it that somebody serves the queue: starts `seekbench-cli queue serve --until-empty`, detached, when nobody does. Its output
// goes to queue/server.log. The process is returned to be kept until it ends; nothing when there was a server.
Result<std::optional<WorkerProcess>> ensureQueueIsServed(const Workspace& workspace);
// Starts `seekbench-cli queue serve`, detached, and returns its process number when it serves. Its output goes to queue/server.log.
// Busy when the queue is being served already.
Result<std::int64_t> serveDetached(const Workspace& workspace);

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <thread>
#include <vector>

#include "core/base/result.h"
#include "core/protocol/packet.h"
#include "core/run/run_folder.h"

namespace seekbench {

// What has become known of a run since the last news.
struct RunNews {
    std::vector<Packet> packets;    // of the journal, in order
    std::optional<RunState> state;  // when it has changed: the journal's last word and the lock taken together
    bool isHistory = false;         // more of the journal is waiting; a view need not draw yet
    std::optional<Error> error;     // the journal cannot be read; it is tried again
};

struct RunFollowerOptions {
    std::function<bool()> isQueued;    // whether the run waits in the queue; called in the follower's thread
    std::size_t slicePoints = 20'000;  // values in one piece of news, about; a long history comes in such slices
    std::uint64_t fromOffset = 0;      // of the journal
};

// A RunFollower follows the journal of a run, dead or alive, in a thread of its own, from its creation until it is destroyed, and
// tells a listener: first the whole history in slices, then what is new, at most 30 times a second and at most 50 ms late. It never
// ends by itself: a dead run may be resumed by somebody else. The listener is called in the follower's thread; while it runs, nothing
// more is read, so a listener that waits slows only its own follower.
class RunFollower {
public:
    using Listener = std::function<void(RunNews)>;

    RunFollower(RunFolder folder, Listener listener, RunFollowerOptions options = {});
    // Ends the thread; the listener is not called after it. Takes up to 50 ms: never destroy it from inside the listener.
    ~RunFollower() = default;

private:
    std::jthread m_thread;
};

}  // namespace seekbench

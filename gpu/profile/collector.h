// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/trace/trace.h"
#include "gpu/profile/device_activities.h"
#include "gpu/profile/thread_recorder.h"

namespace seekbench {

// A layer as profiles show it: its operator and what it has to do for one pass. Amounts of 0: not known.
struct ProfiledLayer {
    std::string path, name;
    double forwardFlops = 0, forwardBytes = 0, backwardFlops = 0, backwardBytes = 0;
    std::string type = "fp32";
};

struct CollectorOptions {
    std::filesystem::path path;  // of the file to write; its folder is there
    std::string name;            // of the profile
    TraceFacts facts = {};       // startedAt is filled in
    Ceilings ceilings = {};
    std::vector<ProfiledLayer> layers = {};
    std::int64_t flushMilliseconds = 250;
    DeviceActivities* device = nullptr;  // what else is to be watched; nullptr: nothing. Lives as long as the Collector
};

// A Collector profiles this process while it runs: every operator that LibTorch dispatches on any thread, autograd's functions, and on the
// thread that started it phases and layers. Each thread notes what it does in a ring of its own; a thread of the collector's turns this
// into a trace file, flushed four times a second, so the training waits for nothing, also not at the end. There is at most one at a time.
class Collector {
public:
    // Errors: another one runs (Busy), the file cannot be made. The calling thread becomes the trainer's.
    static Result<std::unique_ptr<Collector>> start(const CollectorOptions& options);
    // As stop() and finish().
    ~Collector();
    Collector(const Collector&) = delete;
    Collector& operator=(const Collector&) = delete;

    // From now on nothing more is recorded. Costs microseconds, whatever has been collected. On the thread that started it.
    void stop();
    // Nothing is recorded between the two; what has been noted is written meanwhile. Both cost microseconds. Not within a phase.
    void pause();
    void resume();
    // Whether everything is in the file after a stop().
    bool isWritten() const;
    // Waits for that. What went wrong with the file is told here.
    Result<void> finish();
    // After finish().
    std::uint64_t slices() const;
    const Ledger& ledger() const;

    // This thread's recorder: of the profile that is being taken, else the flight recorder's on the trainer's thread, else nullptr.
    // Costs about a nanosecond while nobody profiles.
    static ThreadRecorder* ofThisThread();
    // The same for a thread whose slices go to the track of this name, together with those of all threads that say it. They must not be at
    // work at the same time.
    static ThreadRecorder* ofThisThread(const char* track);
    // What the recorder of this thread calls this layer; nullptr: it does not know it.
    static const ThreadRecorder::Layer* layer(const std::string& path);

    struct Session;

private:
    explicit Collector(std::shared_ptr<Session> session);
    std::shared_ptr<Session> m_session;  // shared with the threads that have noted something in it
    bool m_stopped = false, m_paused = false;
};

}  // namespace seekbench

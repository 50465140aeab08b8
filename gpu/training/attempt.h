// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>

#include "core/base/file.h"
#include "core/run/run_folder.h"
#include "gpu/training/command_server.h"
#include "gpu/training/trainer.h"

namespace seekbench {

struct AttemptOptions {
    std::string software;                    // "seekbench 0.1.0": stands in the journal beside LibTorch's version
    const std::atomic<bool>& stopRequested;  // set by a signal: stop with a checkpoint
    AttemptLimits limits = {};
};

// An Attempt is one start of the worker on a run. It holds the run's lock and the device's, the journal, the socket, and the trainer,
// which goes on from the newest whole checkpoint. Destroying it in the middle is like the death of the worker. One thread owns it.
class Attempt {
public:
    // Errors leave the run as it was: somebody else is training it (Busy), it has finished, its journal cannot be opened.
    static Result<std::unique_ptr<Attempt>> begin(const RunFolder& folder, const AttemptOptions& options);
    ~Attempt();

    // Makes everything that the trainer needs and writes AttemptStarted. An error also stands in the journal, as the reason why the
    // attempt has failed. Once.
    Result<void> prepare();
    // After prepare() has succeeded.
    Trainer& trainer() { return *m_trainer; }
    Workload& workload() { return *m_workload; }
    // prepare(), then the trainer's run().
    Trainer::Outcome run();

private:
    Attempt(RunFolder folder, const AttemptOptions& options, FileLock lock, JournalWriter journal);
    void openSocket();
    Result<void> makeTrainer();
    std::optional<Checkpoint> newestCheckpoint();
    Result<void> announce(const std::optional<Checkpoint>& from);
    void recordFailure(const Error& error);

    RunFolder m_folder;
    AttemptOptions m_options;
    FileLock m_lock;
    Result<Experiment> m_experiment;
    std::optional<FileLock> m_deviceLock;
    std::uint32_t m_number = 1;
    std::string m_dataBefore;      // fingerprint of the data set in the attempt before; empty: not known
    std::vector<LogLine> m_lines;  // what was found before AttemptStarted could be written

    EventSink m_events;
    CommandQueue m_commands;
    RunStatus m_status;
    std::unique_ptr<CommandServer> m_server;  // uses the two above

    // In the order in which they are made; the trainer uses the others.
    TensorMemory m_tensorMemory;
    std::optional<TrainingDevice> m_device;
    std::optional<Checkpoints> m_checkpoints;
    Result<void> m_engineKept;  // engine.json was written
    std::optional<Workload> m_workload;
    std::optional<Profiler> m_profiler;
    std::optional<Trainer> m_trainer;
    bool m_started = false;  // AttemptStarted stands in the journal
};

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <future>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "gpu/profile/profiler.h"
#include "gpu/training/checkpoint.h"
#include "gpu/training/command_queue.h"
#include "gpu/training/device.h"
#include "gpu/training/event_sink.h"
#include "gpu/training/process_memory.h"
#include "gpu/training/run_status.h"
#include "gpu/training/tensor_memory.h"
#include "gpu/training/time_left.h"
#include "gpu/training/workload.h"

namespace seekbench {

// Where an attempt ends although its experiment goes on.
struct AttemptLimits {
    // Ends as stopped, with a checkpoint, after this step; after the validation, when it is the last step of its epoch.
    std::optional<std::int64_t> untilStep;
    // The process ends as by kill -9 after this step, as soon as a checkpoint that is being written is on the disk: a proof of exact
    // resume wants a death that has something to go on from.
    std::optional<std::int64_t> killAtStep;
    // Profiles so many steps, from this one on.
    std::optional<ProfileRequest> profile;
    // About how many of the last steps the flight recorder keeps; 0: there is none.
    std::int64_t flightSteps = 0;
};

// What a Trainer works with and talks to; all of it outlives the Trainer.
struct TrainerLinks {
    EventSink& events;
    Checkpoints& checkpoints;
    CommandQueue& commands;
    RunStatus& status;
    const TrainingDevice& device;
    TensorMemory& tensorMemory;
    const std::atomic<bool>& stopRequested;  // as the command "stop", from a signal
    std::function<void(std::uint64_t client, const Answer&)> answer;
    // After each validation, in a thread of its own: the answers of a classification, and what else there is to show.
    std::function<Result<void>(const Predictions&)> savePredictions;
    std::function<Result<void>(Evaluation)> saveEvaluation;
    // What the layers held at the highest peak so far; after the first steps, and after a validation when there was a higher one.
    std::function<Result<void>(const MeasuredMemory&)> saveMemory = {};
    AttemptLimits limits = {};
    Profiler* profiler = nullptr;  // nullptr: steps cannot be profiled
    std::filesystem::path flightFile = {};
};

// A Trainer trains a workload to the end, or until it is told to stop: training batches, then the validation of the epoch, and so on.
// It attends to commands between any two batches. The same workload, restored from a checkpoint, gives the same numbers again.
// One thread owns it.
class Trainer {
public:
    enum class Outcome { Finished, Stopped, Failed };

    Trainer(Workload& workload, TrainerLinks links);

    // Goes on from a checkpoint; before the first advance(). An error says what does not fit.
    Result<void> restore(const Checkpoint& checkpoint);
    // To the end. How it ended, and why, stands in the journal.
    Outcome run();

    bool isDone() const { return m_phase == Phase::Done; }
    // One batch of training or validation; when it was the last of its epoch, the epoch's end as well.
    Result<void> advance();
    // Writes the checkpoint of this very point, unless there is one, and waits until it is on the disk.
    Result<void> saveCheckpoint();

private:
    enum class Phase { Training, Validating, Done };
    // How far a run is. After the last step of an epoch the step stays and the epoch counts on, when it has been validated.
    struct Position {
        std::int64_t step = 0, epoch = 0;
        bool operator==(const Position&) const = default;
    };
    struct Sums {
        double loss = 0;  // of loss × samples
        std::int64_t samples = 0;
        double mean() const;
    };

    void enterPhase();
    Result<void> trainBatch();
    Result<void> validateBatch();
    Result<void> finishEpoch();
    // Puts the peak of the step into its values, and remembers what the layers held at the highest one.
    void measureMemory(StepValues& values);
    // What is worth a line of the log about the step that has just been done.
    Result<void> tellStep(const StepResult& result, double loss);
    Result<void> lowerLearningRate(double validationLoss);
    bool stopsEarly() const;
    Result<void> reportProgress(double now);
    Progress progress() const;

    struct WrittenCheckpoint {
        Position at;
        Checkpoint checkpoint;
        Result<std::uint64_t> bytes;
        double seconds = 0;
    };
    TrainingState state() const;
    Result<void> beginCheckpoint();
    bool isCheckpointReady() const;
    // Waits for the checkpoint that is being written, if there is one.
    Result<void> collectCheckpoint();
    void beginPictures();
    using Writes = std::vector<std::function<Result<void>()>>;
    void addMemory(Writes& writes);
    void beginWriting(Writes writes);
    // Waits for the predictions and pictures that are being written; a failure becomes a line of the log.
    void collectPictures();

    Result<void> trainUntilDoneOrStopped();
    bool isAtLimit() const { return m_links.limits.untilStep && m_at.step >= *m_links.limits.untilStep && m_phase == Phase::Training; }
    void dieIfAsked();
    Result<void> attend();
    Answer obey(const Command& command);
    // Puts into the log what there is to tell about profiles.
    Result<void> tellProfile();
    void answer(const ClientCommand& command, Answer answer);
    Result<void> changeState(WorkerState state, std::string reason = {}, std::string advice = {});
    Result<void> finish();
    Result<void> stop();
    void fail(const Error& error);
    std::int64_t resumableStep() const { return m_saved ? m_saved->step : 0; }

    Workload& m_work;
    TrainerLinks m_links;

    Phase m_phase = Phase::Training;
    Position m_at;
    std::int64_t m_batch = 0, m_validationBatch = 0;  // done of this epoch
    Sums m_trainSums, m_validationSums;
    std::optional<TrainingState::Best> m_best;
    std::optional<Position> m_saved;  // of the newest checkpoint on the disk
    std::string m_savedWeights;       // its fingerprint
    std::optional<TrainingState::Best> m_savedBest;
    Waiting m_waiting;
    Plateau m_plateau;
    bool m_paused = false, m_stopping = false;

    ProcessMemory m_processMemory;
    MeasuredMemory m_highestMemory;
    bool m_memorySaved = true;
    int m_stepsMeasured = 0;               // up to kFirstSteps
    static constexpr int kFirstSteps = 3;  // the optimizer's state and cached tables are there by then
    TimeLeft m_timeLeft;
    double m_progressReported = 0;
    bool m_nonFiniteReported = false, m_skipReported = false, m_smallScaleReported = false;
    std::future<Result<void>> m_savingPictures;
    std::future<WrittenCheckpoint> m_writing;  // last: its thread ends before what it uses
};

}  // namespace seekbench

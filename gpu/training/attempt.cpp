// SPDX-License-Identifier: Apache-2.0
#include "gpu/training/attempt.h"

#include <cstdio>

#include <unistd.h>

#include <ATen/Parallel.h>

#include "core/base/hash.h"
#include "core/trace/flight/flight_file.h"
#include "core/trace/run_profiles.h"
#include "gpu/kernels/instruction_set.h"
#include "gpu/profile/layer_work.h"
#include "gpu/torch_compat.h"
#include "gpu/training/clock.h"
#include "gpu/training/failure.h"
#include "gpu/training/run_history.h"
#include "gpu/training/torch_error.h"

namespace seekbench {
namespace {

std::string hostName() {
    char name[256] = {};
    return ::gethostname(name, sizeof name - 1) == 0 ? name : "";
}

Result<FileLock> lockRun(const RunFolder& folder) {
    auto lock = FileLock::acquire(folder.lockFile(), FileLock::Kind::Exclusive);
    if (lock || lock.error().code() != ErrorCode::Busy) return lock;
    const auto owner = FileLock::ownerOf(folder.lockFile());
    return Error(ErrorCode::Busy,
                 say("The run %1 is being trained already, by process %2.", folder.id(), owner ? std::to_string(*owner) : "?"),
                 say("Follow it with seekbench-cli attach %1.", folder.id()));
}

}  // namespace

Result<std::unique_ptr<Attempt>> Attempt::begin(const RunFolder& folder, const AttemptOptions& options) {
    auto lock = lockRun(folder);
    if (!lock) return lock.error();
    auto journal = JournalWriter::open(folder.journalFile(), folder.id());
    if (!journal) return journal.error();
    const auto torn = journal->tornBytes();
    const auto history = RunHistory::read(folder.journalFile());
    if (!history) return history.error();
    if (history->lastState == WorkerState::Finished)
        return Error(ErrorCode::InvalidInput, say("The run %1 has finished; there is nothing left to train.", folder.id()),
                     say("Start a new run of its experiment to train again."));
    std::unique_ptr<Attempt> attempt(new Attempt(folder, options, std::move(*lock), std::move(*journal)));
    attempt->m_number = history->attempts + 1;
    attempt->m_dataBefore = history->dataFingerprint;
    if (torn > 0) {
        const Message line = say("%1 bytes of an unfinished frame were cut off the journal; they are kept beside it.", torn);
        attempt->m_lines.push_back({secondsSinceEpoch(), LogSeverity::Warning, line.english()});
    }
    return attempt;
}

Attempt::Attempt(RunFolder folder, const AttemptOptions& options, FileLock lock, JournalWriter journal)
    : m_folder(std::move(folder)),
      m_options(options),
      m_lock(std::move(lock)),
      m_experiment(m_folder.experiment()),
      m_events(packetWriter(std::move(journal)), m_folder.reserveFile()) {}

Attempt::~Attempt() {
    if (!m_server) return;
    std::error_code ignored;  // a client finds out that nobody listens there
    std::filesystem::remove(m_folder.endpointFile(), ignored);
}

Result<void> Attempt::prepare() {
    openSocket();
    auto made = withoutExceptions([this] { return makeTrainer(); });
    if (!made) recordFailure(m_experiment ? withForecast(made.error(), *m_experiment) : made.error());
    return made;
}

Trainer::Outcome Attempt::run() {
    const auto outcome = prepare() ? m_trainer->run() : Trainer::Outcome::Failed;
    m_events.removeReserve();
    return outcome;
}

void Attempt::openSocket() {
    // The name is short whatever the folder is called; two workspaces may hold runs of the same id.
    const std::string name = "run-" + fingerprintOf(displayPath(std::filesystem::absolute(m_folder.path()))).substr(0, 16);
    auto server = CommandServer::start(name, m_folder.id(), m_commands, m_status);
    auto written = server ? writeFileAtomically(m_folder.endpointFile(), (*server)->endpoint()) : Result<void>(server.error());
    if (!written) {
        const Message line = say("The run cannot be paused or asked for its status, but it is trained: %1", written.error().english());
        m_lines.push_back({secondsSinceEpoch(), LogSeverity::Warning, line.english()});
        return;
    }
    m_server = std::move(*server);
    m_events.onGrown([this](std::uint64_t offset) { m_server->grown(offset); });
}

Result<void> Attempt::makeTrainer() {
    if (auto reserved = m_events.makeReserve(); !reserved) return reserved;
    if (!m_experiment) return m_experiment.error();
    const TrainingSettings& training = m_experiment->training;
    auto deviceLock = lockDevice(training.device);
    if (!deviceLock) return deviceLock.error();
    m_deviceLock = std::move(*deviceLock);
    // Before anything else asks torch about CUDA.
    auto device = TrainingDevice::open(training.device);
    if (!device) return device.error();
    m_device = std::move(*device);
    m_tensorMemory.watch(m_device->torch());
    useThreads(training.threads);
    useDeterminism(training.deterministic);
    if (const auto note = precisionNote(training.precision, m_device->torch()))
        m_lines.push_back({secondsSinceEpoch(), LogSeverity::Warning, note->english()});
    auto checkpoints = Checkpoints::open(m_folder.checkpointsFolder());
    if (!checkpoints) return checkpoints.error();
    m_checkpoints = std::move(*checkpoints);
    auto record = readEngineRecord(m_folder.engineFile());
    if (!record) return record.error();
    forgetMemoryForecast(m_folder);  // another engine may compute now
    auto workload = Workload::make(
        *m_experiment, {.record = std::move(*record),
                        .isNew = m_checkpoints->steps().empty(),
                        .shared = sharedEngineFile(*m_experiment, at::get_num_threads(), kComputingLibraries),
                        .keep = [this](const EngineRecord& now) { m_engineKept = writeEngineRecord(m_folder.engineFile(), now); },
                        // Views do with the forecast for the reference engine where it cannot be written.
                        .tellMemory = [this](const MemoryTable& table) { (void)writeMemoryForecast(m_folder, table); }});
    if (!workload) return workload.error();
    if (!m_engineKept) return m_engineKept.error();
    m_workload = std::move(*workload);
    if (!m_workload->engineRecord.reason.empty())
        m_lines.push_back({secondsSinceEpoch(), LogSeverity::Information,
                           say("The reference engine computes. %1", m_workload->engineRecord.reason).english()});

    m_profiler.emplace(tracesFolder(m_folder),
                       TraceFacts{.source = "seekbench",
                                  .device = m_device->description(),
                                  .software = m_options.software + ", LibTorch " TORCH_VERSION,
                                  .startedAt = 0},
                       profiledLayers(*m_experiment), m_device->activities());

    // What the flight recorder of the attempt before has, whoever killed it, is kept beside the new one.
    if (m_options.limits.flightSteps > 0) {
        std::error_code ignored;
        std::filesystem::rename(flightFile(m_folder), previousFlightFile(m_folder), ignored);
    }
    m_trainer.emplace(*m_workload,
                      TrainerLinks{.events = m_events,
                                   .checkpoints = *m_checkpoints,
                                   .commands = m_commands,
                                   .status = m_status,
                                   .device = *m_device,
                                   .tensorMemory = m_tensorMemory,
                                   .stopRequested = m_options.stopRequested,
                                   .answer = [this](std::uint64_t client, const Answer& answer) { m_server->answer(client, answer); },
                                   .savePredictions = [this](const Predictions& kept) { return writePredictions(m_folder, kept); },
                                   .saveEvaluation =
                                       [this](Evaluation shown) {
                                           return addEvaluation(m_folder, m_workload->dataset->spec().classNames, std::move(shown));
                                       },
                                   .saveMemory = [this](const MeasuredMemory& memory) { return writeMemory(m_folder, memory); },
                                   .limits = m_options.limits,
                                   .profiler = &*m_profiler,
                                   .flightFile = flightFile(m_folder)});
    const auto from = newestCheckpoint();
    if (from)
        if (auto restored = m_trainer->restore(*from); !restored)
            return restored.error().in(say("going on from the checkpoint of step %1", from->state.step));
    if (auto announced = announce(from); !announced) return announced;
    return m_events.declareSeries(m_experiment->metrics, m_workload->engine->observationNames(), m_workload->moreSeries(),
                                  m_workload->stepSeries());
}

std::optional<Checkpoint> Attempt::newestCheckpoint() {
    const auto warn = [this](const Message& line) { m_lines.push_back({secondsSinceEpoch(), LogSeverity::Warning, line.english()}); };
    auto checkpoint = m_checkpoints->newestWhole(
        [&](const Error& error) { warn(say("A checkpoint is damaged and was passed over. %1", error.english())); });
    const std::string data = m_workload->dataset->fingerprint();
    if (!m_dataBefore.empty() && m_dataBefore != data)
        warn(say("The data have changed since attempt %1 of this run; the numbers may differ.", m_number - 1));
    if (!checkpoint) return checkpoint;
    if (checkpoint->state.experiment != fingerprintOf(*m_experiment))
        warn(say("The checkpoint of step %1 was made by another version of this experiment; the numbers may differ.",
                 checkpoint->state.step));
    // Said already, unless an older worker wrote the journal, or the data came and went between the attempts.
    if (checkpoint->state.dataset != data && (m_dataBefore.empty() || m_dataBefore == data))
        warn(say("The dataset has changed since the checkpoint of step %1; the numbers may differ.", checkpoint->state.step));
    return checkpoint;
}

Result<void> Attempt::announce(const std::optional<Checkpoint>& from) {
    AttemptStarted started;
    started.number = m_number;
    started.time = secondsSinceEpoch();
    started.host = hostName();
    started.process = ::getpid();
    if (from) {
        started.fromCheckpoint = from->name();
        started.fromStep = from->state.step;
    }
    if (m_device)
        started.device = m_device->description();
    else if (m_experiment)
        started.device = m_experiment->training.device;
    started.threads = static_cast<std::uint32_t>(at::get_num_threads());
    started.software = m_options.software + ", LibTorch " TORCH_VERSION ", " + std::string(instructionSets().back().name);
    if (m_workload) {
        started.totalSteps = m_workload->totalSteps();
        started.stepsPerEpoch = m_workload->stepsPerEpoch();
        started.dataFingerprint = m_workload->dataset->fingerprint();
        if (m_workload->engineRecord.compiled) started.software += ", compiled engine";
    }
    if (auto written = m_events.append(started); !written) return written;
    m_started = true;
    for (const LogLine& line : m_lines)
        if (auto logged = m_events.log(line.severity, line.text); !logged) return logged;
    return {};
}

void Attempt::recordFailure(const Error& error) {
    std::fprintf(stderr, "%s\n", error.english().c_str());
    // Nothing can be done when the journal refuses this as well; worker.log has the reason.
    if (!m_started) (void)announce(std::nullopt);
    m_status.state = WorkerState::Failed;
    (void)m_events.append(failureOf(error, 0, 0));
    (void)m_events.sync();
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include "app/session/prove.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <thread>

#include <unistd.h>

#include "app/session/launcher.h"
#include "app/session/run_evidence.h"
#include "app/session/run_reader.h"
#include "core/base/file.h"
#include "core/run/run_state.h"

namespace seekbench {
namespace {

namespace fs = std::filesystem;
using Phase = ProofProgress::Phase;

constexpr std::chrono::milliseconds kLook{50};

// The folder in which the two runs of a proof stand; removed at the end, unless it is kept.
class ProofFolder {
public:
    explicit ProofFolder(fs::path path) : m_path(std::move(path)) {}
    ~ProofFolder() {
        std::error_code ignored;  // what stays costs room, nothing else
        if (!m_kept) fs::remove_all(m_path, ignored);
        fs::remove(m_path.parent_path(), ignored);  // when it is empty
    }
    ProofFolder(const ProofFolder&) = delete;
    ProofFolder& operator=(const ProofFolder&) = delete;

    const fs::path& path() const { return m_path; }
    fs::path keep() {
        m_kept = true;
        return m_path;
    }

private:
    fs::path m_path;
    bool m_kept = false;
};

fs::path freshFolder(const Workspace& workspace) {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return workspace.path() / "proofs" /
           (std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(now).count()) + "-" + std::to_string(::getpid()));
}

// When the second training breaks, and how often it writes checkpoints before.
struct Break {
    std::int64_t interval = 0, at = 0;
};
Break breakOf(Interruption interruption, std::int64_t steps) {
    const std::int64_t half = steps / 2;
    switch (interruption) {
        case Interruption::Stop: return {0, half};
        case Interruption::Kill: return {half, half + (steps - half) / 2};  // some steps are repeated
        case Interruption::PowerCut: break;                                 // there must be an older checkpoint to fall back to
    }
    return {steps / 4, half + (steps - half) / 2};
}

// How an attempt ended.
struct AttemptEnd {
    RunProgress progress;
    std::int64_t fromStep = 0;
    bool cancelled = false;
};

class Prover {
public:
    Prover(Workspace workspace, Experiment experiment, const ProofOptions& options, const std::function<void(const ProofProgress&)>& tell,
           std::stop_token stop)
        : m_workspace(std::move(workspace)),
          m_experiment(std::move(experiment)),
          m_interruption(options.interruption),
          m_steps(options.steps),
          m_tell(tell),
          m_stop(std::move(stop)) {}

    Result<std::optional<Proof>> prove() {
        auto straight = newRun(0);
        if (!straight) return straight.error();
        auto end = train(*straight, {.untilStep = m_steps}, Phase::Straight);
        if (!end) return end.error();
        if (end->cancelled) return std::optional<Proof>();
        m_steps = end->progress.step;  // fewer, when the experiment is shorter
        if (auto whole = checkWhole(*end); !whole) return whole.error();

        const Break plan = breakOf(m_interruption, m_steps);
        auto resumed = newRun(plan.interval);
        if (!resumed) return resumed.error();
        end = train(*resumed, optionsUntil(plan), Phase::Broken);
        if (!end) return end.error();
        if (end->cancelled) return std::optional<Proof>();
        if (end->progress.state == RunState::Failed) return failed(*end);
        if (m_interruption == Interruption::PowerCut)
            if (auto torn = tear(*resumed); !torn) return torn.error();

        end = train(*resumed, {.untilStep = m_steps}, Phase::Resumed);
        if (!end) return end.error();
        if (end->cancelled) return std::optional<Proof>();
        if (auto whole = checkWhole(*end); !whole) return whole.error();
        tell(Phase::Comparing, m_steps);
        return compare(*straight, *resumed,
                       {.steps = m_steps,
                        .interruption = m_interruption,
                        .brokenAt = plan.at,
                        .resumedFrom = end->fromStep,
                        .straight = {},
                        .resumed = {},
                        .firstValue = {},
                        .firstWeight = {},
                        .firstOptimizerTensor = {},
                        .kept = {}});
    }

private:
    Result<RunFolder> newRun(std::int64_t checkpointInterval) {
        Experiment experiment = m_experiment;
        experiment.training.checkpointInterval = checkpointInterval;  // decides no number
        experiment.training.keepCheckpoints = 3;
        return createRun(m_workspace, std::move(experiment));
    }

    LaunchOptions optionsUntil(const Break& plan) const {
        if (m_interruption == Interruption::Stop) return {.untilStep = plan.at};
        return {.killAtStep = plan.at};
    }

    void tell(Phase phase, std::int64_t step) const { m_tell({.phase = phase, .step = step, .steps = m_steps}); }

    // One attempt, from the start of its worker until it has ended.
    Result<AttemptEnd> train(const RunFolder& run, const LaunchOptions& options, Phase phase) {
        tell(phase, 0);
        RunReader reader(run);
        AttemptEnd end;
        auto worker = launch(run, options);
        if (!worker) return worker.error();
        while (true) {
            const bool ended = worker->ended().has_value();  // asked first: what it has written is then read to its end
            auto packets = reader.poll();
            if (!packets) return packets.error();
            for (const Packet& packet : *packets) {
                end.progress.apply(packet);
                if (const auto* started = std::get_if<AttemptStarted>(&packet)) end.fromStep = started->fromStep;
            }
            tell(phase, end.progress.step);
            if (ended) return end;
            if (m_stop.stop_requested()) {
                worker->kill();
                while (!worker->ended()) std::this_thread::sleep_for(kLook / 10);  // its folder is about to be removed
                end.cancelled = true;
                return end;
            }
            std::this_thread::sleep_for(kLook);
        }
    }

    static Error failed(const AttemptEnd& end) {
        return Error(ErrorCode::Failed, say("The training failed: %1", end.progress.reason), say("%1", end.progress.advice));
    }

    // An attempt that was to come to step m_steps.
    Result<void> checkWhole(const AttemptEnd& end) const {
        if (end.progress.state == RunState::Failed) return failed(end);
        if (end.progress.state != RunState::Stopped && end.progress.state != RunState::Finished)
            return Error(ErrorCode::Failed, say("The worker died at step %1.", end.progress.step));
        if (m_steps < ProofOptions::kFewestSteps)
            return Error(ErrorCode::InvalidInput,
                         say("The experiment has %1 steps; a proof needs at least %2.", m_steps, ProofOptions::kFewestSteps),
                         say("Use more samples, more epochs or a smaller batch size."));
        if (end.progress.step != m_steps)
            return Error(ErrorCode::Failed, say("The training ended at step %1 instead of %2.", end.progress.step, m_steps));
        return {};
    }

    // What a disk may have after the power was cut: an end of the journal that never arrived, half a checkpoint, and another that was
    // being written.
    static Result<void> tear(const RunFolder& run) {
        try {
            constexpr std::uintmax_t kLost = 20;
            const auto size = fs::file_size(run.journalFile());
            fs::resize_file(run.journalFile(), size - std::min(size, kLost));
            fs::resize_file(run.journalFile(), size + kLost);  // zeros: file systems lengthen a file before they fill it
            std::int64_t newest = -1;
            for (const auto& entry : fs::directory_iterator(run.checkpointsFolder()))
                if (const auto record = readCheckpointRecord(entry.path())) newest = std::max(newest, record->step);
            if (newest < 0) return Error(ErrorCode::Failed, say("The training that was broken has left no checkpoint."));
            const fs::path whole = run.checkpointsFolder() / std::to_string(newest), aside = run.checkpointsFolder() / ".aside";
            fs::create_directory(aside);
            fs::copy_file(whole / kCheckpointWeightsFile, aside / kCheckpointWeightsFile);
            for (const fs::path& file : {whole / kCheckpointWeightsFile, aside / kCheckpointWeightsFile})
                fs::resize_file(file, fs::file_size(file) / 2);
            return {};
        } catch (const fs::filesystem_error& problem) {
            return systemError(problem.code().value(), say("The power cut could not be simulated at %1", displayPath(problem.path1())));
        }
    }

    Result<std::optional<Proof>> compare(const RunFolder& straight, const RunFolder& resumed, Proof proof) const {
        const auto a = readEvidence(straight), b = readEvidence(resumed);
        if (!a) return a.error();
        if (!b) return b.error();
        proof.firstValue = firstDifferentValue(*a, *b, 1, m_steps);
        const std::string name = std::to_string(m_steps);
        const fs::path left = straight.checkpointsFolder() / name, right = resumed.checkpointsFolder() / name;
        const auto ofStraight = readCheckpointRecord(left), ofResumed = readCheckpointRecord(right);
        if (!ofStraight) return ofStraight.error();
        if (!ofResumed) return ofResumed.error();
        proof.straight = *ofStraight;
        proof.resumed = *ofResumed;
        for (const auto& [file, difference] :
             {std::pair(kCheckpointWeightsFile, &proof.firstWeight), std::pair(kCheckpointOptimizerFile, &proof.firstOptimizerTensor)}) {
            auto found = firstDifferentTensor(left / file, right / file);
            if (!found) return found.error();
            *difference = std::move(*found);
        }
        return std::optional(std::move(proof));
    }

    Workspace m_workspace;
    Experiment m_experiment;
    Interruption m_interruption;
    std::int64_t m_steps;
    const std::function<void(const ProofProgress&)>& m_tell;
    std::stop_token m_stop;
};

std::string numberText(std::optional<double> value) { return value ? argumentText(*value) : say("nothing").english(); }

}  // namespace

std::string_view nameOf(Interruption interruption) {
    constexpr std::array<std::string_view, 3> kNames{"stop", "kill", "power_cut"};
    return kNames[static_cast<std::size_t>(interruption)];
}

Message sentenceOf(const ProofProgress& progress) {
    switch (progress.phase) {
        case Phase::Straight: return say("Training straight: step %1 of %2", progress.step, progress.steps);
        case Phase::Broken: return say("Training once more, up to the break: step %1 of %2", progress.step, progress.steps);
        case Phase::Resumed: return say("Resumed after the break: step %1 of %2", progress.step, progress.steps);
        case Phase::Comparing: break;
    }
    return say("Comparing weights, optimizer and losses bit by bit");
}

bool Proof::holds() const {
    return !firstValue && !firstWeight && !firstOptimizerTensor && straight.weights == resumed.weights &&
           straight.optimizer == resumed.optimizer && straight.generators == resumed.generators && resumedFrom > 0;
}

Message verdictOf(const Proof& proof) {
    if (proof.holds()) {
        switch (proof.interruption) {
            case Interruption::Stop:
                return say(
                    "Exact resume holds: after %1 steps straight, and after a stop at step %2 and a resume, weights, optimizer state, "
                    "random generators and the values of every step are equal to the bit.",
                    proof.steps, proof.resumedFrom);
            case Interruption::Kill:
                return say(
                    "Exact resume holds: after %1 steps straight, and after a kill -9 at step %2 and a resume from step %3, weights, "
                    "optimizer state, random generators and the values of every step are equal to the bit.",
                    proof.steps, proof.brokenAt, proof.resumedFrom);
            case Interruption::PowerCut: break;
        }
        return say(
            "Exact resume holds: after %1 steps straight, and after a power cut at step %2 that left half a checkpoint, and a resume "
            "from step %3, weights, optimizer state, random generators and the values of every step are equal to the bit.",
            proof.steps, proof.brokenAt, proof.resumedFrom);
    }
    if (const auto& value = proof.firstValue)
        return say("Exact resume does not hold: %1 at step %2 is %3 straight and %4 after the resume from step %5.", value->series,
                   value->step, numberText(value->a), numberText(value->b), proof.resumedFrom);
    if (const auto& tensor = proof.firstWeight)
        return say("Exact resume does not hold: the weights %1 differ in %2 of %3 numbers, by up to %4.", tensor->tensor, tensor->elements,
                   tensor->ofElements, tensor->greatest);
    if (const auto& tensor = proof.firstOptimizerTensor)
        return say("Exact resume does not hold: the optimizer's %1 differs in %2 of %3 numbers, by up to %4.", tensor->tensor,
                   tensor->elements, tensor->ofElements, tensor->greatest);
    if (proof.straight.generators != proof.resumed.generators)
        return say("Exact resume does not hold: the random generators are in another state after the resume from step %1.",
                   proof.resumedFrom);
    return say("Nothing is proven: the resumed training found no checkpoint and began again.");
}

Result<std::optional<Proof>> prove(const Workspace& workspace, Experiment experiment, const ProofOptions& options,
                                   const std::function<void(const ProofProgress&)>& tell, std::stop_token stop) {
    if (options.steps < ProofOptions::kFewestSteps)
        return Error(ErrorCode::InvalidInput, say("A proof needs at least %1 steps.", ProofOptions::kFewestSteps));
    if (auto worker = findWorker(); !worker) return worker.error();  // before there is anything to remove
    ProofFolder folder(freshFolder(workspace));
    auto place = Workspace::open(folder.path());
    if (!place) return place.error();
    auto proof = Prover(std::move(*place), std::move(experiment), options, tell, std::move(stop)).prove();
    if (proof && *proof && options.keep) (*proof)->kept = folder.keep();
    return proof;
}

}  // namespace seekbench

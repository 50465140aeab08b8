// SPDX-License-Identifier: Apache-2.0
#include "app/session/advice_trial.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <thread>

#include <unistd.h>

#include "app/session/launcher.h"
#include "app/session/run_reader.h"
#include "core/run/metric.h"
#include "core/run/run_state.h"

namespace seekbench {
namespace {

namespace fs = std::filesystem;

// The workspace of the trials; removed with all runs in it.
class TrialFolder {
public:
    explicit TrialFolder(const Workspace& workspace) {
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        m_path = workspace.path() / "trials" /
                 (std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(now).count()) + "-" + std::to_string(::getpid()));
    }
    ~TrialFolder() {
        std::error_code ignored;  // what stays costs room, nothing else
        fs::remove_all(m_path, ignored);
        fs::remove(m_path.parent_path(), ignored);  // when it is empty
    }
    TrialFolder(const TrialFolder&) = delete;
    TrialFolder& operator=(const TrialFolder&) = delete;
    const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

// What the steps of a run took, from its journal.
class StepTimes {
public:
    void apply(const Packet& packet) {
        if (const auto* declared = std::get_if<SeriesDeclared>(&packet)) m_names[declared->index] = declared->name;
        const auto* batch = std::get_if<MetricBatch>(&packet);
        if (!batch) return;
        for (const auto& column : batch->columns) {
            const std::string& name = m_names[column.series];
            if (name != series::kSamplesPerSecond && name != series::kStepSeconds) continue;  // values of an epoch come after its validation
            for (std::size_t i = 0; i < column.values.size() && i < batch->steps.size(); ++i) {
                Step& step = m_steps[batch->steps[i]];
                step.time = batch->times[i];
                if (name == series::kSamplesPerSecond) step.samplesPerSecond = column.values[i];
                if (name == series::kStepSeconds) step.seconds = column.values[i];
            }
        }
    }
    // Wall time for a sample from the end of step `warmUp` to the last one; nothing without steps behind it. Whatever lies between the
    // steps counts as well, since whoever trains waits for it, too.
    std::optional<double> secondsForSample(std::int64_t warmUp) const {
        const auto first = m_steps.find(warmUp);
        if (first == m_steps.end() || m_steps.rbegin()->first <= warmUp) return std::nullopt;
        double samples = 0;
        for (auto step = std::next(first); step != m_steps.end(); ++step) samples += step->second.samplesPerSecond * step->second.seconds;
        const double seconds = m_steps.rbegin()->second.time - first->second.time;
        if (!(samples > 0) || !(seconds > 0)) return std::nullopt;
        return seconds / samples;
    }

private:
    struct Step {
        double time = 0, samplesPerSecond = 0, seconds = 0;
    };
    std::map<std::uint16_t, std::string> m_names;
    std::map<std::int64_t, Step> m_steps;
};

// One training; nothing when it was stopped.
Result<std::optional<double>> secondsForSample(const Workspace& workspace, Experiment experiment, const TrialOptions& options,
                                               const std::stop_token& stop) {
    const std::int64_t steps = options.warmUp + options.steps;
    experiment.training.epochs = std::max(experiment.training.epochs, steps);  // an epoch has at least one step
    auto run = createRun(workspace, std::move(experiment));
    if (!run) return run.error();
    RunReader reader(*run);
    StepTimes times;
    RunProgress progress;
    auto worker = launch(*run, {.untilStep = steps});
    if (!worker) return worker.error();
    while (true) {
        const bool ended = worker->ended().has_value();  // asked first: what it has written is then read to its end
        auto packets = reader.poll();
        if (!packets) return packets.error();
        for (const Packet& packet : *packets) {
            times.apply(packet);
            progress.apply(packet);
        }
        if (ended) break;
        if (stop.stop_requested()) {
            worker->kill();
            while (!worker->ended()) std::this_thread::sleep_for(std::chrono::milliseconds(5));  // its folder is about to be removed
            return std::optional<double>();
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    if (progress.state == RunState::Failed)
        return Error(ErrorCode::Failed, say("The trial failed: %1", progress.reason), say("%1", progress.advice));
    const auto seconds = times.secondsForSample(options.warmUp);
    if (!seconds) return Error(ErrorCode::Failed, say("The trial ended before its %1 steps were done.", steps), say("Try fewer steps."));
    return seconds;
}

}  // namespace

Result<std::optional<TrialGain>> tryAdvice(const Workspace& workspace, const Experiment& experiment, const Advice& advice,
                                           const TrialOptions& options, const std::function<void(int done, int of)>& tell,
                                           std::stop_token stop) {
    if (advice.changes.empty())
        return Error(ErrorCode::InvalidInput, say("There is no setting to try for this advice."), say("Choose one that names a setting."));
    const auto changed = withAdvice(experiment, advice);
    if (!changed) return changed.error();
    const TrialFolder folder(workspace);
    const auto trials = Workspace::open(folder.path());
    if (!trials) return trials.error();
    std::vector<double> seconds[2];  // without and with
    int done = 0;
    for (int round = 0; round < options.rounds; ++round) {
        for (int turn = 0; turn < 2; ++turn) {
            tell(done++, 2 * options.rounds);
            const bool with = (round + turn) % 2 != 0;
            const auto took = secondsForSample(*trials, with ? *changed : experiment, options, stop);
            if (!took) return took.error().in(with ? say("training with the change") : say("training without the change"));
            if (!*took) return std::optional<TrialGain>();
            seconds[with].push_back(**took);
        }
    }
    tell(done, 2 * options.rounds);
    return std::optional(gainOf(seconds[0], seconds[1]));
}

}  // namespace seekbench

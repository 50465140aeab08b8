// SPDX-License-Identifier: Apache-2.0
#include "app/cli/run_words.h"

#include "app/cli/format.h"
#include "core/run/run_state.h"

namespace seekbench {

RunSituation situationOf(const RunFolder& folder, const RunProgress& progress) {
    return {.id = folder.id(),
            .state = deriveState(progress.state, folder.isAlive(), false),
            .reason = progress.reason,
            .advice = progress.advice,
            .step = progress.step,
            .totalSteps = progress.totalSteps};
}

std::string stateSentence(const RunSituation& situation) {
    const bool begun = situation.totalSteps > 0;
    const std::string at = begun ? " at step " + withSeparators(situation.step) + " of " + withSeparators(situation.totalSteps) : "";
    const std::string because = situation.reason.empty() ? "." : ": " + situation.reason;
    switch (situation.state) {
        case RunState::Created: return "It has not been started.";
        case RunState::Queued: return "It waits in the queue.";
        case RunState::Starting: return "It is starting.";
        case RunState::Running: return "It is training" + (begun ? ", now" + at : "") + ".";
        case RunState::Paused: return "It is paused" + at + ".";
        case RunState::Stopping: return "It is stopping" + at + ".";
        case RunState::Stopped: return "It was stopped" + at + because;
        case RunState::Finished: return "It has finished all " + withSeparators(situation.totalSteps) + " steps.";
        case RunState::Failed: return "It failed" + at + because;
        case RunState::Interrupted: return "It was interrupted" + at + ": its worker was killed or crashed.";
    }
    return {};
}

std::string nextStep(const RunSituation& situation) {
    const auto command = [&](const char* words) { return std::string(words) + " " + situation.id; };
    switch (situation.state) {
        case RunState::Created: return command("Start it with: seekbench-cli resume");
        case RunState::Queued: return "Serve the queue with: seekbench-cli queue serve";
        case RunState::Starting:
        case RunState::Running:
        case RunState::Stopping: return command("Watch it with: seekbench-cli attach");
        case RunState::Paused: return command("Let it go on with: seekbench-cli resume");
        case RunState::Finished: return command("See its curves with: seekbench-cli metrics");
        case RunState::Failed:
            if (!situation.advice.empty()) return situation.advice;
            return command("When the cause is mended, continue it with: seekbench-cli resume");
        case RunState::Stopped:
        case RunState::Interrupted: return command("Continue it from its last checkpoint with: seekbench-cli resume");
    }
    return {};
}

}  // namespace seekbench

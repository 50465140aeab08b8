// SPDX-License-Identifier: Apache-2.0
#include "app/session/resume.h"

#include "app/session/launcher.h"
#include "app/session/run_controller.h"
#include "app/session/run_reader.h"

namespace seekbench {
namespace {

// A run that has finished is refused here, before a worker is started to say the same.
Result<void> checkUnfinished(const RunFolder& folder) {
    RunReader reader(folder);
    const auto packets = reader.poll();
    if (!packets) return packets.error();
    RunProgress progress;
    for (const Packet& packet : *packets) progress.apply(packet);
    if (progress.state != RunState::Finished) return {};
    return Error(ErrorCode::InvalidInput, say("The run %1 has finished; there is nothing left to train.", folder.id()),
                 say("See what became of it with: seekbench-cli show %1", folder.id()));
}

// Lets a paused worker go on. A worker that is not paused is a second resume, which is refused.
Result<void> unpause(const RunFolder& folder) {
    auto controller = RunController::connect(folder);
    if (!controller) return controller.error();
    auto status = controller->ask(Verb::Status);
    if (!status) return status.error();
    if (status->state != WorkerState::Paused)
        return Error(ErrorCode::Busy, say("A worker is already training the run %1.", folder.id()),
                     say("Watch it with: seekbench-cli attach %1", folder.id()));
    auto answer = controller->ask(Verb::Resume);
    if (!answer) return answer.error();
    if (!answer->accepted) return Error(ErrorCode::Busy, say("The worker declined to go on: %1", answer->text));
    return {};
}

}  // namespace

Result<std::optional<WorkerProcess>> resumeRun(const RunFolder& folder, std::optional<std::int64_t> untilStep) {
    if (folder.isAlive()) {
        if (auto continued = unpause(folder); !continued) return continued.error();
        return std::optional<WorkerProcess>();
    }
    if (auto open = checkUnfinished(folder); !open) return open.error();
    auto worker = launch(folder, {.untilStep = untilStep});
    if (!worker) return worker.error();
    return std::optional<WorkerProcess>(std::move(*worker));
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include "app/cli/follow.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/session/launcher.h"
#include "app/session/run_controller.h"
#include "core/run/run_progress.h"
#include "app/session/run_reader.h"

namespace seekbench {
namespace {

class ResumeCommand : public Subcommand {
public:
    void define(CLI::App& app) override {
        addRunArgument(app);
        addWorkspaceOption(app);
        app.add_flag("--detach", m_detach, "Return as soon as the run is going");
        app.add_flag("--json", m_json, "End with one line of JSON on stdout: run, state, metrics");
        app.footer("Ctrl-C stops the run with a checkpoint; twice leaves it going.");
    }

    Result<ExitCode> run() override {
        auto workspace = this->workspace();
        if (!workspace) return workspace.error();
        auto folder = chosenRun(*workspace);
        if (!folder) return folder.error();
        if (!m_detach) catchInterrupts();  // from the moment there is a run that Ctrl-C can stop
        std::optional<WorkerProcess> worker;
        if (folder->isAlive()) {
            if (auto continued = unpause(*folder); !continued) return continued.error();
        } else {
            if (auto open = unfinished(*folder); !open) return open.error();
            auto launched = launch(*folder);
            if (!launched) {
                printError(launched.error());
                return launched.error().code() == ErrorCode::Busy ? ExitCode::BadInput : ExitCode::RunFailed;
            }
            worker = std::move(*launched);
        }
        if (!m_json) print("Run " + folder->id() + " goes on.\n");
        if (m_json && m_detach) print(resultLine(folder->id(), RunState::Running, {}));
        if (m_detach) return ExitCode::Success;
        return follow(*workspace, *folder, std::move(worker),
                      {.result = m_json ? FollowOptions::Result::Json : FollowOptions::Result::Sentence, .announceHistory = false});
    }

private:
    // A run that has finished is refused here, before a worker is started to say the same.
    static Result<void> unfinished(const RunFolder& folder) {
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
    static Result<void> unpause(const RunFolder& folder) {
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

    bool m_detach = false;
};

}  // namespace

std::unique_ptr<Subcommand> makeResume() { return std::make_unique<ResumeCommand>(); }

}  // namespace seekbench

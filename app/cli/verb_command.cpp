// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <thread>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/output.h"
#include "app/cli/run_words.h"
#include "app/cli/subcommand.h"
#include "app/session/run_controller.h"
#include "app/session/run_reader.h"
#include "core/base/json.h"

namespace seekbench {
namespace {

// pause, stop and checkpoint: one verb to the worker of a live run, and its answer.
class VerbCommand : public Subcommand {
public:
    explicit VerbCommand(Verb verb) : m_verb(verb) {}

    void define(CLI::App& app) override {
        addRunArgument(app);
        addWorkspaceOption(app);
        addJsonOption(app);
    }

    Result<ExitCode> run() override {
        auto workspace = this->workspace();
        if (!workspace) return workspace.error();
        auto folder = chosenRun(*workspace);
        if (!folder) return folder.error();
        auto controller = RunController::connect(*folder);
        if (!controller) return controller.error();
        auto answer = controller->ask(m_verb, std::chrono::minutes(1));
        if (!answer) return answer.error();
        if (!answer->accepted) return Error(ErrorCode::Busy, say("The worker declined: %1", answer->text));
        if (m_verb == Verb::Stop)
            if (auto left = waitUntilLeft(*folder); !left) return left.error();
        const RunSituation now = situationOf(*folder, readProgress(*folder));
        if (m_json)
            print(Json{{"run", now.id}, {"state", nameOf(now.state)}, {"step", answer->step}}.dump() + "\n");
        else
            print((m_verb == Verb::Checkpoint ? answer->text : stateSentence(now) + "\n" + nextStep(now)) + "\n");
        return ExitCode::Success;
    }

private:
    // A stopped run can be resumed when its worker has written the checkpoint and gone.
    static Result<void> waitUntilLeft(const RunFolder& folder) {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(2);
        while (folder.isAlive()) {
            if (std::chrono::steady_clock::now() > deadline)
                return Error(ErrorCode::Busy, say("The worker of the run %1 has been told to stop and is still there.", folder.id()),
                             say("Watch it with: seekbench-cli attach %1", folder.id()));
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        return {};
    }

    Verb m_verb;
};

}  // namespace

std::unique_ptr<Subcommand> makePause() { return std::make_unique<VerbCommand>(Verb::Pause); }
std::unique_ptr<Subcommand> makeStop() { return std::make_unique<VerbCommand>(Verb::Stop); }
std::unique_ptr<Subcommand> makeCheckpoint() { return std::make_unique<VerbCommand>(Verb::Checkpoint); }

}  // namespace seekbench

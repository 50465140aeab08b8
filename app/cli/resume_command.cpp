// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include "app/cli/follow.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/session/resume.h"
#include "core/run/engine_record.h"

namespace seekbench {
namespace {

class ResumeCommand : public Subcommand {
public:
    void define(CLI::App& app) override {
        addRunArgument(app);
        addWorkspaceOption(app);
        app.add_option("--until-step", m_untilStep, "Stop there, with a checkpoint")->check(CLI::PositiveNumber);
        app.add_option("--engine", m_engine, "Go on with another engine than the run was begun with; the numbers differ slightly")
            ->check(CLI::IsMember({"reference", "compiled"}));
        app.add_flag("--detach", m_detach, "Return as soon as the run is going");
        app.add_flag("--json", m_json, "End with one line of JSON on stdout: run, state, metrics");
        app.footer("Ctrl-C stops the run with a checkpoint; twice leaves it going.");
    }

    Result<ExitCode> run() override {
        auto workspace = this->workspace();
        if (!workspace) return workspace.error();
        auto folder = chosenRun(*workspace);
        if (!folder) return folder.error();
        if (!m_engine.empty())
            if (auto changed = changeEngine(*folder); !changed) return changed.error();
        if (!m_detach) catchInterrupts();  // from the moment there is a run that Ctrl-C can stop
        auto worker = resumeRun(*folder, m_untilStep);
        if (!worker && worker.error().code() != ErrorCode::Failed) return worker.error();
        if (!worker) {
            printError(worker.error());
            return ExitCode::RunFailed;
        }
        if (!m_json) print("Run " + folder->id() + " goes on.\n");
        if (m_json && m_detach) print(resultLine(folder->id(), RunState::Running, {}));
        if (m_detach) return ExitCode::Success;
        return follow(*workspace, *folder, std::move(*worker),
                      {.result = m_json ? FollowOptions::Result::Json : FollowOptions::Result::Sentence,
                       .announceHistory = false,
                       .untilStep = m_untilStep});
    }

private:
    Result<void> changeEngine(const RunFolder& folder) const {
        if (folder.isAlive()) return Error(ErrorCode::Busy, say("The run %1 is being trained.", folder.id()), say("Stop it first."));
        const auto record = readEngineRecord(folder.engineFile());
        if (!record && record.error().code() != ErrorCode::Corrupt) return record.error();
        EngineRecord changed = record ? record->value_or(EngineRecord{}) : EngineRecord{};
        changed.compiled = m_engine == "compiled";
        changed.reason.clear();
        return writeEngineRecord(folder.engineFile(), changed);
    }

    std::string m_engine;
    std::optional<std::int64_t> m_untilStep;
    bool m_detach = false;
};

}  // namespace

std::unique_ptr<Subcommand> makeResume() { return std::make_unique<ResumeCommand>(); }

}  // namespace seekbench

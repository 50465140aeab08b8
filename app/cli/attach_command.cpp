// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include "app/cli/follow.h"
#include "app/cli/interrupt.h"

namespace seekbench {
namespace {

class AttachCommand : public Subcommand {
public:
    void define(CLI::App& app) override {
        addRunArgument(app);
        addWorkspaceOption(app);
        app.add_flag("--json", m_json, "End with one line of JSON on stdout: run, state, metrics");
        app.footer("Ctrl-C leaves; the run goes on.");
    }

    Result<ExitCode> run() override {
        auto workspace = this->workspace();
        if (!workspace) return workspace.error();
        auto folder = chosenRun(*workspace);
        if (!folder) return folder.error();
        catchInterrupts();
        return follow(*workspace, *folder, std::nullopt,
                      {.interrupt = FollowOptions::Interrupt::LeavesRun,
                       .result = m_json ? FollowOptions::Result::Json : FollowOptions::Result::Sentence,
                       .announceHistory = false});
    }
};

}  // namespace

std::unique_ptr<Subcommand> makeAttach() { return std::make_unique<AttachCommand>(); }

}  // namespace seekbench

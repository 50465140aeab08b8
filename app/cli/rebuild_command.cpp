// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include "app/cli/format.h"
#include "app/cli/output.h"
#include "app/cli/subcommand.h"
#include "core/store/projection.h"

namespace seekbench {
namespace {

class RebuildCommand : public Subcommand {
public:
    void define(CLI::App& app) override {
        addWorkspaceOption(app);
        app.footer("The run folders hold everything; the database is made from them. Nothing in them is changed.");
    }

    Result<ExitCode> run() override {
        auto workspace = this->workspace();
        if (!workspace) return workspace.error();
        if (auto rebuilt = rebuild(*workspace, workspace->databaseFile()); !rebuilt) return rebuilt.error();
        print("The database was made anew from " + withSeparators(static_cast<std::int64_t>(workspace->runs().size())) + " run folders.\n");
        return ExitCode::Success;
    }
};

}  // namespace

std::unique_ptr<Subcommand> makeRebuild() { return std::make_unique<RebuildCommand>(); }

}  // namespace seekbench

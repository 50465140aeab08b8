// SPDX-License-Identifier: Apache-2.0
#include <set>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/format.h"
#include "app/cli/output.h"
#include "app/cli/subcommand.h"
#include "app/session/queue.h"
#include "core/run/run_state.h"
#include "app/session/workspace_database.h"
#include "core/base/file.h"
#include "core/base/json.h"

namespace seekbench {
namespace {

class RunsCommand : public Subcommand {
public:
    void define(CLI::App& app) override {
        addWorkspaceOption(app);
        addJsonOption(app);
        app.add_flag("--all", m_all, "List runs in the trash too");
    }

    Result<ExitCode> run() override {
        auto workspace = this->workspace();
        if (!workspace) return workspace.error();
        auto database = openUpToDate(*workspace);
        if (!database) return database.error();
        auto rows = database->runs();
        if (!rows) return rows.error();
        if (!m_all) std::erase_if(*rows, [](const RunRow& row) { return row.trashed; });
        if (m_json)
            printJson(*workspace, *rows);
        else if (rows->empty())
            print("There is no run in " + displayPath(workspace->path()) + " yet. Start the first one with: seekbench-cli train FILE\n");
        else
            printTable(*workspace, *rows);
        return ExitCode::Success;
    }

private:
    // The state each run is in now, of all rows at once: the queue is read once.
    class States {
    public:
        explicit States(const Workspace& workspace) : m_runs(workspace.runsFolder()) {
            for (const QueueEntry& entry : Queue(workspace).entries())
                if (entry.problem.empty()) m_queued.insert(entry.run);
        }
        RunState of(const RunRow& row) const {
            return deriveState(runStateFromName(row.state).value_or(RunState::Created), FileLock::isHeld(lockOf(row)),
                               m_queued.contains(row.id));
        }

    private:
        std::filesystem::path lockOf(const RunRow& row) const { return m_runs / row.id / "run.lock"; }
        std::filesystem::path m_runs;
        std::set<std::string> m_queued;
    };

    static void printJson(const Workspace& workspace, const std::vector<RunRow>& rows) {
        const States states(workspace);
        Json list = Json::array();
        for (const RunRow& row : rows)
            list.push_back({{"id", row.id},
                            {"name", row.name},
                            {"state", nameOf(states.of(row))},
                            {"reason", row.reason},
                            {"created", row.created},
                            {"attempts", row.attempts},
                            {"step", row.step},
                            {"total_steps", row.totalSteps},
                            {"device", row.device},
                            {"fingerprint", row.fingerprint},
                            {"trashed", row.trashed}});
        print(canonicalJson(list));
    }

    static void printTable(const Workspace& workspace, const std::vector<RunRow>& rows) {
        const States states(workspace);
        std::vector<std::vector<std::string>> lines = {{"RUN", "STATE", "STEP", "STARTED", "NAME"}};
        for (const RunRow& row : rows)
            lines.push_back({row.id, std::string(nameOf(states.of(row))),
                             withSeparators(row.step) + " of " + withSeparators(row.totalSteps), timeText(row.created), row.name});
        print(table(lines));
    }

    bool m_all = false;
};

}  // namespace

std::unique_ptr<Subcommand> makeRuns() { return std::make_unique<RunsCommand>(); }

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/run/run_folder.h"

namespace CLI {
class App;
}

namespace seekbench {

// 0 only when what was asked for has happened; 2: nothing was done, because the input or the place is not right; 3: a run failed, was
// interrupted, or was left before its end.
enum class ExitCode { Success = 0, BadInput = 2, RunFailed = 3 };

// A Subcommand is one word of the command line: it declares its options, and runs when it was chosen.
class Subcommand {
public:
    virtual ~Subcommand() = default;
    // Adds options and arguments, bound to members, to its part of the command line.
    virtual void define(CLI::App& app) = 0;
    // An error is printed to stderr by the caller and ends with BadInput.
    virtual Result<ExitCode> run() = 0;

protected:
    void addWorkspaceOption(CLI::App& app);
    void addJsonOption(CLI::App& app);
    void addRunArgument(CLI::App& app);
    void addSetOption(CLI::App& app);

    Result<Workspace> workspace() const { return Workspace::open(m_workspaceFolder); }
    // The composite operators there are. Looks into the workspace when it exists, and makes none.
    Result<Library> library() const;
    // Of an experiment file, or the frozen one of a run.
    Result<Experiment> experimentOf(const Workspace& workspace, const std::string& fileOrRun) const;
    // What --set says.
    Result<void> applySettings(Experiment& experiment) const;
    Result<RunFolder> chosenRun(const Workspace& workspace) const { return workspace.find(m_run); }

    std::filesystem::path m_workspaceFolder = Workspace::defaultFolder();
    std::string m_run;
    std::vector<std::string> m_settings;  // "optimizer.momentum=0.9"
    bool m_json = false;
};

// A row of the table of subcommands.
struct SubcommandRow {
    const char* name;
    const char* summary;
    std::unique_ptr<Subcommand> (*make)();
};
std::span<const SubcommandRow> subcommandTable();

// One line on stderr.
void printError(const Error& error);

// The rows' factories, each in its own file.
std::unique_ptr<Subcommand> makeTrain();
std::unique_ptr<Subcommand> makeResume();
std::unique_ptr<Subcommand> makeRuns();
std::unique_ptr<Subcommand> makeShow();
std::unique_ptr<Subcommand> makeMetrics();
std::unique_ptr<Subcommand> makeAttach();
std::unique_ptr<Subcommand> makePause();
std::unique_ptr<Subcommand> makeStop();
std::unique_ptr<Subcommand> makeCheckpoint();
std::unique_ptr<Subcommand> makeGrade();
std::unique_ptr<Subcommand> makeRerun();
std::unique_ptr<Subcommand> makeProve();
std::unique_ptr<Subcommand> makeQueue();
std::unique_ptr<Subcommand> makeOperators();
std::unique_ptr<Subcommand> makeCheck();
std::unique_ptr<Subcommand> makeCode();
std::unique_ptr<Subcommand> makeMemory();
std::unique_ptr<Subcommand> makePlan();
std::unique_ptr<Subcommand> makeData();
std::unique_ptr<Subcommand> makeProfile();
std::unique_ptr<Subcommand> makeRebuild();
std::unique_ptr<Subcommand> makeDoctor();

}  // namespace seekbench

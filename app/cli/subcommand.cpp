// SPDX-License-Identifier: Apache-2.0
#include "app/cli/subcommand.h"

#include <CLI/CLI.hpp>

#include "app/cli/output.h"
#include "app/session/library.h"
#include "core/base/file.h"
#include "core/experiment/setting.h"

namespace seekbench {
namespace {

constexpr SubcommandRow kSubcommands[] = {
    {"train", "Train an experiment and watch it", makeTrain},
    {"resume", "Continue a run from its last checkpoint, or a paused run", makeResume},
    {"runs", "List the runs of the workspace", makeRuns},
    {"show", "Say all about one run", makeShow},
    {"metrics", "Print the recorded values of a run", makeMetrics},
    {"attach", "Watch a run that is being trained", makeAttach},
    {"pause", "Let a run wait after its current step", makePause},
    {"stop", "Stop a run, with a checkpoint", makeStop},
    {"checkpoint", "Write a checkpoint of a run now", makeCheckpoint},
    {"prove", "Prove that a broken and resumed training gives the same bits", makeProve},
    {"grade", "Say whether two runs of an experiment gave the same numbers", makeGrade},
    {"rerun", "Train the experiment of a run again and compare the two", makeRerun},
    {"queue", "Train runs one after another", makeQueue},
    {"operators", "List the layer types a graph can use", makeOperators},
    {"code", "Write the network of an experiment as PyTorch or C++ code", makeCode},
    {"data", "Look at a file or folder of data before it is used", makeData},
    {"profile", "See where the time of a training went; read, write and compare profiles", makeProfile},
    {"check", "Check an experiment file and say what it costs", makeCheck},
    {"memory", "Say how much memory an experiment will need, or a run has taken", makeMemory},
    {"plan", "Show the plan that the compiled engine makes of an experiment", makePlan},
    {"rebuild", "Make the database anew from the run folders", makeRebuild},
    {"doctor", "Check that everything a run needs is in place", makeDoctor},
};

}  // namespace

std::span<const SubcommandRow> subcommandTable() { return kSubcommands; }

void Subcommand::addWorkspaceOption(CLI::App& app) {
    app.add_option("--workspace", m_workspaceFolder,
                   "Folder with runs, database and queue (default: " + displayPath(m_workspaceFolder) + ")")
        ->type_name("DIR");
}

void Subcommand::addJsonOption(CLI::App& app) { app.add_flag("--json", m_json, "Print JSON"); }

void Subcommand::addSetOption(CLI::App& app) {
    app.add_option("--set", m_settings, "Any setting of the file, such as training.precision=bf16; may be given several times")
        ->type_name("PLACE=VALUE")
        ->allow_extra_args(false);
}

Result<void> Subcommand::applySettings(Experiment& experiment) const {
    for (const std::string& setting : m_settings) {
        const auto equals = setting.find('=');
        if (equals == std::string::npos)
            return Error(ErrorCode::InvalidInput, say("\"%1\" is no setting.", setting),
                         say("Write the place, \"=\" and the value, such as training.precision=bf16."));
        if (auto done = setSettingFromText(experiment, setting.substr(0, equals), setting.substr(equals + 1)); !done) return done;
    }
    return {};
}

Result<Library> Subcommand::library() const {
    std::error_code failure;
    if (!std::filesystem::is_directory(m_workspaceFolder, failure)) return loadLibrary();
    auto workspace = this->workspace();
    if (!workspace) return workspace.error();
    return loadLibrary(*workspace);
}

Result<Experiment> Subcommand::experimentOf(const Workspace& workspace, const std::string& fileOrRun) const {
    std::error_code failure;
    if (!std::filesystem::is_regular_file(fileOrRun, failure)) {
        auto run = workspace.find(fileOrRun);
        if (!run) return run.error();
        return run->experiment();
    }
    auto library = loadLibrary(workspace);
    if (!library) return library.error();
    return loadExperiment(fileOrRun, *library);
}

void Subcommand::addRunArgument(CLI::App& app) {
    app.add_option("RUN", m_run, "Id of the run, its first characters, or \"last\"")->required()->type_name("");
}

void printError(const Error& error) {
    flush();
    print("seekbench-cli: " + error.english() + "\n", Stream::Errors);
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include "app/cli/output.h"
#include "app/cli/subcommand.h"

using namespace seekbench;

namespace {

// What CLI11 found wrong with the words of the command line, or the help that was asked for.
ExitCode answer(const CLI::App& app, const CLI::ParseError& error) {
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
        print(error.get_name() == "CallForVersion" ? std::string(error.what()) + "\n" : app.help());
        return ExitCode::Success;
    }
    print(std::string("seekbench-cli: ") + error.what() + "\nRun with --help for more information.\n", Stream::Errors);
    return ExitCode::BadInput;
}

ExitCode execute(int argc, char** argv) {
    CLI::App app{"Seekbench: train neural networks and keep what happened.", "seekbench-cli"};
    app.set_version_flag("--version", "seekbench " SEEKBENCH_VERSION);
    app.require_subcommand(1);
    app.footer("Exit codes: 0 success, 2 wrong input, 3 a run that failed, was interrupted or was left before its end.");
    std::vector<std::pair<CLI::App*, std::unique_ptr<Subcommand>>> commands;
    for (const SubcommandRow& row : subcommandTable()) {
        CLI::App* word = app.add_subcommand(row.name, row.summary);
        commands.emplace_back(word, row.make());
        commands.back().second->define(*word);
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return answer(app, error);
    }
    for (const auto& [word, command] : commands) {
        if (!word->parsed()) continue;
        auto result = command->run();
        if (result) return *result;
        printError(result.error());
    }
    return ExitCode::BadInput;
}

}  // namespace

int main(int argc, char** argv) {
    prepareOutput();
    ExitCode code = execute(argc, argv);
    flush();
    if (outputState() == OutputState::Failed) {
        printError(Error(ErrorCode::Io, say("The output could not be written."), say("Check the disk that it goes to.")));
        if (code == ExitCode::Success) code = ExitCode::BadInput;
    }
    return static_cast<int>(code);
}

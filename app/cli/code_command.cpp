// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include "app/cli/format.h"
#include "app/cli/output.h"
#include "app/cli/subcommand.h"
#include "core/base/file.h"
#include "core/code/code.h"
#include "core/experiment/experiment.h"

namespace seekbench {
namespace {

class CodeCommand : public Subcommand {
public:
    void define(CLI::App& app) override {
        app.add_option("FILE", m_file, "Experiment file")->required()->type_name("");
        app.add_option("--style", m_style, "One of: " + knownStyles())->type_name("STYLE")->capture_default_str();
        app.add_option("--output", m_output, "File to write instead of printing")->type_name("FILE");
        addWorkspaceOption(app);
    }

    Result<ExitCode> run() override {
        const CodeStyleRow* style = findCodeStyle(m_style);
        if (!style) return Error(ErrorCode::InvalidInput, say("There is no style %1.", m_style), say("Choose one of: %1.", knownStyles()));
        auto library = this->library();
        if (!library) return library.error();
        auto experiment = loadExperiment(m_file, *library);
        if (!experiment) return experiment.error();
        // What an experiment embeds comes before what the library has now.
        auto code = emitCode(experiment->graph, experiment->library, style->style, {.title = experiment->name});
        if (!code) return code.error().in(say("writing %1 as code", displayPath(m_file)));
        if (m_output.empty()) {
            print(code->text());
            return ExitCode::Success;
        }
        if (auto written = writeFileAtomically(m_output, code->text()); !written) return written.error();
        return ExitCode::Success;
    }

private:
    static std::string knownStyles() {
        std::string styles;
        for (const CodeStyleRow& row : codeStyles()) styles.append(styles.empty() ? "" : ", ").append(row.id);
        return styles;
    }

    std::filesystem::path m_file, m_output;
    std::string m_style = "module";
};

}  // namespace

std::unique_ptr<Subcommand> makeCode() { return std::make_unique<CodeCommand>(); }

}  // namespace seekbench

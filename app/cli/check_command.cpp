// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/format.h"
#include "app/cli/output.h"
#include "app/cli/subcommand.h"
#include "app/session/launcher.h"
#include "core/base/file.h"
#include "core/base/json.h"

namespace seekbench {
namespace {

Json jsonOf(const Diagnostic& diagnostic) {
    Json json = {{"severity", diagnostic.severity == Severity::Error ? "error" : "warning"},
                 {"code", nameOf(diagnostic.code)},
                 {"place", diagnostic.node},
                 {"message", diagnostic.message.english()}};
    if (!diagnostic.port.empty()) json["port"] = diagnostic.port;
    if (diagnostic.expected) json["expected"] = text(*diagnostic.expected);
    if (diagnostic.got) json["got"] = text(*diagnostic.got);
    return json;
}

class CheckCommand : public Subcommand {
public:
    void define(CLI::App& app) override {
        app.add_option("FILE", m_file, "Experiment file")->required()->type_name("");
        addWorkspaceOption(app);
        addJsonOption(app);
    }

    Result<ExitCode> run() override {
        auto library = this->library();
        if (!library) return library.error();
        auto experiment = loadExperiment(m_file, *library);
        if (!experiment) return experiment.error();
        ExperimentReport report = check(*experiment);
        // As train does: an experiment whose data cannot be read cannot be trained here.
        const std::int64_t bytes = dataBytes(experiment->dataset);
        if (bytes > kMostRead)
            note(report, Severity::Warning,
                 say("The data take %1 and are not read here; train compares them with the graph.", bytesText(static_cast<double>(bytes))));
        else if (auto compared = compareWithData(*experiment, report); !compared)
            note(report, Severity::Error, say("%1", compared.error().english()));
        const auto forecast = compareWithMachine(*experiment, report);
        if (m_json)
            printJson(report, forecast);
        else
            printText(report, forecast);
        return report.hasErrors() ? ExitCode::BadInput : ExitCode::Success;
    }

private:
    static constexpr std::int64_t kMostRead = 512'000'000;  // bytes of data: seconds

    static void note(ExperimentReport& report, Severity severity, Message message) {
        report.diagnostics.push_back(
            {.severity = severity, .code = Diagnostic::Code::InvalidSetting, .node = "dataset", .message = std::move(message)});
    }

    static void printJson(const ExperimentReport& report, const std::optional<MemoryForecast>& forecast) {
        Json diagnostics = Json::array();
        for (const Diagnostic& diagnostic : report.diagnostics) diagnostics.push_back(jsonOf(diagnostic));
        print(canonicalJson({{"parameters", report.graph.total.parameters},
                             {"macs", report.graph.total.multiplyAdds},
                             {"memory_bytes", forecast ? forecast->peak() : 0},
                             {"diagnostics", diagnostics}}));
    }

    void printText(const ExperimentReport& report, const std::optional<MemoryForecast>& forecast) const {
        for (const Diagnostic& diagnostic : report.diagnostics)
            print(std::string(diagnostic.severity == Severity::Error ? "error: " : "warning: ") + english(diagnostic) + "\n");
        const auto isUnknown = [](const Diagnostic& diagnostic) { return diagnostic.code == Diagnostic::Code::UnknownOperator; };
        if (std::ranges::any_of(report.diagnostics, isUnknown)) print("The operators there are: seekbench-cli operators\n");
        if (report.hasErrors()) return print("This experiment cannot be trained yet.\n");
        const Cost& total = report.graph.total;
        print(table({{"parameters", withSeparators(total.parameters)},
                     {"multiply-adds per sample", withSeparators(total.multiplyAdds)},
                     {"memory of a training step", forecast ? "about " + bytesText(static_cast<double>(forecast->peak())) +
                                                                  " at batch size " + withSeparators(forecast->batchSize)
                                                            : "not known before it runs"}}));
        print("Train it with: seekbench-cli train " + displayPath(m_file) + "\n");
    }

    std::filesystem::path m_file;
};

}  // namespace

std::unique_ptr<Subcommand> makeCheck() { return std::make_unique<CheckCommand>(); }

}  // namespace seekbench

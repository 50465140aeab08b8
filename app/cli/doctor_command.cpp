// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/output.h"
#include "app/cli/subcommand.h"
#include "app/session/doctor.h"
#include "core/base/json.h"

namespace seekbench {
namespace {

const char* wordOf(Finding::Grade grade) {
    switch (grade) {
        case Finding::Grade::Good: return "good";
        case Finding::Grade::Warning: return "warning";
        case Finding::Grade::Problem: return "problem";
    }
    return "";
}

class DoctorCommand : public Subcommand {
public:
    void define(CLI::App& app) override {
        addWorkspaceOption(app);
        addJsonOption(app);
    }

    Result<ExitCode> run() override {
        Json list = Json::array();
        bool healthy = true;
        for (const Finding& finding : examine(m_workspaceFolder)) {
            healthy = healthy && finding.grade != Finding::Grade::Problem;
            const std::string what = finding.what.english(), advice = finding.advice.english();
            if (m_json)
                list.push_back({{"grade", wordOf(finding.grade)}, {"what", what}, {"advice", advice}});
            else
                print(std::string(wordOf(finding.grade)) + ": " + what + (advice.empty() ? "" : " " + advice) + "\n");
        }
        if (m_json) print(canonicalJson(list));
        return healthy ? ExitCode::Success : ExitCode::BadInput;
    }
};

}  // namespace

std::unique_ptr<Subcommand> makeDoctor() { return std::make_unique<DoctorCommand>(); }

}  // namespace seekbench

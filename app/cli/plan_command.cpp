// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/format.h"
#include "app/cli/output.h"
#include "app/cli/subcommand.h"
#include "app/session/plan_inquiry.h"
#include "core/base/json.h"
#include "core/experiment/experiment.h"

namespace seekbench {
namespace {

std::string durationOf(double seconds) {
    std::string digits = std::to_string(std::round(seconds * 1e5) / 100);
    return digits.substr(0, digits.find('.') + 3) + " ms";
}

std::string joined(const Json& list) {
    std::string text;
    for (const Json& element : list) text += (text.empty() ? "" : " + ") + oneLine(element.get<std::string>());
    return text;
}

class PlanCommand : public Subcommand {
public:
    void define(CLI::App& app) override {
        app.add_option("FILE", m_file, "Experiment file")->required()->type_name("");
        app.add_flag("--time", m_time, "Also measure how long each kernel takes");
        addSetOption(app);
        addJsonOption(app);
        app.footer("Builds the plan that the compiled engine would compute with and shows its fused kernels; nothing is trained.");
    }

    Result<ExitCode> run() override {
        auto library = this->library();
        if (!library) return library.error();
        auto experiment = loadExperiment(m_file, *library);
        if (!experiment) return experiment.error();
        if (auto set = applySettings(*experiment); !set) return set.error();
        const auto plan = askPlan(*experiment, m_time ? 20 : 0);
        if (!plan) return plan.error();
        if (m_json) {
            print(canonicalJson(*plan));
            return ExitCode::Success;
        }
        printText(*plan, m_time);
        return ExitCode::Success;
    }

private:
    static void printText(const Json& plan, bool timed) {
        if (!plan.at("compiled").get<bool>()) {
            print("The reference engine computes this experiment. " + plan.at("reason").get<std::string>() + "\n");
            return;
        }
        const Json& nodes = plan.at("nodes");
        std::size_t count = 0;
        std::vector<std::vector<std::string>> lines{{"Layers", "Operators", "Kernel", "kept"}};
        if (timed) lines[0].insert(lines[0].end(), {"forward", "backward"});
        double whole = 0;
        for (const Json& node : nodes) {
            count += node.at("paths").size();
            lines.push_back({joined(node.at("paths")), joined(node.at("operators")), oneLine(node.at("kernel").get<std::string>()),
                             bytesText(node.at("kept").get<double>())});
            const double forward = node.at("forward").get<double>(), backward = node.at("backward").get<double>();
            whole += forward + backward;
            if (timed) lines.back().insert(lines.back().end(), {durationOf(forward), durationOf(backward)});
        }
        print(table(std::move(lines)));
        print("\n" + std::to_string(count) + " layers in " + std::to_string(nodes.size()) + " kernels, " +
              bytesText(plan.at("memory").get<double>()) + " for results and workspace at batch size " +
              std::to_string(plan.at("batch").get<std::int64_t>()) + "; built in " + durationOf(plan.at("seconds").get<double>()) + "\n");
        if (timed) print("Forward and backward of a batch, without loss and update: " + durationOf(whole) + "\n");
    }

    std::string m_file;
    bool m_time = false;
};

}  // namespace

std::unique_ptr<Subcommand> makePlan() { return std::make_unique<PlanCommand>(); }

}  // namespace seekbench

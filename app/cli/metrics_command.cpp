// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/format.h"
#include "app/cli/output.h"
#include "app/cli/subcommand.h"
#include "app/session/workspace_database.h"
#include "core/base/json.h"

namespace seekbench {
namespace {

class MetricsCommand : public Subcommand {
public:
    void define(CLI::App& app) override {
        addRunArgument(app);
        app.add_option("NAME", m_names, "Series to print value by value; without names: a summary of all")->type_name("");
        addWorkspaceOption(app);
        addJsonOption(app);
        app.footer("JSON: {\"train.loss\": [[step, value], ...], ...}; a value that is not finite is null.");
    }

    Result<ExitCode> run() override {
        auto workspace = this->workspace();
        if (!workspace) return workspace.error();
        auto folder = chosenRun(*workspace);
        if (!folder) return folder.error();
        auto database = openUpToDate(*workspace);
        if (!database) return database.error();
        auto names = wantedNames(*database, folder->id());
        if (!names) return names.error();
        if (names->empty() && !m_json) print("The run has not written a value yet.\n");
        const auto printed = m_json            ? printJson(*database, folder->id(), *names)
                             : m_names.empty() ? printSummary(*database, folder->id(), *names)
                                               : printValues(*database, folder->id(), *names);
        if (!printed) return printed.error();
        return ExitCode::Success;
    }

private:
    Result<std::vector<std::string>> wantedNames(const Database& database, const std::string& run) const {
        auto known = database.seriesNames(run);
        if (!known || m_names.empty()) return known;
        for (const std::string& name : m_names)
            if (std::find(known->begin(), known->end(), name) == known->end())
                return Error(ErrorCode::NotFound, say("The run %1 has no series \"%2\".", run, name),
                             say("See which it has with: seekbench-cli metrics %1", run));
        return m_names;
    }

    // Written piece by piece: a run may have millions of values.
    static Result<void> printJson(const Database& database, const std::string& run, const std::vector<std::string>& names) {
        const char* separator = "{";
        for (const std::string& name : names) {
            auto points = database.points(run, name);
            if (!points) return points.error();
            print(separator + Json(name).dump() + ": [");
            for (std::size_t i = 0; i < points->size(); ++i)
                print((i ? ", " : "") + Json::array({(*points)[i].step, (*points)[i].value}).dump());
            print("]");
            separator = ",\n ";
        }
        print(names.empty() ? "{}\n" : "}\n");
        return {};
    }

    static Result<void> printSummary(const Database& database, const std::string& run, const std::vector<std::string>& names) {
        std::vector<std::vector<std::string>> lines = {{"SERIES", "VALUES", "LAST", "SMALLEST", "LARGEST", "NOT FINITE"}};
        for (const std::string& name : names) {
            auto points = database.points(run, name);
            if (!points) return points.error();
            if (points->empty()) continue;
            const auto count = static_cast<std::int64_t>(points->size());
            const double last = points->back().value;
            const auto strange =
                static_cast<std::int64_t>(std::erase_if(*points, [](const Point& point) { return !std::isfinite(point.value); }));
            const auto [low, high] =
                std::minmax_element(points->begin(), points->end(), [](const Point& a, const Point& b) { return a.value < b.value; });
            lines.push_back({name, withSeparators(count), valueText(name, last), points->empty() ? "-" : valueText(name, low->value),
                             points->empty() ? "-" : valueText(name, high->value), withSeparators(strange)});
        }
        if (lines.size() > 1) print(table(lines));
        return {};
    }

    static Result<void> printValues(const Database& database, const std::string& run, const std::vector<std::string>& names) {
        for (const std::string& name : names) {
            auto points = database.points(run, name);
            if (!points) return points.error();
            print("step\t" + name + "\n");
            for (const Point& point : *points) print(std::to_string(point.step) + "\t" + Json(point.value).dump() + "\n");
        }
        return {};
    }

    std::vector<std::string> m_names;
};

}  // namespace

std::unique_ptr<Subcommand> makeMetrics() { return std::make_unique<MetricsCommand>(); }

}  // namespace seekbench

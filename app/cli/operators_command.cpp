// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/format.h"
#include "app/cli/output.h"
#include "app/cli/subcommand.h"
#include "core/base/json.h"
#include "core/operators/catalog.h"

namespace seekbench {
namespace {

// The two kinds of operators, as one list.
struct Entry {
    std::string id, family, summary;
    bool composite = false;
    Json parameters = Json::array();
};

Json jsonOf(const ParameterSpec& spec) {
    static constexpr std::array kTypes = {"boolean", "integer", "real", "choice", "integers"};
    Json json = {{"name", spec.name}, {"type", kTypes.at(static_cast<std::size_t>(spec.type))}, {"help", spec.help}};
    if (spec.standard) json["default"] = parametersToJson({{"value", *spec.standard}})["value"];
    if (!spec.choices.empty()) json["choices"] = spec.choices;
    return json;
}

Entry entryOf(const Operator& op) {
    Entry entry{.id = std::string(op.id), .family = std::string(nameOf(op.family)), .summary = std::string(op.summary)};
    for (const ParameterSpec& spec : op.parameters) entry.parameters.push_back(jsonOf(spec));
    return entry;
}

Entry entryOf(const Composite& composite) {
    Entry entry{.id = composite.id, .family = "Composite", .summary = composite.summary, .composite = true};
    for (const CompositeParameter& parameter : composite.parameters)
        entry.parameters.push_back(
            {{"name", parameter.name}, {"help", parameter.help}, {"default", parametersToJson({{"value", parameter.standard}})["value"]}});
    return entry;
}

class OperatorsCommand : public Subcommand {
public:
    void define(CLI::App& app) override {
        addWorkspaceOption(app);
        addJsonOption(app);
    }

    Result<ExitCode> run() override {
        std::vector<Entry> entries;
        for (const Operator* op : operatorCatalog()) entries.push_back(entryOf(*op));
        auto library = this->library();
        if (!library) return library.error();
        for (const auto& [id, composite] : library->composites) entries.push_back(entryOf(composite));
        if (m_json)
            printJson(entries);
        else
            printTable(entries);
        return ExitCode::Success;
    }

private:
    static void printJson(const std::vector<Entry>& entries) {
        Json list = Json::array();
        for (const Entry& entry : entries)
            list.push_back({{"id", entry.id},
                            {"family", entry.family},
                            {"composite", entry.composite},
                            {"summary", entry.summary},
                            {"parameters", entry.parameters}});
        print(canonicalJson(list));
    }

    static void printTable(const std::vector<Entry>& entries) {
        std::vector<std::vector<std::string>> lines = {{"OPERATOR", "FAMILY", "WHAT IT DOES"}};
        for (const Entry& entry : entries) lines.push_back({entry.id, entry.family, entry.summary});
        print(table(lines));
    }
};

}  // namespace

std::unique_ptr<Subcommand> makeOperators() { return std::make_unique<OperatorsCommand>(); }

}  // namespace seekbench

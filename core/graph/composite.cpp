// SPDX-License-Identifier: Apache-2.0
#include "core/graph/composite.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/file.h"
#include "core/base/json_fields.h"
#include "core/graph/repetition.h"
#include "core/operators/catalog.h"

namespace seekbench {
namespace {

constexpr std::string_view kFormat = "seekbench-composite";
constexpr int kVersion = 1;

std::vector<std::string> nodesOf(const Graph& graph, std::string_view op) {
    std::vector<std::string> names;
    for (const auto& [name, node] : graph.nodes)
        if (node.op == op) names.push_back(name);
    return names;
}

bool isName(std::string_view text) {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    const auto allowed = [&](char c) { return letter(c) || (c >= '0' && c <= '9'); };
    return !text.empty() && letter(text.front()) && std::ranges::all_of(text, allowed);
}

Error wrongParameter(std::string_view name, Message what) {
    return Error(ErrorCode::InvalidInput, std::move(what)).in(say("reading the parameter %1 of the composite", name));
}

Result<CompositeParameter> parameterFromJson(const Json& json) {
    CompositeParameter parameter;
    JsonFields fields(json, "parameters");
    if (fields.require("name")) fields.read("name", parameter.name);
    fields.read("label", parameter.label);
    fields.read("help", parameter.help);
    const Json* standard = fields.require("default");
    if (auto finished = fields.finish(); !finished) return finished.error();
    if (!isName(parameter.name)) return wrongParameter(parameter.name, say("A parameter's name is made of letters, digits and \"_\"."));
    if (parameter.name == kRepeat.name)
        return wrongParameter(parameter.name, say("Every composite has a parameter of this name: how often it is applied."));
    auto values = parametersFromJson({{"default", *standard}});
    if (!values) return wrongParameter(parameter.name, values.error().what());
    parameter.standard = std::move(values->at("default"));
    const bool number = std::holds_alternative<bool>(parameter.standard) || std::holds_alternative<std::int64_t>(parameter.standard) ||
                        std::holds_alternative<double>(parameter.standard);
    if (!number) return wrongParameter(parameter.name, say("Its default must be true, false or a number."));
    return parameter;
}

Result<std::vector<CompositeParameter>> parametersOf(const Json& json) {
    if (!json.is_array()) return Error(ErrorCode::InvalidInput, say("The field \"parameters\" of a composite must be a list."));
    std::vector<CompositeParameter> parameters;
    for (const Json& element : json) {
        auto parameter = parameterFromJson(element);
        if (!parameter) return parameter.error();
        if (std::ranges::find(parameters, parameter->name, &CompositeParameter::name) != parameters.end())
            return wrongParameter(parameter->name, say("There are two of this name."));
        parameters.push_back(std::move(*parameter));
    }
    return parameters;
}

}  // namespace

std::vector<std::string> Composite::inputPorts() const { return nodesOf(body, "Input"); }
std::vector<std::string> Composite::outputPorts() const { return nodesOf(body, "Output"); }

Json compositeToJson(const Composite& composite) {
    Json parameters = Json::array();
    for (const CompositeParameter& parameter : composite.parameters)
        parameters.push_back({{"name", parameter.name},
                              {"label", parameter.label},
                              {"help", parameter.help},
                              {"default", parametersToJson({{"default", parameter.standard}})["default"]}});
    return {{"format", kFormat},
            {"version", kVersion},
            {"id", composite.id},
            {"label", composite.label},
            {"summary", composite.summary},
            {"parameters", std::move(parameters)},
            {"body", graphToJson(composite.body)}};
}

Result<Composite> compositeFromJson(const Json& json) {
    if (auto version = checkFormat(json, kFormat, kVersion); !version) return version.error();
    Composite composite;
    JsonFields fields(json);
    for (const std::string_view checked : {"format", "version"}) fields.find(checked);
    if (fields.require("id")) fields.read("id", composite.id);
    fields.read("label", composite.label);
    fields.read("summary", composite.summary);
    const Json* parameters = fields.find("parameters");
    const Json* body = fields.require("body");
    if (auto finished = fields.finish(); !finished) return finished.error();
    if (!isName(composite.id) || findOperator(composite.id))
        return Error(ErrorCode::InvalidInput, say("\"%1\" cannot be the id of a composite.", composite.id),
                     say("Use letters, digits and \"_\", and no id of a built-in operator."));
    if (parameters) {
        auto read = parametersOf(*parameters);
        if (!read) return read.error();
        composite.parameters = std::move(*read);
    }
    auto graph = graphFromJson(*body);
    if (!graph) return graph.error().in(say("reading the body of %1", composite.id));
    composite.body = std::move(*graph);
    return composite;
}

const Composite* Library::composite(std::string_view id) const {
    const auto found = composites.find(id);
    return found == composites.end() ? nullptr : &found->second;
}

Library Library::usedBy(const Graph& graph) const {
    Library used;
    std::vector<const Graph*> pending{&graph};
    while (!pending.empty()) {
        const Graph& next = *pending.back();
        pending.pop_back();
        for (const auto& [name, node] : next.nodes) {
            const Composite* inner = composite(node.op);
            if (inner && used.composites.emplace(inner->id, *inner).second) pending.push_back(&inner->body);
        }
    }
    return used;
}

Result<Library> loadComposites(const std::filesystem::path& folder) {
    std::error_code failure;
    std::vector<std::filesystem::path> files;
    for (std::filesystem::directory_iterator entry(folder, failure), end; !failure && entry != end; entry.increment(failure))
        if (entry->path().extension() == ".json") files.push_back(entry->path());
    if (failure) return systemError(failure.value(), say("The composite operators in %1 could not be listed", displayPath(folder)));
    std::ranges::sort(files);  // so that the first of several errors is always the same one
    Library library;
    for (const std::filesystem::path& file : files) {
        auto json = readJsonFile(file);
        if (!json) return json.error();
        auto composite = compositeFromJson(*json);
        if (!composite) return composite.error().in(say("reading %1", displayPath(file)));
        const std::string id = composite->id;
        if (!library.composites.emplace(id, std::move(*composite)).second)
            return Error(
                ErrorCode::InvalidInput,
                say("Two files of %1 define the composite %2; the second is %3.", displayPath(folder), id, displayPath(file.filename())),
                say("Remove one of them."));
    }
    return library;
}

}  // namespace seekbench

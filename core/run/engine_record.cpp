// SPDX-License-Identifier: Apache-2.0
#include "core/run/engine_record.h"

#include <fstream>

#include <nlohmann/json.hpp>

#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/run/run_folder.h"

namespace seekbench {
namespace {

constexpr std::string_view kFormat = "seekbench-engine";
constexpr int kVersion = 1;
constexpr JsonLimits kLimits{.bytes = std::size_t{8} << 20, .depth = 4};

}  // namespace

Result<std::optional<EngineRecord>> readEngineRecord(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return std::optional<EngineRecord>();
    const Error damaged(ErrorCode::Corrupt, say("The file %1 is damaged.", displayPath(file)),
                        say("Say which engine shall go on: seekbench-cli resume RUN --engine reference"));
    const auto json = readJsonFile(file, kLimits);
    if (!json) return json.error().code() == ErrorCode::Io ? json.error() : damaged;
    if (const auto version = checkFormat(*json, kFormat, kVersion); !version)
        return version.error().in(say("reading %1", displayPath(file)));
    try {
        EngineRecord record;
        record.compiled = json->at("engine") == "compiled";
        record.reason = json->value("reason", "");
        json->at("choices").get_to(record.choices);
        return std::optional(std::move(record));
    } catch (const Json::exception&) {
        return damaged;
    }
}

Result<void> writeEngineRecord(const std::filesystem::path& file, const EngineRecord& record) {
    std::error_code failure;
    std::filesystem::create_directories(file.parent_path(), failure);
    return writeFileAtomically(file, canonicalJson({{"format", kFormat},
                                                    {"version", kVersion},
                                                    {"engine", record.compiled ? "compiled" : "reference"},
                                                    {"reason", record.reason},
                                                    {"choices", record.choices}}));
}

std::filesystem::path sharedEngineFile(const Experiment& experiment, std::int64_t threads, std::string_view libraries) {
    const std::filesystem::path cache = cacheFolder();
    if (cache.empty()) return {};
    Experiment graph;  // whatever is trained on whatever data
    graph.graph = experiment.graph;
    graph.library = experiment.library;
    std::string key = fingerprintOf(graph);
    for (const std::string& part : {processorName(), std::to_string(threads), std::string(libraries)}) key += "\n" + part;
    return cache / "plans" / (fingerprintOf(key).substr(0, 32) + ".json");
}

std::string processorName() {
    std::ifstream file("/proc/cpuinfo");
    std::string name, line;
    while (std::getline(file, line) && !line.empty()) {
        for (const std::string_view field : {"model name", "cpu family", "model\t", "stepping"})
            if (line.starts_with(field) && line.find(": ") != std::string::npos) name += line.substr(line.find(": ") + 2) + " ";
    }
    if (!name.empty()) name.pop_back();
    return name;
}

}  // namespace seekbench

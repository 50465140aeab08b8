// SPDX-License-Identifier: Apache-2.0
#include "core/run/memory_table.h"

#include <algorithm>
#include <numeric>

#include <nlohmann/json.hpp>

#include "core/base/file.h"
#include "core/base/json_fields.h"
#include "core/run/metric.h"

namespace seekbench {
namespace {

constexpr std::string_view kFormat = "seekbench-memory";
constexpr int kVersion = 1;
constexpr std::size_t kLargestFile = std::size_t{32} << 20;
constexpr const char* kTotal = "total";

std::filesystem::path fileOf(const RunFolder& folder) { return folder.artifactsFolder() / "memory.json"; }
std::filesystem::path forecastFileOf(const RunFolder& folder) { return folder.artifactsFolder() / "memory_forecast.json"; }

MemoryBytes readBytes(JsonFields& fields) {
    MemoryBytes bytes;
    for (const MemoryCategory category : kMemoryCategories) fields.read(nameOf(category), bytes[category]);
    return bytes;
}

// A table whose rows do not add up was not written by us.
bool addsUp(const MemoryTable& table) {
    MemoryBytes sum;
    for (const MemoryTable::Row& row : table.rows) sum += row.bytes;
    return sum == table.total;
}

}  // namespace

std::string_view nameOf(MemoryCategory category) {
    switch (category) {
        case MemoryCategory::Parameters: return "parameters";
        case MemoryCategory::Gradients: return "gradients";
        case MemoryCategory::Optimizer: return "optimizer";
        case MemoryCategory::Activations: return "activations";
        case MemoryCategory::Input: return "input";
        case MemoryCategory::Workspace: return "workspace";
    }
    return {};
}

std::string_view labelOf(MemoryCategory category) {
    switch (category) {
        case MemoryCategory::Parameters: return phrase("Parameters");
        case MemoryCategory::Gradients: return phrase("Gradients");
        case MemoryCategory::Optimizer: return phrase("Optimizer state");
        case MemoryCategory::Activations: return phrase("Activations");
        case MemoryCategory::Input: return phrase("Input");
        case MemoryCategory::Workspace: return phrase("Workspace");
    }
    return {};
}

std::string_view seriesOf(MemoryCategory category) {
    switch (category) {
        case MemoryCategory::Parameters: return series::kMemoryParameters;
        case MemoryCategory::Gradients: return series::kMemoryGradients;
        case MemoryCategory::Optimizer: return series::kMemoryOptimizer;
        case MemoryCategory::Activations: return series::kMemoryActivations;
        case MemoryCategory::Input: return series::kMemoryInput;
        case MemoryCategory::Workspace: return series::kMemoryWorkspace;
    }
    return {};
}

std::int64_t MemoryBytes::total() const { return std::accumulate(of.begin(), of.end(), std::int64_t{0}); }

MemoryBytes& MemoryBytes::operator+=(const MemoryBytes& other) {
    for (std::size_t i = 0; i < of.size(); ++i) of[i] += other.of[i];
    return *this;
}

const MemoryTable::Row* MemoryTable::find(std::string_view path) const {
    const auto found = std::ranges::find(rows, path, &Row::path);
    return found == rows.end() ? nullptr : &*found;
}

Json memoryToJson(const MemoryBytes& bytes) {
    Json json = {{kTotal, bytes.total()}};
    for (const MemoryCategory category : kMemoryCategories) json[std::string(nameOf(category))] = bytes[category];
    return json;
}

std::string memoryToText(const MeasuredMemory& memory) {
    Json layers = Json::array();
    for (const MemoryTable::Row& row : memory.table.rows) {
        Json layer = {{"path", row.path}};
        for (const MemoryCategory category : kMemoryCategories)
            if (row.bytes[category] != 0) layer[std::string(nameOf(category))] = row.bytes[category];
        layers.push_back(std::move(layer));
    }
    return canonicalJson({{"format", kFormat},
                          {"version", kVersion},
                          {"step", memory.step},
                          {"peak", memoryToJson(memory.table.total)},
                          {"layers", std::move(layers)}});
}

Result<MeasuredMemory> memoryFromText(std::string_view text) {
    auto json = parseJson(text, {.bytes = kLargestFile});
    if (!json) return json.error();
    if (auto version = checkFormat(*json, kFormat, kVersion); !version) return version.error();
    MeasuredMemory memory;
    JsonFields fields(*json);
    (void)fields.find("format");
    (void)fields.find("version");
    fields.read("step", memory.step);
    if (const Json* peak = fields.require("peak")) {
        JsonFields inner(*peak, fields.place("peak"));
        (void)inner.find(kTotal);
        memory.table.total = readBytes(inner);
        if (auto read = inner.finish(); !read) fields.fail(read.error());
    }
    const Json* layers = fields.require("layers");
    if (layers && layers->is_array())
        for (const Json& layer : *layers) {
            MemoryTable::Row row;
            JsonFields inner(layer, fields.place("layers"));
            inner.read("path", row.path);
            row.bytes = readBytes(inner);
            if (auto read = inner.finish(); !read) fields.fail(read.error());
            memory.table.rows.push_back(std::move(row));
        }
    if (auto read = fields.finish(); !read) return read.error();
    if (!addsUp(memory.table))
        return Error(ErrorCode::Corrupt, say("The memory of the layers does not add up to the peak."),
                     say("The run writes the file anew when it goes on."));
    return memory;
}

static Result<void> writeTo(const RunFolder& folder, const std::filesystem::path& file, const MeasuredMemory& memory) {
    if (auto made = makeFolder(folder.artifactsFolder()); !made) return made.error().in(say("writing the memory of the layers"));
    if (auto written = writeFileAtomically(file, memoryToText(memory)); !written)
        return written.error().in(say("writing the memory of the layers"));
    return {};
}

static Result<MeasuredMemory> readFrom(const std::filesystem::path& file) {
    auto text = readFile(file, kLargestFile);
    if (!text) return text.error().in(say("reading the memory of the layers"));
    auto memory = memoryFromText(*text);
    if (!memory) return memory.error().in(say("reading the memory of the layers"));
    return memory;
}

Result<void> writeMemory(const RunFolder& folder, const MeasuredMemory& memory) { return writeTo(folder, fileOf(folder), memory); }
Result<MeasuredMemory> readMemory(const RunFolder& folder) { return readFrom(fileOf(folder)); }

Result<void> writeMemoryForecast(const RunFolder& folder, const MemoryTable& forecast) {
    return writeTo(folder, forecastFileOf(folder), {0, forecast});
}
Result<MemoryTable> readMemoryForecast(const RunFolder& folder) {
    auto read = readFrom(forecastFileOf(folder));
    if (!read) return read.error();
    return std::move(read->table);
}
void forgetMemoryForecast(const RunFolder& folder) {
    std::error_code ignored;
    std::filesystem::remove(forecastFileOf(folder), ignored);
}

}  // namespace seekbench

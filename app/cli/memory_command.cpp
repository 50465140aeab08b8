// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <functional>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/format.h"
#include "app/cli/output.h"
#include "app/cli/subcommand.h"
#include "app/session/plan_inquiry.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/data/dataset.h"
#include "core/experiment/memory_forecast.h"

namespace seekbench {
namespace {

constexpr std::size_t kMostLines = 40;

std::string textOf(std::int64_t bytes) { return bytesText(static_cast<double>(bytes)); }

// "+3.2 %": how far the forecast lies from what was measured.
std::string errorText(std::int64_t forecast, std::int64_t measured) {
    if (measured == 0) return {};
    const double percent = (static_cast<double>(forecast) / static_cast<double>(measured) - 1) * 100;
    std::string digits = std::to_string(std::abs(percent));
    digits.resize(digits.find('.') + 2);
    return (percent < 0 ? "-" : "+") + digits + " %";
}

// A layer in the forecast and, for a run, as it was measured.
struct Layer {
    std::string path;
    MemoryBytes forecast, measured;
};

std::vector<Layer> layersOf(const MemoryTable& forecast, const MemoryTable* measured) {
    std::vector<Layer> layers;
    for (const MemoryTable::Row& row : forecast.rows) layers.push_back({row.path, row.bytes, {}});
    if (measured == nullptr) return layers;
    for (const MemoryTable::Row& row : measured->rows) {
        const auto there = std::ranges::find(layers, row.path, &Layer::path);
        if (there == layers.end())
            layers.push_back({row.path, {}, row.bytes});
        else
            there->measured = row.bytes;
    }
    return layers;
}

class MemoryCommand : public Subcommand {
public:
    void define(CLI::App& app) override {
        app.add_option("FILE|RUN", m_run, "Experiment file, or id of a run, its first characters, or \"last\"")->required()->type_name("");
        addWorkspaceOption(app);
        addJsonOption(app);
    }

    Result<ExitCode> run() override {
        std::optional<MeasuredMemory> measured;
        std::optional<MemoryTable> told;
        auto experiment = chosen(measured, told);
        if (!experiment) return experiment.error();
        auto forecast = forecastMemory(*experiment);
        // Where the files alone tell the size of the targets, they are asked; a machine without them still gets the rest.
        if (const auto dataset = openDataset(experiment->dataset)) forecast = forecastMemory(*experiment, (*dataset)->spec());
        if (forecast && told) forecast->table = std::move(*told);
        if (!forecast)
            return Error(ErrorCode::InvalidInput, say("How much memory this experiment needs cannot be told before it is correct."),
                         say("See what is wrong with: seekbench-cli check FILE"));
        if (m_json)
            printJson(*forecast, measured);
        else
            printText(*forecast, measured);
        return ExitCode::Success;
    }

private:
    // A file where there is one of this name, else a run and what was measured of it.
    // `told`: what the compiled engine says of its plan.
    Result<Experiment> chosen(std::optional<MeasuredMemory>& measured, std::optional<MemoryTable>& told) {
        std::error_code failure;
        if (std::filesystem::is_regular_file(std::filesystem::path(m_run), failure)) {
            auto library = this->library();
            if (!library) return library.error();
            auto experiment = loadExperiment(m_run, *library);
            if (experiment && experiment->training.engine != EngineChoice::Reference) told = ofPlan(*experiment);
            return experiment;
        }
        auto workspace = this->workspace();
        if (!workspace) return workspace.error();
        auto folder = chosenRun(*workspace);
        if (!folder) return folder.error();
        auto read = readMemory(*folder);
        if (!read && read.error().code() != ErrorCode::NotFound) return read.error();
        if (read) measured = std::move(*read);
        if (auto forecast = readMemoryForecast(*folder)) told = std::move(*forecast);
        return folder->experiment();
    }

    // Nothing where the reference engine computes, or no worker can say.
    static std::optional<MemoryTable> ofPlan(const Experiment& experiment) {
        const auto plan = askPlan(experiment);
        if (!plan || !plan->contains("forecast")) return std::nullopt;
        auto memory = memoryFromText(canonicalJson(plan->at("forecast")));
        return memory ? std::optional(std::move(memory->table)) : std::nullopt;
    }

    static void printJson(const MemoryForecast& forecast, const std::optional<MeasuredMemory>& measured) {
        Json layers = Json::array();
        for (const Layer& layer : layersOf(forecast.table, measured ? &measured->table : nullptr)) {
            Json json = {{"path", layer.path}, {"forecast", memoryToJson(layer.forecast)}};
            if (measured) json["measured"] = memoryToJson(layer.measured);
            layers.push_back(std::move(json));
        }
        Json json = {{"batch_size", forecast.batchSize}, {"forecast", memoryToJson(forecast.table.total)}, {"layers", std::move(layers)}};
        if (measured) {
            json["measured"] = memoryToJson(measured->table.total);
            json["step"] = measured->step;
            json["error"] = static_cast<double>(forecast.peak()) / static_cast<double>(measured->table.total.total()) - 1;
        }
        print(canonicalJson(json));
    }

    static void printText(const MemoryForecast& forecast, const std::optional<MeasuredMemory>& measured) {
        print("Memory at the peak of a training step, at batch size " + withSeparators(forecast.batchSize) +
              (forecast.part < forecast.batchSize ? ", computed in parts of " + withSeparators(forecast.part) : "") + "\n");
        std::vector<std::vector<std::string>> lines{{"", "forecast"}};
        if (measured) lines[0].insert(lines[0].end(), {"measured", "error"});
        const auto add = [&](std::string name, std::int64_t expected, std::int64_t found) {
            lines.push_back({std::move(name), textOf(expected)});
            if (measured) lines.back().insert(lines.back().end(), {textOf(found), errorText(expected, found)});
        };
        const MemoryBytes none, &found = measured ? measured->table.total : none, &expected = forecast.table.total;
        for (const MemoryCategory category : kMemoryCategories) add(std::string(labelOf(category)), expected[category], found[category]);
        add("In all", expected.total(), found.total());
        print(table(std::move(lines)));
        printLayers(forecast, measured);
    }

    static void printLayers(const MemoryForecast& forecast, const std::optional<MeasuredMemory>& measured) {
        auto layers = layersOf(forecast.table, measured ? &measured->table : nullptr);
        const auto weight = [](const Layer& layer) { return std::max(layer.forecast.total(), layer.measured.total()); };
        std::ranges::stable_sort(layers, std::ranges::greater{}, weight);
        const std::size_t left = layers.size() > kMostLines ? layers.size() - kMostLines : 0;
        layers.resize(layers.size() - left);
        std::vector<std::vector<std::string>> lines{{"Layer", "forecast", "of it weights", "activations", "workspace"}};
        if (measured) lines[0].insert(lines[0].end(), {"measured", "error"});
        for (const Layer& layer : layers) {
            const MemoryBytes& bytes = layer.forecast;
            lines.push_back(
                {layer.path.empty() ? "(batch, loss and the way back)" : oneLine(layer.path), textOf(bytes.total()),
                 textOf(bytes[MemoryCategory::Parameters] + bytes[MemoryCategory::Gradients] + bytes[MemoryCategory::Optimizer]),
                 textOf(bytes[MemoryCategory::Activations]), textOf(bytes[MemoryCategory::Workspace])});
            if (measured)
                lines.back().insert(lines.back().end(), {textOf(layer.measured.total()), errorText(bytes.total(), layer.measured.total())});
        }
        print("\n" + table(std::move(lines)));
        if (left > 0) print("and " + withSeparators(static_cast<std::int64_t>(left)) + " smaller ones; --json has all\n");
    }
};

}  // namespace

std::unique_ptr<Subcommand> makeMemory() { return std::make_unique<MemoryCommand>(); }

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include "gpu/training/training_state.h"

#include <charconv>

#include <nlohmann/json.hpp>

#include "core/base/json.h"

namespace seekbench {
namespace {

std::string realText(double value) {
    char buffer[32];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};  // shortest that reads back the same; "nan", "-inf"
}

double realFrom(const Json& json) {
    const auto& text = json.get_ref<const std::string&>();
    double value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc{} || end != text.data() + text.size()) throw std::invalid_argument("\"" + text + "\" is not a number");
    return value;
}

Json waitingToJson(const Waiting& waiting) { return {{"best", realText(waiting.best)}, {"epochs", waiting.epochs}}; }

Waiting waitingFrom(const Json& json) { return {realFrom(json.at("best")), json.at("epochs").get<std::int64_t>()}; }

TrainingState read(const Json& json) {
    TrainingState state;
    json.at("step").get_to(state.step);
    json.at("epoch").get_to(state.epoch);
    json.at("batches_consumed").get_to(state.batchesConsumed);
    json.at("generators").get_to(state.generators);
    state.lossSum = realFrom(json.at("loss_sum"));
    json.at("samples").get_to(state.samples);
    for (const Json& metric : json.at("metrics")) {
        auto& sums = state.metrics.emplace_back();
        for (const Json& sum : metric) sums.push_back(realFrom(sum));
    }
    if (json.contains("best"))
        state.best = {.validationLoss = realFrom(json.at("best").at("validation_loss")),
                      .step = json.at("best").at("step").get<std::int64_t>()};
    // Younger than the format: older checkpoints are of runs that did not have them.
    if (json.contains("waiting")) state.waiting = waitingFrom(json.at("waiting"));
    if (json.contains("plateau")) state.plateau = {waitingFrom(json.at("plateau")), realFrom(json.at("plateau").at("factor"))};
    json.at("experiment_fingerprint").get_to(state.experiment);
    json.at("dataset_fingerprint").get_to(state.dataset);
    json.at("weights_fingerprint").get_to(state.weights);
    json.at("optimizer_fingerprint").get_to(state.optimizer);
    return state;
}

}  // namespace

std::string trainingStateToText(const TrainingState& state) {
    Json json{
        {"format", kTrainingStateFormat},
        {"version", kTrainingStateVersion},
        {"step", state.step},
        {"epoch", state.epoch},
        {"batches_consumed", state.batchesConsumed},
        {"generators", state.generators},
        {"loss_sum", realText(state.lossSum)},
        {"samples", state.samples},
        {"metrics", Json::array()},
        {"experiment_fingerprint", state.experiment},
        {"dataset_fingerprint", state.dataset},
        {"weights_fingerprint", state.weights},
        {"optimizer_fingerprint", state.optimizer},
    };
    for (const auto& metric : state.metrics) {
        Json sums = Json::array();
        for (double sum : metric) sums.push_back(realText(sum));
        json["metrics"].push_back(std::move(sums));
    }
    if (state.best) json["best"] = {{"validation_loss", realText(state.best->validationLoss)}, {"step", state.best->step}};
    json["waiting"] = waitingToJson(state.waiting);
    json["plateau"] = waitingToJson(state.plateau.waiting);
    json["plateau"]["factor"] = realText(state.plateau.factor);
    return canonicalJson(json);
}

Result<TrainingState> trainingStateFromText(std::string_view text) {
    const auto json = parseJson(text);
    if (!json) return json.error();
    if (const auto version = checkFormat(*json, kTrainingStateFormat, kTrainingStateVersion); !version) return version.error();
    try {
        return read(*json);
    } catch (const std::exception& problem) {
        return Error(ErrorCode::Corrupt, say("The training state cannot be read: %1.", problem.what()));
    }
}

}  // namespace seekbench

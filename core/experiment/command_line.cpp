// SPDX-License-Identifier: Apache-2.0
#include "core/experiment/command_line.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/base/file.h"
#include "core/experiment/setting.h"

namespace seekbench {
namespace {

// The options of "seekbench-cli train" and the settings they stand for (app/cli/train_command.cpp; a test compares).
struct Option {
    std::string_view name, place;
};
constexpr std::array kOptions{
    Option{"--epochs", "training.epochs"},
    Option{"--batch-size", "training.batch_size"},
    Option{"--learning-rate", "optimizer.learning_rate"},
    Option{"--seed", "training.seed"},
    Option{"--threads", "training.threads"},
    Option{"--device", "training.device"},
};

std::string shortest(double number) {
    std::array<char, 32> digits{};
    const auto [end, failure] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    return {digits.data(), end};
}

std::string argument(const ParameterValue& value) {
    if (const auto* word = std::get_if<std::string>(&value)) return *word;
    if (const auto* number = std::get_if<double>(&value)) return shortest(*number);
    if (const auto* numbers = std::get_if<Integers>(&value)) {
        std::string list;
        for (const std::int64_t number : *numbers) list += (list.empty() ? "" : ",") + std::to_string(number);
        return list;
    }
    return text(value);
}

// The value as it is set, or else the default.
std::optional<ParameterValue> standingValue(const Experiment& experiment, std::string_view place) {
    if (auto set = settingAt(experiment, place)) return set;
    const auto spec = specAt(experiment, place);
    return spec ? spec->standard : std::nullopt;
}

// Whether both train the same run, the checkpoints that it leaves included.
bool trainAlike(const Experiment& a, const Experiment& b) {
    return a.name == b.name && a.training.checkpointInterval == b.training.checkpointInterval &&
           a.training.keepCheckpoints == b.training.keepCheckpoints && a.training.threads == b.training.threads &&
           a.training.device == b.training.device && fingerprintOf(a) == fingerprintOf(b);
}

}  // namespace

std::string shellQuoted(std::string_view word) {
    const auto plain = [](unsigned char c) {
        return std::isalnum(c) || c >= 0x80 || std::string_view("-_./:=+,@%").find(static_cast<char>(c)) != std::string_view::npos;
    };
    if (!word.empty() && std::ranges::all_of(word, plain)) return std::string(word);
    std::string quoted = "'";
    for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

std::optional<std::string> trainCommand(const std::filesystem::path& file, const Experiment& saved, const Experiment& experiment) {
    std::string command = "seekbench-cli train " + shellQuoted(displayPath(file));
    Experiment changed = saved;
    if (experiment.name != saved.name) {
        command += " --name " + shellQuoted(experiment.name);
        changed.name = experiment.name;
    }
    for (const Option& option : kOptions) {
        if (settingAt(experiment, option.place) == settingAt(saved, option.place)) continue;
        const auto value = standingValue(experiment, option.place);
        if (!value || !setSetting(changed, option.place, value)) return std::nullopt;
        command += " " + std::string(option.name) + " " + shellQuoted(argument(*value));
    }
    for (const std::string& place : settingPlaces(experiment)) {
        const auto value = standingValue(experiment, place);
        if (value == standingValue(changed, place)) continue;
        if (!value || !setSettingFromText(changed, place, argument(*value))) return std::nullopt;
        command += " --set " + shellQuoted(place + "=" + argument(*value));
    }
    return trainAlike(changed, experiment) ? std::optional(command) : std::nullopt;
}

}  // namespace seekbench

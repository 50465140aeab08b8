// SPDX-License-Identifier: Apache-2.0
#pragma once

// The settings of an experiment by their place: "training.batch_size", "split.share", "train_limit", "dataset.kind",
// "optimizer.learning_rate", "augmentation.0.padding", "metrics.accuracy" (true: asked for). Places are those of the file format and of
// check()'s findings.

#include <optional>
#include <span>
#include <string_view>

#include "core/experiment/experiment.h"

namespace seekbench {

// What the settings outside the tables of kinds accept; the names are the fields of the file.
std::span<const ParameterSpec> trainingSettings();  // below "training."
std::span<const ParameterSpec> splitSettings();     // below "split."; "source" is "share" or "test_part"
const ParameterSpec& trainLimitSetting();

// The table that the choice at "dataset", "augmentation.0", "loss", "optimizer" or "schedule" is made from; empty for any other place.
std::vector<const Kind*> kindsAt(std::string_view choice);
// That choice; nullptr for any other place.
const Choice* choiceAt(const Experiment& experiment, std::string_view choice);

// What the setting at `place` accepts in this experiment; nothing when there is no such setting (of the chosen kind).
std::optional<ParameterSpec> specAt(const Experiment& experiment, std::string_view place);
// Its value as it is set; nothing when it has its default or there is no such setting.
std::optional<ParameterValue> settingAt(const Experiment& experiment, std::string_view place);
// Sets it; nothing: back to the default. Choosing another kind keeps the parameters that both have and the new one accepts.
// The error says that there is no such setting or that the value is of another type; a value out of range is set, check() tells.
Result<void> setSetting(Experiment& experiment, std::string_view place, const std::optional<ParameterValue>& value);
// The same from what a person types: "0.1", "true", "adam_w", "3,3". The error says what the setting accepts.
Result<void> setSettingFromText(Experiment& experiment, std::string_view place, std::string_view text);
// All places at which this experiment has a setting, kinds before their parameters.
std::vector<std::string> settingPlaces(const Experiment& experiment);

}  // namespace seekbench

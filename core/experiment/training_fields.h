// SPDX-License-Identifier: Apache-2.0
#pragma once

// The fields of TrainingSettings as one table: file, form, command line and check() walk it.

#include <optional>
#include <span>
#include <variant>

#include "core/experiment/experiment.h"

namespace seekbench {

struct TrainingField {
    using Member = std::variant<std::int64_t TrainingSettings::*, double TrainingSettings::*, bool TrainingSettings::*,
                                std::string TrainingSettings::*, Precision TrainingSettings::*, EngineChoice TrainingSettings::*,
                                std::vector<std::string> TrainingSettings::*>;
    Member member;
    // Younger than the format: where it has its default it is not written, so that texts and fingerprints from before stay.
    bool younger = false;
    bool decidesNumbers = true;  // else no part of the fingerprint
};

// In the order of trainingSettings(), one for each of them.
std::span<const TrainingField> trainingFields();

// A list is one text, "conv1, block/conv2".
ParameterValue valueOf(const TrainingSettings& settings, const TrainingField& field);
// False when the value is of another type, or no name of a precision or an engine; then nothing changes. A value out of range is set.
bool setValue(TrainingSettings& settings, const TrainingField& field, const ParameterValue& value);

// The field of the setting `name`, such as "batch_size"; nullptr when there is none.
const TrainingField* findTrainingField(std::string_view name);

}  // namespace seekbench

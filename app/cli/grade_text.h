// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/run/reproducibility.h"

namespace seekbench {

enum class TextFormat { Sentences, Json };

// A grade for people, one sentence a line, or as one JSON object. `other` is empty for a run that was graded by what it repeated.
std::string gradeText(const ReproducibilityGrade& grade, const std::string& run, const std::string& other, TextFormat format);

}  // namespace seekbench

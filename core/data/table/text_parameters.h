// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/data/table/text_file.h"
#include "core/operators/parameter.h"

// Parameters that the datasets made of text files have in common.

namespace seekbench {

inline constexpr Parameter<std::string> kEncoding{"encoding"};

ParameterSpec encodingParameter();
TextEncoding encodingOf(const Parameters& parameters);

// A path that must be given.
ParameterSpec requiredPath(Parameter<std::string> parameter, std::string_view help);

// The words of a list such as "age, colour", without spaces around them and without empty ones.
std::vector<std::string> wordsOf(std::string_view list);

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/code/layout.h"
#include "core/graph/parameter_value.h"

namespace seekbench {

// An expression of a composite (core/graph/expression.h) in the words of a language. `names` are the parameters with their defaults, which
// decide whether a division is one of whole numbers; `nameText` says how a parameter is called where the text will stand.
// The expression must be one that evaluate() takes.
std::string expressionText(std::string_view expression, CodeLanguage language, const ParameterValues& names,
                           const std::function<std::string(const std::string& name)>& nameText);

// A plain value (no expression) as a literal: True, 0.5, "same", (3, 5) in Python; true, 0.5, "same", {3, 5} in C++.
std::string literalText(const ParameterValue& value, CodeLanguage language);
// A text between quotation marks.
std::string inQuotes(std::string_view text);

}  // namespace seekbench

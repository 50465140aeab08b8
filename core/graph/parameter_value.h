// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace seekbench {

// A value computed from the parameters of the composite around it: "4 * channels". Only inside composite bodies.
struct Expression {
    std::string text;
    auto operator<=>(const Expression&) const = default;
};

// The value of one parameter of a node, a dataset, an optimizer …
using ParameterValue = std::variant<bool, std::int64_t, double, std::string, std::vector<std::int64_t>, Expression>;

// Parameter name → value. What is not in the map has its default.
using ParameterValues = std::map<std::string, ParameterValue, std::less<>>;

// The value as it is written in messages: true, 3, 0.1, "same", [3, 3], =4*channels.
std::string text(const ParameterValue& value);

}  // namespace seekbench

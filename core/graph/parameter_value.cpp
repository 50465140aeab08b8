// SPDX-License-Identifier: Apache-2.0
#include "core/graph/parameter_value.h"

#include <charconv>
#include <type_traits>

namespace seekbench {
namespace {

std::string textOf(bool value) { return value ? "true" : "false"; }
std::string textOf(std::int64_t value) { return std::to_string(value); }
std::string textOf(double value) {
    char buffer[32];
    const auto [end, failure] = std::to_chars(buffer, buffer + sizeof buffer, value);  // the shortest that reads back the same
    return failure == std::errc{} ? std::string(buffer, end) : std::string();
}
std::string textOf(const std::string& value) { return '"' + value + '"'; }
std::string textOf(const std::vector<std::int64_t>& value) {
    std::string text = "[";
    for (const std::int64_t number : value) text += (text.size() > 1 ? ", " : "") + std::to_string(number);
    return text + "]";
}
std::string textOf(const Expression& value) { return "=" + value.text; }

}  // namespace

std::string text(const ParameterValue& value) {
    return std::visit([](const auto& held) { return textOf(held); }, value);
}

}  // namespace seekbench

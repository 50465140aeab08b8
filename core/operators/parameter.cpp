// SPDX-License-Identifier: Apache-2.0
#include "core/operators/parameter.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace seekbench {
namespace {

template <class T>
std::optional<ParameterValue> optionalValue(const std::optional<T>& value) {
    return value ? std::optional<ParameterValue>(*value) : std::nullopt;
}

}  // namespace

ParameterSpec specOf(Parameter<bool> parameter, std::string_view label, std::string_view help, std::optional<bool> standard) {
    return {.name = parameter.name, .type = ParameterType::Boolean, .label = label, .help = help, .standard = optionalValue(standard)};
}

ParameterSpec specOf(Parameter<std::int64_t> parameter, std::string_view label, std::string_view help, std::optional<std::int64_t> standard,
                     double minimum, double maximum, std::string_view unit) {
    return {.name = parameter.name,
            .type = ParameterType::Integer,
            .label = label,
            .help = help,
            .standard = optionalValue(standard),
            .minimum = minimum,
            .maximum = maximum,
            .unit = unit};
}

ParameterSpec specOf(Parameter<double> parameter, std::string_view label, std::string_view help, std::optional<double> standard,
                     double minimum, double maximum, std::string_view unit) {
    return {.name = parameter.name,
            .type = ParameterType::Real,
            .label = label,
            .help = help,
            .standard = optionalValue(standard),
            .minimum = minimum,
            .maximum = maximum,
            .unit = unit};
}

ParameterSpec specOf(Parameter<std::string> parameter, std::string_view label, std::string_view help, std::string_view standard,
                     std::vector<std::string_view> choices) {
    return {.name = parameter.name,
            .type = ParameterType::Choice,
            .label = label,
            .help = help,
            .standard = std::string(standard),
            .choices = std::move(choices)};
}

ParameterSpec specOf(Parameter<Integers> parameter, std::string_view label, std::string_view help, std::optional<Integers> standard,
                     int count, double minimum, double maximum) {
    return {.name = parameter.name,
            .type = ParameterType::Integers,
            .label = label,
            .help = help,
            .standard = optionalValue(standard),
            .minimum = minimum,
            .maximum = maximum,
            .count = count};
}

const ParameterValue& Parameters::at(std::string_view name) const {
    const auto found = m_values.find(name);
    assert(found != m_values.end());
    return found->second;
}

namespace {

using Resolved = Result<ParameterValue, Message>;

// A bound with all its digits: six are too few for a limit on whole numbers.
std::string boundText(double bound) {
    constexpr double kExact = 9007199254740992.0;  // 2^53: up to there doubles hold every whole number
    return std::abs(bound) <= kExact && bound == std::floor(bound) ? argumentText(static_cast<std::int64_t>(bound)) : argumentText(bound);
}

template <class Number>
Message outOfRange(Number number, const ParameterSpec& spec) {
    const std::string least = boundText(spec.minimum), most = boundText(spec.maximum);
    if (spec.maximum >= 1e300) return say("The value %1 of %2 is too small; the least is %3.", number, spec.name, least);
    if (spec.minimum <= -1e300) return say("The value %1 of %2 is too large; the most is %3.", number, spec.name, most);
    return say("The value %1 of %2 is out of range; it must lie from %3 to %4.", number, spec.name, least, most);
}

bool inRange(double number, const ParameterSpec& spec) { return number >= spec.minimum && number <= spec.maximum; }

Resolved resolvedIntegers(const ParameterSpec& spec, const ParameterValue& value) {
    Integers numbers;
    if (const auto* one = std::get_if<std::int64_t>(&value))
        numbers = {*one};
    else if (const auto* many = std::get_if<Integers>(&value))
        numbers = *many;
    else
        return say("%1 wants whole numbers, and %2 is none.", spec.name, text(value));
    // An empty list is a value of its own where it is the default: "as the kernel size" of a pooling stride.
    if (spec.standard && numbers == Integers{} && *spec.standard == ParameterValue(numbers)) return ParameterValue(numbers);
    const auto count = static_cast<std::size_t>(spec.count);
    if (spec.count > 0 && numbers.size() == 1) numbers.resize(count, numbers.front());
    if (spec.count > 0 && numbers.size() != count)
        return say("%1 wants one number or %2, and %3 are given.", spec.name, spec.count, numbers.size());
    for (const std::int64_t number : numbers)
        if (!inRange(static_cast<double>(number), spec)) return outOfRange(number, spec);
    return ParameterValue(std::move(numbers));
}

Resolved resolved(const ParameterSpec& spec, const ParameterValue& value) {
    switch (spec.type) {
        case ParameterType::Boolean:
            if (!std::holds_alternative<bool>(value)) return say("%1 wants true or false, and %2 is neither.", spec.name, text(value));
            return value;
        case ParameterType::Integer: {
            const auto* number = std::get_if<std::int64_t>(&value);
            if (!number) return say("%1 wants a whole number, and %2 is none.", spec.name, text(value));
            if (!inRange(static_cast<double>(*number), spec)) return outOfRange(*number, spec);
            return value;
        }
        case ParameterType::Real: {
            const auto* integer = std::get_if<std::int64_t>(&value);
            const auto* real = std::get_if<double>(&value);
            if (!integer && !real) return say("%1 wants a number, and %2 is none.", spec.name, text(value));
            const double number = real ? *real : static_cast<double>(*integer);
            if (!std::isfinite(number) || !inRange(number, spec)) return outOfRange(number, spec);
            return ParameterValue(number);
        }
        case ParameterType::Choice: {
            const auto* chosen = std::get_if<std::string>(&value);
            if (!chosen) return say("%1 wants a text, and %2 is none.", spec.name, text(value));
            if (spec.choices.empty() || std::ranges::find(spec.choices, *chosen) != spec.choices.end()) return value;
            std::string choices;
            for (const std::string_view choice : spec.choices) choices.append(choices.empty() ? "" : ", ").append(choice);
            return say("%1 cannot be \"%2\"; it is one of: %3.", spec.name, *chosen, choices);
        }
        case ParameterType::Integers: return resolvedIntegers(spec, value);
    }
    return value;
}

}  // namespace

ResolvedParameters ResolvedParameters::from(std::span<const ParameterSpec> specs, const ParameterValues& values) {
    ResolvedParameters result;
    for (const ParameterSpec& spec : specs) {
        const auto given = values.find(spec.name);
        if (given == values.end() && !spec.standard) {
            result.problems.push_back({std::string(spec.name), say("%1 must be given.", spec.name)});
            continue;
        }
        auto value = resolved(spec, given == values.end() ? *spec.standard : given->second);
        if (value)
            result.parameters.m_values.emplace(spec.name, std::move(*value));
        else
            result.problems.push_back({std::string(spec.name), value.error()});
    }
    for (const auto& [name, value] : values)
        if (std::ranges::find(specs, name, &ParameterSpec::name) == specs.end())
            result.problems.push_back({name, say("There is no parameter %1 here.", name), true});
    return result;
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/graph/parameter_value.h"

namespace seekbench {

using Integers = std::vector<std::int64_t>;

// The name of a parameter together with its type. Both halves of an operator (shape rule here, kernel in gpu/) share
// the constant, so no parameter name is typed twice:  constexpr Parameter<std::int64_t> kOutChannels{"out_channels"};
template <class T>
struct Parameter {
    std::string_view name;
};

enum class ParameterType { Boolean, Integer, Real, Choice, Integers };

// A ParameterSpec describes a parameter to forms, files, the command line and the documentation.
struct ParameterSpec {
    std::string_view name;
    ParameterType type;
    std::string_view label;     // English source text, marked for translation by the table that holds it
    std::string_view help;      // one sentence
    std::optional<ParameterValue> standard;  // its default; nothing: must be given
    double minimum = -1e300;    // Integer, Real, and each of Integers
    double maximum = 1e300;
    std::string_view unit = {}; // "" when there is none
    std::vector<std::string_view> choices = {};  // Choice only; empty: any text, such as a path
    int count = 0;              // Integers: how many are wanted (one number stands for all of them); 0: any number
};

// Specs from the shared constants; `help` is a whole sentence.
ParameterSpec specOf(Parameter<bool> parameter, std::string_view label, std::string_view help, std::optional<bool> standard);
ParameterSpec specOf(Parameter<std::int64_t> parameter, std::string_view label, std::string_view help,
                     std::optional<std::int64_t> standard, double minimum = 1, double maximum = 2147483647.0, std::string_view unit = "");
ParameterSpec specOf(Parameter<double> parameter, std::string_view label, std::string_view help, std::optional<double> standard,
                     double minimum, double maximum, std::string_view unit = "");
ParameterSpec specOf(Parameter<std::string> parameter, std::string_view label, std::string_view help, std::string_view standard,
                     std::vector<std::string_view> choices);
ParameterSpec specOf(Parameter<Integers> parameter, std::string_view label, std::string_view help, std::optional<Integers> standard,
                     int count, double minimum = 1, double maximum = 2147483647.0);

// Parameters holds a resolved value for every spec: defaults filled in, types and ranges checked, counts spread
// (3 → [3, 3] where two are wanted). Reading a parameter that the specs do not have is a programming error.
class Parameters {
public:
    Parameters() = default;

    bool operator[](Parameter<bool> parameter) const { return std::get<bool>(at(parameter.name)); }
    std::int64_t operator[](Parameter<std::int64_t> parameter) const { return std::get<std::int64_t>(at(parameter.name)); }
    double operator[](Parameter<double> parameter) const { return std::get<double>(at(parameter.name)); }
    const std::string& operator[](Parameter<std::string> parameter) const { return std::get<std::string>(at(parameter.name)); }
    const Integers& operator[](Parameter<Integers> parameter) const { return std::get<Integers>(at(parameter.name)); }

    const ParameterValues& values() const { return m_values; }
    bool operator==(const Parameters&) const = default;

private:
    friend struct ResolvedParameters;
    const ParameterValue& at(std::string_view name) const;
    ParameterValues m_values;
};

// One complaint about one parameter.
struct ParameterProblem {
    std::string parameter;
    Message message;
    bool unknown = false;  // no such parameter, as opposed to a wrong value
};

struct ResolvedParameters {
    Parameters parameters;
    std::vector<ParameterProblem> problems;  // empty: `parameters` is complete and valid

    // Resolves `values` against `specs`: unknown names, wrong types, out of range, missing ones become problems.
    // An integer is taken where a real is wanted. Expressions must have been evaluated before.
    static ResolvedParameters from(std::span<const ParameterSpec> specs, const ParameterValues& values);
};

}  // namespace seekbench

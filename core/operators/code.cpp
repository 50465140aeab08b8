// SPDX-License-Identifier: Apache-2.0
#include "core/operators/code.h"

#include <algorithm>
#include <cassert>

namespace seekbench {
namespace code {

using Kind = CodeExpression::Kind;

CodeExpression value(ParameterValue value) {
    return {.kind = Kind::Value, .text = {}, .value = std::move(value), .items = {}, .keyword = {}};
}

namespace {

CodeExpression node(Kind kind, std::string text = {}, Items items = {}) {
    return {.kind = kind, .text = std::move(text), .items = std::move(items), .keyword = {}};
}

}  // namespace

CodeExpression constant(std::string name) { return node(Kind::Constant, std::move(name)); }

CodeExpression input(int number) {
    CodeExpression expression = node(Kind::Input);
    expression.number = number;
    return expression;
}

CodeExpression weight(std::string name, ParameterValue present) {
    CodeExpression expression = node(Kind::Weight, std::move(name));
    expression.value = std::move(present);
    return expression;
}

CodeExpression weights() { return node(Kind::Weights); }
CodeExpression path() { return node(Kind::Path); }
CodeExpression training() { return node(Kind::Training); }
CodeExpression list(Items items) { return node(Kind::List, {}, std::move(items)); }
CodeExpression oneOrList(const CodeExpression& list) { return list.items.size() == 1 ? CodeExpression(list.items.front()) : list; }
CodeExpression call(std::string function, Items arguments) { return node(Kind::Call, std::move(function), std::move(arguments)); }
CodeExpression module() { return node(Kind::Module); }
CodeExpression self(Items arguments) { return node(Kind::Self, {}, std::move(arguments)); }

CodeExpression method(CodeExpression object, std::string name, Items arguments) {
    arguments.insert(arguments.begin(), std::move(object));
    return node(Kind::Method, std::move(name), std::move(arguments));
}

CodeExpression infix(std::string sign, Items operands) { return node(Kind::Infix, std::move(sign), std::move(operands)); }

CodeExpression subscript(CodeExpression object, Items places) {
    places.insert(places.begin(), std::move(object));
    return node(Kind::Subscript, {}, std::move(places));
}

CodeExpression range(std::optional<CodeExpression> start, std::optional<CodeExpression> end, std::optional<CodeExpression> step) {
    // What is left out is an expression without text.
    const auto orNothing = [](std::optional<CodeExpression>& bound) { return bound ? std::move(*bound) : node(Kind::Range); };
    return node(Kind::Range, {}, {orNothing(start), orNothing(end), orNothing(step)});
}

CodeExpression either(CodeExpression python, CodeExpression cpp) { return node(Kind::Either, {}, {std::move(python), std::move(cpp)}); }

CodeExpression named(std::string keyword, CodeExpression argument) {
    argument.passing = Passing::Named;
    argument.keyword = std::move(keyword);
    return argument;
}

CodeExpression pythonOnly(std::string keyword, CodeExpression argument) {
    argument.passing = Passing::PythonOnly;
    argument.keyword = std::move(keyword);
    return argument;
}

}  // namespace code

namespace {

// As ResolvedParameters has it, except that one number stands for several equal ones, which is how people write it.
ParameterValue simplest(const ParameterSpec& spec, ParameterValue value) {
    if (spec.type == ParameterType::Real)
        if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
    const auto* numbers = std::get_if<Integers>(&value);
    if (numbers && spec.count > 0 && !numbers->empty() && std::ranges::all_of(*numbers, [&](auto n) { return n == numbers->front(); }))
        return numbers->front();
    if (spec.type == ParameterType::Integers && spec.count == 0)
        if (const auto* one = std::get_if<std::int64_t>(&value)) return Integers{*one};
    return value;
}

}  // namespace

CodeSite::CodeSite(std::span<const ParameterSpec> specs, const ParameterValues& values, std::vector<bool> connected)
    : m_specs(specs), m_connected(std::move(connected)) {
    for (const ParameterSpec& spec : specs) {
        const auto given = values.find(spec.name);
        assert(given != values.end() || spec.standard);
        m_values.emplace(spec.name, simplest(spec, given == values.end() ? *spec.standard : given->second));
    }
}

const ParameterSpec& CodeSite::spec(std::string_view parameter) const {
    const auto found = std::ranges::find(m_specs, parameter, &ParameterSpec::name);
    assert(found != m_specs.end());
    return *found;
}

const ParameterValue& CodeSite::value(std::string_view parameter) const {
    const auto found = m_values.find(parameter);
    assert(found != m_values.end());
    return found->second;
}

CodeExpression CodeSite::argument(std::string_view parameter) const {
    CodeExpression expression = code::value(value(parameter));
    const ParameterSpec& spec = this->spec(parameter);
    if (spec.type == ParameterType::Integers) expression.number = spec.count;
    return expression;
}

CodeExpression CodeSite::optional(std::string_view parameter, std::optional<ParameterValue> standard) const {
    const ParameterSpec& spec = this->spec(parameter);
    if (!standard) standard = spec.standard;
    CodeExpression expression = code::named(std::string(parameter), argument(parameter));
    expression.passing = Passing::Option;
    expression.standard = standard && simplest(spec, *standard) == expression.value;
    return expression;
}

CodeExpression CodeSite::list(Parameter<Integers> parameter) const {
    code::Items items;
    const ParameterValue& held = value(parameter.name);
    if (const auto* numbers = std::get_if<Integers>(&held))
        for (const std::int64_t number : *numbers) items.push_back(code::value(number));
    else
        items.push_back(code::value(held));
    return code::list(std::move(items));
}

CodeExpression CodeSite::input(int number, int otherwise) const {
    return code::input(connected(static_cast<std::size_t>(number)) ? number : otherwise);
}

code::Items CodeSite::inputs() const {
    code::Items items;
    for (std::size_t i = 0; i < m_connected.size(); ++i)
        if (m_connected[i]) items.push_back(code::input(static_cast<int>(i)));
    return items;
}

OperatorCode moduleCode(std::string type, code::Items arguments, CodeExpression function) {
    return {.module = CodeModule{std::move(type), std::move(arguments)},
            .call = {code::self({code::input(0)})},
            .function = {std::move(function)}};
}

OperatorCode functionCode(CodeExpression function, std::vector<const CodeHelper*> helpers) {
    return {.module = {}, .call = {}, .function = {std::move(function)}, .helpers = std::move(helpers)};
}

}  // namespace seekbench

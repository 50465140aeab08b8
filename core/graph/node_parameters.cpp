// SPDX-License-Identifier: Apache-2.0
#include "core/graph/node_parameters.h"

#include <algorithm>

#include "core/graph/expression.h"

namespace seekbench {
namespace {

void report(std::vector<Diagnostic>& diagnostics, Diagnostic::Code code, const std::string& path, Message message) {
    diagnostics.push_back({.code = code, .node = path, .message = std::move(message)});
}

// The value of an expression; `place` is the parameter it stands at, or "when".
std::optional<Number> computed(std::string_view expression, std::string_view place, const std::string& path, const ParameterValues* names,
                               std::vector<Diagnostic>& diagnostics) {
    if (!names) {
        report(diagnostics, Diagnostic::Code::InvalidExpression, path,
               say("%1 holds an expression; expressions are for the inside of composites.", place));
        return std::nullopt;
    }
    const auto number = evaluate(expression, *names);
    if (number) return *number;
    report(diagnostics, Diagnostic::Code::InvalidExpression, path, say("%1 cannot be computed: %2", place, number.error().english()));
    return std::nullopt;
}

bool isZero(const Number& number) {
    return std::visit([](auto held) { return held == 0; }, number);
}

}  // namespace

std::optional<Parameters> resolveParameters(const Node& node, const Signature& signature, const std::string& path,
                                            const ParameterValues* names, std::vector<Diagnostic>& diagnostics) {
    ParameterValues values = node.parameters;
    for (auto& [name, value] : values) {
        const auto* expression = std::get_if<Expression>(&value);
        if (!expression) continue;
        const auto number = computed(expression->text, name, path, names, diagnostics);
        if (!number) return std::nullopt;
        const auto spec = std::ranges::find(signature.parameters, name, &ParameterSpec::name);
        if (spec != signature.parameters.end() && spec->type == ParameterType::Boolean)
            value = !isZero(*number);
        else
            value = std::visit([](auto held) { return ParameterValue(held); }, *number);
    }
    auto resolved = ResolvedParameters::from(signature.parameters, values);
    for (const ParameterProblem& problem : resolved.problems)
        report(diagnostics, problem.unknown ? Diagnostic::Code::UnknownParameter : Diagnostic::Code::InvalidParameter, path,
               problem.message);
    if (!resolved.problems.empty()) return std::nullopt;
    return std::move(resolved.parameters);
}

std::optional<bool> isActive(const Node& node, const std::string& path, const ParameterValues* names,
                             std::vector<Diagnostic>& diagnostics) {
    const auto number = computed(node.when, "when", path, names, diagnostics);
    if (!number) return std::nullopt;
    return !isZero(*number);
}

}  // namespace seekbench

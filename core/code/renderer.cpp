// SPDX-License-Identifier: Apache-2.0
#include "core/code/renderer.h"

#include <algorithm>

#include "core/code/expression_text.h"

namespace seekbench {
namespace {

using Kind = CodeExpression::Kind;

// "F.conv2d" → "torch::conv2d"; a helper's function gets "::" before it, for a module may have the same name.
std::string cppFunction(const std::string& name) {
    if (name.starts_with("std::")) return name;
    const auto dot = name.rfind('.');
    return dot == std::string::npos ? "::" + name : "torch::" + name.substr(dot + 1);
}

// reflect → kReflect
std::string cppConstant(const std::string& name) {
    std::string text = "torch::k";
    bool upper = true;
    for (const char c : name) {
        if (c == '_') {
            upper = true;
            continue;
        }
        text += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        upper = false;
    }
    return text;
}

std::string withDoubledBraces(std::string_view text) {
    std::string doubled;
    for (const char c : text) doubled.append(c == '{' || c == '}' ? 2 : 1, c);
    return doubled;
}

// start:end:step; where a bound is more than a name or a number, black sets the colons apart.
std::string rangeText(const std::string& start, const std::string& end, const std::string& step) {
    const bool apart = (start + end + step).find_first_of(".( ") != std::string::npos;
    const auto before = [&](const std::string& bound) { return bound + (apart && !bound.empty() ? " " : ""); };
    const auto after = [&](const std::string& bound) { return (apart && !bound.empty() ? " " : "") + bound; };
    return before(start) + ":" + (step.empty() ? after(end) : before(after(end)) + ":" + after(step));
}

bool isAbsent(const CodeExpression& item) { return item.kind == Kind::Weight && item.value == ParameterValue(false); }

}  // namespace

std::string Renderer::parameter(const ParameterValue& value) {
    const auto* expression = std::get_if<Expression>(&value);
    if (!expression) return literalText(value, m_language);
    return expressionText(expression->text, m_language, m_graph.standards(), [this](const std::string& name) {
        const auto found = m_graph.parameterNames.find(name);
        if (found == m_graph.parameterNames.end()) return name;
        m_used.insert(name);
        return (m_scope == CodeScope::Forward && python() ? "self." : "") + found->second;
    });
}

std::string Renderer::condition(const PlannedNode& node) { return parameter(Expression{node.when}); }

// In C++, every number of a list that one stands for.
std::string Renderer::spread(const CodeExpression& value) {
    std::string one = parameter(value.value), all;
    for (int i = 0; i < value.number; ++i) all.append(i == 0 ? "" : ", ").append(one);
    return "{" + all + "}";
}

std::string Renderer::valueText(const CodeExpression& value) {
    const bool list = std::holds_alternative<std::vector<std::int64_t>>(value.value);
    return !python() && m_spreads && value.number > 0 && !list ? spread(value) : parameter(value.value);
}

std::string Renderer::pathText(const PlannedNode& node, const std::string& tensor) {
    const std::string behind = tensor.empty() ? "" : "." + tensor;
    if (node.repeat) {
        // A single repetition has no number in its path.
        const std::string path = withDoubledBraces(node.name), before = m_graph.composite ? "{name}/" : "";
        if (std::holds_alternative<std::int64_t>(*node.repeat)) return "f" + inQuotes(before + path + "/{i}");
        const std::string stem = m_graph.composite ? "f" + inQuotes(before + path) : inQuotes(node.name);
        return stem + " + (f\"/{i}\" if " + repetitions(node) + " != 1 else \"\")";
    }
    if (!m_graph.composite) return inQuotes(node.name + behind);
    return "f" + inQuotes("{name}/" + withDoubledBraces(node.name + behind));
}

CodePiece Renderer::argument(const CodeExpression& item, const PlannedNode& node) {
    CodePiece piece = expression(item, node);
    if (python() && item.passing != Passing::Positional) piece.open.insert(0, item.keyword + "=");
    return piece;
}

std::vector<CodePiece> Renderer::arguments(const std::vector<CodeExpression>& items, const PlannedNode& node) {
    std::vector<CodePiece> pieces;
    std::size_t count = items.size();
    const auto standard = [](const CodeExpression& item) { return item.standard || item.passing == Passing::PythonOnly; };
    if (!python())
        while (count > 0 && standard(items[count - 1])) --count;
    for (std::size_t i = 0; i < count; ++i) {
        const CodeExpression& item = items[i];
        if (isAbsent(item) || (python() ? item.standard : item.passing == Passing::PythonOnly)) continue;
        pieces.push_back(argument(item, node));
    }
    return pieces;
}

CodePiece Renderer::expression(const CodeExpression& expression, const PlannedNode& node) {
    const std::string self = python() ? "self." + node.identifier : node.identifier + "->forward";
    switch (expression.kind) {
        case Kind::Value: return CodePiece(valueText(expression));
        case Kind::Constant: return CodePiece(python() ? inQuotes(expression.text) : cppConstant(expression.text));
        case Kind::Input: return CodePiece(node.inputs[static_cast<std::size_t>(expression.number)]);
        case Kind::Weight:
            if (m_scope == CodeScope::Forward)
                return CodePiece((python() ? "self." + node.identifier + "." : node.identifier + "->") + expression.text);
            if (std::holds_alternative<Expression>(expression.value))
                return CodePiece("weights.get(", {CodePiece(pathText(node, expression.text))}, ")");
            return CodePiece("weights[" + pathText(node, expression.text) + "]");
        case Kind::Weights: return CodePiece(std::string("weights"));
        case Kind::Path: return CodePiece(pathText(node));
        case Kind::Training:
            m_training = true;
            return CodePiece(std::string(!python() ? "is_training()" : m_scope == CodeScope::Forward ? "self.training" : "training"));
        case Kind::List:
            return CodePiece(python()       ? "["
                             : m_typedLists ? "std::vector<int64_t>{"
                                            : "{",
                             arguments(expression.items, node), python() ? "]" : "}");
        case Kind::Call: {
            const bool before = std::exchange(m_spreads, true);
            CodePiece piece((python() ? expression.text : cppFunction(expression.text)) + "(", arguments(expression.items, node), ")");
            m_spreads = before;
            return piece;
        }
        case Kind::Module: return CodePiece(python() ? "self." + node.identifier : node.identifier);
        case Kind::Self: return CodePiece(self + "(", arguments(expression.items, node), ")");
        case Kind::Method: {
            const std::string object = this->expression(expression.items.front(), node).oneLine();
            const std::vector<CodeExpression> rest(expression.items.begin() + 1, expression.items.end());
            const bool compound = expression.items.front().kind == Kind::Infix;
            return CodePiece((compound ? "(" + object + ")" : object) + "." + expression.text + "(", arguments(rest, node), ")");
        }
        case Kind::Infix: {
            CodePiece piece("", {}, "");
            piece.operands = true;
            for (const CodeExpression& item : expression.items) {
                CodePiece operand = this->expression(item, node);
                if (item.kind == Kind::Infix) operand = CodePiece("(" + operand.oneLine() + ")");
                if (!piece.items.empty()) operand.open.insert(0, expression.text + " ");
                piece.items.push_back(std::move(operand));
            }
            return piece.items.size() == 1 ? piece.items.front() : piece;
        }
        case Kind::Subscript: {
            std::string places;
            for (std::size_t i = 1; i < expression.items.size(); ++i) {
                const CodeExpression& place = expression.items[i];
                const bool ellipsis = place.kind == Kind::Value;
                places.append(i == 1 ? "" : ", ").append(ellipsis ? "..." : this->expression(place, node).oneLine());
            }
            return CodePiece(this->expression(expression.items.front(), node).oneLine() + "[" + places + "]");
        }
        case Kind::Range: {
            if (expression.items.empty()) return CodePiece(std::string());
            const auto bound = [&](std::size_t i) { return this->expression(expression.items[i], node).oneLine(); };
            return CodePiece(rangeText(bound(0), bound(1), bound(2)));
        }
        case Kind::Either: return this->expression(expression.items[python() ? 0 : 1], node);
    }
    return CodePiece(std::string());
}

// Options where one is set or a list must be told from its elements; otherwise the arguments themselves.
CodePiece Renderer::cppModule(const CodeModule& module, const PlannedNode& node) {
    const std::string type = (module.own ? "" : "nn::") + module.type;
    if (module.own) {
        m_typedLists = true;
        CodePiece piece(type + "(", arguments(module.arguments, node), ")");
        m_typedLists = false;
        return piece;
    }
    std::vector<CodeExpression> constructor;
    std::vector<std::string> options;
    bool lists = false;
    for (const CodeExpression& item : module.arguments) {
        if (item.passing == Passing::Option && !item.standard)
            options.push_back("." + item.keyword + "(" + expression(item, node).oneLine() + ")");
        if (item.passing == Passing::Positional || item.passing == Passing::Named) {
            constructor.push_back(item);
            const CodeExpression& value = item.kind == Kind::Either ? item.items[1] : item;
            lists = lists || value.kind == Kind::List || std::holds_alternative<std::vector<std::int64_t>>(value.value);
        }
    }
    std::vector<CodePiece> pieces = arguments(constructor, node);
    if (options.empty() && !lists) return CodePiece(type + "(", std::move(pieces), ")");
    CodePiece chain(type + "(" + CodePiece(type + "Options(", std::move(pieces), ")").oneLine());
    if (options.empty()) return CodePiece(chain.open + ")");
    chain.links = std::move(options);
    chain.close = ")";
    chain.alignment = type.size() + 5;  // four columns behind the options that the chain belongs to
    return chain;
}

std::vector<CodePiece> Renderer::compositeArguments(const PlannedNode& node, const std::set<std::string, std::less<>>& wanted) {
    const auto& names = m_plan.of(node.composite)->parameterNames;
    std::vector<CodePiece> pieces;
    std::size_t given = 0;
    for (const CompositeParameter& parameter : node.composite->parameters) {
        if (!wanted.contains(parameter.name)) continue;
        const auto found = node.parameters.find(parameter.name);
        const bool differs = found != node.parameters.end() && found->second != parameter.standard;
        if (python() && !differs) continue;
        const std::string text = this->parameter(differs ? found->second : parameter.standard);
        pieces.emplace_back(python() ? names.at(parameter.name) + "=" + text : text);
        if (differs) given = pieces.size();
    }
    pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(given), pieces.end());
    return pieces;
}

CodePiece Renderer::constructed(const PlannedNode& node) {
    if (node.composite) {
        std::set<std::string, std::less<>> all;
        for (const CompositeParameter& parameter : node.composite->parameters) all.insert(parameter.name);
        return CodePiece(m_plan.of(node.composite)->className + "(", compositeArguments(node, all), ")");
    }
    if (!python()) return cppModule(node.code.cppModule ? *node.code.cppModule : *node.code.module, node);
    const CodeModule& module = *node.code.module;
    return CodePiece((module.own ? "" : "nn.") + module.type + "(", arguments(module.arguments, node), ")");
}

ResultPattern ResultPattern::parse(std::string_view text) {
    // Parts stand behind commas; a part in brackets is a tuple of its own.
    std::vector<ResultPattern> parts;
    std::size_t begin = 0;
    int depth = 0;
    const auto add = [&](std::string_view part) {
        while (part.starts_with(' ')) part.remove_prefix(1);
        if (part.starts_with('('))
            parts.push_back(parse(part.substr(1, part.size() - 2)));
        else
            parts.push_back({.output = part == "_" ? -1 : std::stoi(std::string(part)), .parts = {}});
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '(') ++depth;
        if (text[i] == ')') --depth;
        if (text[i] != ',' || depth > 0) continue;
        add(text.substr(begin, i - begin));
        begin = i + 1;
    }
    add(text.substr(begin));
    if (parts.size() == 1) return parts.front();
    return {.output = -1, .parts = std::move(parts)};
}

std::string ResultPattern::pythonTargets(const std::vector<std::string>& variables) const {
    if (parts.empty()) {
        const std::string variable = output < 0 ? "" : variables[static_cast<std::size_t>(output)];
        return variable.empty() ? "_" : variable;
    }
    std::string text;
    bool used = false;
    for (const ResultPattern& part : parts) {
        const std::string target = part.pythonTargets(variables);
        used = used || target != "_";
        text.append(text.empty() ? "" : ", ").append(part.parts.empty() || target == "_" ? target : "(" + target + ")");
    }
    return used ? text : "_";
}

std::string ResultPattern::cppPart(int wanted, const std::string& value) const {
    if (parts.empty()) return output == wanted ? value : "";
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string found = parts[i].cppPart(wanted, "std::get<" + std::to_string(i) + ">(" + value + ")");
        if (!found.empty()) return found;
    }
    return {};
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include "core/code/writer.h"

#include <algorithm>

namespace seekbench {

void CodeWriter::line(std::size_t indentation, const std::string& text) {
    m_lines.push_back({text.empty() ? "" : std::string(indentation, ' ') + text, {m_composite, m_node}});
}

void CodeWriter::blank(int count) {
    for (; count > 0; --count) m_lines.push_back({});
}

void CodeWriter::statement(std::size_t indentation, const std::string& before, const CodePiece& piece, const std::string& after,
                           const std::string& comment) {
    std::vector<std::string> lines = layOut(m_language, indentation, before, piece, after);
    const std::string behind = comment.empty() ? "" : (m_language == CodeLanguage::Python ? "  # " : "  // ") + comment;
    if (widthOf(lines.back()) + widthOf(behind) <= columnLimit(m_language)) lines.back() += behind;
    for (std::string& text : lines) m_lines.push_back({std::move(text), {m_composite, m_node}});
}

void CodeWriter::block(std::string_view text) {
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        m_lines.push_back({std::string(text.substr(at, end - at)), {m_composite, m_node}});
        at = end + 1;
    }
}

void CodeWriter::append(std::vector<CodeLine> lines) {
    m_lines.insert(m_lines.end(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
}

std::size_t ConditionWriter::enter(const std::string& condition) {
    if (condition != m_open) {
        leave();
        if (!condition.empty())
            m_writer.line(m_indentation, m_language == CodeLanguage::Python ? "if " + condition + ":" : "if (" + condition + ") {");
        m_open = condition;
    }
    return m_indentation + (condition.empty() ? 0 : 4);
}

void ConditionWriter::leave() {
    if (!m_open.empty() && m_language == CodeLanguage::Cpp) m_writer.line(m_indentation, "}");
    m_open.clear();
}

std::vector<std::string> descriptionOf(const PlannedGraph& graph, std::size_t columns,
                                       const std::set<std::string, std::less<>>& described) {
    const std::string summary = graph.composite ? graph.composite->summary : "The model, node by node.";
    std::vector<std::string> lines = wrapped(summary.empty() ? graph.className + "." : summary, columns);
    const auto section = [&](const std::string& title, const std::vector<std::string>& entries) {
        if (entries.empty()) return;
        lines.push_back("");
        lines.push_back(title);
        for (const std::string& entry : entries) {
            const auto parts = wrapped(entry, columns - 4);
            for (std::size_t i = 0; i < parts.size(); ++i) lines.push_back((i == 0 ? "    " : "        ") + parts[i]);
        }
    };
    std::vector<std::string> parameters, shapes, names;
    if (graph.composite)
        for (const CompositeParameter& parameter : graph.composite->parameters)
            if (described.contains(parameter.name))
                parameters.push_back(graph.parameterNames.at(parameter.name) + ": " +
                                     (parameter.help.empty() ? parameter.label + "." : parameter.help));
    section("Args:", parameters);
    for (const PlannedEnd& input : graph.inputs)
        if (!input.shape.empty())
            shapes.push_back(input.variable + ": " + input.shape + (input.variable == input.name ? "" : ", " + input.name));
    std::string returned;
    for (const PlannedEnd& output : graph.outputs)
        if (!output.shape.empty())
            returned.append(returned.empty() ? "returns: " : "; ").append(output.shape).append(", ").append(output.name);
    if (!returned.empty()) shapes.push_back(returned);
    section(graph.composite ? "Shapes in " + graph.firstUse + ":" : "Shapes:", shapes);
    for (const auto& [name, identifier] : graph.identifiers)
        if (name != identifier) names.push_back(identifier + ": " + name);
    section("Names of nodes that are no identifiers:", names);
    return lines;
}

std::vector<std::string> keptParameters(const PlannedGraph& graph, const Renderer& forward) {
    std::vector<std::string> identifiers;
    if (graph.composite)
        for (const CompositeParameter& parameter : graph.composite->parameters)
            if (forward.usedParameters().contains(parameter.name)) identifiers.push_back(graph.parameterNames.at(parameter.name));
    return identifiers;
}

std::string titleLine(const CodeOptions& options) {
    std::string title;
    for (const char c : options.title) title += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    return title.empty() ? "Written by Seekbench." : "Written by Seekbench from the experiment " + title + ".";
}

ResultPattern resultsOf(const PlannedNode& node, const CodeCall& call) {
    if (!node.composite) return ResultPattern::parse(call.results);
    if (node.outputs.size() == 1) return {.output = 0, .parts = {}};
    ResultPattern pattern;
    for (std::size_t output = 0; output < node.outputs.size(); ++output)
        pattern.parts.push_back({.output = static_cast<int>(output), .parts = {}});
    return pattern;
}

const CodeExpression* otherOutput(const CodeCall& call, std::size_t output) {
    const auto found = std::ranges::find(call.others, static_cast<int>(output), &std::pair<int, CodeExpression>::first);
    return found == call.others.end() ? nullptr : &found->second;
}

bool callIsNeeded(const PlannedNode& node, const CodeCall& call) {
    bool read = false;
    for (std::size_t output = 0; output < node.outputs.size(); ++output) {
        if (node.outputs[output].empty()) continue;
        if (!otherOutput(call, output)) return true;
        read = true;
    }
    return !read;
}

}  // namespace seekbench

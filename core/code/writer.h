// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/code/code.h"
#include "core/code/layout.h"
#include "core/code/plan.h"
#include "core/code/renderer.h"

namespace seekbench {

// What each of the styles makes of a plan. Sequential may refuse.
EmittedCode moduleCodeOf(const Plan& plan, const CodeOptions& options);
Result<EmittedCode> sequentialCodeOf(const Plan& plan, const CodeOptions& options);
EmittedCode functionalCodeOf(const Plan& plan, const CodeOptions& options);
EmittedCode cppCodeOf(const Plan& plan, const CodeOptions& options);

// Collects the lines of a language, each with the node it speaks of.
class CodeWriter {
public:
    CodeWriter(CodeLanguage language, const PlannedGraph* graph = nullptr)
        : m_language(language), m_composite(graph && graph->composite ? graph->composite->id : "") {}

    void speakOf(std::string node) { m_node = std::move(node); }
    void line(std::size_t indentation, const std::string& text);
    void blank(int count = 1);
    // A statement in as many lines as it takes; the comment stands behind it where there is room.
    void statement(std::size_t indentation, const std::string& before, const CodePiece& piece, const std::string& after = {},
                   const std::string& comment = {});
    // Lines of somebody else's, such as a helper's.
    void block(std::string_view text);
    void append(std::vector<CodeLine> lines);
    std::vector<CodeLine> take() { return std::move(m_lines); }

private:
    CodeLanguage m_language;
    std::string m_composite, m_node;
    std::vector<CodeLine> m_lines;
};

// Writes nodes whose "when" is the same under one condition.
class ConditionWriter {
public:
    ConditionWriter(CodeWriter& writer, CodeLanguage language, std::size_t indentation)
        : m_writer(writer), m_language(language), m_indentation(indentation) {}

    // Where statements under this condition ("": none) are indented to.
    std::size_t enter(const std::string& condition);
    void leave();

private:
    CodeWriter& m_writer;
    CodeLanguage m_language;
    std::size_t m_indentation;
    std::string m_open;
};

// The sentences above a class or function, in lines without quotes or slashes: what it is, its parameters (those `described`), its shapes.
std::vector<std::string> descriptionOf(const PlannedGraph& graph, std::size_t columns, const std::set<std::string, std::less<>>& described);
// The identifiers of the parameters that `forward` has written, in the order in which the composite declares them.
std::vector<std::string> keptParameters(const PlannedGraph& graph, const Renderer& forward);
std::string titleLine(const CodeOptions& options);
// "0" or "0, 1, 2": a composite gives out its outputs in this manner.
ResultPattern resultsOf(const PlannedNode& node, const CodeCall& call);
// The expression of an output that is no part of the call's value, or nullptr.
const CodeExpression* otherOutput(const CodeCall& call, std::size_t output);
// Whether somebody reads a part of the call's value, or nobody anything: then the call stands for what it does.
bool callIsNeeded(const PlannedNode& node, const CodeCall& call);

}  // namespace seekbench

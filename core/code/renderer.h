// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>

#include "core/code/code.h"
#include "core/code/layout.h"
#include "core/code/plan.h"

namespace seekbench {

// Where in the code of a graph an expression stands; decides how parameters, modules and the mode are called.
enum class CodeScope { Constructor, Forward, Function };

// A Renderer turns the neutral expressions of one graph into text. Remembers which parameters of the composite it has written, for those
// who must bring them there. Lives as long as the plan.
class Renderer {
public:
    Renderer(const Plan& plan, CodeLanguage language, CodeScope scope, const PlannedGraph& graph)
        : m_plan(plan), m_language(language), m_scope(scope), m_graph(graph) {}

    CodePiece expression(const CodeExpression& expression, const PlannedNode& node);
    // nn.Conv2d(…), ResidualBlock(…): the module of a node that has one.
    CodePiece constructed(const PlannedNode& node);
    // The parameters of a composite at the place of its use: in Python by name; in C++ in their order, up to the last that is given.
    // `wanted` has those that are passed on.
    std::vector<CodePiece> compositeArguments(const PlannedNode& node, const std::set<std::string, std::less<>>& wanted);
    std::string condition(const PlannedNode& node);
    std::string parameter(const ParameterValue& value);
    // How often a composite is applied: "12".
    std::string repetitions(const PlannedNode& node) { return parameter(*node.repeat); }
    // "block/conv1", or with the path of the composite before it: f"{name}/conv1".
    std::string pathText(const PlannedNode& node, const std::string& tensor = {});

    const std::set<std::string, std::less<>>& usedParameters() const { return m_used; }
    bool usesTraining() const { return m_training; }
    void useTraining() { m_training = true; }

private:
    bool python() const { return m_language == CodeLanguage::Python; }
    std::vector<CodePiece> arguments(const std::vector<CodeExpression>& items, const PlannedNode& node);
    CodePiece argument(const CodeExpression& item, const PlannedNode& node);
    std::string valueText(const CodeExpression& value);
    std::string spread(const CodeExpression& value);
    CodePiece cppModule(const CodeModule& module, const PlannedNode& node);

    const Plan& m_plan;
    CodeLanguage m_language;
    CodeScope m_scope;
    const PlannedGraph& m_graph;
    std::set<std::string, std::less<>> m_used;
    bool m_training = false;
    bool m_typedLists = false;  // C++ constructors behind a holder cannot tell the type of a list in braces
    bool m_spreads = false;     // C++ functions want all numbers of a kernel size
};

// How the value of a call is taken apart: "0, (1, 2)".
struct ResultPattern {
    int output = -1;                   // a leaf: which output; -1: none
    std::vector<ResultPattern> parts;  // not empty: a tuple

    static ResultPattern parse(std::string_view text);
    // "x, _", with the variables of the outputs.
    std::string pythonTargets(const std::vector<std::string>& variables) const;
    // "std::get<1>(std::get<0>(…))" around `value`, for one output.
    std::string cppPart(int output, const std::string& value) const;
};

}  // namespace seekbench

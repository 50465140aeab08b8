// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "core/code/expression_text.h"
#include "core/code/python.h"

namespace seekbench {
namespace {

// What the function of a composite must be told.
struct FunctionNeeds {
    std::set<std::string, std::less<>> parameters;
    bool training = false;
};
using Needs = std::map<const Composite*, FunctionNeeds>;

CodePiece callOf(const Plan& plan, const PlannedNode& node, Renderer& renderer, const Needs& needs) {
    const FunctionNeeds& inner = needs.at(node.composite);
    std::vector<CodePiece> arguments{CodePiece(std::string("weights")), CodePiece(renderer.pathText(node))};
    for (const std::string& input : node.inputs) arguments.emplace_back(input);
    for (CodePiece& argument : renderer.compositeArguments(node, inner.parameters)) arguments.push_back(std::move(argument));
    if (inner.training) {
        renderer.useTraining();
        arguments.emplace_back("training=training");
    }
    return CodePiece(plan.of(node.composite)->functionName + "(", std::move(arguments), ")");
}

FunctionNeeds writeFunction(CodeWriter& writer, const Plan& plan, const PlannedGraph& graph, const Needs& needs) {
    CodeWriter body(CodeLanguage::Python, &graph);
    Renderer renderer(plan, CodeLanguage::Python, CodeScope::Function, graph);
    ConditionWriter conditions(body, CodeLanguage::Python, 4);
    for (const PlannedNode& node : graph.nodes) {
        body.speakOf(node.name);
        const CodePiece call =
            node.composite ? callOf(plan, node, renderer, needs) : renderer.expression(node.code.function.expression, node);
        writeStatement(body, conditions, renderer, node, node.code.function, call, 4, !graph.composite);
    }
    body.speakOf({});
    writeReturn(body, graph, 4);

    FunctionNeeds own{renderer.usedParameters(), renderer.usesTraining()};
    std::vector<CodePiece> arguments{CodePiece(std::string("weights"))};
    if (graph.composite) arguments.emplace_back("name");
    for (CodePiece& input : inputVariables(graph)) arguments.push_back(std::move(input));
    if (graph.composite)
        for (const CompositeParameter& parameter : graph.composite->parameters)
            if (own.parameters.contains(parameter.name))
                arguments.emplace_back(graph.parameterNames.at(parameter.name) + "=" +
                                       literalText(parameter.standard, CodeLanguage::Python));
    if (own.training) arguments.emplace_back("training=False");
    writer.statement(0, "", CodePiece("def " + graph.functionName + "(", std::move(arguments), ")"), ":");
    writeDocstring(writer, 4, graph, own.parameters);
    writer.append(body.take());
    return own;
}

}  // namespace

EmittedCode functionalCodeOf(const Plan& plan, const CodeOptions& options) {
    CodeWriter body(CodeLanguage::Python);
    writeHelpers(body, plan, &CodeHelper::functional);
    Needs needs;
    for (const PlannedGraph& graph : plan.graphs) {
        body.blank(2);
        CodeWriter writer(CodeLanguage::Python, &graph);
        needs[graph.composite] = writeFunction(writer, plan, graph, needs);
        body.append(writer.take());
    }
    return pythonFile(plan, options, body.take());
}

}  // namespace seekbench

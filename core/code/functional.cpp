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

// "12" → "13", "layers" → "layers + 1"
std::string onePast(const std::string& number) {
    const bool literal = number.find_first_not_of("0123456789") == std::string::npos;
    return literal ? std::to_string(std::stoll(number) + 1) : number + " + 1";
}

CodePiece callOf(const Plan& plan, const PlannedNode& node, std::vector<CodePiece> inputs, Renderer& renderer, const Needs& needs) {
    const FunctionNeeds& inner = needs.at(node.composite);
    std::vector<CodePiece> arguments{CodePiece(std::string("weights")), CodePiece(renderer.pathText(node))};
    for (CodePiece& input : inputs) arguments.push_back(std::move(input));
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
        if (node.repeat) {
            const auto call = [&](std::vector<CodePiece> inputs) { return callOf(plan, node, std::move(inputs), renderer, needs); };
            writeRepetition(body, conditions, renderer, node, "for i in range(1, " + onePast(renderer.repetitions(node)) + "):", call, 4);
            continue;
        }
        const CodePiece call = node.composite ? callOf(plan, node, {node.inputs.begin(), node.inputs.end()}, renderer, needs)
                                              : renderer.expression(node.code.function.expression, node);
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

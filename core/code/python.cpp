// SPDX-License-Identifier: Apache-2.0
#include "core/code/python.h"

#include <algorithm>
#include <functional>

#include "core/code/expression_text.h"

namespace seekbench {
namespace {

// Whether a line of code, not a comment, speaks of `word`, such as "nn.".
bool mentions(const std::vector<CodeLine>& lines, std::string_view word) {
    const auto isPart = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    };
    return std::ranges::any_of(lines, [&](const CodeLine& line) {
        const std::string_view text = std::string_view(line.text).substr(0, line.text.find("  # "));
        for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
            if (at == 0 || !isPart(text[at - 1])) return true;
        return false;
    });
}

std::string inDocstring(const std::string& text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '\\') escaped += '\\';
        escaped += c == '"' ? '\'' : c;
    }
    return escaped;
}

std::vector<CodePiece> inputsOf(const PlannedNode& node) { return {node.inputs.begin(), node.inputs.end()}; }

// The modules, in the order in which the model draws their first weights.
void writeModules(CodeWriter& writer, const PlannedGraph& graph, Renderer& renderer) {
    ConditionWriter conditions(writer, CodeLanguage::Python, 8);
    for (const PlannedNode& node : graph.nodes) {
        if (!node.composite && !node.code.module) continue;
        writer.speakOf(node.name);
        const std::size_t indentation = conditions.enter(node.when.empty() ? "" : renderer.condition(node));
        const std::string target = "self." + node.identifier + " = ";
        writer.statement(indentation, target, node.repeat ? repeatedly(node, renderer) : renderer.constructed(node));
    }
    writer.speakOf({});
}

void writeForward(CodeWriter& writer, const PlannedGraph& graph, Renderer& renderer) {
    std::vector<CodePiece> arguments{CodePiece(std::string("self"))};
    for (CodePiece& input : inputVariables(graph)) arguments.push_back(std::move(input));
    writer.statement(4, "", CodePiece("def forward(", std::move(arguments), ")"), ":");
    ConditionWriter conditions(writer, CodeLanguage::Python, 8);
    for (const PlannedNode& node : graph.nodes) {
        writer.speakOf(node.name);
        if (node.repeat && !node.isSequence()) {
            const auto called = [](std::vector<CodePiece> inputs) { return CodePiece("each(", std::move(inputs), ")"); };
            writeRepetition(writer, conditions, renderer, node, "for each in self." + node.identifier + ":", called, 8);
            continue;
        }
        const CodeCall& call = node.code.module ? node.code.call : node.code.function;
        const CodePiece piece =
            node.composite ? CodePiece("self." + node.identifier + "(", inputsOf(node), ")") : renderer.expression(call.expression, node);
        writeStatement(writer, conditions, renderer, node, call, piece, 8, !graph.composite);
    }
    writer.speakOf({});
    writeReturn(writer, graph, 8);
}

}  // namespace

// nn.ModuleList([Block(…) for _ in range(12)]); a chain of blocks is an nn.Sequential.
CodePiece repeatedly(const PlannedNode& node, Renderer& renderer) {
    const bool chain = node.isSequence();
    CodePiece list(chain ? "*[" : "[", {renderer.constructed(node), CodePiece("for _ in range(" + renderer.repetitions(node) + ")")}, "]");
    list.operands = true;
    return CodePiece(chain ? "nn.Sequential(" : "nn.ModuleList(", {list}, ")");
}

void writeDocstring(CodeWriter& writer, std::size_t indentation, const PlannedGraph& graph,
                    const std::set<std::string, std::less<>>& described) {
    std::vector<std::string> lines = descriptionOf(graph, columnLimit(CodeLanguage::Python) - indentation - 4, described);
    for (std::size_t i = 0; i < lines.size(); ++i) writer.line(indentation, (i == 0 ? "\"\"\"" : "") + inDocstring(lines[i]));
    writer.line(indentation, "\"\"\"");
}

void writeStatement(CodeWriter& writer, ConditionWriter& conditions, Renderer& renderer, const PlannedNode& node, const CodeCall& call,
                    const CodePiece& piece, std::size_t indentation, bool shapes) {
    const std::string condition = node.when.empty() ? "" : renderer.condition(node);
    const std::string targets = resultsOf(node, call).pythonTargets(node.outputs);
    if (!condition.empty() && node.declares) {  // what the node is passed by with
        conditions.leave();
        const auto known = [](const std::string& variable) { return !variable.empty(); };
        writer.line(indentation, *std::ranges::find_if(node.outputs, known) + " = " + *std::ranges::find_if(node.inputs, known));
    }
    if (callIsNeeded(node, call) && piece.oneLine() != targets)
        writer.statement(conditions.enter(condition), targets == "_" ? "" : targets + " = ", piece, "", shapes ? node.shape : "");
    for (std::size_t output = 0; output < node.outputs.size(); ++output)
        if (const CodeExpression* other = otherOutput(call, output); other && !node.outputs[output].empty())
            writer.statement(conditions.enter(condition), node.outputs[output] + " = ", renderer.expression(*other, node));
}

void writeRepetition(CodeWriter& writer, ConditionWriter& conditions, Renderer& renderer, const PlannedNode& node, const std::string& loop,
                     const std::function<CodePiece(std::vector<CodePiece> inputs)>& call, std::size_t indentation) {
    const std::string condition = node.when.empty() ? "" : renderer.condition(node);
    conditions.leave();
    for (std::size_t i = 0; i < node.outputs.size(); ++i)
        if (node.outputs[i] != node.inputs[i]) writer.line(indentation, node.outputs[i] + " = " + node.inputs[i]);
    const std::size_t inside = conditions.enter(condition);
    writer.line(inside, loop);
    std::vector<CodePiece> inputs;
    for (std::size_t i = 0; i < node.inputs.size(); ++i) inputs.emplace_back(i < node.outputs.size() ? node.outputs[i] : node.inputs[i]);
    writer.statement(inside + 4, resultsOf(node, {}).pythonTargets(node.outputs) + " = ", call(std::move(inputs)));
}

std::vector<CodePiece> inputVariables(const PlannedGraph& graph) {
    std::vector<CodePiece> variables;
    for (const PlannedEnd& input : graph.inputs) variables.emplace_back(input.variable);
    return variables;
}

void writeReturn(CodeWriter& writer, const PlannedGraph& graph, std::size_t indentation) {
    std::vector<CodePiece> variables;
    for (const PlannedEnd& output : graph.outputs) variables.emplace_back(output.variable);
    writer.statement(indentation, "return ", variables.size() == 1 ? variables.front() : CodePiece("", std::move(variables), ""));
}

void writeClass(CodeWriter& writer, const Plan& plan, const PlannedGraph& graph) {
    CodeWriter modules(CodeLanguage::Python, &graph), forward(CodeLanguage::Python, &graph);
    Renderer constructor(plan, CodeLanguage::Python, CodeScope::Constructor, graph);
    Renderer inForward(plan, CodeLanguage::Python, CodeScope::Forward, graph);
    writeModules(modules, graph, constructor);
    writeForward(forward, graph, inForward);

    std::set<std::string, std::less<>> all;
    std::vector<CodePiece> arguments{CodePiece(std::string("self"))};
    if (graph.composite)
        for (const CompositeParameter& parameter : graph.composite->parameters) {
            all.insert(parameter.name);
            arguments.emplace_back(graph.parameterNames.at(parameter.name) + "=" + literalText(parameter.standard, CodeLanguage::Python));
        }
    writer.line(0, "class " + graph.className + "(nn.Module):");
    writeDocstring(writer, 4, graph, all);
    writer.blank();
    writer.statement(4, "", CodePiece("def __init__(", std::move(arguments), ")"), ":");
    writer.line(8, "super().__init__()");
    // What forward() needs to know of the parameters.
    for (const std::string& identifier : keptParameters(graph, inForward)) writer.line(8, "self." + identifier + " = " + identifier);
    writer.append(modules.take());
    writer.blank();
    writer.append(forward.take());
}

void writeHelpers(CodeWriter& writer, const Plan& plan, std::string_view CodeHelper::*style) {
    for (const CodeHelper* helper : plan.helpers)
        for (const std::string_view text : {helper->python, helper->*style}) {
            if (text.empty()) continue;
            writer.blank(2);
            writer.block(text);
        }
}

EmittedCode pythonFile(const Plan& plan, const CodeOptions& options, std::vector<CodeLine> body, bool ordered) {
    CodeWriter head(CodeLanguage::Python);
    head.line(0, "# " + titleLine(options));
    const bool math = mentions(body, "math.");
    if (math) head.line(0, "import math");
    if (ordered) head.line(0, "from collections import OrderedDict");
    const bool torch = mentions(body, "torch."), functional = mentions(body, "F."), modules = mentions(body, "nn.");
    if ((math || ordered) && (torch || functional || modules)) head.blank();
    if (torch) head.line(0, "import torch");
    if (functional) head.line(0, "import torch.nn.functional as F");
    if (modules) head.line(0, "from torch import nn");
    head.append(std::move(body));
    EmittedCode code{.lines = head.take(), .firstUses = {}};
    for (const PlannedGraph& graph : plan.graphs)
        if (graph.composite) code.firstUses[graph.composite->id] = graph.firstUse;
    return code;
}

EmittedCode moduleCodeOf(const Plan& plan, const CodeOptions& options) {
    CodeWriter body(CodeLanguage::Python);
    writeHelpers(body, plan, &CodeHelper::module);
    for (const PlannedGraph& graph : plan.graphs) {
        body.blank(2);
        CodeWriter writer(CodeLanguage::Python, &graph);
        writeClass(writer, plan, graph);
        body.append(writer.take());
    }
    return pythonFile(plan, options, body.take());
}

}  // namespace seekbench

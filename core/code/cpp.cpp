// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/code/expression_text.h"
#include "core/code/writer.h"

namespace seekbench {
namespace {

constexpr CodeLanguage kCpp = CodeLanguage::Cpp;

// Only what has weights is a module here; the rest are functions.
bool isModule(const PlannedNode& node) { return node.composite || (node.code.module && node.hasWeights()); }

const CodeCall& callOf(const PlannedNode& node) {
    if (node.code.cpp) return *node.code.cpp;
    return isModule(node) ? node.code.call : node.code.function;
}

std::string typeOf(const ParameterValue& value) {
    if (std::holds_alternative<bool>(value)) return "bool";
    return std::holds_alternative<double>(value) ? "double" : "int64_t";
}

std::string moduleType(const Plan& plan, const PlannedNode& node) {
    if (node.repeat) return "nn::ModuleList";
    if (node.composite) return plan.of(node.composite)->className;
    const CodeModule& module = node.code.cppModule ? *node.code.cppModule : *node.code.module;
    return (module.own ? "" : "nn::") + module.type;
}

std::string returnType(const PlannedGraph& graph) {
    std::string types;
    for (std::size_t i = 0; i < graph.outputs.size(); ++i) types.append(i == 0 ? "" : ", ").append("torch::Tensor");
    return graph.outputs.size() == 1 ? types : "std::tuple<" + types + ">";
}

void writeModules(CodeWriter& writer, const PlannedGraph& graph, Renderer& renderer) {
    ConditionWriter conditions(writer, kCpp, 8);
    for (const PlannedNode& node : graph.nodes) {
        if (!isModule(node)) continue;
        writer.speakOf(node.name);
        const std::size_t indentation = conditions.enter(node.when.empty() ? "" : renderer.condition(node));
        const CodePiece made = node.repeat ? CodePiece("nn::ModuleList()") : renderer.constructed(node);
        writer.statement(indentation, node.identifier + " = ",
                         CodePiece("register_module(", {CodePiece(inQuotes(node.identifier)), made}, ")"), ";");
        if (!node.repeat) continue;
        writer.line(indentation, "for (int64_t i = 0; i < " + renderer.repetitions(node) + "; ++i) {");
        writer.statement(indentation + 4, "", CodePiece(node.identifier + "->push_back(", {renderer.constructed(node)}, ")"), ";");
        writer.line(indentation, "}");
    }
    conditions.leave();
    writer.speakOf({});
}

// A call with one of its parts taken: std::get<0>(lstm->forward(x)).
CodePiece partOf(const ResultPattern& results, int output, const CodePiece& call) {
    const std::string around = results.cppPart(output, "\n");
    if (around.size() == 1) return call;
    const auto place = around.find('\n');
    return CodePiece(around.substr(0, place), {call}, around.substr(place + 1));
}

void writeStatement(CodeWriter& writer, ConditionWriter& conditions, Renderer& renderer, const PlannedNode& node, const CodeCall& call,
                    const CodePiece& piece, const std::string& shape) {
    const std::string condition = node.when.empty() ? "" : renderer.condition(node);
    const auto known = [](const std::string& variable) { return !variable.empty(); };
    std::string declares = node.declares ? "auto " : "";
    if (!condition.empty() && node.declares) {  // what the node is passed by with
        conditions.leave();
        writer.line(8, declares + *std::ranges::find_if(node.outputs, known) + " = " + *std::ranges::find_if(node.inputs, known) + ";");
        declares.clear();
    }
    std::vector<int> parts;
    for (std::size_t output = 0; output < node.outputs.size(); ++output)
        if (known(node.outputs[output]) && !otherOutput(call, output)) parts.push_back(static_cast<int>(output));
    const ResultPattern results = resultsOf(node, call);
    const auto variable = [&](int output) { return node.outputs[static_cast<std::size_t>(output)]; };
    if (parts.empty() && callIsNeeded(node, call)) writer.statement(conditions.enter(condition), "", piece, ";");
    if (parts.size() > 1) {
        const std::size_t indentation = conditions.enter(condition);
        writer.statement(indentation, "auto " + node.result + " = ", piece, ";");
        for (const int output : parts)
            writer.line(indentation, declares + variable(output) + " = " + results.cppPart(output, node.result) + ";");
    } else if (parts.size() == 1) {
        const CodePiece part = partOf(results, parts.front(), piece);
        if (part.oneLine() != variable(parts.front()))
            writer.statement(conditions.enter(condition), declares + variable(parts.front()) + " = ", part, ";", shape);
    }
    for (std::size_t output = 0; output < node.outputs.size(); ++output)
        if (const CodeExpression* other = otherOutput(call, output); other && known(node.outputs[output]))
            writer.statement(conditions.enter(condition), declares + node.outputs[output] + " = ", renderer.expression(*other, node), ";");
}

// The outputs of a repetition are the inputs of the next.
void writeRepetition(CodeWriter& writer, ConditionWriter& conditions, Renderer& renderer, const PlannedNode& node,
                     const std::string& className) {
    conditions.leave();
    for (std::size_t i = 0; i < node.outputs.size(); ++i)
        if (node.outputs[i] != node.inputs[i]) writer.line(8, "auto " + node.outputs[i] + " = " + node.inputs[i] + ";");
    const std::size_t indentation = conditions.enter(node.when.empty() ? "" : renderer.condition(node));
    writer.line(indentation, "for (const auto& each : *" + node.identifier + ") {");
    std::vector<CodePiece> inputs;
    std::string targets;
    for (std::size_t i = 0; i < node.inputs.size(); ++i) inputs.emplace_back(i < node.outputs.size() ? node.outputs[i] : node.inputs[i]);
    for (const std::string& output : node.outputs) targets.append(targets.empty() ? "" : ", ").append(output);
    writer.statement(indentation + 4, (node.outputs.size() == 1 ? targets : "std::tie(" + targets + ")") + " = ",
                     CodePiece("each->as<" + className + ">()->forward(", std::move(inputs), ")"), ";");
    writer.line(indentation, "}");
}

void writeForward(CodeWriter& writer, const Plan& plan, const PlannedGraph& graph, Renderer& renderer) {
    std::vector<CodePiece> arguments;
    for (const PlannedEnd& input : graph.inputs) arguments.emplace_back("torch::Tensor " + input.variable);
    writer.statement(4, returnType(graph) + " ", CodePiece("forward(", std::move(arguments), ")"), " {");
    ConditionWriter conditions(writer, kCpp, 8);
    for (const PlannedNode& node : graph.nodes) {
        writer.speakOf(node.name);
        if (node.repeat) {
            writeRepetition(writer, conditions, renderer, node, plan.of(node.composite)->className);
            continue;
        }
        const CodePiece piece = node.composite ? CodePiece(node.identifier + "->forward(", {node.inputs.begin(), node.inputs.end()}, ")")
                                               : renderer.expression(callOf(node).expression, node);
        writeStatement(writer, conditions, renderer, node, callOf(node), piece, graph.composite ? "" : node.shape);
    }
    conditions.leave();
    writer.speakOf({});
    std::vector<CodePiece> variables;
    for (const PlannedEnd& output : graph.outputs) variables.emplace_back(output.variable);
    writer.statement(8, "return ", variables.size() == 1 ? variables.front() : CodePiece("{", std::move(variables), "}"), ";");
    writer.line(4, "}");
}

void writeStruct(CodeWriter& writer, const Plan& plan, const PlannedGraph& graph) {
    CodeWriter modules(kCpp, &graph), forward(kCpp, &graph);
    Renderer constructor(plan, kCpp, CodeScope::Constructor, graph), inForward(plan, kCpp, CodeScope::Forward, graph);
    writeModules(modules, graph, constructor);
    writeForward(forward, plan, graph, inForward);

    std::set<std::string, std::less<>> all;
    std::vector<CodePiece> arguments;
    if (graph.composite)
        for (const CompositeParameter& parameter : graph.composite->parameters) {
            all.insert(parameter.name);
            arguments.emplace_back(typeOf(parameter.standard) + " " + graph.parameterNames.at(parameter.name) + " = " +
                                   literalText(parameter.standard, kCpp));
        }
    for (const std::string& line : descriptionOf(graph, columnLimit(kCpp) - 3, all)) writer.line(0, line.empty() ? "//" : "// " + line);
    writer.line(0, "struct " + graph.className + "Impl : nn::Module {");
    std::vector<std::string> kept;
    std::string together;
    for (const std::string& identifier : keptParameters(graph, inForward)) {
        kept.push_back(identifier + "(" + identifier + ")");
        together.append(together.empty() ? " : " : ", ").append(kept.back());
    }
    const std::vector<CodeLine> registrations = modules.take();
    const std::string explicitly = arguments.empty() ? "" : "explicit ", body = registrations.empty() ? " {}" : " {";
    const CodePiece signature(graph.className + "Impl(", std::move(arguments), ")");
    if (kept.empty() || 4 + widthOf(explicitly + signature.oneLine() + together + body) <= columnLimit(kCpp)) {
        writer.statement(4, explicitly, signature, together + body);
    } else {  // before the colon, and one for each line where they do not all fit on one
        writer.statement(4, explicitly, signature);
        if (7 + widthOf(together + body) <= columnLimit(kCpp)) kept = {together.substr(3)};
        for (std::size_t i = 0; i < kept.size(); ++i) writer.line(8, (i == 0 ? ": " : "  ") + kept[i] + (i + 1 < kept.size() ? "," : body));
    }
    if (!registrations.empty()) {
        writer.append(registrations);
        writer.line(4, "}");
    }
    writer.blank();
    writer.append(forward.take());
    CodeWriter members(kCpp, &graph);
    if (graph.composite)
        for (const CompositeParameter& parameter : graph.composite->parameters)
            if (inForward.usedParameters().contains(parameter.name))
                members.line(4, typeOf(parameter.standard) + " " + graph.parameterNames.at(parameter.name) + ";");
    for (const PlannedNode& node : graph.nodes) {
        if (!isModule(node)) continue;
        members.speakOf(node.name);
        members.line(4, moduleType(plan, node) + " " + node.identifier + "{nullptr};");
    }
    if (std::vector<CodeLine> lines = members.take(); !lines.empty()) {
        writer.blank();
        writer.append(std::move(lines));
    }
    writer.line(0, "};");
    writer.line(0, "TORCH_MODULE(" + graph.className + ");");
}

}  // namespace

EmittedCode cppCodeOf(const Plan& plan, const CodeOptions& options) {
    CodeWriter code(kCpp);
    code.line(0, "// " + titleLine(options));
    code.line(0, "#pragma once");
    code.blank();
    code.line(0, "#include <torch/torch.h>");
    code.blank();
    code.line(0, "namespace nn = torch::nn;");
    for (const CodeHelper* helper : plan.helpers) {
        if (helper->cpp.empty()) continue;
        code.blank();
        code.block(helper->cpp);
    }
    for (const PlannedGraph& graph : plan.graphs) {
        code.blank();
        CodeWriter writer(kCpp, &graph);
        writeStruct(writer, plan, graph);
        code.append(writer.take());
    }
    EmittedCode emitted{.lines = code.take(), .firstUses = {}};
    for (const PlannedGraph& graph : plan.graphs)
        if (graph.composite) emitted.firstUses[graph.composite->id] = graph.firstUse;
    return emitted;
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/operators/catalog.h"

namespace seekbench {
namespace {

std::string rangeText(const ParameterSpec& spec) {
    if (spec.type == ParameterType::Choice) {
        std::string choices;
        for (const std::string_view choice : spec.choices)
            choices.append(choices.empty() ? "" : ", ").append("`").append(choice).append("`");
        return choices;
    }
    if (spec.type == ParameterType::Boolean) return "`true`, `false`";
    const bool bounded = spec.maximum < 2147483647.0;
    const std::string range = argumentText(spec.minimum) + (bounded ? " to " + argumentText(spec.maximum) : " or more");
    if (spec.type != ParameterType::Integers) return range;
    return (spec.count > 0 ? "one number or " + std::to_string(spec.count) : "list of numbers") + ", each " + range;
}

std::string_view typeText(ParameterType type) {
    switch (type) {
        case ParameterType::Boolean: return "boolean";
        case ParameterType::Integer: return "integer";
        case ParameterType::Real: return "real";
        case ParameterType::Choice: return "choice";
        case ParameterType::Integers: return "integers";
    }
    return {};
}

std::string portText(std::string_view direction, const PortSpec& port) {
    std::string text = "- " + std::string(direction) + " `" + std::string(port.name) + "`";
    if (port.arity == Arity::Many) text += " (any number of edges)";
    if (port.optional) text += " (optional)";
    return text.append(": ").append(port.help).append("\n");
}

template <class Rule>
std::string facetText(std::string_view name, const Facet<Rule>& facet) {
    return "- " + std::string(name) + ": " + (facet.rule() ? "yes" : "no. " + std::string(facet.reason())) + "\n";
}

std::string exampleText(const Example& example) {
    std::string text = "- ";
    for (const auto& [name, value] : example.parameters)
        text.append(text.size() > 2 ? ", " : "").append(name + " = " + seekbench::text(value));
    text += text.size() > 2 ? ": " : "defaults: ";
    for (const TensorType& input : example.inputs)
        text += input.shape.empty() ? "– " : seekbench::text(input.shape) + (input.element == ElementType::Integer ? " whole " : " ");
    text += "→";
    for (const Sizes& output : example.outputs) text += " " + seekbench::text(Shape(output.begin(), output.end()));
    return text + (example.outputs.empty() ? " nothing\n" : "\n");
}

std::string operatorText(const Operator& op) {
    std::string text = "### " + std::string(op.id) + "\n\n" + std::string(op.summary) + "\n\n";
    for (const PortSpec& port : op.inputs) text += portText("input", port);
    for (const PortSpec& port : op.outputs) text += portText("output", port);
    if (!op.parameters.empty()) text += "\n| parameter | type | range | default | meaning |\n|---|---|---|---|---|\n";
    for (const ParameterSpec& spec : op.parameters) {
        text.append("| `").append(spec.name).append("` | ").append(typeText(spec.type)).append(" | ").append(rangeText(spec)).append(" | ");
        text.append(spec.standard ? "`" + seekbench::text(*spec.standard) + "`" : "must be given")
            .append(" | ")
            .append(spec.help)
            .append(" |\n");
    }
    text += "\nFacets:\n\n";
    text += facetText("shape", op.shape) + facetText("cost", op.cost) + facetText("PyTorch text", op.code) + facetText("ONNX", op.onnx) +
            facetText("TFLite", op.tflite);
    text += "\nExamples:\n\n";
    for (const Example& example : op.examples) text += exampleText(example);
    return text + "\n";
}

}  // namespace

std::string operatorDocumentation() {
    std::string text =
        "<!-- Generated from the operator catalog (core/operators); do not edit. The test tst_operators says how to write it anew. -->\n\n"
        "# Operators\n\n"
        "Layer types of Seekbench, by family. Names and meanings of the parameters are those of PyTorch's modules. `*` stands for\n"
        "any dimensions; the first dimension of a sample's tensor is the batch.\n\n";
    std::optional<Family> family;
    for (const Operator* op : operatorCatalog()) {
        if (family != op->family) text += "## " + std::string(nameOf(op->family)) + "\n\n";
        family = op->family;
        text += operatorText(*op);
    }
    text.pop_back();
    return text;
}

}  // namespace seekbench

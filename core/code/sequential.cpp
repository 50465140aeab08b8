// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include "core/code/python.h"

namespace seekbench {
namespace {

Error refusal(Message reason) {
    return Error(ErrorCode::Unsupported, std::move(reason), say("The styles module and functional can write it."));
}

// Why the model is no chain of modules with one tensor between each two.
std::optional<Error> refusalOf(const PlannedGraph& model) {
    if (model.inputs.size() != 1) return refusal(say("nn.Sequential takes one input, and this graph has %1.", model.inputs.size()));
    if (model.outputs.size() != 1) return refusal(say("nn.Sequential gives one output, and this graph has %1.", model.outputs.size()));
    // In a chain every node goes on with the variable of the one before.
    const auto known = [](const std::string& variable) { return !variable.empty(); };
    for (const PlannedNode& node : model.nodes) {
        const auto inputs = std::ranges::count_if(node.inputs, known), outputs = std::ranges::count_if(node.outputs, known);
        if (inputs != 1) return refusal(say("nn.Sequential is a chain, and the node %1 has %2 inputs.", node.name, inputs));
        if (outputs != 1) return refusal(say("nn.Sequential is a chain, and %1 outputs of the node %2 are used.", outputs, node.name));
        if (*std::ranges::find_if(node.outputs, known) != "x" || *std::ranges::find_if(node.inputs, known) != "x")
            return refusal(say("nn.Sequential is a chain, and this graph branches at the node %1.", node.name));
        if (node.isPlain()) continue;
        if (node.composite || node.code.module)
            return refusal(
                say("nn.Sequential hands one tensor on, and the module of the node %1 is called with more or gives more.", node.name));
        return refusal(say("The node %1 is a function; nn.Sequential holds modules, and PyTorch has none for it.", node.name));
    }
    return std::nullopt;
}

}  // namespace

Result<EmittedCode> sequentialCodeOf(const Plan& plan, const CodeOptions& options) {
    const PlannedGraph& model = plan.model();
    if (auto refused = refusalOf(model)) return *std::move(refused);
    CodeWriter body(CodeLanguage::Python);
    writeHelpers(body, plan, &CodeHelper::module);
    for (const PlannedGraph& graph : plan.graphs) {
        if (!graph.composite) continue;
        body.blank(2);
        CodeWriter writer(CodeLanguage::Python, &graph);
        writeClass(writer, plan, graph);
        body.append(writer.take());
    }
    body.blank(2);
    body.line(0, "def build_model():");
    writeDocstring(body, 4, model, {});
    Renderer renderer(plan, CodeLanguage::Python, CodeScope::Constructor, model);
    body.line(4, "return nn.Sequential(");
    body.line(8, "OrderedDict(");
    for (const PlannedNode& node : model.nodes) {
        body.speakOf(node.name);
        body.statement(12, node.identifier + "=", node.repeat ? repeatedly(node, renderer) : renderer.constructed(node), ",", node.shape);
    }
    body.speakOf({});
    body.line(8, ")");
    body.line(4, ")");
    return pythonFile(plan, options, body.take(), true);
}

}  // namespace seekbench

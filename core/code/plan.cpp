// SPDX-License-Identifier: Apache-2.0
#include "core/code/plan.h"

#include <algorithm>
#include <functional>

#include "core/graph/repetition.h"
#include "core/graph/wiring.h"
#include "core/operators/code/rules.h"

namespace seekbench {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

bool mentionsWeights(const CodeExpression& expression) {
    using Kind = CodeExpression::Kind;
    return expression.kind == Kind::Weight || expression.kind == Kind::Weights || std::ranges::any_of(expression.items, mentionsWeights);
}

Error mistakeError(const Diagnostic& mistake) {
    return Error(ErrorCode::InvalidInput, say("The graph has a mistake, so there is no code for it: %1", english(mistake)),
                 say("Correct it, and the code follows."));
}

bool isClass(std::string_view name) { return name.front() >= 'A' && name.front() <= 'Z'; }

class Planner {
public:
    Planner(const Library& library, const GraphReport& report) : m_library(library), m_signatures(library), m_report(report) {}

    Result<Plan> plan(const Graph& graph) {
        for (const CodeHelper* helper : codeHelpers()) m_classes.reserve(std::string(helper->name));
        for (const char* taken : {"x", "Model", "forward"}) m_classes.reserve(taken);
        planGraph(graph, nullptr, {});
        if (m_failure) return *m_failure;
        return std::move(m_plan);
    }

private:
    void planComposite(const Composite& composite, const std::string& path) {
        if (!m_plan.of(&composite)) planGraph(composite.body, &composite, path);
    }

    void planGraph(const Graph& graph, const Composite* composite, const std::string& path) {
        const std::string prefix = composite ? path + "/" : "";
        std::vector<Diagnostic> diagnostics;
        const Wiring wiring = wire(graph, m_signatures, prefix, diagnostics);
        // check() has found nothing, and has not looked into composites that "when" switches off.
        const auto mistake = std::ranges::find(diagnostics, Severity::Error, &Diagnostic::severity);
        if (mistake != diagnostics.end()) return fail(mistakeError(*mistake));
        // What a body uses comes first, so that each name is known where it is used.
        for (const int index : wiring.order)
            if (const Composite* inner = wiring.nodes[at(index)].signature->composite)
                planComposite(*inner, prefix + wiring.nodes[at(index)].name);

        PlannedGraph planned;
        planned.composite = composite;
        planned.firstUse = path;
        planned.className = composite ? m_classes.take(identifierOf(composite->id)) : "Model";
        planned.functionName = composite ? m_classes.take(snakeCase(planned.className)) : "forward";
        // In C++ a module may not have the name of a class, and a variable not that of a module. Functions have names of their own there.
        Names names;
        for (const PlannedGraph& other : m_plan.graphs) names.reserve(other.className);
        for (const CodeHelper* helper : codeHelpers())
            if (isClass(helper->name)) names.reserve(std::string(helper->name));
        names.reserve(planned.className);
        for (const char* taken : {"x", "each", "i"}) names.reserve(taken);
        for (const auto& [name, node] : graph.nodes)
            if (node.op != "Input" && node.op != "Output") planned.identifiers[name] = names.take(identifierOf(name));
        for (const CodeHelper* helper : codeHelpers()) names.reserve(std::string(helper->name));
        for (const PlannedGraph& other : m_plan.graphs) names.reserve(other.functionName);
        if (composite)
            for (const CompositeParameter& parameter : composite->parameters)
                planned.parameterNames[parameter.name] = names.take(identifierOf(parameter.name));
        fill(planned, wiring, prefix, names);
        m_plan.graphs.push_back(std::move(planned));
    }

    // Gives each value a variable, and each node its code.
    void fill(PlannedGraph& planned, const Wiring& wiring, const std::string& prefix, Names& names) {
        std::vector<std::vector<int>> readers(wiring.nodes.size());
        for (std::size_t i = 0; i < wiring.nodes.size(); ++i) readers[i].resize(wiring.nodes[i].signature->outputs.size());
        for (const WiredNode& wired : wiring.nodes)
            for (const auto& source : wired.sources)
                if (source) ++readers[at(source->node)][at(source->output)];
        std::vector<std::vector<std::string>> variables(wiring.nodes.size());
        const auto isInput = [](const WiredNode& wired) { return wired.signature->isInput(); };
        const bool single = std::ranges::count_if(wiring.nodes, isInput) == 1;
        for (std::size_t i = 0; i < wiring.nodes.size(); ++i) {
            const WiredNode& wired = wiring.nodes[i];
            if (!isInput(wired)) continue;
            const std::string variable = single ? "x" : names.take(identifierOf(wired.name));
            planned.inputs.push_back({wired.name, variable, shapeOf(prefix + wired.name, 0)});
            variables[i] = {variable};
        }
        std::map<std::string, PlannedEnd> outputs;
        for (const int index : wiring.order) {
            const WiredNode& wired = wiring.nodes[at(index)];
            if (wired.signature->isInput()) continue;
            PlannedNode node{.name = wired.name,
                             .identifier = {},
                             .code = {},
                             .parameters = {},
                             .repeat = {},
                             .when = wired.node->when,
                             .inputs = {},
                             .outputs = {},
                             .result = {},
                             .shape = {}};
            for (const auto& source : wired.sources) node.inputs.push_back(source ? variables[at(source->node)][at(source->output)] : "");
            if (wired.signature->isOutput()) {  // read at the end: its value lives until then
                outputs[wired.name] = {wired.name, node.inputs.front(), inputShapeOf(prefix + wired.name)};
                continue;
            }
            node.identifier = planned.identifiers.at(wired.name);
            describe(node, wired, prefix + wired.name);
            for (const auto& source : wired.sources)
                if (source) --readers[at(source->node)][at(source->output)];
            nameOutputs(node, wired, readers, readers[at(index)], names);
            node.shape = shapesOf(node, prefix + wired.name);
            variables[at(index)] = node.outputs;
            planned.nodes.push_back(std::move(node));
        }
        for (auto& [name, end] : outputs) planned.outputs.push_back(std::move(end));
    }

    void describe(PlannedNode& node, const WiredNode& wired, const std::string& path) {
        if (wired.signature->composite) {
            node.composite = wired.signature->composite;
            node.parameters = wired.node->parameters;
            const auto repeat = node.parameters.find(std::string(kRepeat.name));
            if (repeat != node.parameters.end() && repeat->second != ParameterValue(std::int64_t{1})) node.repeat = repeat->second;
            return;
        }
        const Operator& op = *wired.signature->primitive;
        if (!op.code.rule()) {
            return fail(
                Error(ErrorCode::Unsupported, say("The node %1 cannot be written as code.", path), {std::string(op.code.reason()), {}}));
        }
        for (const ParameterSpec& spec : op.parameters)
            if (!spec.standard && !wired.node->parameters.contains(spec.name))
                return fail(Error(ErrorCode::InvalidInput, say("%1 of %2 must be given.", spec.name, path)));
        std::vector<bool> connected;
        for (const auto& source : wired.sources) connected.push_back(source.has_value());
        node.code = (*op.code.rule())(CodeSite(wired.signature->parameters, wired.node->parameters, connected));
        for (const CodeHelper* helper : node.code.helpers)
            if (std::ranges::find(m_plan.helpers, helper) == m_plan.helpers.end()) m_plan.helpers.push_back(helper);
    }

    // A chain goes on with the variable of what it reads, as people write it; a new branch is named after its node. What a node is passed
    // by with is its first input, so that one with "when" can go on with no other; and so with the first repetition.
    static void nameOutputs(PlannedNode& node, const WiredNode& wired, const std::vector<std::vector<int>>& readers,
                            const std::vector<int>& ownReaders, Names& names) {
        node.outputs.resize(ownReaders.size());
        const auto isRead = [](int count) { return count > 0; };
        const auto used = std::ranges::count_if(ownReaders, isRead);
        const bool chained = used == 1 && !(node.repeat && ownReaders.size() > 1);
        for (std::size_t i = 0; chained && i < node.inputs.size(); ++i) {
            const auto& source = wired.sources[i];
            if (!source) continue;
            if (readers[at(source->node)][at(source->output)] == 0) {
                node.outputs[static_cast<std::size_t>(std::ranges::find_if(ownReaders, isRead) - ownReaders.begin())] = node.inputs[i];
                return;
            }
            if (!node.when.empty() || node.repeat) break;
        }
        node.declares = used > 0;
        if (used > 1) node.result = names.take(node.identifier + "_result");
        for (std::size_t output = 0; output < ownReaders.size(); ++output) {
            if (ownReaders[output] == 0 && !node.repeat) continue;  // repetitions hand on all of them
            const std::string port(wired.signature->outputs[output]);
            node.outputs[output] = names.take(node.identifier + "_" + (port == "output" ? "out" : identifierOf(port)));
        }
    }

    void fail(Error error) {
        if (!m_failure) m_failure = std::move(error);
    }

    const NodeFacts* factsOf(const std::string& path) const {
        const auto found = m_report.nodes.find(path);
        return found == m_report.nodes.end() ? nullptr : &found->second;
    }
    std::string shapeOf(const std::string& path, std::size_t output) const {
        const NodeFacts* facts = factsOf(path);
        return facts && output < facts->outputs.size() ? shapeText(facts->outputs[output]) : "";
    }
    std::string inputShapeOf(const std::string& path) const {
        const NodeFacts* facts = factsOf(path);
        return facts && !facts->inputs.empty() ? shapeText(facts->inputs.front()) : "";
    }
    // Of what the call itself gives out: that is what stands in its line.
    std::string shapesOf(const PlannedNode& node, const std::string& path) const {
        std::string shapes;
        const auto isOther = [&](std::size_t output) {
            return std::ranges::any_of(node.code.function.others,
                                       [&](const auto& other) { return other.first == static_cast<int>(output); });
        };
        for (std::size_t output = 0; output < node.outputs.size(); ++output)
            if (!node.outputs[output].empty() && !isOther(output)) shapes.append(shapes.empty() ? "" : ", ").append(shapeOf(path, output));
        return shapes;
    }

    const Library& m_library;
    Signatures m_signatures;
    const GraphReport& m_report;
    Plan m_plan;
    Names m_classes;
    std::optional<Error> m_failure;
};

}  // namespace

bool PlannedNode::isPlain() const {
    const auto known = [](const std::string& variable) { return !variable.empty(); };
    if (std::ranges::count_if(inputs, known) != 1) return false;
    if (composite) return outputs.size() == 1;
    const CodeExpression& called = code.call.expression;
    return code.module && called.kind == CodeExpression::Kind::Self && called.items.size() == 1 &&
           called.items[0].kind == CodeExpression::Kind::Input && called.items[0].number == 0 && code.call.results == "0" &&
           std::none_of(outputs.begin() + 1, outputs.end(), known);
}

bool PlannedNode::hasWeights() const { return composite || mentionsWeights(code.function.expression); }

ParameterValues PlannedGraph::standards() const {
    ParameterValues values;
    if (composite)
        for (const CompositeParameter& parameter : composite->parameters) values.emplace(parameter.name, parameter.standard);
    return values;
}

const PlannedGraph* Plan::of(const Composite* composite) const {
    const auto found = std::ranges::find(graphs, composite, &PlannedGraph::composite);
    return found == graphs.end() ? nullptr : &*found;
}

Result<Plan> planOf(const Graph& graph, const Library& library, const GraphReport& report) {
    const auto mistake = std::ranges::find(report.diagnostics, Severity::Error, &Diagnostic::severity);
    if (mistake != report.diagnostics.end()) return mistakeError(*mistake);
    return Planner(library, report).plan(graph);
}

std::string shapeText(const TensorType& type) {
    std::string text;
    for (const Dimension& extent : type.shape) text.append(text.empty() ? "" : ", ").append(extent.text());
    return type.shape.size() == 1 ? "(" + text + ",)" : "(" + text + ")";
}

}  // namespace seekbench

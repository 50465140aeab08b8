// SPDX-License-Identifier: Apache-2.0
#include "core/graph/check.h"

#include <algorithm>

#include "core/graph/expansion.h"

namespace seekbench {

std::string english(const Diagnostic& diagnostic) {
    std::string text = diagnostic.node;
    if (!diagnostic.port.empty()) text += "." + diagnostic.port;
    if (!text.empty()) text += ": ";
    text += diagnostic.message.english();
    if (diagnostic.expected && diagnostic.got) {
        text += " Expected " + seekbench::text(*diagnostic.expected) + ", got " + seekbench::text(*diagnostic.got) + ".";
    } else if (diagnostic.got) {
        text += " Got " + seekbench::text(*diagnostic.got) + ".";
    }
    return text;
}

std::string_view nameOf(Diagnostic::Code code) {
    using enum Diagnostic::Code;
    switch (code) {
        case UnknownOperator: return "unknown-operator";
        case UnknownPort: return "unknown-port";
        case UnknownParameter: return "unknown-parameter";
        case InvalidParameter: return "invalid-parameter";
        case InvalidName: return "invalid-name";
        case InvalidExpression: return "invalid-expression";
        case MissingInput: return "missing-input";
        case DuplicateInput: return "duplicate-input";
        case DanglingEdge: return "dangling-edge";
        case Cycle: return "cycle";
        case NestingTooDeep: return "nesting-too-deep";
        case NoInput: return "no-input";
        case NoOutput: return "no-output";
        case UnusedNode: return "unused-node";
        case ShapeMismatch: return "shape-mismatch";
        case ElementTypeMismatch: return "element-type-mismatch";
        case UnprovenEquality: return "unproven-equality";
        case InvalidSetting: return "invalid-setting";
    }
    return {};
}

bool GraphReport::hasErrors() const {
    return std::ranges::any_of(diagnostics, [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::Error; });
}

GraphReport check(const Graph& graph, const Library& library) {
    Expansion symbolic = expansionOf(graph, library, {});
    GraphReport report{.diagnostics = std::move(symbolic.diagnostics), .nodes = std::move(symbolic.facts), .total = {}};
    // Costs need numbers. A second walk with a batch of 1 is more exact than putting 1 into the symbolic shapes: what is
    // opaque with a symbol may be a number without.
    const Expansion perSample = expansionOf(graph, library, {{"batch", 1}});
    for (auto& [path, facts] : report.nodes)
        if (const auto found = perSample.facts.find(path); found != perSample.facts.end()) facts.cost = found->second.cost;
    for (const FlatNode& node : perSample.model.nodes) report.total = report.total + perSample.facts.at(node.path).cost;
    return report;
}

}  // namespace seekbench

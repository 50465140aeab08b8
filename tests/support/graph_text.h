// SPDX-License-Identifier: Apache-2.0
#pragma once

// Words for tests about graphs: a graph from a text, findings as text.

#include <sstream>
#include <stdexcept>
#include <string>

#include <QString>
#include <nlohmann/json.hpp>

#include "core/graph/check.h"
#include "core/graph/expand.h"

#define COMPARE_TEXT(actual, expected) QCOMPARE(QString::fromStdString(std::string(actual)), QString::fromUtf8(expected))

namespace seekbench {

// One end of a chain: "conv", "conv.output", "add.input.1"; the port defaults to `port`.
inline Endpoint endOf(const std::string& word, const std::string& port) {
    return endpointFromText(word.find('.') == std::string::npos ? word + "." + port : word).value();
}

// Each line is a node, `conv Conv2d {"in_channels": 1, …}`, or a chain of edges, `image -> conv -> add.input.1`.
inline Graph graphOf(const std::string& text) {
    Graph graph;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string first, second, third;
        if (!(words >> first)) continue;
        words >> second;
        if (second != "->") {
            std::getline(words, third);
            const Json json = Json::parse(third.find('{') == std::string::npos ? "{}" : third);
            graph.nodes.emplace(first, Node{.name = first, .op = second, .parameters = parametersFromJson(json).value()});
            continue;
        }
        for (std::string from = first, to; words >> to; from = to, words >> second)
            graph.edges.insert({endOf(from, "output"), endOf(to, "input")});
    }
    return graph;
}

inline Composite compositeOf(const std::string& id, const std::string& body, std::vector<CompositeParameter> parameters = {}) {
    return {.id = id, .label = id, .summary = {}, .parameters = std::move(parameters), .body = graphOf(body)};
}

// What check() says about a graph, one finding a line: "shape-mismatch add.input", "unused-node x".
inline std::string findings(const Graph& graph, const Library& library = {}) {
    std::string lines;
    for (const Diagnostic& diagnostic : check(graph, library).diagnostics) {
        lines += (lines.empty() ? "" : "\n") + std::string(nameOf(diagnostic.code)) + " " + diagnostic.node;
        if (!diagnostic.port.empty()) lines += "." + diagnostic.port;
    }
    return lines;
}
inline std::string findings(const std::string& graph, const Library& library = {}) { return findings(graphOf(graph), library); }

// The one finding about a graph, in full.
inline Diagnostic finding(const Graph& graph, const Library& library = {}) {
    const auto diagnostics = check(graph, library).diagnostics;
    if (diagnostics.size() != 1) throw std::runtime_error("expected one finding, got " + std::to_string(diagnostics.size()));
    return diagnostics.front();
}

// "[batch, 10]", the type at the first output of a node.
inline std::string shapeAt(const Graph& graph, const std::string& path, const Library& library = {}) {
    return text(check(graph, library).nodes.at(path).outputs.at(0).shape);
}

}  // namespace seekbench

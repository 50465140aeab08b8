// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/graph/check.h"
#include "core/graph/composite.h"

// A graph as PyTorch or LibTorch code that people read, learn from and run: docs/code.md. The text depends on graph, library and title
// alone, byte for byte. Pure functions; any thread.

namespace seekbench {

enum class CodeStyle { Module, Sequential, Functional, Cpp };

struct CodeStyleRow {
    CodeStyle style;
    std::string_view id;     // "module": on the command line, in settings
    std::string_view label;  // English source text, marked for translation
    std::string_view summary;
    std::string_view suffix;  // of a file: ".py"
};
std::span<const CodeStyleRow> codeStyles();
const CodeStyleRow& rowOf(CodeStyle style);
// nullptr: there is no such style.
const CodeStyleRow* findCodeStyle(std::string_view id);

// A node, without the path to it: all uses of a composite share its code.
struct CodePlace {
    std::string composite;  // "": the node stands in the top graph
    std::string node;       // "": no node, such as an import or the head of a class
    auto operator<=>(const CodePlace&) const = default;
};

struct CodeLine {
    std::string text;
    CodePlace place;
    bool operator==(const CodeLine&) const = default;
};

struct EmittedCode {
    std::vector<CodeLine> lines;
    std::map<std::string, std::string> firstUses;  // composite → path of the node that uses it first

    std::string text() const;  // with a line feed behind each line
    // The node a line speaks of: "conv1"; inside a composite "block/conv1" in the block that comes first. "": none.
    std::string pathAt(std::size_t line) const;
    // Numbers of the lines that speak of a node.
    std::vector<std::size_t> linesOf(const CodePlace& place) const;
    bool operator==(const EmittedCode&) const = default;
};

struct CodeOptions {
    std::string title = {};  // of the experiment, for the first line; "": none
};

// Errors: the graph has mistakes; an operator has no code; the graph is no chain, for Sequential.
Result<EmittedCode> emitCode(const Graph& graph, const Library& library, CodeStyle style, const CodeOptions& options = {});
// The same with what check() says of the graph, which takes most of the time.
Result<EmittedCode> emitCode(const Graph& graph, const Library& library, const GraphReport& report, CodeStyle style,
                             const CodeOptions& options = {});

// Which lines a node is on: a node by its path, in the composite around it. Nothing: there is no such node.
std::optional<CodePlace> placeOf(const Graph& graph, const Library& library, std::string_view path);

// The names that tensors of a checkpoint have in the state dictionary of the emitted module, in the same order: "block/conv1.weight" →
// "block.conv1.weight". Nodes whose names are no identifiers have others there: "block/1×1.weight" → "block.node_1_1.weight".
// Errors: as emitCode().
Result<std::vector<std::string>> stateNames(const Graph& graph, const Library& library, std::span<const std::string> tensors);

}  // namespace seekbench

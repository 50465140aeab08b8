// SPDX-License-Identifier: Apache-2.0
#pragma once

// The larger gestures of editing, each as one Edit that perform() does and undoes. They change nothing themselves.

#include <set>
#include <string>
#include <string_view>

#include "core/graph/composite.h"
#include "core/graph/edit.h"

namespace seekbench {

using NodeNames = std::set<std::string, std::less<>>;

// Removes the nodes. Where a removed node (or chain of them) had one source and fed others, these are connected to the
// source, as far as check() finds no new error in it.
Edit removing(const Graph& graph, const Library& library, const NodeNames& names);

// Adds `node` (under a free name made from its own) and puts it into `edge`: the old edge goes, its source feeds the node's first
// input, the node's first output feeds the old target. The error says which of them the node lacks.
Result<Edit> insertingOn(const Graph& graph, const Library& library, const Edge& edge, Node node);

// The nodes and the edges among them as text that pasting() reads; what goes to the clipboard and into a message to a teacher.
std::string copiedText(const Graph& graph, const NodeNames& names);

// Adds what copiedText() gave, under free names, moved by `offset`. Any other text is an error.
struct Paste {
    Edit edit;
    NodeNames added;
};
Result<Paste> pasting(const Graph& graph, std::string_view text, Position offset);

// Connects `edge`; an edge that already ends there gives way.
Edit connecting(const Graph& graph, const Edge& edge);

}  // namespace seekbench

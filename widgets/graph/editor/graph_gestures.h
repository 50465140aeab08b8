// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>

#include "core/graph/editing/compose.h"
#include "widgets/experiment/experiment_document.h"

namespace seekbench {

// What the gestures of the canvas do to the document: each is one named step on its undo stack, at one level. Each answers with the nodes
// to select then; an error says why nothing changed. Knows no widgets. The document must outlive it.
class GraphGestures {
    Q_DECLARE_TR_FUNCTIONS(seekbench::GraphGestures)

public:
    using Outcome = Result<NodeNames>;

    explicit GraphGestures(ExperimentDocument& document) : m_document(document) {}

    void setLevel(GraphLevel level) { m_level = std::move(level); }
    const GraphLevel& level() const { return m_level; }
    const Graph& graph() const;  // of the level; an empty one when the level is gone
    const Library& library() const { return m_document.experiment().library; }
    // What is known of the level. At the top always of this very graph: fingers are quicker than the checking thread.
    GraphReport report() const;

    Outcome remove(const NodeNames& names, const std::vector<Edge>& edges);
    Outcome move(const std::map<std::string, Position>& positions, const QString& mergeKey = {});
    Outcome connect(const Edge& edge);
    Outcome disconnect(const Edge& edge);
    Outcome reroute(const Edge& from, const Edge& to);
    // A new node of operator `op`: with its middle at a place, in a wire, or wired to the end of a wire.
    Outcome add(const std::string& op, Position middle);
    Outcome addOn(const std::string& op, const Edge& edge);
    Outcome addAt(const std::string& op, const Endpoint& end, bool endIsOutput, Position middle);
    // A new node below `name` and fed by it, where that fits; else beside it.
    Outcome addAfter(const std::string& op, const std::string& name);
    Outcome putOn(const std::string& name, const Edge& edge, Position at);
    Outcome paste(const std::string& text, Position offset);
    Outcome duplicate(const NodeNames& names);
    Outcome rename(const std::string& from, const std::string& to);
    Outcome swap(const std::string& name, const std::string& op);
    Outcome fold(const NodeNames& names);
    Outcome layOut();

    // How many nodes of the whole experiment are of the composite whose body is the level; 0 at the top.
    int uses() const;
    // The operators that may be added here: all but the composites that would contain themselves.
    bool mayAdd(std::string_view op) const;

private:
    Outcome perform(const Result<Edit>& edit, const QString& text, NodeNames selected, const QString& mergeKey = {});
    Result<void> checkMayAdd(const std::string& op) const;

    ExperimentDocument& m_document;
    GraphLevel m_level;
};

}  // namespace seekbench

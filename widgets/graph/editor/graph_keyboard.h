// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include <QtCore/QObject>

#include "core/graph/graph.h"
#include "widgets/graph/editor/navigation.h"

class QKeyEvent;

namespace seekbench {

class GraphScene;
class GraphView;

// Edits a graph without a mouse: arrows go to the next node, Ctrl+arrows move the selection by the grid and Shift+arrows by one unit,
// Ctrl+Shift+arrows take further nodes into the selection, C begins a wire whose end the arrows choose, W walks through a node's wires. It
// watches the keys of the view; what they mean for the document it says by signals.
class GraphKeyboard : public QObject {
    Q_OBJECT

public:
    GraphKeyboard(GraphScene& scene, GraphView& view, QObject* parent);

    // Says whether a wire would make sense; asked when one is about to be offered.
    void setFits(std::function<bool(const Edge&)> fits) { m_fits = std::move(fits); }
    bool isConnecting() const { return m_wire.has_value(); }
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void edgeRequested(const seekbench::Edge& edge);
    void nodesMoved(const std::map<std::string, seekbench::Position>& positions);
    void searchRequested();
    void activated(const QString& node);  // Enter
    void removeRequested();
    void renameRequested();
    void levelUpRequested();
    void fixRequested(const QString& node);
    void hinted(const QString& text);  // what the next keys do; "" when over

private:
    // A wire begun with C: from output number `output` of a node, at the moment offered to a port of `target`.
    struct Wire {
        std::string from;
        int output = 0;
        std::string target;
        int input = 0;
    };
    bool press(QKeyEvent& event);
    bool pressConnecting(QKeyEvent& event);
    bool arrow(Direction direction, QKeyEvent& event);
    void go(Direction direction, bool extend);
    void moveSelection(Direction direction, double step);
    void beginWire();
    void aim(Direction direction);
    std::optional<Edge> offered() const;
    void endWire();
    void nextWire();
    std::map<std::string, QPointF, std::less<>> centres() const;
    std::string place() const;
    void goTo(const std::string& node, bool extend);

    GraphScene& m_scene;
    GraphView& m_view;
    std::function<bool(const Edge&)> m_fits;
    std::optional<Wire> m_wire;
};

}  // namespace seekbench

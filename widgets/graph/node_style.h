// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Measures of the canvas in canvas units (px at 100 %), and the mapping from model to picture. Plain values, tested without a
// window.

#include <map>
#include <set>
#include <string>
#include <vector>

#include <QtCore/QPointF>
#include <QtCore/QRectF>
#include <QtCore/QString>
#include <QtGui/QFont>
#include <QtGui/QPainterPath>

#include "core/graph/check.h"
#include "core/graph/graph.h"
#include "core/graph/signature.h"

namespace seekbench {

namespace canvas {
inline constexpr double kNodeWidth = 244, kNodeHeight = 50, kCorner = 5, kStripe = 4, kPortRadius = 4, kPortReach = 12, kGrid = 24;
// Levels of detail: below these scales the second line, the texts and at last everything but a filled bar are left out.
inline constexpr double kOneLine = 0.60, kGlyphOnly = 0.35, kBarOnly = 0.15;
}  // namespace canvas

// What a node shows. Made from the document when something changes, so that painting only paints.
struct NodeFace {
    QString name, kind, parameters, value;
    Family family = Family::Structure;
    bool composite = false;
    bool error = false, warning = false;
    bool frozen = false;                       // its weights stay as they are: a lock
    int heat = -1;                             // of the scale in widgets/theme/heat.h: the ground of the whole node; below 0: none
    bool outdated = false;                     // the value is of what the node was before
    QString tip;                               // instead of kind and parameters
    std::vector<std::string> inputs, outputs;  // names of the ports, in their order
    std::vector<QString> loose;                // per output: the shape written below it, as long as no wire does
    std::set<std::string> wrong;               // input ports with an error
    bool operator==(const NodeFace&) const = default;
};

// What the canvas says about every node besides its settings. With Shape the shapes stand on the wires, where the tensors are, and the
// node shows its parameter count; with the others the wires are bare and the node shows the figure.
enum class NodeValue { Shape, Parameters, MultiplyAdds, Memory, Time, Kernel };

// What a report finds wrong, sorted by the nodes of its level; what lies within a composite counts as the composite's. Refers to
// the report.
class Problems {
public:
    explicit Problems(const GraphReport& report);
    // The first error at the node, else the first warning, else nullptr.
    const Diagnostic* at(std::string_view node) const;
    bool isError(std::string_view node) const;
    bool isWarning(std::string_view node) const;
    std::set<std::string> wrongPorts(std::string_view node) const;

private:
    std::map<std::string_view, std::vector<const Diagnostic*>> m_byNode;
};

// `signature` is the node's operator, or nullptr when there is no such operator.
NodeFace faceOf(const Node& node, const Signature* signature, const GraphReport& report, const Problems& problems, NodeValue value);

// The parameters that were set, as the second line shows them: "3×3 · 1 → 32 · pad 1".
QString parameterText(const Node& node, const Signature* signature);

// The shape that an edge carries, as text; empty while it is unknown. `signature` is the operator of the edge's source.
QString carriedShape(const Edge& edge, const GraphReport& report, const Signature* signature);

// "N×32×28×28": the batch is N; "?" for what is opaque.
QString shapeText(const Shape& shape);

// The face of shapes on wires: mono 11.
const QFont& shapeFont();

QRectF nodeRect();  // of a node whose position is the origin
// Centre of input or output port number `index` of `count`, relative to the node's position: inputs on the upper edge, outputs on
// the lower, evenly spread.
QPointF inputPort(int index, int count);
QPointF outputPort(int index, int count);

// A coordinate on the grid.
double snapped(double coordinate);

// The wire between two ports: straight where they lie above each other, else two bends of radius 6.
QPainterPath wirePath(QPointF from, QPointF to);

}  // namespace seekbench

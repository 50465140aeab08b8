// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QStaticText>
#include <QtWidgets/QGraphicsItem>

#include "widgets/graph/node_style.h"
#include "widgets/theme/theme.h"

namespace seekbench {

// A node on the canvas. It shows a NodeFace and knows where its ports are; it changes nothing: the scene turns what the user
// does with it into edits. Texts are laid out once per face, painting follows the level of detail.
class NodeItem : public QGraphicsItem {
public:
    enum { Type = UserType + 1 };
    // Which port lies under a point.
    struct Port {
        bool output = false;
        int index = 0;
        bool operator==(const Port&) const = default;
    };

    explicit NodeItem(NodeFace face);

    const NodeFace& face() const { return m_face; }
    void setFace(NodeFace face);
    void setTheme(Theme theme);
    // The port within reach (24 px wide) of a point in item coordinates.
    std::optional<Port> portAt(QPointF point) const;
    QPointF portPosition(Port port) const;  // in scene coordinates
    void setHovered(bool hovered);

    int type() const override { return Type; }
    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void layTexts();
    void paintTexts(QPainter& painter, double scale) const;
    void paintPorts(QPainter& painter) const;
    NodeFace m_face;
    Theme m_theme;
    bool m_hovered = false;
    QStaticText m_name, m_kind, m_parameters, m_value;
    QFont m_bold, m_small;
};

}  // namespace seekbench

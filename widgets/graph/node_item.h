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
    // The ring of the keyboard's place: dashed, around the node or its selection ring.
    void setFocusRing(bool shown);

    int type() const override { return Type; }
    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

protected:
    void hoverEnterEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent* event) override;

private:
    void layTexts();
    void paintTexts(QPainter& painter, double scale) const;
    void paintPorts(QPainter& painter) const;
    void paintStripe(QPainter& painter, const QRectF& body, const QColor& colour, bool rounded) const;
    NodeFace m_face;
    Theme m_theme;
    bool m_hovered = false, m_focusRing = false;
    QStaticText m_name, m_kind, m_parameters, m_value;
    std::vector<QStaticText> m_loose;
    QFont m_bold, m_small;
};

}  // namespace seekbench

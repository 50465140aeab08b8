// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QGraphicsItem>

#include "widgets/theme/theme.h"

namespace seekbench {

// What a badge says: the shapes when the mistake has them, else the sentence; and the first fix, when there is one.
struct BadgeFace {
    QString expected, got, origin;  // origin: the node that gives the wrong shape
    QString sentence;
    QString fix;
    bool operator==(const BadgeFace&) const = default;
};

// The badge beside a node in error: "expected N×3136, got N×64", and its first fix to click at. Painted above the nodes; not selectable.
class ErrorBadge : public QGraphicsItem {
public:
    enum { Type = UserType + 3 };

    ErrorBadge(std::string node, Theme theme);

    const std::string& node() const { return m_node; }
    const BadgeFace& face() const { return m_face; }
    void setFace(BadgeFace face);
    void setTheme(Theme theme);
    // Whether a point (in item coordinates) is on the fix.
    bool isOnFix(QPointF point) const;
    // The middle of the fix in scene coordinates.
    QPointF fixCentre() const;

    int type() const override { return Type; }
    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

protected:
    void hoverMoveEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent* event) override;

private:
    QRectF frame() const;  // without the line that leads to the node
    QRectF fixRect() const;
    void setFixHovered(bool hovered);

    std::string m_node;
    Theme m_theme;
    BadgeFace m_face;
    QFont m_text, m_mono, m_caption;
    double m_textHeight = 0, m_width = 0;
    bool m_fixHovered = false;
};

}  // namespace seekbench

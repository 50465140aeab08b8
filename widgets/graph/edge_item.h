// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QStaticText>
#include <QtWidgets/QGraphicsItem>

#include "core/graph/graph.h"
#include "widgets/theme/theme.h"

namespace seekbench {

// A wire on the canvas with the shape of what it carries written beside its beginning. Red and dashed when its end does not fit.
class EdgeItem : public QGraphicsItem {
public:
    enum { Type = UserType + 2 };

    EdgeItem(Edge edge, Theme theme);

    const Edge& edge() const { return m_edge; }
    void setTheme(Theme theme);
    void setEnds(QPointF from, QPointF to);
    QPointF start() const { return m_from; }
    void setLabel(const QString& shape, bool error);
    void setHighlighted(bool highlighted);  // while something is held over it that would go into it

    int type() const override { return Type; }
    QRectF boundingRect() const override;
    QPainterPath shape() const override;  // wide enough to hit
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    Edge m_edge;
    Theme m_theme;
    QPointF m_from, m_to;
    QPainterPath m_path;
    QString m_shape;
    QStaticText m_label;
    bool m_error = false, m_highlighted = false;
};

}  // namespace seekbench

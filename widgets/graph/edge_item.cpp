// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/edge_item.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyleOptionGraphicsItem>

#include "widgets/graph/node_style.h"

namespace seekbench {
namespace {

constexpr double kLabelGap = 10, kLabelTop = 4;

}  // namespace

EdgeItem::EdgeItem(Edge edge, Theme theme) : m_edge(std::move(edge)), m_theme(theme) {
    setFlag(ItemIsSelectable);
    setZValue(-1);
    m_label.setTextFormat(Qt::PlainText);
}

void EdgeItem::setTheme(Theme theme) {
    m_theme = theme;
    update();
}

void EdgeItem::setEnds(QPointF from, QPointF to) {
    if (from == m_from && to == m_to && !m_path.isEmpty()) return;
    prepareGeometryChange();
    m_from = from;
    m_to = to;
    m_path = wirePath(from, to);
}

void EdgeItem::setLabel(const QString& shape, bool error) {
    if (shape == m_shape && error == m_error) return;
    prepareGeometryChange();
    m_shape = shape;
    m_error = error;
    m_label.setText(shape);
    QFont font = shapeFont();
    font.setBold(error);
    m_label.prepare({}, font);
    update();
}

void EdgeItem::setHighlighted(bool highlighted) {
    if (highlighted == m_highlighted) return;
    m_highlighted = highlighted;
    update();
}

QRectF EdgeItem::boundingRect() const {
    const QRectF label(m_from + QPointF(kLabelGap, kLabelTop), m_label.size());
    return m_path.boundingRect().united(label).adjusted(-3, -3, 3, 3);
}

QPainterPath EdgeItem::shape() const {
    QPainterPathStroker stroker;
    stroker.setWidth(10);
    return stroker.createStroke(m_path);
}

void EdgeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*) {
    const double scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    const bool selected = option->state & QStyle::State_Selected || m_highlighted;
    QPen pen(selected  ? m_theme[Colour::Accent]
             : m_error ? m_theme[Colour::Error]
                       : m_theme[Colour::Wire],
             m_highlighted         ? 3
             : selected || m_error ? 2
                                   : 1.5);
    if (scale < canvas::kGlyphOnly) {
        pen.setWidth(0);
        painter->setPen(pen);
        painter->drawLine(m_from, m_to);
        return;
    }
    if (m_error) pen.setDashPattern({4, 3});
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(m_path);
    if (scale < canvas::kOneLine || m_shape.isEmpty()) return;
    QFont font = shapeFont();
    font.setBold(m_error);
    painter->setFont(font);
    painter->setPen(m_theme[m_error ? Colour::Error : Colour::SecondText]);
    painter->drawStaticText(m_from + QPointF(kLabelGap, kLabelTop), m_label);
}

}  // namespace seekbench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/edge_item.h"

#include <QtGui/QFontDatabase>
#include <QtGui/QPainter>
#include <QtWidgets/QStyleOptionGraphicsItem>

#include "widgets/graph/node_style.h"

namespace seekbench {
namespace {

const QFont& labelFont() {
    static const QFont font = [] {
        QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        mono.setPixelSize(11);
        return mono;
    }();
    return font;
}

constexpr double kLabelGap = 10;

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
    m_label.prepare({}, labelFont());
    update();
}

QRectF EdgeItem::boundingRect() const {
    const QRectF label(m_from + QPointF(kLabelGap, 2), m_label.size());
    return m_path.boundingRect().united(label).adjusted(-3, -3, 3, 3);
}

QPainterPath EdgeItem::shape() const {
    QPainterPathStroker stroker;
    stroker.setWidth(10);
    return stroker.createStroke(m_path);
}

void EdgeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*) {
    const double scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    const bool selected = option->state & QStyle::State_Selected;
    QPen pen(selected ? m_theme[Colour::Accent] : m_error ? m_theme[Colour::Error] : m_theme[Colour::Wire], selected ? 2 : 1.5);
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
    painter->setFont(labelFont());
    painter->setPen(m_theme[m_error ? Colour::Error : Colour::SecondText]);
    painter->drawStaticText(m_from + QPointF(kLabelGap, 2), m_label);
}

}  // namespace seekbench

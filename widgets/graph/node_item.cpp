// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/node_item.h"

#include <cmath>

#include <QtCore/QCoreApplication>
#include <QtGui/QFontDatabase>
#include <QtGui/QPainter>
#include <QtWidgets/QStyleOptionGraphicsItem>

#include "widgets/graph/family_glyph.h"
#include "widgets/theme/heat.h"

namespace seekbench {
namespace {

constexpr double kSelectionMargin = 4, kLooseTop = 4;

QFont sized(double factor, bool bold) {
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    font.setPixelSize(static_cast<int>(std::lround(13 * factor)));  // the canvas has its own zoom: 13 units are 1 em
    font.setBold(bold);
    return font;
}

// A composite shows its second outline; painting it needs the room.
constexpr double kSecondOutline = 5;

}  // namespace

NodeItem::NodeItem(NodeFace face) : m_face(std::move(face)), m_bold(sized(em::kBody, true)), m_small(sized(em::kTable, false)) {
    setFlags(ItemIsSelectable);  // moving is the scene's: it knows the grid and the neighbours
    setAcceptHoverEvents(true);
    layTexts();
}

void NodeItem::setFace(NodeFace face) {
    if (face == m_face) return;
    prepareGeometryChange();
    m_face = std::move(face);
    layTexts();
    update();
}

void NodeItem::setTheme(Theme theme) {
    m_theme = theme;
    update();
}

void NodeItem::setHovered(bool hovered) {
    if (hovered == m_hovered) return;
    m_hovered = hovered;
    update();
}

void NodeItem::setFocusRing(bool shown) {
    if (shown == m_focusRing) return;
    m_focusRing = shown;
    update();
}

void NodeItem::hoverEnterEvent(QGraphicsSceneHoverEvent*) { setHovered(true); }
void NodeItem::hoverLeaveEvent(QGraphicsSceneHoverEvent*) { setHovered(false); }

void NodeItem::layTexts() {
    const auto lay = [](QStaticText& text, const QString& content, const QFont& font, double width) {
        text.setTextFormat(Qt::PlainText);
        text.setText(QFontMetricsF(font).elidedText(content, Qt::ElideRight, width));
        text.prepare({}, font);
    };
    constexpr double kLeft = 38, kRight = 12, kGap = 8;
    const double width = canvas::kNodeWidth - kLeft - kRight;
    // Half of the line each; what one does not need goes to the other.
    const double signs = (m_face.error || m_face.warning ? 20 : 0) + (m_face.frozen ? 18 : 0);
    const double name = signs + QFontMetricsF(m_bold).horizontalAdvance(m_face.name) + 1;
    lay(m_kind, m_face.kind, m_small, std::max(width / 2, width - name - kGap));
    lay(m_name, m_face.name, m_bold, width - m_kind.size().width() - kGap);
    lay(m_value, m_face.value, m_small, width * 0.6);
    lay(m_parameters, m_face.parameters, m_small, width - m_value.size().width() - kGap);
    m_loose.clear();
    for (const QString& shape : m_face.loose) lay(m_loose.emplace_back(), shape, shapeFont(), canvas::kNodeWidth / 2);
    const QString what = m_face.parameters.isEmpty() ? m_face.kind : QStringLiteral("%1: %2").arg(m_face.kind, m_face.parameters);
    QString tip = m_face.tip.isEmpty() ? what : QStringLiteral("%1: %2").arg(m_face.name, m_face.tip);
    if (m_face.frozen)
        tip += QLatin1Char('\n') + QCoreApplication::translate("NodeItem", "Its weights are frozen: training leaves them as they are.");
    setToolTip(tip);
}

std::optional<NodeItem::Port> NodeItem::portAt(QPointF point) const {
    const auto near = [&](QPointF centre) { return std::hypot(point.x() - centre.x(), point.y() - centre.y()) <= canvas::kPortReach; };
    const int inputs = static_cast<int>(m_face.inputs.size()), outputs = static_cast<int>(m_face.outputs.size());
    for (int i = 0; i < outputs; ++i)
        if (near(outputPort(i, outputs))) return Port{true, i};
    for (int i = 0; i < inputs; ++i)
        if (near(inputPort(i, inputs))) return Port{false, i};
    return std::nullopt;
}

QPointF NodeItem::portPosition(Port port) const {
    const int count = static_cast<int>((port.output ? m_face.outputs : m_face.inputs).size());
    return mapToScene(port.output ? outputPort(port.index, count) : inputPort(port.index, count));
}

QRectF NodeItem::boundingRect() const {
    const double margin = kSelectionMargin + 2 + (m_face.composite ? kSecondOutline : 0);
    const double below = m_loose.empty() ? margin : std::max(margin, kLooseTop + 14);
    return nodeRect().adjusted(-margin, -margin, margin, below);
}

QPainterPath NodeItem::shape() const {
    QPainterPath path;
    path.addRect(nodeRect().adjusted(0, -canvas::kPortReach, 0, canvas::kPortReach));
    return path;
}

void NodeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*) {
    const double scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    const QColor family = m_face.composite ? m_theme.composite() : m_theme.family(m_face.family);
    const QRectF body = nodeRect();
    const bool selected = option->state & QStyle::State_Selected;
    if (scale < canvas::kBarOnly) {
        painter->fillRect(body, selected           ? m_theme[Colour::Accent]
                                : m_face.error     ? m_theme[Colour::Error]
                                : m_face.heat >= 0 ? heatColour(m_theme, m_face.heat)
                                                   : family);
        return;
    }

    QPen edge(m_face.error ? m_theme[Colour::Error] : m_theme[m_hovered ? Colour::Border : Colour::NodeEdge], m_face.error ? 2 : 1);
    edge.setCosmetic(true);
    const bool hot = m_face.heat >= 0 && !m_face.error;  // an error outshines how long it took
    const QColor ground = hot ? heatColour(m_theme, m_face.heat) : m_theme[m_face.error ? Colour::ErrorNode : Colour::Base];
    const bool detailed = scale >= canvas::kGlyphOnly;
    painter->setPen(edge);
    painter->setBrush(ground);
    const auto frame = [&](const QRectF& rect) {
        if (detailed)
            painter->drawRoundedRect(rect, canvas::kCorner, canvas::kCorner);
        else
            painter->drawRect(rect);
    };
    if (m_face.composite) frame(body.translated(kSecondOutline, kSecondOutline));
    frame(body);
    paintStripe(*painter, body, family, detailed);
    paintFamilyGlyph(*painter, QRectF(14, body.height() / 2 - 8 - (scale >= canvas::kOneLine ? 9 : 0), 16, 16), m_face.family,
                     m_face.composite, hot ? onHeat(m_theme, m_face.heat) : family);
    if (detailed) {
        paintTexts(*painter, scale);
        paintPorts(*painter);
    }
    if (selected || m_focusRing) {
        QPen ring(m_theme[Colour::Accent], 2);
        ring.setCosmetic(true);
        if (m_focusRing) ring.setDashPattern({2, 1});  // in pen widths: 4-2
        painter->setPen(ring);
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(body.adjusted(-kSelectionMargin, -kSelectionMargin, kSelectionMargin, kSelectionMargin), 8, 8);
    }
}

// The stripe follows the corners of the node on its left.
void NodeItem::paintStripe(QPainter& painter, const QRectF& body, const QColor& colour, bool rounded) const {
    if (!rounded) return painter.fillRect(QRectF(0, 0, canvas::kStripe, body.height()), colour);
    constexpr double kInner = canvas::kCorner - 0.5;
    QPainterPath stripe(QPointF(canvas::kStripe + 1, 0.5));
    stripe.lineTo(kInner + 0.5, 0.5);
    stripe.quadTo(0.5, 0.5, 0.5, kInner + 0.5);
    stripe.lineTo(0.5, body.height() - kInner - 0.5);
    stripe.quadTo(0.5, body.height() - 0.5, kInner + 0.5, body.height() - 0.5);
    stripe.lineTo(canvas::kStripe + 1, body.height() - 0.5);
    stripe.closeSubpath();
    painter.fillPath(stripe, colour);
}

void NodeItem::paintTexts(QPainter& painter, double scale) const {
    const double right = canvas::kNodeWidth - 12;
    const bool twoLines = scale >= canvas::kOneLine;
    const double first = twoLines ? 6 : (canvas::kNodeHeight - m_name.size().height()) / 2;
    const bool hot = m_face.heat >= 0 && !m_face.error;
    const auto draw = [&](const QStaticText& text, const QFont& font, Colour colour, QPointF at) {
        painter.setFont(font);
        painter.setPen(hot ? onHeat(m_theme, m_face.heat) : m_theme[colour]);
        painter.drawStaticText(at, text);
    };
    draw(m_name, m_bold, Colour::Text, {38, first});
    double kindRight = right;
    if (m_face.frozen) {
        kindRight -= 18;
        const double top = twoLines ? 7 : (canvas::kNodeHeight - 14) / 2;
        paintLock(painter, QRectF(kindRight + 4, top, 14, 14), hot ? onHeat(m_theme, m_face.heat) : m_theme[Colour::SecondText]);
    }
    if (!twoLines) return;
    if (m_face.error || m_face.warning) {
        paintSeverity(painter, QRectF(kindRight - 14, 7, 14, 14), m_face.error, m_theme[m_face.error ? Colour::Error : Colour::Warning]);
        kindRight -= 20;
    }
    draw(m_kind, m_small, Colour::Muted, {kindRight - m_kind.size().width(), first + 1});
    draw(m_parameters, m_small, Colour::SecondText, {38, 27});
    draw(m_value, m_small, m_face.outdated ? Colour::Muted : Colour::Text, {right - m_value.size().width(), 27});
}

void NodeItem::paintPorts(QPainter& painter) const {
    const int inputs = static_cast<int>(m_face.inputs.size()), outputs = static_cast<int>(m_face.outputs.size());
    for (int i = 0; i < inputs; ++i) {
        const bool wrong = m_face.wrong.contains(m_face.inputs[static_cast<std::size_t>(i)]);
        painter.setPen(QPen(m_theme[wrong ? Colour::Error : Colour::Wire], 1.5));
        painter.setBrush(m_theme[wrong ? Colour::Error : Colour::Base]);
        painter.drawEllipse(inputPort(i, inputs), canvas::kPortRadius, canvas::kPortRadius);
    }
    painter.setPen(QPen(m_theme[Colour::Canvas], 1));
    painter.setBrush(m_theme[Colour::Wire]);
    for (int i = 0; i < outputs; ++i) painter.drawEllipse(outputPort(i, outputs), canvas::kPortRadius, canvas::kPortRadius);
    painter.setFont(shapeFont());
    painter.setPen(m_theme[Colour::SecondText]);
    for (int i = 0; i < static_cast<int>(m_loose.size()); ++i)
        painter.drawStaticText(outputPort(i, outputs) + QPointF(10, kLooseTop), m_loose[static_cast<std::size_t>(i)]);
}

}  // namespace seekbench

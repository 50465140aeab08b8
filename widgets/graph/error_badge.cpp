// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/error_badge.h"

#include <algorithm>

#include <QtCore/QCoreApplication>
#include <QtGui/QFontDatabase>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <QtWidgets/QGraphicsSceneHoverEvent>
#include <QtWidgets/QStyleOptionGraphicsItem>

#include "widgets/graph/node_style.h"
#include "widgets/theme/icon.h"

namespace seekbench {
namespace {

// As in the picture: 206 wide, margins of 10 and 12, the button 26 high; the line to the node is 15 long.
constexpr double kWidth = 206, kLead = 15, kMargin = 12, kButtonMargin = 10, kButtonHeight = 26, kRow = 18;

QString words(const char* text) { return QCoreApplication::translate("ErrorBadge", text); }
QString expectedWord() { return words(QT_TRANSLATE_NOOP("ErrorBadge", "expected")); }
QString gotWord() { return words(QT_TRANSLATE_NOOP("ErrorBadge", "got")); }
const QString& fixKey() {
    static const QString key = QStringLiteral("Alt+⏎");
    return key;
}

}  // namespace

ErrorBadge::ErrorBadge(std::string node, Theme theme) : m_node(std::move(node)), m_theme(theme) {
    m_text = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    m_text.setPixelSize(12);
    m_caption = m_text;
    m_caption.setPixelSize(11);
    m_mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_mono.setPixelSize(12);
    m_mono.setBold(true);
    setZValue(2);
    setAcceptHoverEvents(true);
}

void ErrorBadge::setFace(BadgeFace face) {
    if (face == m_face && m_width > 0) return;
    prepareGeometryChange();
    m_face = std::move(face);
    const QFontMetricsF text(m_text), mono(m_mono), caption(m_caption);
    m_width = kWidth;
    if (!m_face.fix.isEmpty())
        m_width = std::max(m_width, text.horizontalAdvance(m_face.fix) + caption.horizontalAdvance(fixKey()) + 2 * kButtonMargin + 52);
    if (m_face.expected.isEmpty()) {
        m_textHeight = text.boundingRect(QRectF(0, 0, m_width - 2 * kMargin, 1000), Qt::TextWordWrap, m_face.sentence).height();
    } else {
        m_textHeight = 2 * kRow;
        const double origin = m_face.origin.isEmpty() ? 0 : caption.horizontalAdvance(m_face.origin) + 12;
        m_width = std::max(
            {m_width, 76 + mono.horizontalAdvance(m_face.expected) + kMargin, 76 + mono.horizontalAdvance(m_face.got) + origin + kMargin});
    }
    setToolTip(m_face.sentence);
    update();
}

void ErrorBadge::setTheme(Theme theme) {
    m_theme = theme;
    update();
}

QRectF ErrorBadge::frame() const {
    const double button = m_face.fix.isEmpty() ? 0 : kButtonHeight + 8;
    return {kLead, 0, m_width, m_textHeight + 16 + button};
}

QRectF ErrorBadge::fixRect() const {
    if (m_face.fix.isEmpty()) return {};
    const QRectF box = frame();
    return {box.left() + kButtonMargin, box.bottom() - kButtonHeight - kButtonMargin, box.width() - 2 * kButtonMargin, kButtonHeight};
}

bool ErrorBadge::isOnFix(QPointF point) const { return fixRect().contains(point); }
QPointF ErrorBadge::fixCentre() const { return mapToScene(fixRect().center()); }
QRectF ErrorBadge::boundingRect() const { return frame().adjusted(-kLead - 1, -1, 1, 1); }

void ErrorBadge::setFixHovered(bool hovered) {
    if (hovered == m_fixHovered) return;
    m_fixHovered = hovered;
    setCursor(hovered ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void ErrorBadge::hoverMoveEvent(QGraphicsSceneHoverEvent* event) { setFixHovered(isOnFix(event->pos())); }
void ErrorBadge::hoverLeaveEvent(QGraphicsSceneHoverEvent*) { setFixHovered(false); }

void ErrorBadge::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    // From far away the octagon in the node is enough; below one line not even that can be read.
    if (QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform()) < canvas::kOneLine) return;
    const QRectF box = frame();
    painter->setPen(QPen(m_theme[Colour::Error], 1.5));
    painter->drawLine(QPointF(0, 45), QPointF(kLead, 45));
    painter->setPen(QPen(m_theme[Colour::Error], 1));
    painter->setBrush(m_theme[Colour::ErrorSoft]);
    painter->drawRoundedRect(box, 4, 4);

    const double left = box.left() + kMargin;
    const auto write = [&](double x, double base, const QString& text, const QFont& font, Colour colour) {
        painter->setFont(font);
        painter->setPen(m_theme[colour]);
        painter->drawText(QPointF(x, base), text);
    };
    if (m_face.expected.isEmpty()) {
        painter->setFont(m_text);
        painter->setPen(m_theme[Colour::Text]);
        painter->drawText(QRectF(left, 8, box.width() - 2 * kMargin, m_textHeight), Qt::TextWordWrap, m_face.sentence);
    } else {
        write(left, 20, expectedWord(), m_text, Colour::SecondText);
        write(box.left() + 76, 20, m_face.expected, m_mono, Colour::Error);
        write(left, 38, gotWord(), m_text, Colour::SecondText);
        write(box.left() + 76, 38, m_face.got, m_mono, Colour::Error);
        write(box.left() + 76 + QFontMetricsF(m_mono).horizontalAdvance(m_face.got) + 12, 38, m_face.origin, m_caption, Colour::SecondText);
    }
    if (m_face.fix.isEmpty()) return;
    const QRectF button = fixRect();
    painter->setPen(QPen(m_theme[Colour::Border], 1));
    painter->setBrush(m_theme[m_fixHovered ? Colour::Hover : Colour::Base]);
    painter->drawRoundedRect(button, 4, 4);
    paintIcon(*painter, QRectF(button.left() + 8, button.top() + 5, 16, 16), "quick_fix", m_theme[Colour::Text]);
    write(button.left() + 31, button.top() + 17, m_face.fix, m_text, Colour::Text);
    write(button.right() - 8 - QFontMetricsF(m_caption).horizontalAdvance(fixKey()), button.top() + 17, fixKey(), m_caption, Colour::Muted);
}

}  // namespace seekbench

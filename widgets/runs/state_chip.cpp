// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/state_chip.h"

#include <QtGui/QPainter>

#include "widgets/runs/state_words.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

constexpr double kGlyph = 1.0, kMargin = 0.5, kGap = 0.4;

QFont small(QFont font) {
    font.setPixelSize(emPixels(font, em::kTable));
    return font;
}

}  // namespace

StateChip::StateChip(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    retranslate();
}

void StateChip::setState(RunState state) {
    if (state == m_state) return;
    m_state = state;
    retranslate();
}

void StateChip::setTheme(Theme theme) {
    m_theme = theme;
    update();
}

void StateChip::retranslate() {
    setAccessibleName(stateWord(m_state));
    updateGeometry();
    update();
}

QSize StateChip::sizeHint() const {
    const int words = QFontMetrics(small(font())).horizontalAdvance(stateWord(m_state));
    return {words + emPixels(*this, kGlyph + kGap + 2 * kMargin), emPixels(*this, 1.62)};
}

void StateChip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ground = m_theme[stateGround(m_state)];
    painter.setBrush(ground);
    painter.setPen(m_theme.isHighContrast() || ground == m_theme[Colour::Base] ? m_theme[Colour::Line] : ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    const int margin = emPixels(*this, kMargin), glyph = emPixels(*this, kGlyph);
    const QColor colour = m_theme[stateColour(m_state)];
    paintIcon(painter, QRectF(margin, (height() - glyph) / 2.0, glyph, glyph), stateGlyph(m_state), colour);
    painter.setFont(small(font()));
    painter.setPen(colour);
    painter.drawText(rect().adjusted(margin + glyph + emPixels(*this, kGap), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     stateWord(m_state));
}

void StateChip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace seekbench

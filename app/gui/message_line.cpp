// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/message_line.h"

#include <QtGui/QAccessible>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

#include "widgets/text/translated.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {

MessageLine::MessageLine(QWidget* parent)
    : QFrame(parent), m_glyph(new QLabel(this)), m_text(new QLabel(this)), m_close(new QToolButton(this)) {
    setRole(*this, "message");
    auto* layout = new QHBoxLayout(this);
    const int margin = emPixels(*this, 0.46);
    layout->setContentsMargins(2 * margin, margin, margin, margin);
    layout->addWidget(m_glyph, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTextFormat(Qt::PlainText);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    retranslate();
    hide();
}

void MessageLine::show(const Error& error) {
    m_error = error;
    m_text->setText(translated(error));
    setVisible(true);
    QAccessibleEvent alert(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString MessageLine::text() const { return isHidden() ? QString() : m_text->text(); }

void MessageLine::setTheme(const Theme& theme) {
    const int glyph = emPixels(*this, 1.23);
    m_glyph->setPixmap(icon("error", theme, Colour::Error).pixmap(QSize(glyph, glyph), devicePixelRatioF()));
    m_close->setIcon(icon("close", theme));
}

void MessageLine::retranslate() {
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
    if (!m_error.what().empty()) m_text->setText(translated(m_error));
}

void MessageLine::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return hide();
    QFrame::keyPressEvent(event);
}

}  // namespace seekbench

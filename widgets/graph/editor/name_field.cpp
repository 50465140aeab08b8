// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/editor/name_field.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QStyle>

namespace seekbench {
namespace {

void setState(QWidget& widget, const QString& state) {
    widget.setProperty("state", state);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

}  // namespace

NameField::NameField(QWidget* parent) : QLineEdit(parent) {
    hide();
}

void NameField::open(const QRect& place, const QString& name, Accept accept) {
    m_accept = std::move(accept);
    setState(*this, {});
    setText(name);
    selectAll();
    setGeometry(place);
    show();
    raise();
    setFocus(Qt::OtherFocusReason);
}

void NameField::close() {
    m_accept = nullptr;
    parentWidget()->setFocus(Qt::OtherFocusReason);
    hide();
}

void NameField::take() {
    if (m_accept && !m_accept(text())) return setState(*this, QStringLiteral("error"));
    close();
}

void NameField::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter: return take();
        case Qt::Key_Escape: return close();
        default: QLineEdit::keyPressEvent(event); event->accept();  // what it leaves alone must not steer the canvas below
    }
}

void NameField::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason) return;  // its own menu, an input method
    m_accept = nullptr;
    hide();
}

}  // namespace seekbench

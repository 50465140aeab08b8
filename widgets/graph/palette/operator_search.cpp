// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/palette/operator_search.h"

#include <algorithm>

#include <QtCore/QEvent>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QVBoxLayout>

#include "widgets/graph/palette/operator_models.h"
#include "widgets/text/figures.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {

OperatorSearch::OperatorSearch(QWidget* parent)
    : QFrame(parent),
      m_model(new OperatorListModel(this)),
      m_delegate(new OperatorDelegate(OperatorDelegate::Detail::IdAndLabel, this)),
      m_field(new QLineEdit(this)),
      m_caption(new QLabel(this)),
      m_nothing(new QLabel(this)),
      m_list(new QListView(this)) {
    setRole(*this, "popup");
    setRole(*m_caption, "caption");
    setRole(*m_nothing, "second");
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);  // the cursor stays in the field
    m_list->setMouseTracking(true);
    connect(m_list, &QListView::clicked, this, &OperatorSearch::take);
    connect(m_field, &QLineEdit::textChanged, this, &OperatorSearch::filter);
    m_field->installEventFilter(this);

    auto* layout = new QVBoxLayout(this);
    const int space = emPixels(*this, 0.46);
    layout->setContentsMargins(space, space, space, space);
    layout->setSpacing(space);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_caption, m_field, m_nothing, m_list}) layout->addWidget(widget);
    retranslate();
    hide();
}

void OperatorSearch::setTheme(Theme theme) {
    m_delegate->setTheme(theme);
    m_list->viewport()->update();
}

void OperatorSearch::open(QPoint at, std::vector<OperatorEntry> entries, const QString& caption) {
    m_model->setEntries(std::move(entries));
    m_field->clear();
    filter({});
    m_caption->setText(caption);
    m_caption->setVisible(!caption.isEmpty());
    const QWidget& around = *parentWidget();
    const QSize wanted(std::min(emPixels(*this, 24), around.width()), std::min(emPixels(*this, 20), around.height()));
    setGeometry(QRect(
        QPoint(std::clamp(at.x(), 0, around.width() - wanted.width()), std::clamp(at.y(), 0, around.height() - wanted.height())), wanted));
    m_open = true;
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
}

void OperatorSearch::filter(const QString& typed) {
    m_model->setFilter(typed);
    m_nothing->setVisible(m_model->rowCount() == 0);
    if (m_model->rowCount() > 0) m_list->setCurrentIndex(m_model->index(0));
}

void OperatorSearch::step(int rows) {
    if (m_model->rowCount() == 0) return;
    m_list->setCurrentIndex(m_model->index(std::clamp(m_list->currentIndex().row() + rows, 0, m_model->rowCount() - 1)));
}

void OperatorSearch::take(const QModelIndex& index) {
    const OperatorEntry* entry = m_model->entry(index);
    if (entry == nullptr) return;
    const QString id = fromUtf8(entry->id);
    m_open = false;  // before hiding takes the focus away, which would cancel
    hide();
    Q_EMIT operatorChosen(id);
}

void OperatorSearch::dismiss() {
    if (!m_open) return;
    m_open = false;
    hide();
    Q_EMIT cancelled();
}

bool OperatorSearch::eventFilter(QObject* watched, QEvent* event) {
    // An input method's own window takes the focus while composing; that is no reason to close.
    if (event->type() == QEvent::FocusOut && m_open) {
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason) dismiss();
        return false;
    }
    if (event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Down: step(1); return true;
        case Qt::Key_Up: step(-1); return true;
        case Qt::Key_PageDown: step(8); return true;
        case Qt::Key_PageUp: step(-8); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Tab: take(m_list->currentIndex()); return true;
        case Qt::Key_Escape: dismiss(); return true;
        default: return false;
    }
}

void OperatorSearch::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QFrame::changeEvent(event);
}

void OperatorSearch::retranslate() {
    m_field->setPlaceholderText(tr("Search operators"));
    m_field->setAccessibleName(tr("Search operators"));
    m_list->setAccessibleName(tr("Operators that match"));
    m_nothing->setText(tr("No operator is called that."));
}

}  // namespace seekbench

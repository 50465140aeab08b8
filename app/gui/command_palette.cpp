// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/command_palette.h"

#include <QtCore/QSortFilterProxyModel>
#include <QtGui/QKeyEvent>
#include <QtGui/QStandardItemModel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QVBoxLayout>

#include "app/gui/commands.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

constexpr int kSearchRole = Qt::UserRole + 1, kActionRole = Qt::UserRole + 2;

// Every word typed must occur; the order does not matter.
class WordFilter final : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWords(const QString& text) {
        m_words = text.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override {
        const QString text = sourceModel()->index(row, 0, parent).data(kSearchRole).toString();
        return std::ranges::all_of(m_words, [&](const QString& word) { return text.contains(word); });
    }

private:
    QStringList m_words;
};

}  // namespace

CommandPalette::CommandPalette(Commands& commands, QWidget* window)
    : QFrame(window),
      m_commands(commands),
      m_field(new QLineEdit(this)),
      m_list(new QListView(this)),
      m_model(new QStandardItemModel(this)),
      m_filter(new WordFilter(this)) {
    setRole(*this, "card");
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    m_filter->setSourceModel(m_model);
    m_list->setModel(m_filter);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        static_cast<WordFilter*>(m_filter)->setWords(text);
        m_list->setCurrentIndex(m_filter->index(0, 0));
    });
    connect(m_field, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    hide();
}

void CommandPalette::fill() {
    m_model->clear();
    for (const CommandRow& row : commandRows()) {
        if (row.text == nullptr || row.id == "view.palette") continue;
        QAction& action = m_commands[row.id];
        const QString shortcut = action.shortcut().toString(QKeySequence::NativeText);
        auto* item =
            new QStandardItem(action.icon(), shortcut.isEmpty() ? withoutMnemonic(action.text())
                                                                : QStringLiteral("%1\t%2").arg(withoutMnemonic(action.text()), shortcut));
        const QString words = withoutMnemonic(action.text()) + QLatin1Char(' ') + withoutMnemonic(QString::fromUtf8(row.text)) +
                              QLatin1Char(' ') + QString::fromUtf8(row.keywords) + QLatin1Char(' ') +
                              QCoreApplication::translate("commands", row.keywords);
        item->setData(words.toCaseFolded(), kSearchRole);
        item->setData(QVariant::fromValue(&action), kActionRole);
        item->setEnabled(action.isEnabled());
        m_model->appendRow(item);
    }
}

void CommandPalette::open() {
    fill();
    m_field->setPlaceholderText(tr("Run a command…"));
    m_field->setAccessibleName(tr("Run a command"));
    m_list->setAccessibleName(tr("Commands"));
    const QSize size(emPixels(*this, 34), emPixels(*this, 28));
    setGeometry((parentWidget()->width() - size.width()) / 2, emPixels(*this, 4), size.width(),
                std::min(size.height(), parentWidget()->height() - 80));
    m_field->clear();
    m_list->setCurrentIndex(m_filter->index(0, 0));
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::run() {
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid()) return;
    auto* action = index.data(kActionRole).value<QAction*>();
    if (!action->isEnabled()) return;
    hide();
    action->trigger();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusOut) hide();
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape) {
            hide();
            parentWidget()->setFocus();
            return true;
        }
        const int by = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : key == Qt::Key_PageDown ? 10 : key == Qt::Key_PageUp ? -10 : 0;
        if (by != 0) {
            const int row = std::clamp(m_list->currentIndex().row() + by, 0, std::max(m_filter->rowCount() - 1, 0));
            m_list->setCurrentIndex(m_filter->index(row, 0));
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace seekbench

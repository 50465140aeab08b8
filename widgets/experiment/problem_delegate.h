// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QtWidgets/QStyledItemDelegate>

#include "widgets/theme/theme.h"

namespace seekbench {

// Draws the rows of the problem list: the severity's glyph beside the place, the sentence in two lines, shapes in a fixed face,
// fixes as buttons, of which the first row's selected one is filled. Tells which button was pressed.
class ProblemDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(Theme theme) { m_theme = theme; }
    // Where the buttons of a cell are; those for which there is no room are left out.
    static std::vector<QRect> buttonRects(const QRect& cell, const QFont& font, const QStringList& labels);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

Q_SIGNALS:
    void fixPressed(int row, int number);

protected:
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) override;

private:
    void paintPlace(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintSentence(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintShape(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintButtons(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    struct Press {
        QPersistentModelIndex index;
        int number;
    };
    Theme m_theme;
    std::optional<Press> m_pressed;
};

}  // namespace seekbench

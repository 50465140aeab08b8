// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QStyledItemDelegate>

#include "widgets/theme/theme.h"

namespace seekbench {

// Paints a run in two lines: box, colour and name with its best figure at the right; state glyph and words below. Group rows are one
// line. The box is ticked by a click on it or by Space.
class RunListDelegate : public QStyledItemDelegate {
public:
    void setTheme(Theme theme) { m_theme = theme; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) override;
    // Where the box of a row is.
    static QRect boxOf(const QStyleOptionViewItem& option);

private:
    void paintGroup(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintBox(QPainter& painter, const QRect& box, bool ticked, const QColor& colour) const;
    Theme m_theme;
};

}  // namespace seekbench

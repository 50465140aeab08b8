// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QStyledItemDelegate>

#include "widgets/theme/theme.h"

namespace seekbench {

// Paints the cells of the table of runs: box, colour swatch, state glyph with word, figures. A line below each row, none between
// columns.
class RunTableDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit RunTableDelegate(QObject* parent = nullptr) : QStyledItemDelegate(parent) {}

    void setTheme(Theme theme) { m_theme = theme; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) override;

private:
    QRect titlePlace(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index, bool isGroup) const;
    void paintBox(QPainter& painter, const QRect& rect, int state, bool focused) const;
    Theme m_theme;
};

// The line that stands for a run beside its name; from the ninth run on with a marker.
void paintRunSwatch(QPainter& painter, const QRect& rect, int slot, double width, const Theme& theme);
QIcon runSwatchIcon(int slot, int size, const Theme& theme);

}  // namespace seekbench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QtCore/QAbstractItemModel>
#include <QtCore/QAbstractListModel>
#include <QtWidgets/QStyledItemDelegate>

#include "widgets/graph/palette/operator_entry.h"
#include "widgets/theme/theme.h"

namespace seekbench {

// Roles beside Qt::DisplayRole (the id, or the title of a group) and Qt::ToolTipRole (the summary).
enum OperatorRole { OperatorIdRole = Qt::UserRole, GroupCountRole };

// The groups of operators with their operators below, as far as they match a filter. Dragging gives the operator's id
// (kOperatorMimeType). Takes whole values; lives in the GUI thread.
class OperatorTreeModel : public QAbstractItemModel {
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;

    void setEntries(std::vector<OperatorEntry> entries);
    void setFilter(const QString& typed);
    const OperatorEntry* entry(const QModelIndex& index) const;  // nullptr for a group

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;

private:
    struct Group {
        std::vector<OperatorEntry> entries;
    };
    void rebuild();
    std::vector<OperatorEntry> m_entries;
    std::vector<Group> m_groups;
    QString m_filter;
};

// The operators that match what is typed, best first. Lives in the GUI thread.
class OperatorListModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setEntries(std::vector<OperatorEntry> entries);
    void setFilter(const QString& typed);
    const OperatorEntry* entry(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void rebuild();
    std::vector<OperatorEntry> m_entries, m_shown;
    QString m_filter;
};

// Paints an operator as icon and id, a group as bold title with its count at the right; rows are 24 px of 13.
class OperatorDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    // With `labels`, the operator's label stands muted at the right.
    enum class Detail { Id, IdAndLabel };
    OperatorDelegate(Detail detail, QObject* parent);
    void setTheme(Theme theme) { m_theme = theme; }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    Theme m_theme;
    Detail m_detail;
};

}  // namespace seekbench

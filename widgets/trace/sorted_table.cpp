// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/sorted_table.h"

#include <QtCore/QSortFilterProxyModel>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QTableView>

#include "widgets/theme/style_sheet.h"
#include "widgets/trace/profile_tables.h"

namespace seekbench {

QTableView* makeSortedTable(ProfileTable* rows, QWidget* parent) {
    auto* table = new QTableView(parent);
    auto* sorted = new QSortFilterProxyModel(table);
    sorted->setSortRole(ProfileTable::kSortRole);
    sorted->setSourceModel(rows);
    table->setModel(sorted);
    table->setSortingEnabled(true);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setContextMenuPolicy(Qt::CustomContextMenu);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(emPixels(*table, 1.77));
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    return table;
}

}  // namespace seekbench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;
class QWidget;

namespace seekbench {

class ProfileTable;

// A view of a table of a profile, sorted by any column, a row at a time. It belongs to `parent`.
QTableView* makeSortedTable(ProfileTable* rows, QWidget* parent);

}  // namespace seekbench

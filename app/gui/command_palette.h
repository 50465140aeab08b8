// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace seekbench {

class Commands;

// Finds a command by its title in either language or by its keywords, and runs it: Ctrl+Shift+P, type, Enter. A frame over the window
// that goes away when it loses the focus; what cannot be done now is shown and not run.
class CommandPalette : public QFrame {
    Q_OBJECT

public:
    CommandPalette(Commands& commands, QWidget* window);

    void open();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void run();

    Commands& m_commands;
    QLineEdit* m_field;
    QListView* m_list;
    QStandardItemModel* m_model;
    QSortFilterProxyModel* m_filter;
};

}  // namespace seekbench

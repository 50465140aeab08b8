// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <QtWidgets/QWidget>

#include "widgets/runs/run_table_model.h"

class QAction;
class QLabel;
class QLineEdit;
class QMenu;
class QTimer;
class QToolButton;
class QTreeView;

namespace seekbench {

class RunTableDelegate;
class SegmentedControl;

// The table of runs with what stands above it: filter, grouping, columns, trash. F2 renames, Space shows and hides curves, Del puts
// into the trash. Changes of runs are asked for by signals and come back with setRuns(). Lives in the GUI thread.
class RunTable : public QWidget {
    Q_OBJECT

public:
    explicit RunTable(QWidget* parent = nullptr);

    void setRuns(std::vector<RunSummary> runs);
    void setTheme(Theme theme);
    void setFilterText(const QString& text);
    void setShownRuns(std::vector<std::string> runs);
    void selectRuns(const std::vector<std::string>& runs);
    std::vector<std::string> selectedRuns() const;
    // The two that are compared: chosen as A and B, or the first two that are shown. Empty: none.
    std::string runA() const { return m_runA; }
    std::string runB() const { return m_runB; }

    // Columns, their widths, order and sorting, to be kept between starts.
    QByteArray layoutState() const;
    bool restoreLayoutState(const QByteArray& state);

    RunTableModel& model() { return *m_model; }
    QTreeView& view() { return *m_view; }

Q_SIGNALS:
    // To be pushed as a RunNoteCommand.
    void noteChangesRequested(const std::vector<seekbench::RunNoteChange>& changes, const QString& text);
    void removalRequested(const std::vector<std::string>& runs);  // from the trash, for ever: ask before
    void shownRunsChanged(const std::vector<std::string>& runs);
    void comparedRunsChanged(const std::string& a, const std::string& b);
    void selectedRunsChanged(const std::vector<std::string>& runs);
    void runActivated(const std::string& run);  // double click or Enter
    // These rows are in view and their difference to A is not known.
    void differencesNeeded(const std::vector<std::string>& runs);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildBar();
    void buildActions();
    QAction* addAction(const QKeySequence& key, void (RunTable::*slot)());
    void retranslate();
    void updateTexts();
    void updateActions();
    void updateColumnMenu();
    void updateCompared();
    void askForDifferences();
    void expandGroups(const QModelIndex& parent, int first, int last);
    void openMenu(const QPoint& at);
    void activate(const QModelIndex& index);
    void openGroup(const QModelIndex& index);
    void applyFilter();
    void group(int grouping);
    void rename();
    void toggleShown();
    void discard();
    void restore();
    void removeForEver();
    void useAsA();
    void useAsB();
    void showTrash(bool shown);
    void changeSelected(const std::function<void(RunNote&)>& change, const QString& text);

    RunTableModel* m_model;
    RunTableDelegate* m_delegate;
    QTreeView* m_view;
    QLineEdit* m_filter;
    QAction* m_filterIcon;
    QLabel *m_groupLabel, *m_count;
    SegmentedControl* m_grouping;
    QToolButton *m_columns, *m_trash;
    QMenu *m_columnMenu, *m_colourMenu;
    QAction *m_rename, *m_toggle, *m_discard, *m_restore, *m_remove, *m_useA, *m_useB;
    QTimer* m_differenceTimer;
    std::string m_chosenA, m_chosenB, m_runA, m_runB;
    Theme m_theme;
};

}  // namespace seekbench

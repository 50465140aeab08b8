// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QtCore/QHash>
#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

#include "core/store/run_summary.h"
#include "widgets/theme/theme.h"

class QLabel;
class QLineEdit;
class QStackedLayout;
class QTreeView;

namespace seekbench {

class RunListDelegate;
class RunListModel;

// The list of runs at the left of Train: one click chooses a run, its box lays it over the chosen one in the plots. Space ticks the
// run at the cursor. Lives in the GUI thread.
class RunList : public QWidget {
    Q_OBJECT

public:
    explicit RunList(QWidget* parent = nullptr);
    ~RunList() override;

    // Keeps selection, ticks and place; cheap when only figures have changed.
    void setRuns(std::vector<RunSummary> runs);
    // Theme::run() slots of the runs that have one.
    void setColourSlots(QHash<QString, int> slots_);
    void setTheme(Theme theme);
    // Chooses a run without telling.
    void setCurrent(const QString& id);
    QString current() const;
    void setShown(const QStringList& ids);
    QStringList shown() const;
    RunListModel* model() const { return m_model; }

Q_SIGNALS:
    void runActivated(QString id);           // chosen by the user
    void shownRunsChanged(QStringList ids);  // ticked, in the order of the list
    void contextMenuRequested(QString id, QPoint globalPosition);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void keepOpen();
    void restoreCurrent();

    Theme m_theme;
    QString m_current;
    bool m_quiet = false;  // a change of selection that the user did not make
    RunListModel* m_model;
    std::unique_ptr<RunListDelegate> m_delegate;
    QLineEdit* m_filter;
    QTreeView* m_view;
    QLabel* m_empty;
    QLabel* m_legend;
    QStackedLayout* m_stack;
};

}  // namespace seekbench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>

#include <QtWidgets/QWidget>

#include "widgets/log/log_entry.h"
#include "widgets/theme/theme.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QStackedLayout;
class QStyledItemDelegate;
class QToolButton;

namespace seekbench {

class LogModel;

// The log of a run, a line each: time, glyph, sentence. Searched by words and severity; follows its end until the user scrolls up.
// Ctrl+C copies the chosen lines. Lives in the GUI thread; a hundred thousand lines are no burden.
class LogView : public QWidget {
    Q_OBJECT

public:
    explicit LogView(QWidget* parent = nullptr);
    ~LogView() override;

    // The whole log of a run; what stands already at the beginning stays, so it may be called with every frame. `run` names whose log
    // it is: another one begins anew.
    void setLog(const QString& run, std::span<const LogEntry> log);
    void clear();
    void setTheme(Theme theme);
    LogModel* model() const { return m_model; }
    bool isFollowing() const;

Q_SIGNALS:
    void warningCountChanged(int count);      // warnings and errors among all lines
    void nodeActivated(const QString& path);  // of a line that is about a node, by double click or Enter

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void applyFilter();
    void followEnd();
    void copyChosen() const;

    QString m_run;
    Theme m_theme;
    int m_warnings = 0;
    LogModel* m_model;
    std::unique_ptr<QStyledItemDelegate> m_delegate;
    QLineEdit* m_search;
    QComboBox* m_severity;
    QToolButton* m_follow;
    QListView* m_list;
    QLabel* m_empty;
    QStackedLayout* m_stack;
};

}  // namespace seekbench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QtWidgets/QWidget>

#include "widgets/runs/queue_model.h"
#include "widgets/theme/theme.h"

class QLabel;
class QListView;
class QStackedLayout;
class QToolButton;

namespace seekbench {

// Whether somebody serves the queue, and whether it is paused.
struct QueueState {
    bool served = false, paused = false;
    bool operator==(const QueueState&) const = default;
};

// The queue: its runs in their order, moved by dragging, by buttons or by Alt+Up and Alt+Down, taken out by Delete; and whether it is
// paused. Shows values and asks by signals. Lives in the GUI thread.
class QueueList : public QWidget {
    Q_OBJECT

public:
    explicit QueueList(QWidget* parent = nullptr);

    // Keeps the chosen run.
    void setQueue(std::vector<QueuedRun> runs, QueueState state);
    void setTheme(Theme theme);
    QueueModel* model() const { return m_model; }
    QString current() const;  // id of the chosen run; empty: none
    void setCurrent(const QString& run);

Q_SIGNALS:
    void moveRequested(const QString& run, int place);
    void removalRequested(const QString& run);  // of one at work: that it be stopped
    void pauseRequested(bool paused);
    void serveRequested();
    void runActivated(const QString& run);

protected:
    void changeEvent(QEvent* event) override;

private:
    QToolButton* addButton(const char* icon);
    void moveBy(int rows);
    void moveToEdge(bool top);
    void retranslate();
    void updateButtons();

    Theme m_theme;
    QueueState m_state;
    QueueModel* m_model;
    QListView* m_view;
    QToolButton *m_pause, *m_up, *m_down, *m_top, *m_remove;
    QLabel *m_sentence, *m_empty;
    QStackedLayout* m_stack;
    std::vector<std::pair<QToolButton*, const char*>> m_icons;
};

}  // namespace seekbench

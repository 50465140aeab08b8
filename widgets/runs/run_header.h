// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointer>
#include <QtWidgets/QFrame>

#include "core/run/run_folder.h"
#include "widgets/theme/theme.h"

class QLabel;
class QPushButton;
class QTimer;

namespace seekbench {

class RunModel;
class RunProgressBar;
class StateChip;

// The head of the Train perspective: which run this is, how far it is, how long it still takes and why, its checkpoints, and four
// buttons that act on this run. Each button has its own place and meaning; what cannot be done is disabled. Lives in the GUI thread.
class RunHeader : public QFrame {
    Q_OBJECT

public:
    explicit RunHeader(QWidget* parent = nullptr);

    // The run to show; nothing shows that none is chosen.
    void setRun(RunModel* run);
    RunModel* run() const;
    void setTheme(Theme theme);
    // The worker has not answered yet: the buttons wait.
    void setBusy(bool busy);

Q_SIGNALS:
    // By the user, about the run with this id.
    void pauseRequested(QString run);
    void resumeRequested(QString run);  // a paused run goes on; an ended one starts a new attempt
    void stopRequested(QString run);
    void checkpointRequested(QString run);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QPushButton* addButton(const char* name, void (RunHeader::*requested)(QString));
    void retranslate();
    void scheduleUpdate();
    void showRun();
    void showFigures(const RunModel& run);
    void showCheckpoints(const RunModel& run);
    void showNotice(const RunModel& run);

    Theme m_theme;
    QPointer<RunModel> m_run;
    StateChip* m_chip;
    QLabel* m_name;
    QLabel* m_settings;
    QPushButton* m_pause;
    QPushButton* m_resume;
    QPushButton* m_stop;
    QPushButton* m_checkpoint;
    RunProgressBar* m_bar;
    QLabel* m_position;
    QLabel* m_time;
    QLabel* m_checkpoints;
    QLabel* m_noticeGlyph;
    QLabel* m_notice;
    QTimer* m_update;  // soon after news
    QTimer* m_clock;   // for "5 s ago" and the stale hint
    bool m_busy = false;
    bool m_keysShown = true;  // in the buttons; in their tool tips always
};

}  // namespace seekbench

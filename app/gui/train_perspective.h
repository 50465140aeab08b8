// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointer>
#include <QtCore/QTimer>

#include "app/gui/perspective.h"

namespace seekbench {

class LogView;
class MemoryView;
class PredictionSource;
class PredictionsView;
class QueueDesk;
class QueueList;
class RunHeader;
class RunList;
class RunModel;
class RunPlots;

// Watching runs live and finding them again: the list at the left, header and curves in the middle, predictions at the right, log and
// queue below.
class TrainPerspective : public Perspective {
    Q_OBJECT

public:
    explicit TrainPerspective(WindowSession& session);

    void setTheme(Theme theme) override;
    bool canPerform(std::string_view command) const override;
    void perform(std::string_view command) override;
    QUndoStack& undoStack() const override;

protected:
    void retranslate() override;

private:
    void connectParts();
    void takeRuns();
    // The current run and the overlaid ones, in the views.
    void showRuns();
    void follow(RunModel* run);
    void takeNews();
    void connectQueue();
    void showQueue();
    void moveInQueue(const QString& run, int place);
    void removeFromQueue(const QString& run);
    void openMenu(const QString& run, QPoint at);

    RunList* m_list;
    RunHeader* m_header;
    RunPlots* m_plots;
    PredictionsView* m_predictions;
    LogView* m_log;
    MemoryView* m_memory;
    QueueList* m_queue;
    QueueDesk* m_queueDesk;
    PredictionSource* m_source;
    QDockWidget *m_listDock, *m_predictionsDock, *m_memoryDock, *m_logDock, *m_queueDock;
    QPointer<RunModel> m_run;
    bool m_memoryRead = false;          // after the first steps of the run, when its worker has measured it
    std::int64_t m_predictedStep = -1;  // of the validation whose predictions have been asked for
    QStringList m_overlaid;
    QTimer m_news;  // gathers what comes within a tenth of a second
};

}  // namespace seekbench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/train_perspective.h"

#include <algorithm>
#include <functional>

#include <QtGui/QUndoCommand>
#include <QtGui/QUndoStack>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QMenu>
#include <QtWidgets/QVBoxLayout>

#include "app/gui/commands.h"
#include "app/gui/plot_files.h"
#include "app/gui/prediction_source.h"
#include "app/gui/queue_desk.h"
#include "app/gui/run_commands.h"
#include "app/gui/window_session.h"
#include "core/run/metric.h"
#include "widgets/log/log_view.h"
#include "widgets/memory/memory_view.h"
#include "widgets/runs/predictions_view.h"
#include "widgets/runs/queue_list.h"
#include "widgets/runs/run_columns.h"
#include "widgets/runs/run_header.h"
#include "widgets/runs/run_list.h"
#include "widgets/runs/run_model.h"
#include "widgets/runs/run_plots.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

constexpr std::size_t kFirstSteps = 3;  // after them the worker leaves its first table of the memory

// A change of the queue that can be taken back.
class QueueEdit final : public QUndoCommand {
public:
    QueueEdit(const QString& text, std::function<void()> redo, std::function<void()> undo)
        : QUndoCommand(text), m_redo(std::move(redo)), m_undo(std::move(undo)) {}
    void redo() override { m_redo(); }
    void undo() override { m_undo(); }

private:
    std::function<void()> m_redo, m_undo;
};

}  // namespace

TrainPerspective::TrainPerspective(WindowSession& session) : Perspective(QStringLiteral("train"), session) {
    auto* centre = new QWidget(this);
    auto* rows = new QVBoxLayout(centre);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_header = new RunHeader(centre);
    m_plots = new RunPlots(centre);
    rows->addWidget(m_header);
    rows->addWidget(m_plots, 1);
    setCentralWidget(centre);
    m_list = new RunList(this);
    m_predictions = new PredictionsView(this);
    m_memory = new MemoryView(this);
    m_log = new LogView(this);
    m_source = new PredictionSource(session.workspace(), this);
    m_listDock = addDock(QStringLiteral("runs"), m_list, Qt::LeftDockWidgetArea, 16.9);
    m_predictionsDock = addDock(QStringLiteral("predictions"), m_predictions, Qt::RightDockWidgetArea, 24.6);
    m_memoryDock = addDock(QStringLiteral("memory"), m_memory, Qt::RightDockWidgetArea, 24.6);
    tabifyDockWidget(m_predictionsDock, m_memoryDock);
    m_predictionsDock->raise();
    m_logDock = addDock(QStringLiteral("log"), m_log, Qt::BottomDockWidgetArea, 12.3);
    m_queue = new QueueList(this);
    m_queueDesk = new QueueDesk(session.workspace(), this);
    m_queueDock = addDock(QStringLiteral("queue"), m_queue, Qt::BottomDockWidgetArea, 12.3);
    tabifyDockWidget(m_logDock, m_queueDock);
    m_logDock->raise();
    m_news.setSingleShot(true);
    m_news.setInterval(100);
    connectParts();
    connectQueue();
    retranslate();
    takeRuns();
}

void TrainPerspective::connectParts() {
    connect(&session().monitor(), &RunMonitor::runsChanged, this, &TrainPerspective::takeRuns);
    connect(&session(), &WindowSession::currentRunChanged, this, &TrainPerspective::showRuns);
    connect(m_list, &RunList::runActivated, &session(), &WindowSession::setCurrentRun);
    connect(m_list, &RunList::shownRunsChanged, this, [this](const QStringList& runs) {
        m_overlaid = runs;
        showRuns();
    });
    connect(m_list, &RunList::contextMenuRequested, this, &TrainPerspective::openMenu);
    connect(m_header, &RunHeader::pauseRequested, this, [this] { perform("run.pause"); });
    connect(m_header, &RunHeader::resumeRequested, this, [this] { perform("run.resume"); });
    connect(m_header, &RunHeader::stopRequested, this, [this] { perform("run.stop"); });
    connect(m_header, &RunHeader::checkpointRequested, this, [this] { perform("run.checkpoint"); });
    connect(m_plots, &RunPlots::exportRequested, this,
            [this](SeriesPlot* plot, PlotFormat format) { exportPlot(session(), this, plot, format); });
    connect(m_source, &PredictionSource::predictionsRead, m_predictions, &PredictionsView::setPredictions);
    connect(m_source, &PredictionSource::evaluationsRead, m_predictions, &PredictionsView::setEvaluations);
    connect(m_source, &PredictionSource::picturesRead, m_predictions, &PredictionsView::setPictures);
    connect(m_source, &PredictionSource::memoryForecast, m_memory, &MemoryView::setForecast);
    connect(m_source, &PredictionSource::memoryRead, m_memory, &MemoryView::setMeasured);
    connect(m_source, &PredictionSource::failed, &session(), &WindowSession::failed);
    connect(m_predictions, &PredictionsView::picturesRequested, m_source, &PredictionSource::readPictures);
    connect(m_log, &LogView::nodeActivated, this, [this](const QString& path) {
        if (m_run) Q_EMIT nodeRequested(m_run->identity().id, path);
    });
    connect(&m_news, &QTimer::timeout, this, &TrainPerspective::takeNews);
}

void TrainPerspective::connectQueue() {
    connect(m_queueDock, &QDockWidget::visibilityChanged, m_queueDesk, &QueueDesk::setWatching);
    connect(&session().desk(), &RunDesk::queued, m_queueDesk, &QueueDesk::look);
    connect(m_queueDesk, &QueueDesk::changed, this, &TrainPerspective::showQueue);
    connect(m_queueDesk, &QueueDesk::failed, &session(), &WindowSession::failed);
    connect(m_queue, &QueueList::moveRequested, this, &TrainPerspective::moveInQueue);
    connect(m_queue, &QueueList::removalRequested, this, &TrainPerspective::removeFromQueue);
    connect(m_queue, &QueueList::pauseRequested, m_queueDesk, &QueueDesk::setPaused);
    connect(m_queue, &QueueList::serveRequested, m_queueDesk, &QueueDesk::serve);
    connect(m_queue, &QueueList::runActivated, &session(), &WindowSession::setCurrentRun);
}

void TrainPerspective::showQueue() {
    std::vector<QueuedRun> runs;
    for (const auto& [entry, isAtWork] : m_queueDesk->snapshot().entries) {
        const QString id = fromUtf8(entry.run);
        const RunSummary* summary = session().monitor().find(id);
        const bool named = summary != nullptr && !summary->row.name.empty();
        runs.push_back({.run = id,
                        .name = named ? QStringLiteral("%1 %2").arg(shortRunId(entry.run), fromUtf8(summary->row.name)) : id,
                        .state = isAtWork                ? QueuedRun::State::AtWork
                                 : entry.problem.empty() ? QueuedRun::State::Waits
                                                         : QueuedRun::State::Problem,
                        .problem = translatedEnglish(entry.problem)});
    }
    m_queue->setQueue(std::move(runs), {.served = m_queueDesk->snapshot().served, .paused = m_queueDesk->snapshot().paused});
}

void TrainPerspective::moveInQueue(const QString& run, int place) {
    const auto& entries = m_queueDesk->snapshot().entries;
    const auto found = std::ranges::find_if(entries, [&](const auto& entry) { return fromUtf8(entry.entry.run) == run; });
    const int before = static_cast<int>(found - entries.begin());
    session().runEdits().push(new QueueEdit(
        tr("Move in the queue"), [desk = m_queueDesk, run, place] { desk->move(run, place); },
        [desk = m_queueDesk, run, before] { desk->move(run, before); }));
}

void TrainPerspective::removeFromQueue(const QString& run) {
    const auto& entries = m_queueDesk->snapshot().entries;
    const auto found = std::ranges::find_if(entries, [&](const auto& entry) { return fromUtf8(entry.entry.run) == run; });
    if (found == entries.end() || found->isAtWork) return m_queueDesk->remove(run);  // a stop is not taken back; the run can be resumed
    const int place = static_cast<int>(found - entries.begin());
    session().runEdits().push(new QueueEdit(
        tr("Take out of the queue"), [desk = m_queueDesk, run] { desk->remove(run); },
        [desk = m_queueDesk, run, place] { desk->insert(run, place); }));
}

void TrainPerspective::takeRuns() {
    std::vector<RunSummary> runs;
    QHash<QString, int> slots_;
    for (const RunSummary& run : session().monitor().runs()) {
        if (run.row.trashed) continue;
        if (const auto slot = colourSlot(run.row.colour)) slots_.insert(QString::fromStdString(run.row.id), *slot);
        runs.push_back(run);
    }
    const bool chooses = session().currentRun().isEmpty() && !runs.empty();
    const QString newest = runs.empty() ? QString() : QString::fromStdString(runs.front().row.id);
    m_list->setColourSlots(std::move(slots_));
    m_list->setRuns(std::move(runs));
    if (chooses) return session().setCurrentRun(newest);
    if (m_run == nullptr) showRuns();  // a run that has just been started is in the list now
}

void TrainPerspective::showRuns() {
    const QString current = session().currentRun();
    RunModel* run = session().monitor().follow(current);
    m_list->setCurrent(current);
    if (run != m_run) follow(run);
    std::vector<RunModel*> shown;
    if (run != nullptr) shown.push_back(run);
    for (const QString& id : m_overlaid)
        if (RunModel* other = session().monitor().follow(id); other != nullptr && other != run) shown.push_back(other);
    m_plots->setRuns(std::move(shown));
}

void TrainPerspective::follow(RunModel* run) {
    if (m_run) disconnect(m_run, nullptr, this, nullptr);
    m_run = run;
    m_predictedStep = -1;
    m_memoryRead = false;
    m_header->setRun(run);
    m_memory->setRun(run);
    m_predictions->forgetPictures();
    m_predictions->setRun(run);
    m_source->setRun(run == nullptr ? QString() : run->identity().id);
    m_log->clear();
    if (run == nullptr) return;
    const auto soon = [this] {
        if (!m_news.isActive()) m_news.start();
    };
    connect(run, &RunModel::changed, this, soon);
    connect(run, &RunModel::stateChanged, this, [this] { session().monitor().watch(m_run->identity().id); });
    soon();
}

void TrainPerspective::takeNews() {
    if (!m_run) return;
    m_log->setLog(m_run->identity().id, m_run->log());
    const Series* peaks = m_run->series(series::kMemoryPeak);
    const bool measured = peaks != nullptr && peaks->size() > kFirstSteps;
    const bool validated = m_run->progress().validatedStep != m_predictedStep;
    if (validated || (measured && !m_memoryRead)) m_source->readMemory();
    m_memoryRead = measured;
    if (!validated) return;
    m_predictedStep = m_run->progress().validatedStep;
    m_source->read();
}

void TrainPerspective::openMenu(const QString& run, QPoint at) {
    session().setCurrentRun(run);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const std::string_view id :
         {"run.resume", "run.pause", "run.stop", "run.checkpoint", "run.open_experiment", "run.prove", "run.rerun", "run.discard"}) {
        QAction* action = menu->addAction(titleOf(id), this, [this, id] { perform(id); });
        action->setEnabled(canPerform(id));
    }
    menu->popup(at);
}

QUndoStack& TrainPerspective::undoStack() const { return session().runEdits(); }

bool TrainPerspective::canPerform(std::string_view command) const {
    if (command == "file.export_plots") return !m_plots->runs().empty();
    return Perspective::canPerform(command);
}

void TrainPerspective::perform(std::string_view command) {
    if (command == "file.export_plots") return exportPlot(session(), this, m_plots->plots().front(), PlotFormat::Png);
    Perspective::perform(command);
}

void TrainPerspective::setTheme(Theme theme) {
    Perspective::setTheme(theme);
    m_list->setTheme(theme);
    m_header->setTheme(theme);
    m_plots->setTheme(theme);
    m_predictions->setTheme(theme);
    m_memory->setTheme(theme);
    m_log->setTheme(theme);
    m_queue->setTheme(theme);
}

void TrainPerspective::retranslate() {
    m_listDock->setWindowTitle(tr("Runs"));
    m_predictionsDock->setWindowTitle(tr("Sample predictions"));
    m_memoryDock->setWindowTitle(tr("Memory"));
    m_logDock->setWindowTitle(tr("Log"));
    m_queueDock->setWindowTitle(tr("Queue"));
}

}  // namespace seekbench

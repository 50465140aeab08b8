// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/compare_perspective.h"

#include <QtGui/QUndoStack>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

#include "app/gui/background.h"
#include "app/gui/views.h"
#include "app/gui/window_session.h"
#include "app/session/run_data.h"
#include "app/session/run_evidence.h"
#include "widgets/compare/compare_view.h"
#include "widgets/runs/run_table.h"
#include "widgets/text/translated.h"

namespace seekbench {
namespace {

const QString kLayout = QStringLiteral("compare/layout"), kTable = QStringLiteral("compare/table");

}  // namespace

ComparePerspective::ComparePerspective(WindowSession& session) : Perspective(QStringLiteral("compare"), session) {
    m_view = new CompareView(this);
    m_view->restoreLayoutState(session.settings().bytes(kLayout));
    m_view->table().restoreLayoutState(session.settings().bytes(kTable));
    setCentralWidget(m_view);
    connectTable();
    connectData();
}

ComparePerspective::~ComparePerspective() {
    session().settings().setBytes(kLayout, m_view->layoutState());
    session().settings().setBytes(kTable, m_view->table().layoutState());
}

void ComparePerspective::connectTable() {
    const RunMonitor& monitor = session().monitor();
    connect(&monitor, &RunMonitor::runsChanged, m_view, [this, &monitor] {
        m_view->setRuns(monitor.runs());
        showNewest();
    });
    RunTable& table = m_view->table();
    connect(&table, &RunTable::noteChangesRequested, &session(), &WindowSession::changeNotes);
    connect(&table, &RunTable::removalRequested, this, &ComparePerspective::askBeforeRemoval);
    connect(&table, &RunTable::runActivated, this, [this](const std::string& run) {
        session().setCurrentRun(QString::fromStdString(run));
        Q_EMIT perspectiveRequested(kTrainView);
    });
    connect(&table, &RunTable::selectedRunsChanged, this, [this](const std::vector<std::string>& runs) {
        if (runs.size() == 1) session().setCurrentRun(QString::fromStdString(runs.front()));
    });
}

// The first list ticks the two newest runs, so that there is something to compare before anybody has found the boxes.
void ComparePerspective::showNewest() {
    std::vector<std::string> newest;
    for (const RunSummary& run : session().monitor().runs())
        if (!run.row.trashed && newest.size() < 2) newest.push_back(run.row.id);
    if (m_hasShown || newest.size() < 2) return;
    m_hasShown = true;
    m_view->table().setShownRuns(std::move(newest));
}

void ComparePerspective::connectData() {
    const auto data = [this] { return RunData(session().workspace(), session().monitor().databaseFile()); };
    connect(m_view, &CompareView::seriesNamesRequested, this, [this, data](const std::string& run) {
        inBackground(
            this, [data = data(), run] { return data.seriesNames(run); },
            [this, run](const Result<std::vector<std::string>>& names) {
                if (names) m_view->setSeriesNames(run, *names);
            });
    });
    connect(m_view, &CompareView::pointsRequested, this, [this, data](const std::string& run, const std::string& series) {
        inBackground(
            this, [data = data(), run, series] { return data.points(run, series); },
            [this, run, series](const Result<std::vector<Point>>& points) {
                m_view->setPoints(run, series, points ? *points : std::vector<Point>());
                if (!points) Q_EMIT session().failed(points.error());
            });
    });
    connect(m_view, &CompareView::gradeRequested, this, [this](const std::string& a, const std::string& b) {
        inBackground(
            this,
            [workspace = session().workspace(), a, b]() -> Result<ReproducibilityGrade> {
                std::vector<RunEvidence> both;
                for (const std::string& run : {a, b}) {
                    const auto folder = workspace.find(run);
                    auto evidence = folder ? readEvidence(*folder) : Result<RunEvidence>(folder.error());
                    if (!evidence) return evidence.error();
                    both.push_back(std::move(*evidence));
                }
                return gradeOf(both[0], both[1]);
            },
            [this, a, b](const Result<ReproducibilityGrade>& grade) {
                if (!grade) return Q_EMIT session().failed(grade.error());
                QStringList sentences{translated(grade->verdict)};
                for (const auto& reason : grade->reasons) sentences.append(translated(reason.sentence));
                m_view->setGrade(a, b, sentences);
            });
    });
    connect(m_view, &CompareView::experimentRequested, this, [this, data](const std::string& run) {
        inBackground(
            this, [data = data(), run] { return data.experiment(run); },
            [this, run](const Result<Experiment>& experiment) {
                if (experiment)
                    m_view->setExperiment(run, *experiment);
                else
                    m_view->setExperimentMissing(run, translated(experiment.error()));
            });
    });
}

void ComparePerspective::askBeforeRemoval(const std::vector<std::string>& runs) {
    auto* box =
        new QMessageBox(QMessageBox::Warning, tr("Remove for good"),
                        tr("Delete %n runs with their weights and curves? This cannot be undone.", nullptr, static_cast<int>(runs.size())),
                        QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton* remove = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    connect(remove, &QPushButton::clicked, this, [this, runs] {
        QStringList ids;
        for (const std::string& run : runs) ids.append(QString::fromStdString(run));
        session().monitor().removeForGood(ids);
    });
    box->open();
}

QUndoStack& ComparePerspective::undoStack() const { return session().runEdits(); }

void ComparePerspective::setTheme(Theme theme) {
    Perspective::setTheme(theme);
    m_view->setTheme(theme);
}

}  // namespace seekbench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/perspective.h"

#include <QtCore/QEvent>
#include <QtGui/QUndoStack>
#include <QtWidgets/QDockWidget>

#include "app/gui/background.h"
#include "app/gui/proof_dialog.h"
#include "app/gui/run_commands.h"
#include "app/gui/window_session.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {

Perspective::Perspective(QString id, WindowSession& session) : m_id(std::move(id)), m_session(session) {
    setWindowFlags(Qt::Widget);
    setObjectName(m_id);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    // The side docks reach down to the status bar; the bottom one has what is between them, as in the pictures.
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
}

void Perspective::setTheme(Theme theme) { m_theme = theme; }

bool Perspective::canPerform(std::string_view command) const {
    if (command == "edit.undo") return undoStack().canUndo();
    if (command == "edit.redo") return undoStack().canRedo();
    return canPerformRunCommand(m_session, command);
}

void Perspective::perform(std::string_view command) {
    if (command == "edit.undo") return undoStack().undo();
    if (command == "edit.redo") return undoStack().redo();
    if (command == "run.open_experiment") return Q_EMIT experimentRequested(m_session.currentRun());
    if (command == "run.prove") return proveRun();
    if (command == "run.prove_document") return (new ProofDialog(m_session.workspace(), m_session.file().essential(), this))->open();
    performRunCommand(m_session, command);
}

void Perspective::proveRun() {
    inBackground(
        this,
        [workspace = m_session.workspace(), run = m_session.currentRun().toStdString()]() -> Result<Experiment> {
            const auto folder = workspace.find(run);
            return folder ? folder->experiment() : folder.error();
        },
        [this](const Result<Experiment>& experiment) {
            if (!experiment) return Q_EMIT m_session.failed(experiment.error());
            (new ProofDialog(m_session.workspace(), *experiment, this))->open();
        });
}

QDockWidget* Perspective::addDock(const QString& name, QWidget* body, Qt::DockWidgetArea area, double em) {
    auto* dock = new QDockWidget(this);
    dock->setObjectName(name);
    dock->setWidget(body);
    addDockWidget(area, dock);
    m_sizes.push_back({dock, area == Qt::BottomDockWidgetArea ? Qt::Vertical : Qt::Horizontal, em});
    return dock;
}

QList<QDockWidget*> Perspective::docks() const { return findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly); }

void Perspective::resetLayout() { restoreState(m_standardLayout); }

void Perspective::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    if (!m_standardLayout.isEmpty()) return;
    for (const DockSize& size : m_sizes) resizeDocks({size.dock}, {emPixels(*this, size.em)}, size.orientation);
    m_standardLayout = saveState();
    if (!m_layout.isEmpty()) restoreState(m_layout);
}

void Perspective::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QMainWindow::changeEvent(event);
}

}  // namespace seekbench

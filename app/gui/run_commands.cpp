// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/run_commands.h"

#include <algorithm>

#include <QtCore/QCoreApplication>

#include "app/gui/window_session.h"
#include "widgets/graph/node_style.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"

namespace seekbench {
namespace {

struct RunCommandText {
    Q_DECLARE_TR_FUNCTIONS(RunCommands)
};

RunState currentState(const WindowSession& session) {
    const RunSummary* run = session.monitor().find(session.currentRun());
    return run == nullptr ? RunState::Created : run->state;
}

constexpr std::int64_t kProfiledSteps = 20;  // as the title of the command says

bool isAtWork(RunState state) { return state == RunState::Running || state == RunState::Starting || state == RunState::Paused; }

}  // namespace

StartState startStateOf(const WindowSession& session) {
    if (session.desk().isStarting()) return {false, RunCommandText::tr("A worker is starting…")};
    if (!session.document().isReportCurrent()) return {false, {}};  // for some milliseconds
    for (const Diagnostic& diagnostic : session.document().report().diagnostics) {
        if (diagnostic.severity != Severity::Error) continue;
        const QString place = fromUtf8(diagnostic.node);
        const bool shapes = diagnostic.expected && diagnostic.got;
        const QString what =
            shapes ? RunCommandText::tr("%1 expects %2, got %3").arg(place, shapeText(*diagnostic.expected), shapeText(*diagnostic.got))
            : place.isEmpty() ? translated(diagnostic.message)
                              : QStringLiteral("%1: %2").arg(place, translated(diagnostic.message));
        return {false, RunCommandText::tr("Start waits: %1").arg(what), true};
    }
    return {true, {}};
}

bool canPerformRunCommand(const WindowSession& session, std::string_view command) {
    if (command == "run.start" || command == "run.enqueue" || command == "run.prove_document") return startStateOf(session).possible;
    const RunSummary* run = session.monitor().find(session.currentRun());
    if (run == nullptr) return false;
    const RunState state = run->state;
    if (command == "run.pause") return state == RunState::Running;
    if (command == "run.resume")
        return state == RunState::Paused || state == RunState::Stopped || state == RunState::Interrupted || state == RunState::Failed;
    if (command == "run.stop") return isAtWork(state);
    if (command == "run.profile") return state == RunState::Running;
    if (command == "run.checkpoint") return state == RunState::Running || state == RunState::Paused;
    if (command == "run.discard") return !run->row.trashed && state != RunState::Stopping;
    return command == "run.open_experiment" || command == "run.prove" || command == "run.rerun";
}

void performRunCommand(WindowSession& session, std::string_view command) {
    RunDesk& desk = session.desk();
    const QString& run = session.currentRun();
    if (command == "run.start") return desk.start(session.file().essential());
    if (command == "run.enqueue") return desk.enqueue(session.file().essential());
    if (command == "run.pause") return desk.tell(run, Verb::Pause);
    if (command == "run.resume") return currentState(session) == RunState::Paused ? desk.tell(run, Verb::Resume) : desk.resume(run);
    if (command == "run.stop") return desk.tell(run, Verb::Stop);
    if (command == "run.checkpoint") return desk.tell(run, Verb::Checkpoint);
    if (command == "run.profile") return desk.tell(run, Verb::Profile, kProfiledSteps);
    if (command == "run.discard") return desk.stopAndDiscard(run);
    if (command == "run.rerun") return desk.rerun(run);
}

WorkerCounts workerCountsOf(const WindowSession& session) {
    WorkerCounts counts;
    for (const RunSummary& run : session.monitor().runs()) {
        if (!isAtWork(run.state) && run.state != RunState::Stopping) continue;
        if (counts.running++ == 0) counts.name = fromUtf8(run.row.name.empty() ? run.row.id : run.row.name);
    }
    return counts;
}

}  // namespace seekbench

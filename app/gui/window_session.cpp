// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window_session.h"

#include "app/gui/background.h"
#include "app/gui/profile_desk.h"
#include "app/session/library.h"
#include "core/base/file.h"
#include "widgets/experiment/apply_fix.h"
#include "widgets/text/figures.h"

namespace seekbench {
namespace {

constexpr const char* kFirstExperiment = "fashion_mnist_quick.json";

}  // namespace

Result<std::unique_ptr<WindowSession>> WindowSession::open(const std::filesystem::path& folder) {
    auto workspace = Workspace::open(folder.empty() ? Workspace::defaultFolder() : folder);
    if (!workspace) return workspace.error();
    auto library = loadLibrary(*workspace);
    if (!library) return library.error();
    return std::unique_ptr<WindowSession>(new WindowSession(std::move(*workspace), std::move(*library)));
}

WindowSession::WindowSession(Workspace workspace, Library library)
    : m_workspace(std::move(workspace)),
      m_settings(m_workspace),
      m_file(m_document, m_workspace, std::move(library)),
      m_desk(m_workspace),
      m_monitor(m_workspace),
      m_profiles(std::make_unique<ProfileDesk>(m_workspace)) {
    connect(m_profiles.get(), &ProfileDesk::failed, this, &WindowSession::failed);
    connect(this, &WindowSession::currentRunChanged, m_profiles.get(), [this] { m_profiles->setRun(m_currentRun); });
    connect(&m_file, &DocumentFile::failed, this, &WindowSession::failed);
    connect(&m_desk, &RunDesk::failed, this, &WindowSession::failed);
    connect(&m_monitor, &RunMonitor::failed, this, &WindowSession::failed);
    connect(&m_desk, &RunDesk::started, this, [this](const QString& run) {
        m_monitor.watch(run);
        setCurrentRun(run);
    });
    connect(&m_desk, &RunDesk::queued, this, [this](const QString& run) {
        m_monitor.watch(run);
        Q_EMIT reported(tr("%1 waits in the queue.").arg(run));
    });
    connect(&m_desk, &RunDesk::answered, this, [this](const QString&, const QString& sentence) { Q_EMIT reported(sentence); });
    connect(&m_desk, &RunDesk::discarded, this, [this](const QString& run) {
        const RunNote before = m_monitor.noteOf(run);
        RunNote after = before;
        after.trashed = true;
        changeNotes({{run.toStdString(), before, after}}, tr("Discard %1").arg(run));
    });
}

WindowSession::~WindowSession() = default;

void WindowSession::setCurrentRun(const QString& run) {
    if (run == m_currentRun) return;
    m_currentRun = run;
    Q_EMIT currentRunChanged();
}

void WindowSession::openFirstDocument(const std::filesystem::path& path) {
    if (m_file.restore()) {
        Q_EMIT reported(tr("What was not saved when the window last ended is back."));
        if (!path.empty() && m_file.path() != path)
            Q_EMIT failed(Error(ErrorCode::Busy,
                                say("The file %1 was not opened: what was not saved last time is back.", displayPath(path)),
                                say("Save it, then open the file.")));
        return;
    }
    if (!path.empty() && openFile(QString::fromStdString(path.string()))) return;
    if (const auto resources = resourcesFolder())
        openExample(*resources / "experiments" / kFirstExperiment);
    else
        Q_EMIT failed(resources.error());
}

void WindowSession::openExample(const std::filesystem::path& path) {
    auto experiment = loadExperiment(path, m_file.library());
    if (!experiment) Q_EMIT failed(experiment.error());
    m_file.openUnsaved(experiment ? std::move(*experiment) : Experiment{});
}

bool WindowSession::openFile(const QString& path) {
    if (const auto opened = m_file.open(path.toStdString()); !opened) {
        Q_EMIT failed(opened.error());
        return false;
    }
    m_settings.addRecentFile(path);
    return true;
}

void WindowSession::openExperimentOf(const QString& run) {
    readExperimentOf(run, [this](const Experiment& experiment) { m_file.openUnsaved(experiment); });
}

void WindowSession::readExperimentOf(const QString& run, std::function<void(const Experiment&)> then) {
    inBackground(
        this,
        [workspace = m_workspace, id = run.toStdString()]() -> Result<Experiment> {
            auto folder = workspace.find(id);
            if (!folder) return folder.error();
            return folder->experiment();
        },
        [this, then = std::move(then)](const Result<Experiment>& experiment) {
            if (experiment)
                then(*experiment);
            else
                Q_EMIT failed(experiment.error());
        });
}

void WindowSession::follow(const Advice& advice) {
    const QString changes = fromUtf8(changesText(advice));
    const auto applied = applyTo(m_document, advice);
    if (!applied) return Q_EMIT failed(applied.error());
    Q_EMIT reported(*applied ? tr("Set: %1. Undo takes it back.").arg(changes) : tr("The document has this already: %1.").arg(changes));
}

void WindowSession::changeNotes(const std::vector<RunNoteChange>& changes, const QString& text) {
    m_runEdits.push(new RunNoteCommand(
        changes, text, [this](const std::string& run, const RunNote& note) { m_monitor.setNote(QString::fromStdString(run), note); }));
}

}  // namespace seekbench

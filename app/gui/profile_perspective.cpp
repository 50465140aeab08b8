// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/profile_perspective.h"

#include <algorithm>

#include <QtWidgets/QDockWidget>
#include <QtWidgets/QListWidget>

#include "app/gui/background.h"
#include "app/gui/window_session.h"
#include "core/trace/run_profiles.h"
#include "core/trace/trace_file.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"
#include "widgets/trace/profile_view.h"
#include "widgets/trace/slice_panel.h"

namespace seekbench {
namespace {

// Read and made ready for drawing.
Result<SharedProfile> load(const std::filesystem::path& profile) {
    auto trace = readTrace(profile);
    if (!trace) return trace.error();
    return SharedProfile(std::make_shared<ProfileData>(std::move(*trace)));
}

}  // namespace

ProfilePerspective::ProfilePerspective(WindowSession& session) : Perspective(QStringLiteral("profile"), session) {
    m_view = new ProfileView(this);
    setCentralWidget(m_view);
    m_list = new QListWidget(this);
    m_listDock = addDock(QStringLiteral("profiles"), m_list, Qt::LeftDockWidgetArea, 14);
    m_panelDock = addDock(QStringLiteral("slice"), &m_view->panel(), Qt::RightDockWidgetArea, 20);
    m_look.setInterval(1000);
    connect(&m_look, &QTimer::timeout, this, &ProfilePerspective::look);
    connect(&session, &WindowSession::currentRunChanged, this, &ProfilePerspective::look);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0 && static_cast<std::size_t>(row) < m_profiles.size()) open(m_profiles[static_cast<std::size_t>(row)]);
    });
    connect(m_view, &ProfileView::nodeActivated, this, [this](const QString& path) { Q_EMIT nodeRequested(m_run, path); });
    retranslate();
}

void ProfilePerspective::showEvent(QShowEvent* event) {
    Perspective::showEvent(event);
    m_look.start();
    look();
}

void ProfilePerspective::look() {
    if (!isVisible()) return m_look.stop();
    const QString run = session().currentRun();
    inBackground(
        this,
        [workspace = session().workspace(), id = run.toStdString()] {
            std::vector<std::filesystem::path> finished;
            const auto folder = workspace.find(id);
            if (id.empty() || !folder) return finished;
            const bool alive = folder->isAlive();
            // What a worker that has died left behind is shown as far as it goes.
            for (const auto& profile : profilesOf(*folder))
                if (!alive || isFinishedProfile(profile)) finished.push_back(profile);
            return finished;
        },
        [this, run](const std::vector<std::filesystem::path>& profiles) { takeProfiles(run, profiles); });
}

void ProfilePerspective::takeProfiles(const QString& run, std::vector<std::filesystem::path> profiles) {
    if (run != session().currentRun() || (run == m_run && profiles == m_profiles)) return;
    m_run = run;
    m_profiles = std::move(profiles);
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const auto& profile : m_profiles) m_list->addItem(fromUtf8(displayPath(profile.filename())));
    showMessage();
    if (m_profiles.empty()) {
        m_open.clear();
        return m_view->setProfile(nullptr);
    }
    // The newest one is what has been waited for.
    m_list->setCurrentRow(0);
    open(m_profiles.front());
}

void ProfilePerspective::open(const std::filesystem::path& profile) {
    if (profile == m_open) return;
    m_open = profile;
    inBackground(
        this, [profile] { return load(profile); },
        [this, profile](const Result<SharedProfile>& data) {
            if (profile != m_open) return;  // another one has been chosen meanwhile
            if (!data) return Q_EMIT session().failed(data.error());
            m_view->setProfile(*data);
        });
}

void ProfilePerspective::showMessage() {
    m_view->setMessage(m_run.isEmpty() ? tr("Choose a run in Train or Compare to see its profiles.")
                                       : tr("This run has no profile yet. While it trains, choose Profile 20 steps."));
}

void ProfilePerspective::reveal(const QString& place) { m_view->showNode(place); }

QUndoStack& ProfilePerspective::undoStack() const { return session().runEdits(); }

void ProfilePerspective::setTheme(Theme theme) {
    Perspective::setTheme(theme);
    m_view->setTheme(theme);
}

void ProfilePerspective::retranslate() {
    m_listDock->setWindowTitle(tr("Profiles"));
    m_panelDock->setWindowTitle(tr("Selection"));
    m_list->setAccessibleName(tr("Profiles of the run"));
    showMessage();
}

}  // namespace seekbench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/profile_desk.h"

#include "app/gui/background.h"
#include "core/trace/run_profiles.h"
#include "core/trace/trace_file.h"

namespace seekbench {

Result<SharedProfile> loadProfile(const std::filesystem::path& file) {
    auto trace = readTrace(file);
    if (!trace) return trace.error();
    return SharedProfile(std::make_shared<ProfileData>(std::move(*trace)));
}

ProfileDesk::ProfileDesk(Workspace workspace, QObject* parent) : QObject(parent), m_workspace(std::move(workspace)) {
    m_look.setInterval(1000);
    connect(&m_look, &QTimer::timeout, this, &ProfileDesk::look);
}

void ProfileDesk::setRun(const QString& run) {
    if (run == m_run) return;
    m_run = run;
    m_listed = false;
    m_profiles.clear();
    m_file.clear();
    m_profile.reset();
    m_experiment.reset();
    Q_EMIT listed();
    Q_EMIT changed();
    if (!m_viewers.empty()) look();
}

void ProfileDesk::watch(QObject* viewer, bool wanted) {
    if (wanted == m_viewers.contains(viewer)) return;
    if (wanted) {
        m_viewers.insert(viewer);
        connect(viewer, &QObject::destroyed, this, [this, viewer] { watch(viewer, false); });
        m_look.start();
        look();
        return;
    }
    m_viewers.erase(viewer);
    disconnect(viewer, &QObject::destroyed, this, nullptr);
    if (m_viewers.empty()) m_look.stop();
}

void ProfileDesk::look() {
    inBackground(
        this,
        [workspace = m_workspace, id = m_run.toStdString()] {
            std::vector<std::filesystem::path> finished;
            if (id.empty()) return finished;
            const auto folder = workspace.find(id);
            if (!folder) return finished;
            const bool alive = folder->isAlive();
            // What a worker that has died left behind is shown as far as it goes.
            for (const auto& profile : profilesOf(*folder))
                if (!alive || isFinishedProfile(profile)) finished.push_back(profile);
            return finished;
        },
        [this, run = m_run](const std::vector<std::filesystem::path>& profiles) { take(run, profiles); });
}

void ProfileDesk::take(const QString& run, std::vector<std::filesystem::path> profiles) {
    if (run != m_run || (m_listed && profiles == m_profiles)) return;
    const bool newest = !profiles.empty() && (m_profiles.empty() || profiles.front() != m_profiles.front());
    m_listed = true;
    m_profiles = std::move(profiles);
    Q_EMIT listed();
    if (newest) open(m_profiles.front());
}

void ProfileDesk::open(const std::filesystem::path& profile) {
    if (profile == m_file) return;
    m_file = profile;
    struct Read {
        Result<SharedProfile> profile;
        std::optional<Experiment> experiment;
    };
    inBackground(
        this,
        [workspace = m_workspace, id = m_run.toStdString(), profile] {
            Read read{loadProfile(profile), {}};
            if (const auto folder = workspace.find(id))
                if (auto experiment = folder->experiment()) read.experiment = std::move(*experiment);
            return read;
        },
        [this, profile](const Read& read) {
            if (profile != m_file) return;  // another one has been chosen meanwhile
            if (!read.profile) {
                m_file.clear();
                return Q_EMIT failed(read.profile.error());
            }
            m_profile = *read.profile;
            m_experiment = read.experiment;
            Q_EMIT changed();
        });
}

}  // namespace seekbench

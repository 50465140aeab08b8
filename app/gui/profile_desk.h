// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <vector>

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include "core/experiment/experiment.h"
#include "core/run/run_folder.h"
#include "widgets/trace/profile_data.h"

namespace seekbench {

// The profiles of the current run, for all perspectives: which there are, and the one that is open. It looks for new ones once a second
// while somebody watches, and opens each new one as it comes: that is what has been waited for. Reads on threads of the pool. Lives in the
// GUI thread.
class ProfileDesk : public QObject {
    Q_OBJECT

public:
    explicit ProfileDesk(Workspace workspace, QObject* parent = nullptr);

    void setRun(const QString& run);  // empty: none
    const QString& run() const { return m_run; }
    // `viewer` wants to see profiles, or no longer does. One that is destroyed no longer does.
    void watch(QObject* viewer, bool wanted);

    // Newest first; those of a run at work as soon as they are whole.
    const std::vector<std::filesystem::path>& profiles() const { return m_profiles; }
    bool isListed() const { return m_listed; }  // whether the folder of this run has been looked at
    void open(const std::filesystem::path& profile);
    const std::filesystem::path& file() const { return m_file; }  // that is open or being read; empty: none
    const SharedProfile& profile() const { return m_profile; }    // nullptr: none, or still being read
    // What its run trains; nothing where that cannot be read.
    const std::optional<Experiment>& experiment() const { return m_experiment; }

Q_SIGNALS:
    void listed();   // run() or profiles() changed
    void changed();  // profile() changed
    void failed(const seekbench::Error& error);

private:
    void look();
    void take(const QString& run, std::vector<std::filesystem::path> profiles);

    Workspace m_workspace;
    QTimer m_look;
    std::set<QObject*> m_viewers;
    QString m_run;
    bool m_listed = false;
    std::vector<std::filesystem::path> m_profiles;
    std::filesystem::path m_file;
    SharedProfile m_profile;
    std::optional<Experiment> m_experiment;
};

// Reads a profile and makes it ready for drawing. For a thread of the pool.
Result<SharedProfile> loadProfile(const std::filesystem::path& file);

}  // namespace seekbench

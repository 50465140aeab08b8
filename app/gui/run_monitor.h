// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <vector>

#include <QtCore/QObject>

#include "app/session/run_catalog.h"
#include "app/session/run_follower.h"
#include "core/store/run_summary.h"

namespace seekbench {

class RunModel;

// What the window knows of the runs: the list, brought by a RunCatalog's thread, and a RunModel for each run that is looked at, fed by
// a RunFollower's thread. Here the threads' values arrive in the GUI thread; nothing else of the window meets them. Lives there.
class RunMonitor : public QObject {
    Q_OBJECT

public:
    explicit RunMonitor(Workspace workspace, QObject* parent = nullptr);
    ~RunMonitor() override;

    // Whether the list has come.
    bool isReady() const { return m_ready; }
    const std::vector<RunSummary>& runs() const;  // newest first
    const RunSummary* find(const QString& run) const;
    RunNote noteOf(const QString& run) const;

    // The model of a run, followed from now on; nullptr when there is no such run. It lives until it is not among the newest
    // kMostFollowed that were asked for.
    RunModel* follow(const QString& run);
    static constexpr std::size_t kMostFollowed = 24;

    // Writes what the user says about a run.
    void setNote(const QString& run, const RunNote& note);
    // Removes trashed runs for good; live ones are left.
    void removeForGood(const QStringList& runs);
    // Looks at a run now, not at the next interval: it was made, started or resumed.
    void watch(const QString& run);
    // The database with the rows, for reading.
    std::filesystem::path databaseFile() const;

Q_SIGNALS:
    void runsChanged();
    void failed(const seekbench::Error& error);

private:
    struct Followed;
    void takeRuns(RunCatalog::Runs runs);

    Workspace m_workspace;
    RunCatalog::Runs m_runs;
    std::map<std::string, std::size_t, std::less<>> m_byId;
    bool m_ready = false;
    std::vector<std::unique_ptr<Followed>> m_followed;  // the one asked for last stands last
    std::unique_ptr<RunCatalog> m_catalog;              // after what its thread reaches
};

}  // namespace seekbench

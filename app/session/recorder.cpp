// SPDX-License-Identifier: Apache-2.0
#include "app/session/recorder.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "app/session/folder_changes.h"
#include "core/store/database.h"
#include "core/store/projection.h"

namespace seekbench {

namespace {

constexpr std::chrono::seconds kWatch(5);  // a worker takes a moment to begin

}  // namespace

class Recorder::Loop {
public:
    Loop(Workspace workspace, Database database, const Options& options)
        : m_workspace(std::move(workspace)),
          m_database(std::move(database)),
          m_options(options),
          m_thread([this](std::stop_token stop) { work(stop); }) {}

    void wake() {
        const std::lock_guard guard(m_mutex);
        m_woken = true;
        m_condition.notify_one();
    }

    void watch(const std::string& run) {
        const std::lock_guard guard(m_mutex);
        m_asked.insert(run);
        m_woken = true;
        m_condition.notify_one();
    }

    std::optional<Error> problem() const {
        const std::lock_guard guard(m_mutex);
        return m_problem;
    }

private:
    using Clock = std::chrono::steady_clock;
    // A run as the recorder last saw it. It is live while it grows or its lock is held.
    struct Seen {
        RunFolder folder;
        std::filesystem::path journal;
        std::uintmax_t journalSize = 0;
        bool live = true;
        Clock::time_point watchedUntil{};
    };

    void work(std::stop_token stop) {
        auto nextScan = Clock::now();
        while (true) {
            const bool last = stop.stop_requested();
            if (last || Clock::now() >= nextScan) {
                scan(last);
                nextScan = Clock::now() + m_options.scanInterval;
            }
            watchAsked();
            recordLive();
            if (last) return;
            std::unique_lock lock(m_mutex);
            m_condition.wait_for(lock, stop, m_options.liveInterval, [this] { return m_woken; });
            m_woken = false;
        }
    }

    void scan(bool everything) {
        if (const bool changed = m_folderChanges.look(m_workspace.runsFolder()); changed || everything || !m_areFoldersWhole) listFolders();
        const auto begin = Clock::now();
        if (!everything && begin < m_nextSweep) return;
        for (auto& [id, run] : m_runs) run.live = run.live || sizeOf(run) != run.journalSize;
        m_nextSweep = Clock::now() + 300 * (Clock::now() - begin);
    }

    void listFolders() {
        std::error_code failure;
        m_areFoldersWhole = true;
        std::set<std::string> there;
        for (auto entry = std::filesystem::directory_iterator(m_workspace.runsFolder(), failure);
             !failure && entry != std::filesystem::directory_iterator(); entry.increment(failure)) {
            const std::string id = entry->path().filename().string();
            if (m_runs.contains(id) || look(id)) there.insert(id);
            // A folder is made before its experiment is written; one that stays without is none of ours, and costs a look each time.
            else
                m_areFoldersWhole = false;
        }
        if (!failure) std::erase_if(m_runs, [&](const auto& entry) { return !there.contains(entry.first); });
    }

    bool look(const std::string& id) {
        auto folder = RunFolder::open(m_workspace.runsFolder() / id);
        if (!folder) return false;
        auto journal = folder->journalFile();
        m_runs.emplace(id, Seen{.folder = std::move(*folder), .journal = std::move(journal)});
        return true;
    }

    void watchAsked() {
        std::set<std::string> asked;
        {
            const std::lock_guard guard(m_mutex);
            asked.swap(m_asked);
        }
        for (const std::string& id : asked)
            if (m_runs.contains(id) || look(id)) {
                m_runs.at(id).live = true;
                m_runs.at(id).watchedUntil = Clock::now() + kWatch;
            }
    }

    void recordLive() {
        std::optional<Error> problem;
        for (auto& [id, run] : m_runs) {
            if (!run.live) continue;
            const bool alive = run.folder.isAlive();  // asked before the size: what a dead worker wrote is all there
            const std::uintmax_t size = sizeOf(run);
            std::error_code ignored;
            if (size == 0 && !std::filesystem::exists(run.folder.experimentFile(), ignored)) continue;  // it is being deleted
            if (size != run.journalSize || size == 0) {  // 0: even a run that has not begun has a row
                if (auto recorded = recordRun(m_database, run.folder); !recorded) {
                    problem = recorded.error().in(say("recording the run %1", id));
                    continue;  // stays live, is tried again
                }
            }
            run.journalSize = size;
            run.live = alive || Clock::now() < run.watchedUntil;
        }
        const std::lock_guard guard(m_mutex);
        m_problem = std::move(problem);
    }

    static std::uintmax_t sizeOf(const Seen& run) {
        std::error_code failure;
        const auto size = std::filesystem::file_size(run.journal, failure);
        return failure ? 0 : size;
    }

    Workspace m_workspace;
    Database m_database;
    Options m_options;
    std::map<std::string, Seen> m_runs;
    FolderChanges m_folderChanges;
    bool m_areFoldersWhole = false;  // all in it were runs then
    Clock::time_point m_nextSweep{};

    mutable std::mutex m_mutex;
    std::condition_variable_any m_condition;
    bool m_woken = false;
    std::set<std::string> m_asked;
    std::optional<Error> m_problem;
    std::jthread m_thread;  // last: ends before what it uses
};

Result<Recorder> Recorder::start(const Workspace& workspace, const Options& options) {
    auto database = Database::open(options.database.empty() ? workspace.databaseFile() : options.database, Database::Access::ReadWrite);
    if (!database) return database.error();
    return Recorder(std::make_unique<Loop>(workspace, std::move(*database), options));
}

Recorder::Recorder(std::unique_ptr<Loop> loop) : m_loop(std::move(loop)) {}
Recorder::Recorder(Recorder&&) noexcept = default;
Recorder& Recorder::operator=(Recorder&&) noexcept = default;
Recorder::~Recorder() = default;

void Recorder::wake() { m_loop->wake(); }
void Recorder::watch(const std::string& run) { m_loop->watch(run); }
std::optional<Error> Recorder::problem() const { return m_loop->problem(); }

}  // namespace seekbench

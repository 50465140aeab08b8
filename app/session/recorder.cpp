// SPDX-License-Identifier: Apache-2.0
#include "app/session/recorder.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

#include "core/store/database.h"
#include "core/store/projection.h"

namespace seekbench {

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

    std::optional<Error> problem() const {
        const std::lock_guard guard(m_mutex);
        return m_problem;
    }

private:
    // A run as the recorder last saw it. It is live while it grows or its lock is held.
    struct Seen {
        RunFolder folder;
        std::uintmax_t journalSize = 0;
        bool live = true;
    };

    void work(std::stop_token stop) {
        auto nextScan = std::chrono::steady_clock::now();
        while (true) {
            const bool last = stop.stop_requested();
            if (last || std::chrono::steady_clock::now() >= nextScan) {
                scan();
                nextScan = std::chrono::steady_clock::now() + m_options.scanInterval;
            }
            recordLive();
            if (last) return;
            std::unique_lock lock(m_mutex);
            m_condition.wait_for(lock, stop, m_options.liveInterval, [this] { return m_woken; });
            m_woken = false;
        }
    }

    void scan() {
        std::error_code ignored;
        std::erase_if(m_runs, [&](const auto& entry) { return !std::filesystem::exists(entry.second.folder.path(), ignored); });
        for (RunFolder& folder : m_workspace.runs()) {
            const std::string id = folder.id();
            const auto seen = m_runs.find(id);
            if (seen == m_runs.end())
                m_runs.emplace(id, Seen{.folder = std::move(folder)});
            else
                seen->second.live = seen->second.live || sizeOf(seen->second.folder) != seen->second.journalSize;
        }
    }

    void recordLive() {
        std::optional<Error> problem;
        for (auto& [id, run] : m_runs) {
            if (!run.live) continue;
            const bool alive = run.folder.isAlive();  // asked before the size: what a dead worker wrote is all there
            const std::uintmax_t size = sizeOf(run.folder);
            if (size != run.journalSize || size == 0) {  // 0: even a run that has not begun has a row
                if (auto recorded = recordRun(m_database, run.folder); !recorded) {
                    problem = recorded.error().in(say("recording the run %1", id));
                    continue;  // stays live, is tried again
                }
            }
            run.journalSize = size;
            run.live = alive;
        }
        const std::lock_guard guard(m_mutex);
        m_problem = std::move(problem);
    }

    static std::uintmax_t sizeOf(const RunFolder& folder) {
        std::error_code failure;
        const auto size = std::filesystem::file_size(folder.journalFile(), failure);
        return failure ? 0 : size;
    }

    Workspace m_workspace;
    Database m_database;
    Options m_options;
    std::map<std::string, Seen> m_runs;

    mutable std::mutex m_mutex;
    std::condition_variable_any m_condition;
    bool m_woken = false;
    std::optional<Error> m_problem;
    std::jthread m_thread;  // last: ends before what it uses
};

Result<Recorder> Recorder::start(const Workspace& workspace, const Options& options) {
    auto database = Database::open(workspace.databaseFile(), Database::Access::ReadWrite);
    if (!database) return database.error();
    return Recorder(std::make_unique<Loop>(workspace, std::move(*database), options));
}

Recorder::Recorder(std::unique_ptr<Loop> loop) : m_loop(std::move(loop)) {}
Recorder::Recorder(Recorder&&) noexcept = default;
Recorder& Recorder::operator=(Recorder&&) noexcept = default;
Recorder::~Recorder() = default;

void Recorder::wake() { m_loop->wake(); }
std::optional<Error> Recorder::problem() const { return m_loop->problem(); }

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include "app/session/run_catalog.h"

#include <condition_variable>
#include <mutex>
#include <random>
#include <set>
#include <thread>

#include "app/session/folder_changes.h"
#include "app/session/queue.h"
#include "app/session/run_colours.h"
#include "core/base/file.h"
#include "core/run/run_state.h"
#include "core/store/database.h"
#include "core/store/projection.h"

namespace seekbench {
namespace {

constexpr std::size_t kColoursKeptAtOnce = 4;

bool isUnwritable(const Error& error) { return error.code() == ErrorCode::Io || error.code() == ErrorCode::OutOfSpace; }

// A folder of the user's own below the system's temporary one; goes with its contents.
class TemporaryFolder {
public:
    static Result<TemporaryFolder> make() {
        std::random_device random;
        std::error_code failure;
        const auto parent = std::filesystem::temp_directory_path(failure);
        if (failure) return systemError(failure.value(), say("There is no temporary folder"));
        for (int tries = 0; tries < 100; ++tries) {
            auto path = parent / ("seekbench-" + std::to_string(random()));
            if (!std::filesystem::create_directory(path, failure)) {
                if (failure) return systemError(failure.value(), say("The folder %1 could not be made", displayPath(path)));
                continue;  // somebody else's
            }
            std::filesystem::permissions(path, std::filesystem::perms::owner_all, failure);
            return TemporaryFolder(std::move(path));
        }
        return Error(ErrorCode::Failed, say("No free name was found in %1.", displayPath(parent)));
    }
    TemporaryFolder(TemporaryFolder&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        if (!m_path.empty()) std::filesystem::remove_all(m_path, ignored);
    }
    const std::filesystem::path& path() const { return m_path; }

private:
    explicit TemporaryFolder(std::filesystem::path path) : m_path(std::move(path)) {}
    std::filesystem::path m_path;
};

}  // namespace

class RunCatalog::Loop {
public:
    Loop(const Workspace& workspace, Listener listener, const Options& options)
        : m_workspace(workspace),
          m_listener(std::move(listener)),
          m_options(options),
          m_databaseFile(workspace.databaseFile()),
          m_thread([this](std::stop_token stop) { work(stop); }) {}

    using Call = std::function<void(Loop&)>;
    void call(Call call) {
        const std::lock_guard guard(m_mutex);
        m_calls.push_back(std::move(call));
        m_condition.notify_one();
    }

    std::filesystem::path databaseFile() const {
        const std::lock_guard guard(m_mutex);
        return m_databaseFile;
    }

    // --- what calls do, in the thread ---

    void changeNote(const std::string& run, const std::function<void(RunNote&)>& change) {
        const auto folder = RunFolder::open(m_workspace.runsFolder() / run);
        if (!folder) return m_listener.callFailed(folder.error());
        auto note = folder->note();
        // What cannot be read is replaced: otherwise a damaged run.json could never be mended.
        RunNote changed = note.valueOr({});
        change(changed);
        if (note && *note == changed) return;
        if (auto written = folder->setNote(changed); !written)
            return m_listener.callFailed(written.error().in(say("changing the run %1", run)));
        noteRun(*folder);
    }

    void remove(const std::string& run) {
        if (auto removed = tryRemove(run); !removed) m_listener.callFailed(removed.error().in(say("deleting the run %1", run)));
    }

    void watch(const std::string& run) {
        if (m_recorder) m_recorder->watch(run);
    }

private:
    using Clock = std::chrono::steady_clock;

    void work(std::stop_token stop) {
        open();
        while (!stop.stop_requested()) {
            makeCalls();
            tellProblem();
            if (!refresh()) refreshStates();
            keepColours();
            std::unique_lock lock(m_mutex);
            m_condition.wait_for(lock, stop, m_options.interval, [this] { return !m_calls.empty(); });
        }
        makeCalls();
    }

    void makeCalls() {
        std::vector<Call> calls;
        {
            const std::lock_guard guard(m_mutex);
            calls.swap(m_calls);
        }
        for (const Call& call : calls) call(*this);
        if (!calls.empty()) m_nextRead = m_nextStates = {};
    }

    // --- the database ---

    void open() {
        auto opened = record(m_workspace.databaseFile());
        if (!opened && opened.error().code() == ErrorCode::Corrupt) {
            // A projection: whatever stood in it stands in the run folders, too.
            if (auto rebuilt = rebuild(m_workspace, m_workspace.databaseFile())) opened = record(m_workspace.databaseFile());
        }
        if (!opened) fallBack(opened.error());
    }

    Result<void> record(const std::filesystem::path& file) {
        m_recorder.reset();
        Recorder::Options options = m_options.recorder;
        options.database = file;
        auto recorder = Recorder::start(m_workspace, options);
        if (!recorder) return recorder.error();
        auto database = Database::open(file, Database::Access::ReadWrite);
        if (!database) return database.error();
        m_recorder.emplace(std::move(*recorder));
        m_database.emplace(std::move(*database));
        m_changed = true;
        const std::lock_guard guard(m_mutex);
        m_databaseFile = file;
        return {};
    }

    void fallBack(const Error& reason) {
        m_lasting = reason;
        if (m_temporary) return;
        auto folder = TemporaryFolder::make();
        if (!folder) return;
        m_temporary.emplace(std::move(*folder));
        if (auto recorded = record(m_temporary->path() / "seekbench.sqlite"); !recorded) m_lasting = recorded.error();
    }

    // After run.json has changed. Our own writing is no change by another connection.
    void noteRun(const RunFolder& folder) {
        m_changed = true;
        if (!m_database) return;
        if (auto noted = m_database->noteRun(folder); !noted && isUnwritable(noted.error())) fallBack(noted.error());
    }

    void tellProblem() {
        std::optional<Error> problem = m_recorder ? m_recorder->problem() : std::nullopt;
        if (problem && isUnwritable(*problem) && !m_temporary) {
            fallBack(*problem);
            problem.reset();
        }
        if (m_lasting) problem = m_lasting;
        const std::string text = problem ? problem->english() : std::string();
        if (text == m_toldProblem) return;
        m_toldProblem = text;
        m_listener.problemChanged(std::move(problem));
    }

    // --- the list ---

    // Reads the list when something has changed and the last reading is long enough ago. False when it was not read.
    bool refresh() {
        if (!m_database) return false;
        if (const auto version = m_database->dataVersion(); version && *version != m_version) {
            m_version = *version;
            m_changed = true;
        }
        const auto begin = Clock::now();
        if (m_folderChanges.look(m_workspace.runsFolder())) {
            listFolders();
            m_changed = true;
        }
        if (!m_changed || begin < m_nextRead) return false;
        auto runs = m_database->summaries();
        if (!runs) return false;  // tried again; the recorder meets the same and tells it
        m_changed = false;
        std::erase_if(*runs, [&](const RunSummary& run) { return !m_folders.contains(run.row.id); });
        std::vector<RunState> recorded = deriveStates(*runs);
        if (confirmInterrupted(*runs)) return false;  // their journals have said more: read again
        m_recorded = std::move(recorded);
        m_uncoloured = giveColours(*runs);
        publish(std::move(*runs));
        m_nextRead = Clock::now() + 20 * (Clock::now() - begin);
        return true;
    }

    // Locks and queue change without the database. Asking them takes at most one part in 100 of the time, however many runs have
    // not said their last word.
    void refreshStates() {
        const auto begin = Clock::now();
        if (!m_runs || begin < m_nextStates) return;
        const auto changes = [&] {
            std::vector<std::pair<std::size_t, RunState>> result;
            const std::set<std::string> waiting = waitingRuns();
            for (std::size_t i = 0; i < m_recorded.size(); ++i) {
                const RunState state = stateOf((*m_runs)[i], m_recorded[i], waiting);
                if (state == (*m_runs)[i].state) continue;
                if (state == RunState::Interrupted)
                    m_changed = true;  // not without a look into its journal, see refresh()
                else
                    result.emplace_back(i, state);
            }
            return result;
        }();
        m_nextStates = Clock::now() + 100 * (Clock::now() - begin);
        if (changes.empty()) return;
        auto runs = *m_runs;
        for (const auto& [index, state] : changes) runs[index].state = state;
        publish(std::move(runs));
    }

    // Replaces what the journals say by what is true now; returns the former.
    std::vector<RunState> deriveStates(std::vector<RunSummary>& runs) const {
        const std::set<std::string> waiting = waitingRuns();
        std::vector<RunState> recorded;
        for (RunSummary& run : runs) {
            recorded.push_back(run.state);
            run.state = stateOf(run, run.state, waiting);
        }
        return recorded;
    }

    // A worker that has just left may have said more than has been recorded, "finished" for instance. Before a run is called
    // interrupted, its journal is recorded to its end, once per attempt. True when that was done: the list must be read again, since
    // the recorder may have been faster and then there was nothing left to record here.
    bool confirmInterrupted(const std::vector<RunSummary>& runs) {
        bool looked = false;
        for (const RunSummary& run : runs) {
            if (run.state != RunState::Interrupted || !m_confirmed.emplace(run.row.id, run.row.attempts).second) continue;
            looked = true;
            if (const auto folder = RunFolder::open(m_workspace.runsFolder() / run.row.id))
                static_cast<void>(recordRun(*m_database, *folder));  // what goes wrong the recorder meets, too, and tells
        }
        m_changed = looked;
        return looked;
    }

    // Nobody is at a run that has said its last word: only the locks of the others are asked for.
    RunState stateOf(const RunSummary& run, RunState recorded, const std::set<std::string>& waiting) const {
        const bool alive = !isFinal(recorded) && FileLock::isHeld(m_workspace.runsFolder() / run.row.id / "run.lock");
        return deriveState(recorded, alive, !waiting.empty() && waiting.contains(run.row.id));
    }

    std::set<std::string> waitingRuns() const {
        std::set<std::string> waiting;
        for (const QueueEntry& entry : Queue(m_workspace).entries())
            if (entry.problem.empty()) waiting.insert(entry.run);
        return waiting;
    }

    void listFolders() {
        std::error_code failure;
        m_folders.clear();
        for (auto entry = std::filesystem::directory_iterator(m_workspace.runsFolder(), failure);
             !failure && entry != std::filesystem::directory_iterator(); entry.increment(failure))
            m_folders.insert(entry->path().filename().string());
    }

    void publish(std::vector<RunSummary> runs) {
        if (m_runs && *m_runs == runs) return;
        m_runs = std::make_shared<const std::vector<RunSummary>>(std::move(runs));
        m_listener.runsChanged(m_runs);
    }

    // A run keeps the colour it was given. A few at a time, because each is a file that has to reach the disk.
    void keepColours() {
        for (std::size_t i = 0; i < kColoursKeptAtOnce && !m_uncoloured.empty(); ++i) {
            const auto [run, colour] = m_uncoloured.back();
            m_uncoloured.pop_back();
            const auto folder = RunFolder::open(m_workspace.runsFolder() / run);
            if (!folder) continue;
            auto note = folder->note();
            if (!note || !note->colour.empty()) continue;
            note->colour = colour;
            // Where it cannot be kept, the next list gives it again.
            if (!folder->setNote(*note)) return m_uncoloured.clear();
            if (m_database) static_cast<void>(m_database->noteRun(*folder));  // else with the next change
        }
    }

    Result<void> tryRemove(const std::string& run) {
        const auto folder = RunFolder::open(m_workspace.runsFolder() / run);
        if (!folder) return folder.error();
        const auto note = folder->note();
        if (!note) return note.error();
        if (!note->trashed) return Error(ErrorCode::InvalidInput, say("The run is not in the trash."), say("Put it into the trash first."));
        {
            // Held until it is gone: no worker can begin meanwhile.
            const auto lock = FileLock::acquire(folder->lockFile(), FileLock::Kind::Exclusive);
            if (!lock && lock.error().code() == ErrorCode::Busy)
                return Error(ErrorCode::Busy, say("The run is still at work."), say("Stop it first."));
            if (!lock) return lock.error();
            if (Queue(m_workspace).waits(run))
                if (auto taken = Queue(m_workspace).remove(run); !taken) return taken.error();
            std::error_code failure;
            std::filesystem::remove_all(folder->path(), failure);
            if (failure) return systemError(failure.value(), say("%1 could not be deleted", displayPath(folder->path())));
        }
        m_changed = true;
        return m_database ? m_database->forget(run) : Result<void>();
    }

    Workspace m_workspace;
    Listener m_listener;
    Options m_options;

    std::optional<TemporaryFolder> m_temporary;
    std::optional<Recorder> m_recorder;
    std::optional<Database> m_database;
    std::optional<Error> m_lasting;  // why the workspace's own database is not used
    std::string m_toldProblem;

    Runs m_runs;
    std::set<std::pair<std::string, std::uint32_t>> m_confirmed;    // run and attempt whose journal was read to its end
    std::vector<RunState> m_recorded;                               // of m_runs, as their journals say
    std::vector<std::pair<std::string, std::string>> m_uncoloured;  // run and colour, newest last
    std::set<std::string> m_folders;
    FolderChanges m_folderChanges;
    std::int64_t m_version = -1;
    bool m_changed = true;
    Clock::time_point m_nextRead{}, m_nextStates{};

    mutable std::mutex m_mutex;
    std::condition_variable_any m_condition;
    std::vector<Call> m_calls;
    std::filesystem::path m_databaseFile;
    std::jthread m_thread;  // last: ends before what it uses
};

RunCatalog::RunCatalog(const Workspace& workspace, Listener listener, const Options& options)
    : m_loop(std::make_unique<Loop>(workspace, std::move(listener), options)) {}
RunCatalog::~RunCatalog() = default;

void RunCatalog::setNote(const std::string& run, const RunNote& note) {
    m_loop->call([=](Loop& loop) { loop.changeNote(run, [&](RunNote& changed) { changed = note; }); });
}
void RunCatalog::discard(const std::string& run) {
    m_loop->call([=](Loop& loop) { loop.changeNote(run, [](RunNote& note) { note.trashed = true; }); });
}
void RunCatalog::restore(const std::string& run) {
    m_loop->call([=](Loop& loop) { loop.changeNote(run, [](RunNote& note) { note.trashed = false; }); });
}
void RunCatalog::remove(std::vector<std::string> runs) {
    m_loop->call([runs = std::move(runs)](Loop& loop) {
        for (const std::string& run : runs) loop.remove(run);
    });
}
void RunCatalog::watch(const std::string& run) {
    m_loop->call([=](Loop& loop) { loop.watch(run); });
}
std::filesystem::path RunCatalog::databaseFile() const { return m_loop->databaseFile(); }

}  // namespace seekbench

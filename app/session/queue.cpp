// SPDX-License-Identifier: Apache-2.0
#include "app/session/queue.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <thread>

#include <nlohmann/json.hpp>

#include "app/session/run_reader.h"
#include "core/base/json.h"

namespace seekbench {
namespace {

constexpr std::string_view kFormat = "seekbench-queue-entry";
constexpr int kVersion = 1;
constexpr std::chrono::seconds kPatience{5};  // a change takes milliseconds
constexpr std::chrono::milliseconds kLook{2};

// "00000012-<run id>.json": the number orders, the id makes the name unique when two processes add at once.
std::string fileName(int number, std::string_view run) {
    char digits[16];
    std::snprintf(digits, sizeof digits, "%08d-", number);
    return digits + std::string(run) + ".json";
}

int numberOf(const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    int number = 0;
    std::from_chars(name.data(), name.data() + name.size(), number);
    return number;
}

Result<void> write(const std::filesystem::path& file, const QueueEntry& entry) {
    Json json = {{"format", kFormat}, {"version", kVersion}, {"run", entry.run}};
    if (!entry.problem.empty()) json["problem"] = entry.problem;
    return writeFileAtomically(file, canonicalJson(json));
}

Error notThere(std::string_view run) {
    return Error(ErrorCode::NotFound, say("The run %1 is not in the queue.", run), say("See: seekbench-cli queue list"));
}

std::optional<QueueEntry> read(const std::filesystem::path& file) {
    auto json = readJsonFile(file, {.bytes = 64 * 1024, .depth = 4});
    if (!json || !checkFormat(*json, kFormat, kVersion) || !json->contains("run") || !(*json)["run"].is_string()) return std::nullopt;
    const auto problem = json->find("problem");
    return QueueEntry{.run = (*json)["run"].get<std::string>(),
                      .problem = problem != json->end() && problem->is_string() ? problem->get<std::string>() : std::string()};
}

}  // namespace

struct Queue::EntryFile {
    std::filesystem::path path;
    QueueEntry entry;
};

std::vector<Queue::EntryFile> Queue::files() const {
    std::vector<EntryFile> result;
    std::error_code failure;
    for (const auto& item : std::filesystem::directory_iterator(m_workspace.queueFolder(), failure)) {
        if (item.path().extension() != ".json") continue;
        if (auto entry = read(item.path())) result.push_back({item.path(), std::move(*entry)});
    }
    std::sort(result.begin(), result.end(), [](const EntryFile& a, const EntryFile& b) { return a.path < b.path; });
    return result;
}

std::optional<Queue::EntryFile> Queue::find(std::string_view run) const {
    for (EntryFile& file : files())
        if (file.entry.run == run) return std::move(file);
    return std::nullopt;
}

std::vector<QueueEntry> Queue::entries() const {
    std::vector<QueueEntry> result;
    for (EntryFile& file : files()) result.push_back(std::move(file.entry));
    return result;
}

bool Queue::waits(std::string_view run) const {
    const auto found = find(run);
    return found && found->entry.problem.empty();
}

Result<FileLock> Queue::lockForChange() const {
    if (auto made = makeFolder(m_workspace.queueFolder()); !made) return made.error();
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (true) {
        auto lock = FileLock::acquire(m_workspace.queueFolder() / "change.lock", FileLock::Kind::Exclusive);
        if (lock || lock.error().code() != ErrorCode::Busy) return lock;
        if (std::chrono::steady_clock::now() > deadline)
            return Error(ErrorCode::Busy, say("Another process has been changing the queue for %1 s.", kPatience.count()),
                         say("Try again."));
        std::this_thread::sleep_for(kLook);
    }
}

Result<void> Queue::add(const RunFolder& run) const {
    const auto lock = lockForChange();
    if (!lock) return lock.error();
    const auto present = find(run.id());
    if (present && present->entry.problem.empty())
        return Error(ErrorCode::Busy, say("The run %1 waits in the queue already.", run.id()), say("See: seekbench-cli queue list"));
    if (run.isAlive())
        return Error(ErrorCode::Busy, say("A worker is already training the run %1.", run.id()),
                     say("Watch it with: seekbench-cli attach %1", run.id()));
    if (readProgress(run).state == RunState::Finished)
        return Error(ErrorCode::InvalidInput, say("The run %1 has finished.", run.id()),
                     say("Add its experiment file to train it once more."));
    std::error_code ignored;  // one that stays with its problem is passed over
    if (present) std::filesystem::remove(present->path, ignored);
    const auto others = files();
    const int number = others.empty() ? 1 : numberOf(others.back().path) + 1;
    return write(m_workspace.queueFolder() / fileName(number, run.id()), {.run = run.id(), .problem = {}});
}

Result<void> Queue::remove(std::string_view run) const {
    const auto lock = lockForChange();
    if (!lock) return lock.error();
    const auto file = find(run);
    std::error_code failure;
    if (!file || !std::filesystem::remove(file->path, failure)) {
        if (failure) return systemError(failure.value(), say("%1 could not be removed", displayPath(file->path)));
        return notThere(run);
    }
    return syncFolder(m_workspace.queueFolder());
}

bool Queue::isAtWork(std::string_view run) const { return FileLock::isHeld(m_workspace.runsFolder() / run / "run.lock"); }

Result<void> Queue::move(std::string_view run, QueueMove move) const {
    const auto all = entries();
    const auto place = static_cast<std::size_t>(std::ranges::find(all, run, &QueueEntry::run) - all.begin());
    switch (move) {
        case QueueMove::Up: return moveTo(run, place > 0 ? place - 1 : 0);
        case QueueMove::Down: return moveTo(run, place + 1);
        case QueueMove::Top: return moveTo(run, 0);
        case QueueMove::Bottom: break;
    }
    return moveTo(run, all.size());
}

Result<void> Queue::moveBefore(std::string_view run, std::string_view other) const {
    auto all = entries();
    std::erase_if(all, [&](const QueueEntry& entry) { return entry.run == run && entry.run != other; });
    const auto found = std::ranges::find(all, other, &QueueEntry::run);
    if (found == all.end()) return notThere(other);
    return moveTo(run, static_cast<std::size_t>(found - all.begin()));
}

Result<void> Queue::moveTo(std::string_view run, std::size_t place) const {
    const auto lock = lockForChange();
    if (!lock) return lock.error();
    auto all = files();
    const auto found = std::ranges::find_if(all, [&](const EntryFile& file) { return file.entry.run == run; });
    if (found == all.end()) return notThere(run);
    if (isAtWork(run))
        return Error(ErrorCode::Busy, say("The run %1 is being trained, so it has no place to wait in.", run),
                     say("Stop it with: seekbench-cli queue cancel %1", run));
    EntryFile moved = std::move(*found);
    all.erase(found);
    std::size_t front = 0;
    while (front < all.size() && isAtWork(all[front].entry.run)) ++front;
    const std::size_t target = std::min(std::max(place, front), all.size());
    all.insert(all.begin() + static_cast<std::ptrdiff_t>(target), std::move(moved));
    return arrange(all);
}

Result<void> Queue::arrange(const std::vector<EntryFile>& files) const {
    // The numbers there are, in order, go to the files in their new order: a move renames only what lies between two places. In the middle
    // of it, two files may have the same number; none is ever missing.
    std::vector<int> numbers;
    for (const EntryFile& file : files) numbers.push_back(numberOf(file.path));
    std::ranges::sort(numbers);
    for (std::size_t i = 1; i < numbers.size(); ++i) numbers[i] = std::max(numbers[i], numbers[i - 1] + 1);
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto place = m_workspace.queueFolder() / fileName(numbers[i], files[i].entry.run);
        if (place == files[i].path) continue;
        std::error_code failure;
        std::filesystem::rename(files[i].path, place, failure);
        if (failure == std::errc::no_such_file_or_directory) continue;  // removed by hand meanwhile
        if (failure) return systemError(failure.value(), say("%1 could not be renamed", displayPath(files[i].path)));
    }
    return syncFolder(m_workspace.queueFolder());
}

bool Queue::isPaused() const {
    std::error_code ignored;
    return std::filesystem::exists(pauseFile(), ignored);
}

Result<void> Queue::setPaused(bool paused) const {
    const auto lock = lockForChange();
    if (!lock) return lock.error();
    if (paused) return writeFileAtomically(pauseFile(), {});
    std::error_code failure;
    std::filesystem::remove(pauseFile(), failure);
    if (failure) return systemError(failure.value(), say("%1 could not be removed", displayPath(pauseFile())));
    return syncFolder(m_workspace.queueFolder());
}

Result<void> Queue::mark(std::string_view run, const std::string& problem) const {
    const auto lock = lockForChange();
    if (!lock) return lock.error();
    const auto file = find(run);
    if (!file) return {};  // somebody has removed it meanwhile
    return write(file->path, {.run = std::string(run), .problem = problem});
}

bool Queue::isServed() const { return FileLock::isHeld(lockFile()); }

}  // namespace seekbench

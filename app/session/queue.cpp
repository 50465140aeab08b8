// SPDX-License-Identifier: Apache-2.0
#include "app/session/queue.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "app/session/run_reader.h"
#include "core/base/file.h"
#include "core/base/json.h"

namespace seekbench {
namespace {

constexpr std::string_view kFormat = "seekbench-queue-entry";
constexpr int kVersion = 1;

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

Result<void> Queue::add(const RunFolder& run) const {
    const auto present = find(run.id());
    if (present && present->entry.problem.empty())
        return Error(ErrorCode::Busy, say("The run %1 waits in the queue already.", run.id()), say("See: seekbench-cli queue list"));
    if (run.isAlive())
        return Error(ErrorCode::Busy, say("A worker is already training the run %1.", run.id()),
                     say("Watch it with: seekbench-cli attach %1", run.id()));
    if (readProgress(run).state == RunState::Finished)
        return Error(ErrorCode::InvalidInput, say("The run %1 has finished.", run.id()),
                     say("Add its experiment file to train it once more."));
    if (auto made = makeFolder(m_workspace.queueFolder()); !made) return made;
    if (present)
        if (auto removed = remove(run.id()); !removed) return removed;
    const auto others = files();
    const int number = others.empty() ? 1 : numberOf(others.back().path) + 1;
    return write(m_workspace.queueFolder() / fileName(number, run.id()), {.run = run.id(), .problem = {}});
}

Result<void> Queue::remove(std::string_view run) const {
    const auto file = find(run);
    std::error_code failure;
    if (!file || !std::filesystem::remove(file->path, failure)) {
        if (failure) return systemError(failure.value(), say("%1 could not be removed", displayPath(file->path)));
        return Error(ErrorCode::NotFound, say("The run %1 is not in the queue.", run), say("See: seekbench-cli queue list"));
    }
    return syncFolder(m_workspace.queueFolder());
}

Result<void> Queue::mark(std::string_view run, const std::string& problem) const {
    const auto file = find(run);
    if (!file) return {};  // somebody has removed it meanwhile
    return write(file->path, {.run = std::string(run), .problem = problem});
}

bool Queue::isServed() const { return FileLock::isHeld(lockFile()); }

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include "core/store/projection.h"

#include <cerrno>
#include <charconv>
#include <string_view>

#include <signal.h>
#include <sqlite3.h>
#include <unistd.h>

#include "core/base/file.h"
#include "core/journal/journal.h"
#include "core/store/statement.h"

namespace seekbench {
namespace {

constexpr std::uint64_t kBatchBytes = 4u << 20;
constexpr std::size_t kBatchPoints = 200'000;

bool isUnreadable(const Error& error) {
    return error.code() == ErrorCode::NotFound || error.code() == ErrorCode::Corrupt || error.code() == ErrorCode::NewerVersion;
}

std::size_t pointsOf(const Packet& packet) {
    const auto* batch = std::get_if<MetricBatch>(&packet);
    return batch ? batch->steps.size() * batch->columns.size() : 0;
}

// One transaction's worth of packets.
struct Batch {
    std::vector<Packet> packets;
    bool endsAtDamage = false;
};
Result<Batch> readBatch(JournalReader& journal) {
    Batch batch;
    std::size_t points = 0;
    for (const auto begin = journal.offset(); journal.offset() - begin < kBatchBytes && points < kBatchPoints;) {
        auto packet = journal.next();
        if (!packet && packet.error().code() != ErrorCode::Corrupt) return packet.error();
        batch.endsAtDamage = !packet;
        if (!packet || !*packet) break;
        points += pointsOf(**packet);
        batch.packets.push_back(std::move(**packet));
    }
    return batch;
}

// Whether a frame of the journal ends at `cursor`.
Result<bool> endsFrame(const std::filesystem::path& path, std::uint64_t cursor) {
    auto journal = JournalReader::open(path);
    if (!journal) return journal.error();
    while (journal->offset() < cursor) {
        const auto packet = journal->next();
        if (!packet && packet.error().code() != ErrorCode::Corrupt) return packet.error();
        if (!packet || !*packet) return false;
    }
    return journal->offset() == cursor;
}

// Whether the cursor points into another journal than the one that is there now. That happens when the loss of power took
// frames which were recorded but had not reached the disk, and a new attempt has written others in their place. A frame
// hashes its offset, so what stands at such a cursor looks damaged: only then the journal is walked from its beginning.
Result<bool> isAstray(const std::filesystem::path& path, std::uint64_t cursor, const Batch& batch) {
    if (cursor == 0 || !batch.packets.empty()) return false;
    std::error_code failure;
    if (const auto size = std::filesystem::file_size(path, failure); !failure && size < cursor) return true;
    if (!batch.endsAtDamage) return false;
    const auto fits = endsFrame(path, cursor);
    if (!fits) return fits.error();
    return !*fits;
}

Result<void> recordAll(Database& database, const Workspace& workspace) {
    for (const RunFolder& folder : workspace.runs())
        if (auto recorded = recordRun(database, folder); !recorded) return recorded.error();
    return {};
}

// The file and what SQLite keeps beside it.
constexpr const char* kParts[] = {"", "-wal", "-shm", "-journal"};
std::filesystem::path part(std::filesystem::path file, const char* suffix) { return file += suffix; }

void removeDatabase(const std::filesystem::path& database) {
    std::error_code ignored;
    for (const char* suffix : kParts) std::filesystem::remove(part(database, suffix), ignored);
}

constexpr std::string_view kAside = ".rebuild-";  // and the process that makes it

// A rebuild that was killed leaves a database beside ours, which may be as large as ours.
void removeLeftovers(const std::filesystem::path& database) {
    const std::string ours = database.filename().string() + std::string(kAside);
    std::error_code failure;
    for (std::filesystem::directory_iterator entry(database.parent_path(), failure), end; !failure && entry != end; entry.increment(failure)) {
        const std::string name = entry->path().filename().string();
        if (!name.starts_with(ours)) continue;
        pid_t process = 0;
        std::from_chars(name.data() + ours.size(), name.data() + name.size(), process);
        std::error_code ignored;
        if (process > 0 && ::kill(process, 0) != 0 && errno == ESRCH) std::filesystem::remove(entry->path(), ignored);
    }
}

// Copies all pages of `from` into `to` in one transaction of `to`.
Result<void> copyInto(const std::filesystem::path& to, const std::filesystem::path& from) {
    // Opened as a Database first: it refuses what is newer or not ours, and makes what is not there.
    const auto target = Database::open(to, Database::Access::ReadWrite);
    if (!target) return target.error();
    const auto connect = [](const std::filesystem::path& path, int flags) {
        sqlite3* opened = nullptr;
        const int code = sqlite3_open_v2(path.string().c_str(), &opened, flags, nullptr);
        Connection3 connection(opened);
        if (code != SQLITE_OK) throw StoreFailure{storeError(opened, displayPath(path))};
        sqlite3_busy_timeout(opened, 10'000);
        return connection;
    };
    return guarded(say("replacing the rows of %1", displayPath(to)), [&] {
        const auto source = connect(from, SQLITE_OPEN_READONLY), destination = connect(to, SQLITE_OPEN_READWRITE);
        sqlite3_backup* backup = sqlite3_backup_init(destination.get(), "main", source.get(), "main");
        if (backup) sqlite3_backup_step(backup, -1);
        if (!backup || sqlite3_backup_finish(backup) != SQLITE_OK) throw StoreFailure{storeError(destination.get(), displayPath(to))};
    });
}

// For a file that is no database any more. Whoever has it open has only errors from it.
Result<void> replace(const std::filesystem::path& to, const std::filesystem::path& from) {
    const auto damaged = part(to, ".damaged");
    removeDatabase(damaged);
    for (const char* suffix : kParts) {
        std::error_code failure;
        if (!std::filesystem::exists(part(to, suffix), failure)) continue;
        std::filesystem::rename(part(to, suffix), part(damaged, suffix), failure);
        if (failure) return systemError(failure.value(), say("%1 could not be set aside", displayPath(to)));
    }
    return copyInto(to, from);
}

}  // namespace

Result<bool> recordRun(Database& database, const RunFolder& folder) {
    const auto path = folder.journalFile();
    if (auto noted = database.noteRun(folder); !noted) return noted.error();
    const auto profiled = database.recordProfiles(folder);
    if (!profiled) return profiled.error();
    for (bool grew = *profiled;;) {
        // Asked anew for each batch: another recorder may have gone ahead.
        const auto cursor = database.cursor(folder.id());
        if (!cursor) return cursor.error();
        auto journal = JournalReader::open(path, *cursor);
        if (!journal && isUnreadable(journal.error())) return grew;
        if (!journal) return journal.error();
        const auto begin = journal->offset();
        const auto batch = readBatch(*journal);
        if (!batch) return batch.error();
        if (journal->offset() != begin) {
            const auto recorded = database.record(folder.id(), *cursor, journal->offset(), batch->packets);
            if (!recorded) return recorded.error();
            grew = grew || *recorded;
            continue;
        }
        const auto astray = isAstray(path, *cursor, *batch);
        if (!astray) return astray.error();
        if (!*astray) return grew;
        if (auto forgotten = database.forget(folder.id()); !forgotten) return forgotten.error();
        if (auto noted = database.noteRun(folder); !noted) return noted.error();
        if (auto again = database.recordProfiles(folder); !again) return again.error();
    }
}

Result<void> rebuild(const Workspace& workspace, const std::filesystem::path& path) {
    const auto aside = part(path, (std::string(kAside) + std::to_string(::getpid())).c_str());
    removeLeftovers(path);
    removeDatabase(aside);
    auto result = [&]() -> Result<void> {
        {
            auto fresh = Database::open(aside, Database::Access::ReadWrite);
            if (!fresh) return fresh.error();
            if (auto recorded = recordAll(*fresh, workspace); !recorded) return recorded;
        }
        auto copied = copyInto(path, aside);
        if (!copied && copied.error().code() == ErrorCode::Corrupt) copied = replace(path, aside);
        return copied;
    }();
    removeDatabase(aside);
    if (!result) return result.error().in(say("rebuilding %1", displayPath(path)));
    return {};
}

}  // namespace seekbench

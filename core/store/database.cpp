// SPDX-License-Identifier: Apache-2.0
#include "core/store/database.h"

#include <sqlite3.h>

#include "core/base/file.h"
#include "core/store/database_state.h"
#include "core/store/schema.h"

namespace seekbench {
namespace {

constexpr int kBusyMilliseconds = 10'000;

// Foreign keys are what makes forget() one DELETE. A commit under WAL and NORMAL survives the death of the process; the
// loss of power may take the last ones, and then the journal still has them.
void configure(sqlite3* connection, Database::Access access) {
    execute(connection, "PRAGMA foreign_keys = ON");
    if (access == Database::Access::ReadOnly) return;
    // Two processes that make the same database at once can each hold what the other waits for; SQLite then refuses at once.
    for (int tries = 0;; ++tries) {
        const int code = sqlite3_exec(connection, "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr);
        if (code == SQLITE_OK) break;
        if (code != SQLITE_BUSY || tries == 100) throw StoreFailure{storeError(connection, sqlite3_db_filename(connection, "main"))};
        sqlite3_sleep(20);
    }
    execute(connection, "PRAGMA synchronous = NORMAL");
}

}  // namespace

Result<Database> Database::open(const std::filesystem::path& path, Access access) {
    const std::string name = displayPath(path);
    std::error_code ignored;
    if (access == Access::ReadOnly && !std::filesystem::exists(path, ignored))
        return Error(ErrorCode::NotFound, say("There is no database %1.", name),
                     say("Train something first, or run \"seekbench-cli rebuild\"."));
    return guarded(say("opening the database %1", name), [&] {
        sqlite3* opened = nullptr;
        const int flags =
            (access == Access::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) | SQLITE_OPEN_NOMUTEX;
        const int code = sqlite3_open_v2(path.string().c_str(), &opened, flags, nullptr);
        auto state = std::make_unique<State>(State{Connection3(opened)});
        if (code != SQLITE_OK) throw StoreFailure{storeError(opened, name)};
        sqlite3_busy_timeout(opened, kBusyMilliseconds);
        // A database that is refused is left as it is: without this, closing it would fold its WAL into it.
        sqlite3_db_config(opened, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        migrate(opened, access);
        sqlite3_db_config(opened, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
        configure(opened, access);
        return Database(std::move(state));
    });
}

Database::Database(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include "app/session/workspace_database.h"

#include "core/store/projection.h"

namespace seekbench {
namespace {

Result<void> recordAll(Database& database, const Workspace& workspace) {
    for (const RunFolder& folder : workspace.runs())
        if (auto recorded = recordRun(database, folder); !recorded) return recorded.error().in(say("recording the run %1", folder.id()));
    return {};
}

// Whether it failed because nothing can be written there: a workspace of somebody else, a full disk.
bool isUnwritable(const Error& error) { return error.code() == ErrorCode::Io || error.code() == ErrorCode::OutOfSpace; }

Result<Database> openRecorded(const Workspace& workspace, const std::filesystem::path& file) {
    auto database = Database::open(file, Database::Access::ReadWrite);
    if (!database) return database;
    if (auto recorded = recordAll(*database, workspace); !recorded) return recorded.error();
    return database;
}

}  // namespace

Result<Database> openUpToDate(const Workspace& workspace) {
    auto database = openRecorded(workspace, workspace.databaseFile());
    // The rows that are there may be old; what the run folders say is true, and takes a second per million values.
    if (!database && isUnwritable(database.error())) return openRecorded(workspace, ":memory:");
    return database;
}

}  // namespace seekbench

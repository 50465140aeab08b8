// SPDX-License-Identifier: Apache-2.0
#pragma once

// How run folders become rows. Everything in the database comes through here, so that it can be made again.

#include "core/run/run_folder.h"
#include "core/store/database.h"

namespace seekbench {

// Brings the database up to date with one run folder: what the user says about the run, its profiles, and all whole frames of its
// journal. True when journal or profiles had something new. Any number of processes may do so at once. A journal that is
// not there, cannot be read by this version or is damaged is recorded as far as it can be read; that is not an error,
// because one such run must not keep the others from being seen, and whoever follows its journal is told.
Result<bool> recordRun(Database& database, const RunFolder& folder);

// Makes the database at `path` anew from all run folders of the workspace. Readers see the old rows or the new ones,
// never half; on an error the old ones stay. The rows are made aside and copied in by one transaction of the old
// file, so that programs that have it open go on. Renaming a new file over it would be no good for them: they would write
// into a file without a name, and the last to close would delete the new file's WAL. Only a file in which SQLite cannot write any more
// is set aside as <path>.damaged and replaced.
Result<void> rebuild(const Workspace& workspace, const std::filesystem::path& path);

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/run/run_folder.h"
#include "core/store/database.h"

namespace seekbench {

// The workspace's database with everything in it that its run folders hold now. Where it cannot be written, a temporary one in memory
// with the same rows.
Result<Database> openUpToDate(const Workspace& workspace);

}  // namespace seekbench

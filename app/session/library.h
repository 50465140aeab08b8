// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "core/experiment/experiment.h"
#include "core/run/run_folder.h"

namespace seekbench {

// The composite operators a user of this workspace has: the product's own and those in the workspace's folder, which win.
Result<Library> loadLibrary(const Workspace& workspace);
// The product's own only, for commands that need no workspace.
Result<Library> loadLibrary();

}  // namespace seekbench

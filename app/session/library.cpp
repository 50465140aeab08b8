// SPDX-License-Identifier: Apache-2.0
#include "app/session/library.h"

namespace seekbench {

Result<Library> loadLibrary() {
    auto resources = resourcesFolder();
    if (!resources) return resources.error();
    return loadComposites(*resources / "operators" / "composite");
}

Result<Library> loadLibrary(const Workspace& workspace) {
    auto library = loadLibrary();
    std::error_code failure;
    if (!library || !std::filesystem::is_directory(workspace.operatorsFolder(), failure)) return library;
    auto own = loadComposites(workspace.operatorsFolder());
    if (!own) return own.error();
    for (auto& [id, composite] : own->composites) library->composites[id] = std::move(composite);
    return library;
}

}  // namespace seekbench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/examples.h"

#include <algorithm>

#include "core/run/run_folder.h"

namespace seekbench {

std::vector<ExampleFile> exampleFiles() {
    std::vector<ExampleFile> files;
    const auto resources = resourcesFolder();
    if (!resources) return files;
    std::error_code failure;
    for (std::filesystem::directory_iterator entry(*resources / "experiments", failure), end; !failure && entry != end;
         entry.increment(failure)) {
        const std::filesystem::path& path = entry->path();
        // The benchmarks' models are there for measuring, not for learning.
        if (path.extension() == ".json" && !path.filename().string().starts_with("benchmark_"))
            files.push_back({QString::fromStdString(path.stem().string()), path});
    }
    std::ranges::sort(files, {}, &ExampleFile::name);
    return files;
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/experiment/experiment.h"

namespace seekbench {

// What a run remembers of the engine it was begun with (engine.json in its folder), so that an attempt to go on computes the same to the
// bit. A value.
struct EngineRecord {
    bool compiled = false;
    std::string reason;                                            // why not compiled, where it was left to choose
    std::map<std::string, std::string, std::less<>> choices = {};  // between kernels, as they were measured
    bool operator==(const EngineRecord&) const = default;
};

// Nothing: there is no such file. Errors: it is damaged, or of a newer Seekbench.
Result<std::optional<EngineRecord>> readEngineRecord(const std::filesystem::path& file);
// Makes the file's folder when it is missing.
Result<void> writeEngineRecord(const std::filesystem::path& file, const EngineRecord& record);

// Where the choices for this graph on this processor with so many threads are kept for all runs: in the user's cache folder. Empty:
// nowhere. `libraries`: names and versions of what computes.
std::filesystem::path sharedEngineFile(const Experiment& experiment, std::int64_t threads, std::string_view libraries);

// The processor as its maker calls it, with its family, model and stepping; empty: not known.
std::string processorName();

}  // namespace seekbench

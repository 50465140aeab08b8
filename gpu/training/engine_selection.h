// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <torch/version.h>

#include "core/experiment/experiment.h"
#include "core/run/engine_record.h"
#include "core/run/memory_table.h"
#include "gpu/model/engine.h"

namespace seekbench {

// What choices between kernels depend on besides the processor.
// The number is ours, one more whenever a kernel of gpu/executor gets faster: what was chosen before is then measured again.
inline constexpr const char* kComputingLibraries = "LibTorch " TORCH_VERSION ", kernels 2";

// What is known of the engine of a run before it is made. Nothing: a run that is not recorded.
struct EngineMemory {
    std::optional<EngineRecord> record;  // of the attempt before
    bool isNew = true;                   // nothing has been trained that a checkpoint keeps
    std::filesystem::path shared;        // where choices are kept for other runs, too; empty: nowhere
    std::function<void(const EngineRecord&)> keep = [](const EngineRecord&) {};
    // Told by an engine that knows its memory beforehand: what a training step will hold at its peak.
    std::function<void(const MemoryTable&)> tellMemory = [](const MemoryTable&) {};
};

struct SelectedEngine {
    std::unique_ptr<Engine> engine;
    EngineRecord record;
};

// Makes the engine that the experiment asks for and seeds the generators: weights are drawn first, then what the training steps draw. A run
// keeps the engine it was begun with; one that has a checkpoint and no record was begun by a Seekbench
// that had only the reference engine.
Result<SelectedEngine> selectEngine(const Experiment& experiment, const std::vector<std::int64_t>& classCounts, const EngineMemory& memory);

}  // namespace seekbench

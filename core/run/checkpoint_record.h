// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace seekbench {

// Names of the files in a checkpoint's folder, checkpoints/<step>/ of a run.
inline constexpr const char* kCheckpointWeightsFile = "model.safetensors";
inline constexpr const char* kCheckpointOptimizerFile = "optimizer.safetensors";
inline constexpr const char* kCheckpointStateFile = "state.json";

inline constexpr std::string_view kTrainingStateFormat = "seekbench-training-state";
inline constexpr int kTrainingStateVersion = 1;

// What a checkpoint says of itself, without its tensors: the part of state.json that tells whether two checkpoints are the same.
struct CheckpointRecord {
    std::int64_t step = 0;
    std::string weights, optimizer;   // fingerprints of the tensor files' content
    std::string generators;           // state of the random generators
    std::string experiment, dataset;  // fingerprints of what is trained
    bool operator==(const CheckpointRecord&) const = default;
};
Result<CheckpointRecord> readCheckpointRecord(const std::filesystem::path& checkpoint);

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include "core/run/checkpoint_record.h"

#include <nlohmann/json.hpp>

#include "core/base/file.h"
#include "core/base/json.h"

namespace seekbench {

Result<CheckpointRecord> readCheckpointRecord(const std::filesystem::path& checkpoint) {
    const auto file = checkpoint / kCheckpointStateFile;
    const auto json = readJsonFile(file);
    if (!json) return json.error();
    if (const auto version = checkFormat(*json, kTrainingStateFormat, kTrainingStateVersion); !version) return version.error();
    try {
        CheckpointRecord record;
        json->at("step").get_to(record.step);
        json->at("weights_fingerprint").get_to(record.weights);
        json->at("optimizer_fingerprint").get_to(record.optimizer);
        json->at("generators").get_to(record.generators);
        json->at("experiment_fingerprint").get_to(record.experiment);
        json->at("dataset_fingerprint").get_to(record.dataset);
        return record;
    } catch (const std::exception& problem) {
        return Error(ErrorCode::Corrupt, say("%1 cannot be read: %2.", displayPath(file), problem.what()));
    }
}

}  // namespace seekbench

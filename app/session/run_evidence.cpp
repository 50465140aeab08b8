// SPDX-License-Identifier: Apache-2.0
#include "app/session/run_evidence.h"

#include "app/session/run_reader.h"

namespace seekbench {
namespace {

constexpr std::size_t kSlicePoints = 200'000;

}  // namespace

Result<RunEvidence> readEvidence(const RunFolder& folder) {
    const auto experiment = folder.experiment();
    if (!experiment) return experiment.error();
    RunEvidence evidence;
    evidence.run = folder.id();
    evidence.computation = computationOf(*experiment);
    RunReader reader(folder);
    do {
        const auto packets = reader.poll(kSlicePoints);
        if (!packets) return packets.error();
        for (const Packet& packet : *packets) evidence.apply(packet);
    } while (reader.hasMore());
    std::error_code ignored;  // a run without checkpoints has no such folder
    for (const auto& entry : std::filesystem::directory_iterator(folder.checkpointsFolder(), ignored))
        if (auto record = readCheckpointRecord(entry.path()); record && entry.path().filename() == std::to_string(record->step))
            evidence.checkpoints.emplace(record->step, std::move(*record));
    return evidence;
}

std::optional<RunFolder> newestTwin(const Workspace& workspace, const RunFolder& folder) {
    const auto experiment = folder.experiment();
    if (!experiment) return std::nullopt;
    const std::string computation = computationOf(*experiment);
    for (RunFolder& other : workspace.runs()) {
        if (other.id() == folder.id()) continue;
        const auto note = other.note();
        if (note && note->trashed) continue;
        if (const auto its = other.experiment(); its && computationOf(*its) == computation) return std::move(other);
    }
    return std::nullopt;
}

}  // namespace seekbench

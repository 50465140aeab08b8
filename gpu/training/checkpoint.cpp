// SPDX-License-Identifier: Apache-2.0
#include "gpu/training/checkpoint.h"

#include <algorithm>
#include <charconv>
#include <ranges>
#include <system_error>

#include "core/base/file.h"
#include "gpu/model/safetensors.h"

namespace seekbench {
namespace {

namespace fs = std::filesystem;

// A folder being written, or about to be removed; the name is no number, so it is never taken for a checkpoint.
constexpr const char* kAside = ".aside";
constexpr const char* kReplaced = ".replaced";

std::optional<std::int64_t> stepOf(const fs::path& folder) {
    const std::string name = folder.filename().string();
    std::int64_t step = 0;
    const auto [end, failure] = std::from_chars(name.data(), name.data() + name.size(), step);
    return failure == std::errc{} && end == name.data() + name.size() && step >= 0 ? std::optional(step) : std::nullopt;
}

Result<std::uint64_t> writeInto(const fs::path& folder, Checkpoint& checkpoint) {
    if (auto made = makeFolder(folder); !made) return made.error();
    TrainingState& state = checkpoint.state;
    state.weights = fingerprintOf(checkpoint.weights);
    state.optimizer = fingerprintOf(checkpoint.optimizer);
    const TensorMetadata metadata{{"step", checkpoint.name()}};
    if (auto written = writeSafetensors(folder / kCheckpointWeightsFile, checkpoint.weights, metadata); !written) return written.error();
    if (auto written = writeSafetensors(folder / kCheckpointOptimizerFile, checkpoint.optimizer, metadata); !written)
        return written.error();
    if (auto written = writeFileAtomically(folder / kCheckpointStateFile, trainingStateToText(state)); !written) return written.error();
    std::uint64_t bytes = 0;
    for (const char* file : {kCheckpointWeightsFile, kCheckpointOptimizerFile, kCheckpointStateFile}) bytes += fs::file_size(folder / file);
    return bytes;  // writeFileAtomically() has flushed the folder, last of all
}

Result<void> moveFolder(const fs::path& from, const fs::path& to) {
    std::error_code failure;
    fs::rename(from, to, failure);
    return failure ? systemError(failure.value(), say("%1 could not be renamed to %2", displayPath(from), displayPath(to)))
                   : Result<void>{};
}

}  // namespace

Result<Checkpoints> Checkpoints::open(fs::path folder) {
    if (auto made = makeFolder(folder); !made) return made.error();
    std::error_code ignored;  // leftovers that stay do no harm
    fs::remove_all(folder / kAside, ignored);
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        if (entry.path().extension() != kReplaced) continue;
        // The writer died between its two renames: what it was about to replace is what there is.
        const fs::path place = folder / entry.path().stem();
        if (fs::exists(place, ignored))
            fs::remove_all(entry.path(), ignored);
        else
            fs::rename(entry.path(), place, ignored);
    }
    return Checkpoints(std::move(folder));
}

std::vector<std::int64_t> Checkpoints::steps() const {
    std::vector<std::int64_t> steps;
    std::error_code ignored;  // a folder that cannot be listed holds nothing that could be read
    for (const auto& entry : fs::directory_iterator(m_folder, ignored))
        if (const auto step = stepOf(entry.path())) steps.push_back(*step);
    std::ranges::sort(steps);
    return steps;
}

Result<Checkpoint> Checkpoints::read(std::int64_t step) const {
    const fs::path folder = folderOf(step);
    const auto text = readFile(folder / kCheckpointStateFile, std::size_t{64} << 20);
    if (!text) return text.error();
    auto state = trainingStateFromText(*text);
    if (!state) return state.error();
    auto weights = readSafetensors(folder / kCheckpointWeightsFile);
    if (!weights) return weights.error();
    auto optimizer = readSafetensors(folder / kCheckpointOptimizerFile);
    if (!optimizer) return optimizer.error();
    if (state->step != step || fingerprintOf(*weights) != state->weights || fingerprintOf(*optimizer) != state->optimizer)
        return Error(ErrorCode::Corrupt, say("%1 is not what was written there.", displayPath(folder)));
    return Checkpoint{std::move(*state), std::move(*weights), std::move(*optimizer)};
}

std::optional<Checkpoint> Checkpoints::newestWhole(const std::function<void(const Error&)>& damaged) const {
    for (const std::int64_t step : std::views::reverse(steps())) {
        auto checkpoint = read(step);
        if (checkpoint) return std::move(*checkpoint);
        damaged(checkpoint.error().in(say("reading the checkpoint of step %1", step)));
    }
    return std::nullopt;
}

Result<std::uint64_t> Checkpoints::write(Checkpoint& checkpoint) {
    const fs::path aside = m_folder / kAside, target = folderOf(checkpoint.state.step);
    const fs::path replaced = target.string() + kReplaced;
    const auto attempt = [&]() -> Result<std::uint64_t> {
        auto bytes = writeInto(aside, checkpoint);
        if (!bytes) return bytes;
        if (fs::exists(target))
            if (auto moved = moveFolder(target, replaced); !moved) return moved.error();
        if (auto placed = moveFolder(aside, target); !placed) return placed.error();
        if (auto synced = syncFolder(m_folder); !synced) return synced.error();
        return bytes;
    };
    std::error_code ignored;
    Result<std::uint64_t> result = [&]() -> Result<std::uint64_t> {
        try {
            return attempt();
        } catch (const std::exception& problem) {  // of torch, when tensors are copied, and of std::filesystem
            return Error(ErrorCode::Failed, say("The checkpoint could not be written: %1.", problem.what()));
        }
    }();
    fs::remove_all(aside, ignored);
    if (fs::exists(target, ignored)) fs::remove_all(replaced, ignored);
    return result ? result : result.error().in(say("writing the checkpoint of step %1", checkpoint.state.step));
}

void Checkpoints::retire(std::int64_t keep, std::optional<std::int64_t> best) {
    auto old = steps();
    old.resize(old.size() - std::min(old.size(), static_cast<std::size_t>(std::max<std::int64_t>(keep, 1))));
    std::error_code ignored;  // an old checkpoint that stays costs room, nothing else
    for (const std::int64_t step : old)
        if (step != best) fs::remove_all(folderOf(step), ignored);
}

}  // namespace seekbench

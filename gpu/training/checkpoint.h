// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "gpu/model/named_tensor.h"
#include "gpu/training/training_state.h"

namespace seekbench {

// What a checkpoint holds. One that was read is whole: its fingerprints were checked.
struct Checkpoint {
    TrainingState state;
    std::vector<NamedTensor> weights, optimizer;
    std::string name() const { return std::to_string(state.step); }
};

// Checkpoints is the folder checkpoints/ of a run: <step>/ holds model.safetensors, optimizer.safetensors and state.json. A checkpoint is
// written aside, flushed and renamed, so a folder with a number for a name is whole unless the disk has damaged it. The holder of
// run.lock owns it; one thread at a time uses it.
class Checkpoints {
public:
    // Removes or puts back what an interrupted write has left behind.
    static Result<Checkpoints> open(std::filesystem::path folder);

    // Steps of the checkpoints there are, ascending; damaged ones among them.
    std::vector<std::int64_t> steps() const;
    // The newest one that is whole, or nothing. `damaged` is called with the reason for each newer one that is not.
    std::optional<Checkpoint> newestWhole(const std::function<void(const Error&)>& damaged) const;

    // Writes a checkpoint and fills in its fingerprints; one of the same step is replaced. Returns its bytes. On an error nothing is left
    // behind.
    Result<std::uint64_t> write(Checkpoint& checkpoint);
    // Removes all but the newest `keep` (at least one) and that of `best`.
    void retire(std::int64_t keep, std::optional<std::int64_t> best);

private:
    explicit Checkpoints(std::filesystem::path folder) : m_folder(std::move(folder)) {}
    std::filesystem::path folderOf(std::int64_t step) const { return m_folder / std::to_string(step); }
    Result<Checkpoint> read(std::int64_t step) const;
    std::filesystem::path m_folder;
};

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>

#include "core/base/message.h"
#include "core/run/reproducibility.h"
#include "core/run/run_folder.h"
#include "core/run/tensor_file_difference.h"

namespace seekbench {

// How the second of the two trainings of a proof is broken.
enum class Interruption {
    Stop,      // on request, with a checkpoint
    Kill,      // as by kill -9, steps after the newest checkpoint
    PowerCut,  // the same; and the disk has lost the end of the journal and half of the newest checkpoint
};
std::string_view nameOf(Interruption interruption);  // "power_cut"

struct ProofOptions {
    std::int64_t steps = 20;  // at least kFewestSteps; no more than the experiment has are trained
    Interruption interruption = Interruption::Kill;
    bool keep = false;  // leave the two runs on the disk
    static constexpr std::int64_t kFewestSteps = 4;
};

// How far a proof has come.
struct ProofProgress {
    enum class Phase { Straight, Broken, Resumed, Comparing } phase = Phase::Straight;
    std::int64_t step = 0, steps = 0;
};
Message sentenceOf(const ProofProgress& progress);

// What came out: two trainings of the same experiment, one straight, one broken and resumed, compared at step `steps`.
struct Proof {
    std::int64_t steps = 0;
    Interruption interruption = Interruption::Kill;
    std::int64_t brokenAt = 0, resumedFrom = 0;
    CheckpointRecord straight, resumed;  // fingerprints of weights, optimizer and random generators at the last step
    std::optional<ValueDifference> firstValue;
    std::optional<TensorDifference> firstWeight, firstOptimizerTensor;
    std::filesystem::path kept;  // where the two runs are; empty: removed

    // Everything equal to the bit, and the resume went on from a checkpoint.
    bool holds() const;
};
// One sentence: "Exact resume holds: …", or the first thing that differs.
Message verdictOf(const Proof& proof);

// Trains the experiment `options.steps` steps straight, and once more with a break and a resume, and compares weights, optimizer state,
// random generators and the values of every step, bit by bit. Both runs stand in a folder of their own inside the workspace, which is
// removed again. Takes as long as the training; `tell` is called several times a second, in this thread. When `stop` is requested the
// workers are ended and nothing is returned. Errors: what createRun(), launch() and a training that fails say.
Result<std::optional<Proof>> prove(const Workspace& workspace, Experiment experiment, const ProofOptions& options,
                                   const std::function<void(const ProofProgress&)>& tell, std::stop_token stop);

}  // namespace seekbench

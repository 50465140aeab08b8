// SPDX-License-Identifier: Apache-2.0
#pragma once

// Lists of runs for tests of the views that show them.

#include <random>
#include <string>
#include <vector>

#include "core/store/run_summary.h"

namespace seekbench {

struct RunShape {
    std::string name = "base", variant = "v", dataset = "synthetic", notes = {};
    RunState state = RunState::Finished;
    std::int64_t seed = 1;
    double best = 0.9, last = 0.89, loss = 0.3;
    bool trashed = false;
};

// Run number `i`: the higher, the newer.
inline RunSummary sampleRun(int i, const RunShape& shape = {}) {
    RunSummary run;
    char id[32];
    std::snprintf(id, sizeof id, "20260101-%06d-%04x", i, static_cast<unsigned>(i));
    run.row.id = id;
    run.row.name = shape.name;
    run.row.notes = shape.notes;
    run.row.colour = colourOfSlot(i);
    run.row.trashed = shape.trashed;
    run.row.created = 1.7e9 + 1000.0 * i;
    run.row.attempts = 1;
    run.row.state = nameOf(shape.state);
    run.row.stateTime = run.row.created + 204;
    run.row.epoch = run.row.epochs = 30;
    run.row.totalSteps = 3000;
    run.row.device = "cpu";
    run.state = shape.state;
    run.dataset = shape.dataset;
    run.optimizer = "adam";
    run.schedule = "cosine";
    run.variant = shape.variant;
    run.row.fingerprint = shape.variant + std::to_string(shape.seed);
    run.seed = shape.seed;
    run.batchSize = 64;
    run.parameters = 169'834;
    run.series["val.accuracy"] = {.count = 30, .last = shape.last, .lowest = 0.5, .highest = shape.best};
    run.series["val.loss"] = {.count = 30, .last = shape.loss + 0.01, .lowest = shape.loss, .highest = 2};
    run.series["train.loss"] = {.count = 3000, .last = 0.2, .lowest = 0.1, .highest = 2.3};
    return run;
}

// Newest first, as the catalog gives them.
inline std::vector<RunSummary> sampleRuns(int count, unsigned seed = 1) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> unit(0, 1);
    std::vector<RunSummary> runs;
    for (int i = count; i >= 1; --i)
        runs.push_back(sampleRun(i, {.name = "run " + std::to_string(random() % 50),
                                     .variant = "v" + std::to_string(i / 5),
                                     .state = random() % 7 ? RunState::Finished : RunState::Interrupted,
                                     .seed = i % 5,
                                     .best = unit(random),
                                     .last = unit(random),
                                     .loss = unit(random)}));
    return runs;
}

}  // namespace seekbench

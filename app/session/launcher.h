// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "app/session/standing_worker.h"
#include "app/session/worker_process.h"
#include "core/experiment/experiment.h"
#include "core/experiment/memory_forecast.h"
#include "core/run/run_folder.h"

namespace seekbench {

// Adds to the report of check() what only the opened dataset can tell, such as the shape of the pictures in a file. Does nothing when
// the report has errors. An error: the data cannot be read.
Result<void> compareWithData(const Experiment& experiment, ExperimentReport& report);

// Bytes of the files and folders that the parameters of a data set name, as far as they are there.
std::int64_t dataBytes(const Choice& dataset);

// The forecast of its memory, nothing where the report has errors; adds to the report what it means for this machine. Memory of a CUDA
// device is not known here: its worker finds out.
std::optional<MemoryForecast> compareWithMachine(const Experiment& experiment, ExperimentReport& report);

// Makes the run folder of a new run: checks the experiment, also against its data and this machine's memory, replaces threads 0 by the
// number of cores, embeds the composites that the graph uses. Nothing is made when something is wrong.
Result<RunFolder> createRun(const Workspace& workspace, Experiment experiment);

struct LaunchOptions {
    std::chrono::seconds patience = std::chrono::minutes(2);
    std::optional<std::int64_t> untilStep = {};     // the attempt stops there, with a checkpoint
    std::optional<std::int64_t> killAtStep = {};    // the worker dies there as by kill -9: for proofs
    std::optional<std::int64_t> profileSteps = {};  // so many are profiled,
    std::int64_t profileFrom = 1;                   // from this one on,
    std::int64_t profileEvery = 1;                  // one of so many
};

// Starts a worker on the run, new or resumed, and waits until it holds the run's lock and has written the beginning of its attempt
// to the journal. When it dies before, the error is its own last words. Busy when a worker is already at the run.
Result<WorkerProcess> launch(const RunFolder& folder, const LaunchOptions& options = {});
// The same with a worker that stands by; its number of threads must be the run's.
Result<void> launchOn(StandingWorker& worker, const RunFolder& folder, std::chrono::seconds patience = std::chrono::minutes(2));

// The last `most` lines of the run's worker.log that stand behind the byte `from`.
std::string lastLogLines(const RunFolder& folder, std::size_t most, std::uintmax_t from = 0);

}  // namespace seekbench

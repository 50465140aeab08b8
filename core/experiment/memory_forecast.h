// SPDX-License-Identifier: Apache-2.0
#pragma once

// How much memory a training step will take, told from the graph alone: a step is walked through tensor by tensor as LibTorch's autograd
// goes, forward and back, by the rules of core/operators/memory.h. What libraries take for themselves (code, thread pools, the scratch
// memory of oneDNN) is not in it.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/data/dataset.h"
#include "core/experiment/experiment.h"
#include "core/graph/expand.h"
#include "core/run/memory_table.h"

namespace seekbench {

struct MemoryForecast {
    enum class Moment { Forward, Loss, Backward, Update };

    std::int64_t batchSize = 0;  // samples of the batch, no more than the experiment trains with
    std::int64_t part = 0;       // samples that are computed at a time: with accumulation fewer
    MemoryTable table;           // at the peak
    Moment moment = Moment::Forward;
    std::string node;  // whose computation brings the peak; empty: none's

    std::int64_t peak() const { return table.total.total(); }
};

// Nothing where the experiment has errors or sizes are known in a run only.
std::optional<MemoryForecast> forecastMemory(const Experiment& experiment);
// The same when the samples of the opened dataset are known.
std::optional<MemoryForecast> forecastMemory(const Experiment& experiment, const SampleSpec& sample);

// Of a run's experiment; the engine that computes it may have said itself what it needs.
std::optional<MemoryForecast> forecastMemory(const RunFolder& run);

// Bytes that the optimizer remembers of a layer with so many parameters.
std::int64_t optimizerBytes(const Choice& optimizer, std::int64_t parameters);

// What a forecast means on a machine with `total` bytes of memory, of which `available` are free now; 0: not known. An error at
// "training.batch_size" where it cannot go well, a warning where it is tight; each says what is needed, what there is, and what helps.
std::vector<Diagnostic> checkMemory(const MemoryForecast& forecast, std::int64_t total, std::int64_t available);

// "6.1 GB": powers of 1000, two or three significant digits.
std::string memoryText(std::int64_t bytes);

}  // namespace seekbench

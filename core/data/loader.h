// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/data/augmentation/augmentation.h"
#include "core/data/dataset.h"
#include "core/experiment/experiment.h"

namespace seekbench {

// Which samples of a dataset train and which validate. Reproducible from the split and the dataset's sizes.
struct SplitIndices {
    Part trainPart = Part::Train, validationPart = Part::Train;
    std::vector<std::int64_t> train, validation;  // in ascending order
};
// How many of `count` ≥ 2 samples a share holds out: rounded, and never none or all of them.
std::int64_t heldOutCount(std::int64_t count, double share);
// How many samples Method::ByTime leaves out between the two sides, so that no window and no target of the one reaches into the other.
std::int64_t gapOf(const SampleSpec& sample, const Split& split);
// How many samples of a training part of `count` train and validate; nothing where that follows from the samples themselves (by group).
// `train` is below 1 when the gap takes them all.
struct SplitCounts {
    std::int64_t train = 0, validation = 0;
};
std::optional<SplitCounts> splitCounts(std::int64_t count, const SampleSpec& sample, const Split& split);
// Errors: parts that are missing or too small, a gap that leaves nothing, a method that the dataset has no classes or groups for.
Result<SplitIndices> splitIndices(const Dataset& dataset, const Split& split, std::int64_t trainLimit);

// The order of one epoch: a permutation of 0 … count − 1 that depends on (seed, epoch) only, the same on every platform
// (Fisher–Yates with xoshiro256**, seeded through SplitMix64; Blackman and Vigna 2018).
std::vector<std::int64_t> epochOrder(std::int64_t count, std::int64_t seed, std::int64_t epoch);

enum class Order { Shuffled, Sequential };

// Hears what a loader's own thread is at: called on that thread, each begin() followed by an end().
class LoaderWatch {
public:
    enum class Work { Read, Augment };
    virtual ~LoaderWatch() = default;
    virtual void begin(Work work) = 0;
    virtual void end() = 0;
};

struct LoaderOptions {
    std::int64_t batchSize = 64;
    std::int64_t seed = 0;
    Order order = Order::Shuffled;
    int prefetch = 3;  // batches read ahead by the loader's own thread
    // Performed by that thread on every batch, drawn from `seed`, the epoch and the number of the sample.
    std::optional<Augmenter> augmenter = std::nullopt;
    // Outlives the loader; nullptr: nobody.
    LoaderWatch* watch = nullptr;
};

// A Loader delivers the batches of one epoch in order, read ahead by a thread of its own. The last batch may be smaller.
// One thread calls it. The dataset must outlive it.
class Loader {
public:
    Loader(const Dataset& dataset, Part part, std::vector<std::int64_t> indices, const LoaderOptions& options);
    ~Loader();

    std::int64_t batchesPerEpoch() const;
    // Starts epoch `epoch` at batch number `batch` (batches already consumed before a resume).
    void start(std::int64_t epoch, std::int64_t batch = 0);
    // The next batch, or nothing at the end of the epoch. The reference is valid until the next call. What reading it has thrown (see
    // ReadFailure) is thrown here.
    const Batch* next();
    // Seconds next() has waited for data since the start of the epoch.
    double waitedSeconds() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace seekbench

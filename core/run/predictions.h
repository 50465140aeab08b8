// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a classifier said about the validation samples: artifacts/predictions of a run folder, rewritten after every validation.
//
// The file, little endian:
//   magic "SEEKPRED", u32 version (1), u32 crc32c of the body, u64 length of the body, body:
//   i64 step, i64 epoch, i64 validated, u8 part (0 train, 1 test),
//   u32 class count, then each name as u32 length and UTF-8 bytes (a count of names may be 0),
//   u32 sample count n, then n × i64 index, n × u16 target, n × u16 predicted, n × f32 probability.
// A newer version is refused; so is a file whose length or checksum is not right. Benefit: 16 bytes a sample and one pass to read.
// Downside: not readable by eye, and at most 65,536 classes.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/data/dataset.h"
#include "core/run/run_folder.h"

namespace seekbench {

// The answer to one sample.
struct Prediction {
    std::int64_t index = 0;  // of the sample in its part of the dataset
    std::int32_t target = 0, predicted = 0;
    float probability = 0;  // of the predicted class, by softmax
    bool isCorrect() const { return target == predicted; }
    bool operator==(const Prediction&) const = default;
};

// The answers of one validation. A value.
struct Predictions {
    static constexpr std::size_t kMost = 10'000;  // samples kept, the first in the order of the validation

    std::int64_t step = 0, epoch = 0;     // when; the epoch counted from 1
    std::int64_t validated = 0;           // how many samples the validation had; more than samples.size() when cut off
    Part part = Part::Train;              // of the dataset, where the indices point
    std::vector<std::string> classNames;  // English source text; may be empty
    std::vector<Prediction> samples;

    std::int64_t correct() const;
    // The largest class number met or named, plus one.
    std::int64_t classes() const;
    bool operator==(const Predictions&) const = default;
};

std::string predictionsToBytes(const Predictions& predictions);
// Errors: NewerVersion, Corrupt; each says what was found.
Result<Predictions> predictionsFromBytes(std::string_view bytes);

// Written aside and renamed: a reader sees the old or the new file.
Result<void> writePredictions(const RunFolder& folder, const Predictions& predictions);
// NotFound before the first validation, and for runs that are no classification.
Result<Predictions> readPredictions(const RunFolder& folder);

// A share with its 95 % interval by Wilson's score (Wilson 1927; Brown, Cai and DasGupta 2001 on why not ±1.96 standard errors).
struct Share {
    std::int64_t correct = 0, count = 0;
    double low = 0, high = 1;
    double value() const { return count > 0 ? static_cast<double>(correct) / static_cast<double>(count) : 0; }
};
Share wilsonShare(std::int64_t correct, std::int64_t count);
// One share for every class, in their order.
std::vector<Share> classShares(const Predictions& predictions);

// How often samples of class `target` were taken for `predicted`.
struct Confusion {
    std::int32_t target = 0, predicted = 0;
    std::int64_t count = 0;
    bool operator==(const Confusion&) const = default;
};
// The most frequent first, at most `most`; equal ones in the order of their classes.
std::vector<Confusion> confusions(const Predictions& predictions, std::size_t most);

enum class PredictionOrder { All, Random, OnlyWrong, LeastSure };
// Which samples to show, as places in `samples`: all in their order, all shuffled by `seed`, the wrong ones (surest first, since
// they tell most), or all with the least probability first.
std::vector<std::size_t> orderedSamples(const Predictions& predictions, PredictionOrder order, std::uint64_t seed = 0);

}  // namespace seekbench

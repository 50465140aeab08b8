// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/experiment/kind.h"

namespace seekbench {

// A SeriesKind describes a series of values a run writes: "train.loss" per step, "val.accuracy" per epoch.
struct SeriesKind {
    std::string_view name;
    std::string_view label;  // English source text, marked for translation
    std::string_view unit;   // "", "s", "samples/s", "B"
    enum class Grain { Step, Epoch } grain;
    enum class Better { Lower, Higher, Neither } better;
};
// The series every run writes, and those of some (see below). Metrics add "train.<id>" and "val.<id>" per epoch.
std::span<const SeriesKind> seriesKinds();

// A MetricKind is a row of the metrics an experiment can ask for; gpu/metrics computes them.
struct MetricKind : Kind {
    SeriesKind::Better better = SeriesKind::Better::Higher;
    enum class Scale { Share, Number } scale = Scale::Share;  // a share is shown in per cent
    // Values that belong to this one and are never shown without it, or it without them: the ends of its interval, the recall that a
    // false positive rate goes with. Each is a series of its own: "val.<id>.<companion>".
    std::vector<std::string_view> companions = {};
    std::int64_t classes = 0;   // only for so many classes; 0: for any number
    std::size_t leastRank = 1;  // ClassMap: only for targets of at least so many dimensions; 2: pictures and volumes
};
std::span<const MetricKind> metricKinds();
const MetricKind* findKind(std::span<const MetricKind> table, std::string_view id);

// What stands in a name of a metric's series: "val.fpr_at_recall.recall", "baseline.persistence.direction_accuracy".
struct MetricSeries {
    enum class Source { Train, Validation, Baseline } source = Source::Validation;
    std::string_view metric;     // its id
    std::string_view companion;  // of the metric; "": the metric itself
    std::string_view rule;       // of the baseline; else ""
};
// Parts of a series name, which must outlive them; nothing: no series of a metric.
std::optional<MetricSeries> metricSeriesOf(std::string_view name);

// What layers tell, by the name within the node; numbered ones ("load_1", "load_2", …) stand here without their number.
std::span<const SeriesKind> observationKinds();
// The row for a series "node.<path>.<name>", or nullptr.
const SeriesKind* findObservationKind(std::string_view key);

// Names, once: the worker writes them, views and the command line read them.
namespace series {
inline constexpr std::string_view kTrainLoss = "train.loss";                 // per step
inline constexpr std::string_view kLearningRate = "learning_rate";           // per step
inline constexpr std::string_view kGradientNorm = "gradient_norm";           // per step, L2 over all gradients
inline constexpr std::string_view kSamplesPerSecond = "samples_per_second";  // per step
inline constexpr std::string_view kStepSeconds = "step_seconds";             // per step, wall time
inline constexpr std::string_view kLoaderWait = "loader_wait";               // per step, the part of the step time spent waiting for data
inline constexpr std::string_view kProcessMemory = "memory.process";         // per step, resident bytes of the worker
inline constexpr std::string_view kTensorMemory = "memory.tensors";          // per step, bytes held by tensors
// Per step, bytes at the step's peak, in all and by what they are for; see core/run/memory_table.h.
inline constexpr std::string_view kMemoryPeak = "memory.peak";
inline constexpr std::string_view kMemoryParameters = "memory.parameters";
inline constexpr std::string_view kMemoryGradients = "memory.gradients";
inline constexpr std::string_view kMemoryOptimizer = "memory.optimizer";
inline constexpr std::string_view kMemoryActivations = "memory.activations";
inline constexpr std::string_view kMemoryInput = "memory.input";
inline constexpr std::string_view kMemoryWorkspace = "memory.workspace";
inline constexpr std::string_view kLossScale = "loss_scale";                 // per step, of runs in fp16
inline constexpr std::string_view kSkippedSteps = "skipped_steps";           // per step, of runs in fp16: updates skipped so far
inline constexpr std::string_view kEpochTrainLoss = "train.epoch_loss";      // per epoch, mean over samples
inline constexpr std::string_view kValidationLoss = "val.loss";              // per epoch
// What a layer tells about each step: "node.<path of the node>.<name>", such as "node.block/experts.dropped_tokens".
inline constexpr std::string_view kNodePrefix = "node.";

// What a rule without a model scores with a metric, per epoch: always the same value, so that a plot shows it as a line.
std::string baseline(std::string_view rule, std::string_view metric);
}  // namespace series

}  // namespace seekbench

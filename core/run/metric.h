// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/experiment/kind.h"

namespace seekbench {

// The metrics an experiment can ask for (rows); gpu/metrics computes them.
std::span<const Kind> metricKinds();

// A SeriesKind describes a series of values a run writes: "train.loss" per step, "val.accuracy" per epoch.
struct SeriesKind {
    std::string_view name;
    std::string_view label;  // English source text, marked for translation
    std::string_view unit;   // "", "s", "samples/s", "B"
    enum class Grain { Step, Epoch } grain;
    enum class Better { Lower, Higher, Neither } better;
};
// The series every run writes. Metrics add "train.<id>" and "val.<id>" per epoch.
std::span<const SeriesKind> seriesKinds();

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
inline constexpr std::string_view kProcessMemory = "memory.process";         // per step, resident bytes of the worker
inline constexpr std::string_view kTensorMemory = "memory.tensors";          // per step, bytes held by tensors
inline constexpr std::string_view kEpochTrainLoss = "train.epoch_loss";      // per epoch, mean over samples
inline constexpr std::string_view kValidationLoss = "val.loss";              // per epoch
// What a layer tells about each step: "node.<path of the node>.<name>", such as "node.block/experts.dropped_tokens".
inline constexpr std::string_view kNodePrefix = "node.";
}  // namespace series

}  // namespace seekbench

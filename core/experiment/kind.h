// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/operators/parameter.h"

namespace seekbench {

enum class TargetKind;  // core/data/dataset.h

// A Kind is a row of one of the tables an experiment chooses from: losses, metrics, optimizers, schedules, datasets.
struct Kind {
    std::string_view id;              // stable, written in files: "adam_w"
    std::string_view label, summary;  // English source text, marked for translation
    std::vector<ParameterSpec> parameters;
    std::vector<TargetKind> targets = {};  // losses and metrics: what the target of a sample may be; other tables: empty
};

// A Choice names a row and sets some of its parameters; the others have their defaults.
struct Choice {
    std::string kind;
    ParameterValues parameters;
    bool operator==(const Choice&) const = default;
};

// The tables (dataset kinds: core/data/dataset.h, metrics: core/run/metric.h).
std::span<const Kind> lossKinds();
std::span<const Kind> optimizerKinds();
std::span<const Kind> scheduleKinds();

const Kind* findKind(std::span<const Kind> table, std::string_view id);

// Parameter names, shared with the halves that compute (gpu/training).
inline constexpr Parameter<double> kLearningRate{"learning_rate"};
inline constexpr Parameter<double> kMomentum{"momentum"};
inline constexpr Parameter<bool> kNesterov{"nesterov"};
inline constexpr Parameter<double> kWeightDecay{"weight_decay"};
inline constexpr Parameter<double> kBeta1{"beta1"};
inline constexpr Parameter<double> kBeta2{"beta2"};
inline constexpr Parameter<double> kEpsilon{"epsilon"};
inline constexpr Parameter<std::int64_t> kStepSize{"step_size"};        // schedule "step": epochs between drops
inline constexpr Parameter<double> kGamma{"gamma"};                     // schedule "step": factor of one drop
inline constexpr Parameter<std::int64_t> kWarmupSteps{"warmup_steps"};  // schedule "cosine"
inline constexpr Parameter<double> kMinimumFactor{"minimum_factor"};    // schedule "cosine": where it ends

// The factor on the optimizer's learning rate for the update number `step` (0-based) of `totalSteps`, with
// `stepsPerEpoch` updates an epoch. "constant": 1. "step": gamma^floor(epoch / step_size). "cosine": linear warm-up
// (step + 1)/warmup_steps, then minimum + (1 − minimum)·(1 + cos π t)/2 with t from 0 to 1 over the rest (SGDR,
// Loshchilov and Hutter 2017, equation 5, one period).
double learningRateFactor(std::string_view schedule, const Parameters& parameters, std::int64_t step, std::int64_t stepsPerEpoch,
                          std::int64_t totalSteps);

}  // namespace seekbench

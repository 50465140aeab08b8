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
inline constexpr Parameter<double> kDecayExponent{"decay_exponent"};    // "adafactor": β2 = 1 − t^−exponent
inline constexpr Parameter<double> kClipThreshold{"clip_threshold"};    // "adafactor": greatest root mean square of an update
inline constexpr Parameter<bool> kRelativeStep{"relative_step"};        // "adafactor"
inline constexpr Parameter<std::int64_t> kStepSize{"step_size"};        // schedule "step": epochs between drops
inline constexpr Parameter<double> kGamma{"gamma"};                     // schedule "step": factor of one drop
inline constexpr Parameter<std::int64_t> kWarmupSteps{"warmup_steps"};  // schedules "cosine", "polynomial", "plateau"
inline constexpr Parameter<double> kMinimumFactor{"minimum_factor"};    // where a schedule ends
inline constexpr Parameter<double> kRisingShare{"rising_share"};        // "one_cycle": share of the steps in which it rises
inline constexpr Parameter<double> kStartFactor{"start_factor"};        // "one_cycle": where it begins
inline constexpr Parameter<double> kPower{"power"};                     // "polynomial"
inline constexpr Parameter<double> kDropFactor{"factor"};               // "plateau": factor of one drop
inline constexpr Parameter<std::int64_t> kPlateauPatience{"patience"};  // "plateau": epochs it waits before a drop
inline constexpr Parameter<double> kThreshold{"threshold"};             // "plateau": share by which a loss must be lower to be better

// The factor on the optimizer's learning rate for the update number `step` (0-based) of `totalSteps`, with `stepsPerEpoch` updates an
// epoch, as far as it follows from the step. With t from 0 to 1 over the updates after the warm-up, which rises as (step + 1)/warmup_steps:
// "constant": 1. "step": gamma^floor(epoch / step_size). "cosine": minimum + (1 − minimum)·(1 + cos π t)/2 (SGDR, Loshchilov and Hutter
// 2017, equation 5, one period). "polynomial": minimum + (1 − minimum)·(1 − t)^power. "one_cycle": half a cosine from start_factor up to 1
// over the first rising_share of the updates, half a cosine down to minimum_factor over the rest (Smith 2018; torch's OneCycleLR, without
// its change of the momentum). "plateau": the warm-up, then 1; what the validation losses make of it is a Plateau (plateau.h).
double learningRateFactor(std::string_view schedule, const Parameters& parameters, std::int64_t step, std::int64_t stepsPerEpoch,
                          std::int64_t totalSteps);

}  // namespace seekbench

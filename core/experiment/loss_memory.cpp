// SPDX-License-Identifier: Apache-2.0
#include "core/experiment/loss_memory.h"

#include <algorithm>

#include "core/data/dataset.h"
#include "core/experiment/loss_parameters.h"
#include "core/operators/cost.h"

namespace seekbench {
namespace {

struct Site {
    const Parameters& parameters;
    const Sizes& output;
    std::int64_t numbers;  // of the output
    std::int64_t rows;     // positions, each with a number for every class
    std::int64_t classes;
    std::int64_t plane;  // positions whose numbers for one class lie side by side
    Kernels kernels;

    // Whether the kernels of gpu/kernels/fused_class_loss.h take it, which make the gradient of the output and keep nothing besides.
    bool isFused(bool wholeSamples) const {
        constexpr std::int64_t kFewestPositions = 16, kGreatestClasses = 64;
        if (kernels == Kernels::LibTorch) return false;
        return plane == 1 ? wholeSamples : plane >= kFewestPositions && classes <= kGreatestClasses;
    }
};

// Logarithms of the probabilities are kept; on the way back a zero for each of them, one per row replaced. Smoothing has a second way.
LossMemory crossEntropy(const Site& site) {
    if (site.isFused(true)) return {};
    return {.kept = site.numbers, .backward = product({site.parameters[kLabelSmoothing] > 0 ? 2 : 1, site.numbers})};
}

// Logarithms of the probabilities, and about eight numbers of each row (its class, twice as wide, and the steps of the formula).
LossMemory focal(const Site& site) {
    if (site.isFused(false)) return {};
    return {.kept = total({site.numbers, product({8, site.rows})}),
            .forward = product({3, site.rows}),
            .backward = total({site.numbers, product({2, site.rows})})};
}

// Probabilities with and without the positions that do not count, and the truth.
LossMemory dice(const Site& site) {
    if (site.isFused(false)) return {};
    return {.kept = product({3, site.numbers}), .forward = site.numbers, .backward = product({2, site.numbers})};
}

// One after the other; the gradients of both are added up.
LossMemory diceFocal(const Site& site) {
    if (site.isFused(false)) return {};
    const LossMemory first = dice(site), second = focal(site);
    return {.kept = total({first.kept, second.kept}),
            .forward = std::max(first.forward, second.forward),
            .backward = total({std::max(first.backward, second.backward), site.numbers})};
}

LossMemory keepsOutput(const Site&) { return {}; }

// The differences, and their signs on the way back.
LossMemory meanAbsoluteError(const Site& site) { return {.kept = site.numbers, .backward = site.numbers}; }

// Unit vectors, and for each pair of inputs the similarities of all samples: themselves, and the logarithms of both directions.
LossMemory infoNce(const Site& site) {
    const std::int64_t samples = site.output[0], towers = site.output.size() > 1 ? site.output[1] : 1;
    const std::int64_t similarities = product({samples, samples});
    return {.kept = total({site.numbers, product({3, towers * (towers - 1) / 2, similarities})}),
            .forward = similarities,
            .backward = total({product({2, similarities}), site.numbers})};
}

LossMemory detection(const Site& site) {
    return {.kept = product({2, site.numbers}), .forward = site.numbers, .backward = product({2, site.numbers})};
}

struct Row {
    std::string_view loss;
    LossMemory (*rule)(const Site&);
};
constexpr Row kRows[] = {
    {"cross_entropy", crossEntropy}, {"focal", focal},       {"dice", dice},        {"dice_focal", diceFocal}, {"mse", keepsOutput},
    {"mae", meanAbsoluteError},      {"huber", keepsOutput}, {"info_nce", infoNce}, {"detection", detection},
};

}  // namespace

LossMemory lossMemory(const Choice& loss, const Sizes& output, TargetKind target, Kernels kernels) {
    const auto row = std::ranges::find(kRows, loss.kind, &Row::loss);
    const Kind* kind = findKind(lossKinds(), loss.kind);
    if (row == std::end(kRows) || kind == nullptr || output.empty()) return {};
    const auto resolved = ResolvedParameters::from(kind->parameters, loss.parameters);
    if (!resolved.problems.empty()) return {};
    // The classes stand last behind a sequence and after the batch in all others; see classDimension().
    const bool last = target == TargetKind::ClassMap && output.size() == 3;
    const std::int64_t classes = output.size() < 2 ? 1 : last ? output.back() : output[1];
    const std::int64_t numbers = elements(output);
    const std::int64_t rows = numbers / std::max<std::int64_t>(1, classes);
    const std::int64_t plane = last ? 1 : rows / std::max<std::int64_t>(1, output[0]);
    return row->rule({resolved.parameters, output, numbers, rows, classes, plane, kernels});
}

}  // namespace seekbench

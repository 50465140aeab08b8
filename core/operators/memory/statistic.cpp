// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/operators/memory/tables.h"

namespace seekbench {

using namespace parameter;

namespace {

// Kept: the input, and of each feature its mean and the inverse of its deviation. Not trained: the running ones, and a count.
KeptMemory batchNorm(const Parameters& parameters, std::span<const Sizes>, std::span<const Sizes>) {
    const std::int64_t features = parameters[kNumFeatures];
    return {.inputs = kFirst, .numbers = product({2, features}), .buffers = total({product({8, features}), 8})};
}

KeptMemory layerNorm(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes>) {
    const std::int64_t rows = elements(inputs[0]) / std::max<std::int64_t>(1, elements(parameters[kNormalizedShape]));
    return {.inputs = kFirst, .numbers = product({2, rows})};
}

KeptMemory groupNorm(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes>) {
    return {.inputs = kFirst, .numbers = product({2, inputs[0][0], parameters[kNumGroups]})};
}

// Every channel of every sample is a feature of its own, and so the scale is repeated.
KeptMemory instanceNorm(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes>) {
    const std::int64_t features = product({inputs[0][0], inputs[0][1]});
    return {.inputs = kFirst, .numbers = product({parameters[kAffine] ? 3 : 2, features})};
}

// Written in single operations: a mean keeps what it is taken of, here the squares; the normalized numbers are kept for the scale's
// gradient.
KeptMemory rmsNorm(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes>) {
    const std::int64_t numbers = elements(inputs[0]);
    const std::int64_t rows = numbers / std::max<std::int64_t>(1, elements(parameters[kNormalizedShape]));
    return {.inputs = kFirst,
            .numbers = total({product({parameters[kElementwiseAffine] ? 2 : 1, numbers}), rows}),
            .backward = product({2, numbers})};
}

KeptMemory l2Normalize(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes>) {
    const std::int64_t dim = parameters[kDim];
    const auto axis = static_cast<std::size_t>(dim < 0 ? dim + static_cast<std::int64_t>(inputs[0].size()) : dim);
    const std::int64_t numbers = elements(inputs[0]), rows = numbers / std::max<std::int64_t>(1, inputs[0][axis]);
    return {.inputs = kFirst, .numbers = product({2, rows}), .backward = product({2, numbers})};
}

// Besides each maximum its place, a 64-bit number; the input is kept for its sizes.
KeptMemory maxPool(const Parameters&, std::span<const Sizes>, std::span<const Sizes> outputs) {
    return {.inputs = kFirst, .bytes = product({8, elements(outputs[0])})};
}

KeptMemory max(const Parameters&, std::span<const Sizes> inputs, std::span<const Sizes>) {
    return {.inputs = kFirst, .outputs = kFirst, .backward = elements(inputs[0])};
}

}  // namespace

std::span<const MemoryRow> statisticMemory() {
    static constexpr MemoryRow kRows[] = {
        {"BatchNorm1d", batchNorm},
        {"BatchNorm2d", batchNorm},
        {"BatchNorm3d", batchNorm},
        {"LayerNorm", layerNorm},
        {"RMSNorm", rmsNorm},
        {"GroupNorm", groupNorm},
        {"InstanceNorm2d", instanceNorm},
        {"InstanceNorm3d", instanceNorm},
        {"L2Normalize", l2Normalize},
        {"MaxPool1d", maxPool},
        {"MaxPool2d", maxPool},
        {"MaxPool3d", maxPool},
        {"AvgPool1d", keepsInput},
        {"AvgPool2d", keepsInput},
        {"AvgPool3d", keepsInput},
        {"AdaptiveAvgPool1d", keepsInput},
        {"AdaptiveAvgPool2d", keepsInput},
        {"AdaptiveAvgPool3d", keepsInput},
        {"AdaptiveMaxPool2d", maxPool},
        {"Mean", keepsInput},
        {"Sum", keepsNothing},
        {"Max", max},
    };
    return kRows;
}

}  // namespace seekbench

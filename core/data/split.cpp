// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

#include "core/data/loader.h"
#include "core/data/random.h"

namespace seekbench {
namespace {

// A permutation of 0 … count − 1 by Fisher and Yates.
std::vector<std::int64_t> permutation(std::int64_t count, Xoshiro256 random) {
    std::vector<std::int64_t> order(static_cast<std::size_t>(count));
    std::iota(order.begin(), order.end(), 0);
    for (std::size_t left = order.size(); left > 1; --left) std::swap(order[left - 1], order[random.below(left)]);
    return order;
}

std::vector<std::int64_t> firstOf(std::int64_t count) {
    std::vector<std::int64_t> indices(static_cast<std::size_t>(count));
    std::iota(indices.begin(), indices.end(), 0);
    return indices;
}

}  // namespace

std::vector<std::int64_t> epochOrder(std::int64_t count, std::int64_t seed, std::int64_t epoch) {
    assert(count >= 0);
    return permutation(count, Xoshiro256(static_cast<std::uint64_t>(seed), static_cast<std::uint64_t>(epoch)));
}

std::int64_t heldOutCount(std::int64_t count, double share) {
    return std::clamp<std::int64_t>(std::llround(static_cast<double>(count) * share), 1, std::max<std::int64_t>(1, count - 1));
}

Result<SplitIndices> splitIndices(const Dataset& dataset, const Split& split, std::int64_t trainLimit) {
    SplitIndices indices;
    const std::int64_t count = dataset.size(Part::Train);
    if (split.source == Split::Source::TestPart) {
        const std::int64_t tests = dataset.size(Part::Test);
        if (count < 1 || tests < 1)
            return Error(ErrorCode::InvalidInput,
                         say("The dataset has %1 training and %2 test samples; both parts are needed.", count, tests),
                         say("Set \"split.source\" to \"share\" to validate on a share of the training samples."));
        indices.validationPart = Part::Test;
        indices.train = firstOf(count);
        indices.validation = firstOf(tests);
    } else {
        if (count < 2)
            return Error(ErrorCode::InvalidInput, say("The dataset has %1 training samples; a split needs at least two.", count));
        // A stream of its own, so that the choice is independent of the order of epoch 0 with the same seed.
        constexpr std::uint64_t kSplitStream = 0x73706C6974;
        auto order = permutation(count, Xoshiro256(static_cast<std::uint64_t>(split.seed), kSplitStream));
        const auto held = order.begin() + heldOutCount(count, split.share);
        indices.validation.assign(order.begin(), held);
        indices.train.assign(held, order.end());
        std::ranges::sort(indices.validation);
        std::ranges::sort(indices.train);
    }
    if (trainLimit > 0 && trainLimit < static_cast<std::int64_t>(indices.train.size()))
        indices.train.resize(static_cast<std::size_t>(trainLimit));
    return indices;
}

}  // namespace seekbench

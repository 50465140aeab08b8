// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <map>
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

// A stream of its own, so that the choice is independent of the order of epoch 0 with the same seed.
Xoshiro256 splitRandom(const Split& split, std::uint64_t number = 0) {
    constexpr std::uint64_t kSplitStream = 0x73706C6974;
    return {static_cast<std::uint64_t>(split.seed), kSplitStream + number};
}

// The classes of all training samples: as the dataset tells them, or read from their targets.
Result<std::vector<std::int64_t>> strataOf(const Dataset& dataset, std::int64_t count) {
    std::vector<std::int64_t> strata;
    strata.reserve(static_cast<std::size_t>(count));
    if (dataset.stratumOf(Part::Train, 0)) {
        for (std::int64_t index = 0; index < count; ++index) strata.push_back(dataset.stratumOf(Part::Train, index).value_or(-1));
        return strata;
    }
    if (dataset.spec().targetKind != TargetKind::Class || dataset.spec().classes == 0)
        return Error(ErrorCode::InvalidInput, say("The samples have no classes whose shares could be kept."),
                     say("Set \"split.method\" to \"random\"."));
    constexpr std::int64_t kChunk = 1024;
    Batch batch;
    for (std::int64_t begin = 0; begin < count; begin += kChunk) {
        std::vector<std::int64_t> chunk(static_cast<std::size_t>(std::min(kChunk, count - begin)));
        std::iota(chunk.begin(), chunk.end(), begin);
        dataset.read(Part::Train, chunk, batch);
        strata.insert(strata.end(), batch.target.integers.begin(), batch.target.integers.end());
    }
    return strata;
}

// Holds the share out of each class. What rounding leaves is given to the classes that lost most by it, so that the total is
// heldOutCount().
Result<std::vector<std::int64_t>> heldOutOfStrata(const Dataset& dataset, const Split& split, std::int64_t count) {
    const auto strata = strataOf(dataset, count);
    if (!strata) return strata.error();
    std::map<std::int64_t, std::vector<std::int64_t>> members;
    for (std::int64_t index = 0; index < count; ++index) members[(*strata)[static_cast<std::size_t>(index)]].push_back(index);
    struct Quota {
        std::int64_t stratum, whole;
        double rest;
    };
    std::vector<Quota> quotas;
    std::int64_t left = heldOutCount(count, split.share);
    const double share = static_cast<double>(left) / static_cast<double>(count);
    for (const auto& [stratum, samples] : members) {
        const double wanted = static_cast<double>(samples.size()) * share;
        quotas.push_back({stratum, static_cast<std::int64_t>(wanted), wanted - std::floor(wanted)});
        left -= quotas.back().whole;
    }
    std::ranges::stable_sort(quotas, std::ranges::greater(), &Quota::rest);
    std::vector<std::int64_t> held;
    for (Quota& quota : quotas) {
        const auto& samples = members[quota.stratum];
        if (left > 0 && quota.whole < static_cast<std::int64_t>(samples.size())) ++quota.whole, --left;
        const auto order =
            permutation(static_cast<std::int64_t>(samples.size()), splitRandom(split, 1 + static_cast<std::uint64_t>(quota.stratum)));
        for (std::int64_t i = 0; i < quota.whole; ++i)
            held.push_back(samples[static_cast<std::size_t>(order[static_cast<std::size_t>(i)])]);
    }
    return held;
}

// Holds whole groups out, in random order, until the share is reached.
Result<std::vector<std::int64_t>> heldOutGroups(const Dataset& dataset, const Split& split, std::int64_t count) {
    if (!dataset.groupOf(Part::Train, 0))
        return Error(ErrorCode::InvalidInput, say("The samples of the dataset have no groups."),
                     say("Name the column of the groups, or set \"split.method\" to \"random\"."));
    std::map<std::int64_t, std::vector<std::int64_t>> members;
    for (std::int64_t index = 0; index < count; ++index) members[dataset.groupOf(Part::Train, index).value_or(-1 - index)].push_back(index);
    if (members.size() < 2)
        return Error(ErrorCode::InvalidInput, say("All samples are of one group; a split by group needs at least two."),
                     say("Set \"split.method\" to \"random\"."));
    std::vector<const std::vector<std::int64_t>*> groups;
    for (const auto& [group, samples] : members) groups.push_back(&samples);
    const auto wanted = static_cast<std::size_t>(heldOutCount(count, split.share));
    std::vector<std::int64_t> held;
    std::size_t left = groups.size();
    for (const std::int64_t place : permutation(static_cast<std::int64_t>(groups.size()), splitRandom(split))) {
        if (held.size() >= wanted || left == 1) break;
        const auto& samples = *groups[static_cast<std::size_t>(place)];
        held.insert(held.end(), samples.begin(), samples.end());
        --left;
    }
    return held;
}

// The samples that do not train, in any order; never none and never all.
Result<std::vector<std::int64_t>> heldOut(const Dataset& dataset, const Split& split, std::int64_t count) {
    switch (split.method) {
        case Split::Method::Stratified: return heldOutOfStrata(dataset, split, count);
        case Split::Method::ByGroup: return heldOutGroups(dataset, split, count);
        case Split::Method::ByTime: {
            std::vector<std::int64_t> last(static_cast<std::size_t>(heldOutCount(count, split.share)));
            std::iota(last.begin(), last.end(), count - static_cast<std::int64_t>(last.size()));
            return last;
        }
        case Split::Method::Random: break;
    }
    auto order = permutation(count, splitRandom(split));
    order.resize(static_cast<std::size_t>(heldOutCount(count, split.share)));
    return order;
}

}  // namespace

std::vector<std::int64_t> epochOrder(std::int64_t count, std::int64_t seed, std::int64_t epoch) {
    assert(count >= 0);
    return permutation(count, Xoshiro256(static_cast<std::uint64_t>(seed), static_cast<std::uint64_t>(epoch)));
}

std::int64_t heldOutCount(std::int64_t count, double share) {
    return std::clamp<std::int64_t>(std::llround(static_cast<double>(count) * share), 1, std::max<std::int64_t>(1, count - 1));
}

std::int64_t gapOf(const SampleSpec& sample, const Split& split) {
    return split.gap == Split::kUsualGap ? sample.window + sample.horizon : split.gap;
}

std::optional<SplitCounts> splitCounts(std::int64_t count, const SampleSpec& sample, const Split& split) {
    if (split.source == Split::Source::TestPart) return SplitCounts{count, sample.testSamples};
    if (split.method == Split::Method::ByGroup) return std::nullopt;
    const std::int64_t held = heldOutCount(count, split.share);
    const std::int64_t gap = split.method == Split::Method::ByTime ? gapOf(sample, split) : 0;
    return SplitCounts{count - held - gap, held};
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
        auto held = heldOut(dataset, split, count);
        if (!held) return held.error();
        indices.validation = std::move(*held);
        std::ranges::sort(indices.validation);
        // Those before the gap, or all that are not held out.
        std::int64_t end = count;
        if (split.method == Split::Method::ByTime) {
            const std::int64_t gap = gapOf(dataset.spec(), split);
            end = indices.validation.front() - gap;
            if (end < 1)
                return Error(ErrorCode::InvalidInput,
                             say("Of %1 samples %2 validate and %3 are left out as the gap: none is left to train on.", count,
                                 indices.validation.size(), gap),
                             say("Take a longer series, a smaller share, or a shorter window."));
        }
        auto next = indices.validation.begin();
        for (std::int64_t index = 0; index < end; ++index) {
            if (next != indices.validation.end() && *next == index)
                ++next;
            else
                indices.train.push_back(index);
        }
    }
    if (trainLimit > 0 && trainLimit < static_cast<std::int64_t>(indices.train.size()))
        indices.train.resize(static_cast<std::size_t>(trainLimit));
    return indices;
}

}  // namespace seekbench

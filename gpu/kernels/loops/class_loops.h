// SPDX-License-Identifier: Apache-2.0
#pragma once

// Softmax losses. Positions of pictures and volumes lie side by side in memory for each class, so a vector holds neighbours and the
// classes are a loop; of whole samples the classes lie side by side, and a vector holds classes.

#include "gpu/kernels/loops/kernel_table.h"
#include "gpu/kernels/loops/lanes.h"

namespace seekbench {
namespace {

constexpr std::int64_t kPositions = ClassPositions::kGreatestCount;
constexpr float kLeastDistance = 1e-6f;  // of p_t from 1: the slope of a power below one is infinite there

struct Focal {
    Floats loss, slope;  // −alpha · u^gamma · l, and by l = log p_t
};

// `logarithm` is that of p_t, `share` p_t and `distance` 1 − p_t.
[[gnu::always_inline]] inline Focal focalOf(float gamma, Floats alpha, Floats logShare, Floats share, Floats distance) {
    const Ints cut = distance < kLeastDistance;
    const Floats u = greater(distance, all(kLeastDistance));
    Floats power, powerSlope;  // u^gamma, and its slope by u
    if (gamma == 2.0f) {
        power = u * u;
        powerSlope = 2.0f * u;
    } else if (gamma == 0.0f) {
        power = all(1);
        powerSlope = Floats{};
    } else {
        power = exponential(gamma * logarithm(u));
        powerSlope = gamma * power / u;
    }
    const Floats inner = select(cut, Floats{}, logShare * powerSlope * share);  // du/dl = −p
    return {-alpha * power * logShare, alpha * (inner - power)};
}

// The targets as 32-bit numbers, with −1 for what takes no part, filled up to whole vectors. Returns how many are neither a class nor
// ClassPositions::kIgnored.
inline std::int64_t narrowTargets(const ClassPositions& at, std::int32_t* narrow) {
    std::int64_t strangers = 0;
    for (std::int64_t i = 0; i < at.count; ++i) {
        const std::int64_t target = at.target[i];
        strangers += target >= at.classes || (target < 0 && target != ClassPositions::kIgnored);
        narrow[i] = target < 0 ? -1 : static_cast<std::int32_t>(target);
    }
    for (std::int64_t i = at.count; i < AttentionShape::roundedUp(at.count, kLanes); ++i) narrow[i] = -1;
    return strangers;
}

// The targets from i on, with −1 for what takes no part, and counted up in `strangers` where they are neither 0, 1 nor kIgnored. A number's
// low half says which class it is; the high half must be its sign.
template <bool whole>
[[gnu::always_inline]] inline Ints twoTargets(const ClassPositions& at, std::int64_t i, Ints& strangers) {
    Ints low, high;
    if (whole) {
        const auto* halves = reinterpret_cast<const char*>(at.target + i);
        const Ints a = load<Ints>(halves), b = load<Ints>(halves + sizeof(Ints));
        low = everySecond(a, b, 0);
        high = everySecond(a, b, 1);
    } else {
        low = high = allInts(-1);
        low = allInts(static_cast<std::int32_t>(ClassPositions::kIgnored));
        for (std::int64_t j = 0; j < at.count - i; ++j) {
            low[j] = static_cast<std::int32_t>(at.target[i + j]);
            high[j] = static_cast<std::int32_t>(at.target[i + j] >> 32);
        }
    }
    const Ints ignored = low == static_cast<std::int32_t>(ClassPositions::kIgnored);
    strangers -= (high != (low >> 31)) | (((low & ~1) != 0) & ~ignored);
    return low | ignored;
}

// Two classes: with t the true class's logit above the other's, p_t is the sigmoid of t.
struct TwoShares {
    Ints counts, one;   // whether it takes part; whether class 1 is true
    Floats own, other;  // p_t and 1 − p_t
    Floats logOwn;
    Floats foreground() const { return select(one, own, other); }  // p_1
};
template <bool whole>
[[gnu::always_inline]] inline TwoShares twoShares(const ClassPositions& at, std::int64_t i, Ints& strangers) {
    const auto logits = [&](const float* from) { return whole ? load(from) : loadSome(from, at.count - i, 0); };
    const Ints target = twoTargets<whole>(at, i, strangers), one = target > 0;
    const Floats d = logits(at.logits + at.plane + i) - logits(at.logits + i), t = select(one, d, -d);
    const Floats e = exponentialOfNegative(-magnitude(d));
    const OneOver over = oneOverOnePlus(e);
    const Floats great = over.inverse, small = e * great;
    const Ints wrong = t < 0.0f;
    return {target >= 0, one, select(wrong, small, great), select(wrong, great, small), lesser(t, Floats{}) - over.logarithm};
}

// What is summed of class 1; of class 0, which is the background, nobody asks but how often it is true.
struct TwoSums {
    Floats focal{}, common{}, squares{};
    Ints counted{}, ones{}, strangers{};

    template <bool whole>
    [[gnu::always_inline]] void add(const ClassPositions& at, const FocalTerms& terms, std::int64_t i) {
        const TwoShares shares = twoShares<whole>(at, i, strangers);
        const Floats alpha = select(shares.one, all(terms.alphaForeground), all(terms.alphaBackground)), p = shares.foreground();
        focal += select(shares.counts, focalOf(terms.gamma, alpha, shares.logOwn, shares.own, shares.other).loss, Floats{});
        common += select(shares.one, p, Floats{});
        squares += select(shares.counts, p * p, Floats{});
        counted -= shares.counts;
        ones -= shares.one;
    }
};

inline void diceFocalSumsOfTwo(const ClassPositions& at, const FocalTerms& terms, DiceFocalSums& sums) {
    TwoSums parts;
    std::int64_t i = 0;
    for (; i + kLanes <= at.count; i += kLanes) parts.add<true>(at, terms, i);
    if (i < at.count) parts.add<false>(at, terms, i);
    double ones = 0, all = 0;
    for (std::int64_t lane = 0; lane < kLanes; ++lane) {
        ones += parts.ones[lane];
        all += parts.counted[lane];
        sums.strangers += parts.strangers[lane];
    }
    sums.counted += all;
    sums.focal += sum(parts.focal);
    sums.common[1] += sum(parts.common);
    sums.squares[1] += sum(parts.squares);
    sums.truth[0] += all - ones;
    sums.truth[1] += ones;
}

// The shares p_c of all classes into `shares` (kPositions apart); the logarithm of the sum that they were divided by, above the
// greatest logit, into `logTotal` and that logit into `most`.
inline void sharesOf(const ClassPositions& at, float* shares, float* logTotal, float* most) {
    for (std::int64_t i = 0; i < at.count; i += kLanes) {
        const std::int64_t some = at.count - i;
        Floats top = loadSome(at.logits + i, some, 0);
        for (std::int64_t c = 1; c < at.classes; ++c) top = greater(top, loadSome(at.logits + c * at.plane + i, some, 0));
        Floats total{};
        for (std::int64_t c = 0; c < at.classes; ++c) {
            const Floats e = exponential(loadSome(at.logits + c * at.plane + i, some, 0) - top);
            store(shares + c * kPositions + i, e);
            total += e;
        }
        const Floats inverse = 1.0f / total;
        for (std::int64_t c = 0; c < at.classes; ++c) store(shares + c * kPositions + i, load(shares + c * kPositions + i) * inverse);
        store(logTotal + i, logarithm(total));
        store(most + i, top);
    }
}

// What the true class has: its share and the logarithm of it, at the positions from i on. Elsewhere 1 and 0.
struct True {
    Floats share, logShare;
};
[[gnu::always_inline]] inline True trueOf(const ClassPositions& at, const float* shares, const float* logTotal, const float* most,
                                          Ints target, std::int64_t i) {
    Floats share = all(1), logit{};
    for (std::int64_t c = 0; c < at.classes; ++c) {
        const Ints here = target == static_cast<std::int32_t>(c);
        share = select(here, load(shares + c * kPositions + i), share);
        logit = select(here, loadSome(at.logits + c * at.plane + i, at.count - i, 0), logit);
    }
    return {share, select(target >= 0, logit - load(most + i) - load(logTotal + i), Floats{})};
}

void diceFocalSums(const ClassPositions& at, const FocalTerms& terms, DiceFocalSums& sums) {
    if (at.classes == 2) return diceFocalSumsOfTwo(at, terms, sums);
    alignas(64) float shares[ClassPositions::kGreatestClasses * kPositions];
    alignas(64) float logTotal[kPositions], most[kPositions];
    std::int32_t targets[kPositions];
    sums.strangers += narrowTargets(at, targets);
    sharesOf(at, shares, logTotal, most);
    Floats focal{};
    Ints counted{};
    for (std::int64_t i = 0; i < at.count; i += kLanes) {
        const Ints target = load<Ints>(targets + i), counts = target >= 0;
        const True truth = trueOf(at, shares, logTotal, most, target, i);
        const Floats alpha = select(target > 0, all(terms.alphaForeground), all(terms.alphaBackground));
        focal += select(counts, focalOf(terms.gamma, alpha, truth.logShare, truth.share, 1.0f - truth.share).loss, Floats{});
        counted -= counts;
    }
    sums.focal += sum(focal);
    sums.counted += sum(__builtin_convertvector(counted, Floats));
    for (std::int64_t c = 0; c < at.classes; ++c) {
        Floats common{}, squares{};
        Ints truth{};
        for (std::int64_t i = 0; i < at.count; i += kLanes) {
            const Ints target = load<Ints>(targets + i), here = target == static_cast<std::int32_t>(c);
            const Floats p = load(shares + c * kPositions + i);
            common += select(here, p, Floats{});
            squares += select(target >= 0, p * p, Floats{});
            truth -= here;
        }
        sums.common[c] += sum(common);
        sums.squares[c] += sum(squares);
        sums.truth[c] += sum(__builtin_convertvector(truth, Floats));
    }
}

// With G_c the slope of the Dice part by p_c and k that of the focal part by log p_t: p_c (G_c − Σ_j G_j p_j) + k ([c is true] − p_c).
template <bool whole>
[[gnu::always_inline]] inline void twoGradients(const ClassPositions& at, const FocalTerms& terms, const DiceFocalSlopes& slopes,
                                                std::int64_t i, float* gradient) {
    Ints strangers{};
    const TwoShares shares = twoShares<whole>(at, i, strangers);
    const Floats alpha = select(shares.one, all(terms.alphaForeground), all(terms.alphaBackground));
    const Floats focal = slopes.focal * focalOf(terms.gamma, alpha, shares.logOwn, shares.own, shares.other).slope * shares.other;
    const Floats dice = 2.0f * slopes.ofShare[1] * shares.foreground() + select(shares.one, all(slopes.ofTruth[1]), Floats{});
    // One class gains what the other loses.
    const Floats slope = select(shares.counts, shares.own * shares.other * dice + select(shares.one, focal, -focal), Floats{});
    const auto put = [&](float* to, Floats value) { whole ? store(to, value) : storeSome(to, at.count - i, value); };
    put(gradient + i, -slope);
    put(gradient + at.plane + i, slope);
}

inline void diceFocalGradientOfTwo(const ClassPositions& at, const FocalTerms& terms, const DiceFocalSlopes& slopes, float* gradient) {
    std::int64_t i = 0;
    for (; i + kLanes <= at.count; i += kLanes) twoGradients<true>(at, terms, slopes, i, gradient);
    if (i < at.count) twoGradients<false>(at, terms, slopes, i, gradient);
}

void diceFocalGradient(const ClassPositions& at, const FocalTerms& terms, const DiceFocalSlopes& slopes, float* gradient) {
    if (at.classes == 2) return diceFocalGradientOfTwo(at, terms, slopes, gradient);
    alignas(64) float shares[ClassPositions::kGreatestClasses * kPositions];
    alignas(64) float logTotal[kPositions], most[kPositions];
    std::int32_t targets[kPositions];
    narrowTargets(at, targets);
    sharesOf(at, shares, logTotal, most);
    for (std::int64_t i = 0; i < at.count; i += kLanes) {
        const Ints target = load<Ints>(targets + i), counts = target >= 0;
        const True truth = trueOf(at, shares, logTotal, most, target, i);
        const Floats alpha = select(target > 0, all(terms.alphaForeground), all(terms.alphaBackground));
        const Floats k = slopes.focal * focalOf(terms.gamma, alpha, truth.logShare, truth.share, 1.0f - truth.share).slope;
        Floats mean{};
        const auto slopeOf = [&](std::int64_t c, Floats p) {
            return 2.0f * slopes.ofShare[c] * p + select(target == static_cast<std::int32_t>(c), all(slopes.ofTruth[c]), Floats{});
        };
        for (std::int64_t c = 0; c < at.classes; ++c) {
            const Floats p = load(shares + c * kPositions + i);
            mean += p * slopeOf(c, p);
        }
        for (std::int64_t c = 0; c < at.classes; ++c) {
            const Floats p = load(shares + c * kPositions + i), here = select(target == static_cast<std::int32_t>(c), all(1), Floats{});
            const Floats slope = p * (slopeOf(c, p) - mean) + k * (here - p);
            storeSome(gradient + c * at.plane + i, at.count - i, select(counts, slope, Floats{}));
        }
    }
}

double crossEntropyPositions(const ClassPositions& at, const CrossEntropyTerms& terms, float* gradient) {
    alignas(64) float shares[ClassPositions::kGreatestClasses * kPositions];
    alignas(64) float logTotal[kPositions], most[kPositions], weights[kPositions];
    std::int32_t targets[kPositions];
    narrowTargets(at, targets);
    sharesOf(at, shares, logTotal, most);
    for (std::int64_t i = 0; i < AttentionShape::roundedUp(at.count, kLanes); ++i)
        weights[i] = targets[i] < 0 ? 0.0f : terms.weights == nullptr ? 1.0f : terms.weights[targets[i]];
    const float even = terms.smoothing / static_cast<float>(at.classes), rest = 1 - terms.smoothing;
    const auto weightOf = [&](std::int64_t c) { return terms.weights == nullptr ? 1.0f : terms.weights[c]; };
    Floats losses{};
    for (std::int64_t i = 0; i < at.count; i += kLanes) {
        const std::int64_t some = at.count - i;
        const Ints target = load<Ints>(targets + i), counts = target >= 0;
        const Floats weight = load(weights + i);
        Floats loss = -rest * weight * trueOf(at, shares, logTotal, most, target, i).logShare;
        if (even != 0) {
            Floats spread{};
            const Floats normal = load(most + i) + load(logTotal + i);
            for (std::int64_t c = 0; c < at.classes; ++c)
                spread += weightOf(c) * (normal - loadSome(at.logits + c * at.plane + i, some, 0));
            loss += select(counts, even * spread, Floats{});
        }
        losses += loss;
        if (gradient == nullptr) continue;
        const Floats taken = select(counts, all(terms.slope), Floats{}), hit = rest * weight * taken;
        for (std::int64_t c = 0; c < at.classes; ++c) {
            const Floats p = load(shares + c * kPositions + i), here = select(target == static_cast<std::int32_t>(c), all(1), Floats{});
            const Floats slope = hit * (p - here) + even * taken * (terms.weightSum * p - weightOf(c));
            storeSome(gradient + c * at.plane + i, some, slope);
        }
    }
    return sum(losses);
}

double crossEntropyRow(const float* logits, std::int64_t classes, std::int64_t target, const CrossEntropyTerms& terms, float* gradient) {
    if (target < 0) {
        for (std::int64_t c = 0; gradient != nullptr && c < classes; ++c) gradient[c] = 0;
        return 0;
    }
    Floats tops = loadSome(logits, classes, -kInfinity);
    for (std::int64_t c = kLanes; c < classes; c += kLanes) tops = greater(tops, loadSome(logits + c, classes - c, -kInfinity));
    const Floats top = all(greatest(tops));
    const float even = terms.smoothing / static_cast<float>(classes), rest = 1 - terms.smoothing;
    double total = 0, spread = 0;
    constexpr std::int64_t kStretch = 128 * kLanes;  // summed in single precision
    for (std::int64_t begin = 0; begin < classes; begin += kStretch) {
        const std::int64_t end = begin + kStretch < classes ? begin + kStretch : classes;
        Floats totals{}, spreads{};
        for (std::int64_t c = begin; c < end; c += kLanes) {
            const Floats above = loadSome(logits + c, classes - c, -kInfinity) - top, e = exponential(above);
            totals += e;
            if (gradient != nullptr) storeSome(gradient + c, classes - c, e);
            if (even == 0) continue;
            const Floats weight = terms.weights == nullptr ? all(1) : loadSome(terms.weights + c, classes - c, 0);
            spreads += select(firstLanes(classes - c), weight * above, Floats{});
        }
        total += sum(totals);
        if (even == 0) continue;
        spread += sum(spreads);
    }
    const float logTotal = static_cast<float>(__builtin_log(total));
    const float weight = terms.weights == nullptr ? 1.0f : terms.weights[target];
    double loss = -static_cast<double>(rest * weight) * (static_cast<double>(logits[target] - top[0]) - __builtin_log(total));
    if (even != 0) loss += static_cast<double>(even) * (static_cast<double>(terms.weightSum) * static_cast<double>(logTotal) - spread);
    if (gradient == nullptr) return loss;
    const float share = static_cast<float>((static_cast<double>(rest * weight) + static_cast<double>(even * terms.weightSum)) *
                                           static_cast<double>(terms.slope) / total);
    for (std::int64_t c = 0; c < classes; c += kLanes) {
        Floats slope = share * loadSome(gradient + c, classes - c, 0);
        if (even != 0)
            slope -= terms.weights == nullptr ? all(even * terms.slope) : even * terms.slope * loadSome(terms.weights + c, classes - c, 0);
        storeSome(gradient + c, classes - c, slope);
    }
    gradient[target] -= rest * weight * terms.slope;
    return loss;
}

}  // namespace
}  // namespace seekbench

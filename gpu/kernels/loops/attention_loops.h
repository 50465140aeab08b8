// SPDX-License-Identifier: Apache-2.0
#pragma once

// Attention in squares of kBlock queries × kBlock keys that stay in the cache (after FlashAttention-2, Dao 2023, arXiv 2307.08691,
// algorithms 1 and 2). Forward keeps, of all scores, one number for each query: the logarithm of the sum its weights were divided by.
// Backward computes the scores again.
//
// The gate f(s) = (min(max(tanh s, −½), ½) + ½) · s needs no exponential: the cut is at |s| = atanh ½, and between the cuts tanh is an odd
// polynomial. Where a whole square lies below −atanh ½ its slopes are nought and its products are left out.

#include "gpu/kernels/loops/dropout_loops.h"
#include "gpu/kernels/loops/products.h"

namespace seekbench {
namespace {

constexpr std::int64_t kBlock = AttentionShape::kBlock;
constexpr float kGateCut = 0.54930614433f;  // atanh ½

// tanh of what is within the cuts, by its Taylor polynomial: the next term is below 2e-7.
[[gnu::always_inline]] inline Floats tanhWithin(Floats s) {
    const Floats c = greater(lesser(s, all(kGateCut)), all(-kGateCut)), z = c * c;
    Floats y = all(0.003592128f);
    y = y * z - 0.008863235f;
    y = y * z + 0.021869489f;
    y = y * z - 0.053968254f;
    y = y * z + 0.13333333f;
    y = y * z - 0.33333333f;
    return c + c * z * y;
}
[[gnu::always_inline]] inline Floats gate(Floats s) { return (tanhWithin(s) + 0.5f) * s; }
[[gnu::always_inline]] inline Floats gateSlope(Floats s) {
    const Floats t = tanhWithin(s);
    return t + 0.5f + select(magnitude(s) < kGateCut, s * (1.0f - t * t), Floats{});
}

inline void copyRows(HeadRows from, std::int64_t first, std::int64_t rows, std::int64_t columns, float factor, float* to,
                     std::int64_t toRow) {
    for (std::int64_t i = 0; i < rows; ++i) {
        const float* source = from.data + (first + i) * from.row;
        for (std::int64_t j = 0; j < columns; ++j) to[i * toRow + j] = source[j] * factor;
        for (std::int64_t j = columns; j < toRow; ++j) to[i * toRow + j] = 0;
    }
}

// Panels of kPanel rows, each as columns × kPanel; rows beyond the last are 0.
inline void transposeRows(HeadRows from, std::int64_t rows, std::int64_t padded, std::int64_t columns, float factor, float* to) {
    for (std::int64_t first = 0; first < padded; first += kPanel, to += columns * kPanel)
        for (std::int64_t i = 0; i < kPanel; ++i) {
            const float* source = from.data + (first + i) * from.row;
            for (std::int64_t j = 0; j < columns; ++j) to[j * kPanel + i] = first + i < rows ? source[j] * factor : 0.0f;
        }
}

void packAttention(const AttentionShape& shape, HeadRows keys, HeadRows values, const AttentionPacked& packed) {
    const std::int64_t padded = shape.keysPadded();
    const auto straight = [&](HeadRows rows, std::int64_t columns, std::int64_t width, float factor, float* to) {
        copyRows(rows, 0, shape.keys, columns, factor, to, width);
        for (std::int64_t i = shape.keys * width; i < padded * width; ++i) to[i] = 0;
    };
    if (packed.keysTransposed != nullptr) transposeRows(keys, shape.keys, padded, shape.features, shape.scale, packed.keysTransposed);
    if (packed.keys != nullptr) straight(keys, shape.features, shape.featuresPadded(), shape.scale, packed.keys);
    if (packed.values != nullptr) straight(values, shape.valueFeatures, shape.valueFeaturesPadded(), 1, packed.values);
    if (packed.valuesTransposed != nullptr) transposeRows(values, shape.keys, padded, shape.valueFeatures, 1, packed.valuesTransposed);
}

std::int64_t attentionScratch(const AttentionShape& shape) {
    return 3 * kBlock * kBlock + kBlock * (2 * shape.featuresPadded() + 2 * shape.valueFeaturesPadded() + 4);
}

// How many keys from `key` on go through together, and whatever lies in memory up to a whole unit.
inline std::int64_t keysTogether(std::int64_t end, std::int64_t key) {
    const std::int64_t left = AttentionShape::roundedUp(end - key, AttentionShape::kKeyUnit);
    return left < kBlock ? left : kBlock;
}

// The scores of `rows` queries and `columns` keys from `firstKey` on; rows are kBlock apart.
struct Square {
    std::int64_t rows, firstKey, columns;
};

inline void scoresOf(const Square& square, LeftFactor queries, const float* keysTransposed, std::int64_t depth, float* scores) {
    multiply<false>(square.rows, square.columns, depth, queries, keysTransposed + square.firstKey * depth, kPanel, depth * kPanel, scores,
                    kBlock);
}

// The scores of keys `key` on, as the softmax gets them.
[[gnu::always_inline]] inline Floats shown(const AttentionShape& shape, Floats scores, std::int64_t sample, std::int64_t query,
                                           std::int64_t key) {
    if (shape.gated) scores = gate(scores);
    if (shape.mask != nullptr)
        scores += loadSome(shape.mask + sample * shape.maskSample + query * shape.maskRow + key, shape.keys - key, 0);
    const std::int64_t end = shape.causal && query + 1 < shape.keys ? query + 1 : shape.keys;
    return end - key >= kLanes ? scores : select(firstLanes(end - key), scores, all(-kInfinity));
}

inline std::int64_t endOfKeys(const AttentionShape& shape, std::int64_t lastQuery) {
    return shape.causal && lastQuery + 1 < shape.keys ? lastQuery + 1 : shape.keys;
}

inline std::uint32_t rowSeed(const AttentionShape& shape, std::int64_t sample, std::int64_t head, std::int64_t query) {
    return stretchSeed(shape.seed, static_cast<std::uint64_t>((sample * shape.heads + head) * shape.queries + query));
}

void attentionForward(const AttentionShape& shape, const AttentionPacked& packed, const AttentionForward& at, std::int64_t block,
                      float* scratch) {
    const std::int64_t width = shape.valueFeaturesPadded(), first = block * kBlock;
    const std::int64_t rows = shape.queries - first < kBlock ? shape.queries - first : kBlock;
    float* scores = scratch;
    float* sums = scores + kBlock * kBlock;  // Σ weight · value, not yet divided
    float* most = sums + kBlock * width;
    float* total = most + kBlock;
    for (std::int64_t i = 0; i < rows; ++i) {
        most[i] = -1e30f;  // not −∞, so that a row that has seen nothing yet has differences
        total[i] = 0;
    }
    for (std::int64_t i = 0; i < rows * width; ++i) sums[i] = 0;
    const LeftFactor queries{at.query.data + first * at.query.row, at.query.row, 1};
    const std::int64_t end = endOfKeys(shape, first + rows - 1);
    for (std::int64_t key = 0; key < end; key += kBlock) {
        const std::int64_t columns = keysTogether(end, key);
        scoresOf({rows, key, columns}, queries, packed.keysTransposed, shape.features, scores);
        for (std::int64_t i = 0; i < rows; ++i) {
            float* row = scores + i * kBlock;
            Floats tops = all(most[i]);
            for (std::int64_t j = 0; j < columns; j += kLanes) {
                const Floats s = shown(shape, load(row + j), at.sample, first + i, key + j);
                store(row + j, s);
                tops = greater(s, tops);
            }
            const float top = greatest(tops);
            const Floats topAll = all(top);
            Floats added{};
            const std::uint32_t seed = shape.dropBelow == 0 ? 0 : rowSeed(shape, at.sample, at.head, first + i);
            for (std::int64_t j = 0; j < columns; j += kLanes) {
                Floats p = exponential(load(row + j) - topAll);
                added += p;
                if (shape.dropBelow != 0)
                    p = select(kept(seed, (Words)laneNumbers() + static_cast<std::uint32_t>(key + j), shape.dropBelow), p, Floats{});
                store(row + j, p);
            }
            const float sum = static_cast<float>(seekbench::sum(added));
            if (top != most[i]) {
                const float shrink = exponential(all(most[i] - top))[0];
                total[i] *= shrink;
                for (std::int64_t j = 0; j < width; j += kLanes) store(sums + i * width + j, load(sums + i * width + j) * shrink);
                most[i] = top;
            }
            total[i] += sum;
        }
        multiply<true>(rows, width, columns, {scores, kBlock, 1}, packed.values + key * width, width, kPanel, sums, width);
    }
    for (std::int64_t i = 0; i < rows; ++i) {
        const float factor = total[i] > 0 ? shape.keptScale / total[i] : 0.0f;
        float* result = at.result.data + (first + i) * at.result.row;
        for (std::int64_t j = 0; j < shape.valueFeatures; ++j) result[j] = sums[i * width + j] * factor;
        at.logSumExp[first + i] = total[i] > 0 ? most[i] + logarithm(all(total[i]))[0] : kInfinity;
    }
}

// With P the weights, D the dropped and scaled ones and Δ = Σ result · its slope (the same as Σ P · dP of a row):
// dV += Dᵀ dO;  dP = (dO Vᵀ) where kept, scaled;  dS = P (dP − Δ) f'(S);  dQ += dS K;  dK += dSᵀ Q.
void attentionBackward(const AttentionShape& shape, const AttentionPacked& packed, const AttentionBackward& at, std::int64_t block,
                       float* scratch) {
    const std::int64_t width = shape.featuresPadded(), valueWidth = shape.valueFeaturesPadded(), first = block * kBlock;
    const std::int64_t rows = shape.queries - first < kBlock ? shape.queries - first : kBlock;
    float* scores = scratch;
    float* weights = scores + kBlock * kBlock;
    float* slopes = weights + kBlock * kBlock;
    float* queries = slopes + kBlock * kBlock;
    float* resultSlopes = queries + kBlock * width;
    float* querySlopes = resultSlopes + kBlock * valueWidth;
    float* delta = querySlopes + kBlock * width;
    copyRows(at.query, first, rows, shape.features, 1, queries, width);
    copyRows(at.resultSlope, first, rows, shape.valueFeatures, 1, resultSlopes, valueWidth);
    for (std::int64_t i = 0; i < rows * width; ++i) querySlopes[i] = 0;
    for (std::int64_t i = 0; i < rows; ++i) {
        const float* result = at.result.data + (first + i) * at.result.row;
        Floats products{};
        for (std::int64_t j = 0; j < shape.valueFeatures; j += kLanes)
            products += loadSome(result + j, shape.valueFeatures - j, 0) * load(resultSlopes + i * valueWidth + j);
        delta[i] = static_cast<float>(sum(products));
    }
    const std::int64_t end = endOfKeys(shape, first + rows - 1);
    for (std::int64_t key = 0; key < end; key += kBlock) {
        const std::int64_t columns = keysTogether(end, key);
        scoresOf({rows, key, columns}, {queries, width, 1}, packed.keysTransposed, shape.features, scores);
        scoresOf({rows, key, columns}, {resultSlopes, valueWidth, 1}, packed.valuesTransposed, shape.valueFeatures, slopes);
        Ints anySlope{};
        for (std::int64_t i = 0; i < rows; ++i) {
            const Floats normal = all(at.logSumExp[first + i]), mean = all(delta[i]);
            const std::uint32_t seed = shape.dropBelow == 0 ? 0 : rowSeed(shape, at.sample, at.head, first + i);
            for (std::int64_t j = 0; j < columns; j += kLanes) {
                const Floats s = load(scores + i * kBlock + j);
                const Floats p = exponential(shown(shape, s, at.sample, first + i, key + j) - normal);
                Floats dropped = p, slope = load(slopes + i * kBlock + j);
                if (shape.dropBelow != 0) {
                    const Ints keep = kept(seed, (Words)laneNumbers() + static_cast<std::uint32_t>(key + j), shape.dropBelow);
                    dropped = select(keep, p * shape.keptScale, Floats{});
                    slope = select(keep, slope * shape.keptScale, Floats{});
                }
                slope = p * (slope - mean);
                if (shape.gated) slope *= gateSlope(s);
                anySlope |= slope != 0.0f;
                store(weights + i * kBlock + j, dropped);
                store(slopes + i * kBlock + j, slope);
            }
        }
        multiply<true>(columns, valueWidth, rows, {weights, 1, kBlock}, resultSlopes, valueWidth, kPanel, at.valueSlopes + key * valueWidth,
                       valueWidth);
        bool any = false;
        for (std::int64_t i = 0; i < kLanes; ++i) any = any || anySlope[i] != 0;
        if (!any) continue;
        multiply<true>(columns, width, rows, {slopes, 1, kBlock}, queries, width, kPanel, at.keySlopes + key * width, width);
        multiply<true>(rows, width, columns, {slopes, kBlock, 1}, packed.keys + key * width, width, kPanel, querySlopes, width);
    }
    for (std::int64_t i = 0; i < rows; ++i) {
        float* slope = at.querySlope.data + (first + i) * at.querySlope.row;
        for (std::int64_t j = 0; j < shape.features; ++j) slope[j] = querySlopes[i * width + j];
    }
}

// The map is symmetric: each square right of the diagonal is written twice, the second time mirrored.
void gatedMap(const AttentionShape& shape, const AttentionPacked& packed, HeadRows rows, float* map, std::int64_t block, float* scratch) {
    const std::int64_t first = block * kBlock, count = shape.queries - first < kBlock ? shape.queries - first : kBlock;
    for (std::int64_t key = first; key < shape.keys; key += kBlock) {
        scoresOf({count, key, keysTogether(shape.keys, key)}, {rows.data + first * rows.row, rows.row, 1}, packed.keysTransposed,
                 shape.features, scratch);
        const std::int64_t columns = shape.keys - key < kBlock ? shape.keys - key : kBlock;
        for (std::int64_t i = 0; i < count; ++i)
            for (std::int64_t j = 0; j < columns; j += kLanes) {
                const Floats gated = gate(load(scratch + i * kBlock + j));
                store(scratch + i * kBlock + j, gated);
                storeSome(map + (first + i) * shape.keys + key + j, columns - j, gated);
            }
        if (key == first) continue;
        for (std::int64_t j = 0; j < columns; ++j) {
            float* mirrored = map + (key + j) * shape.keys + first;
            for (std::int64_t i = 0; i < count; ++i) mirrored[i] = scratch[i * kBlock + j];
        }
    }
}

// The scores are symmetric and each row is both query and key: with T = (dM + dMᵀ) f'(S), dX = T · scale X.
void gatedMapBackward(const AttentionShape& shape, const AttentionPacked& packed, HeadRows rows, const float* mapSlopes, HeadRows slopes,
                      std::int64_t block, float* scratch) {
    const std::int64_t width = shape.featuresPadded(), first = block * kBlock;
    const std::int64_t count = shape.queries - first < kBlock ? shape.queries - first : kBlock;
    float* scores = scratch;
    float* both = scores + kBlock * kBlock;
    float* sums = both + kBlock * kBlock;
    for (std::int64_t i = 0; i < count * width; ++i) sums[i] = 0;
    for (std::int64_t key = 0; key < shape.keys; key += kBlock) {
        const std::int64_t whole = keysTogether(shape.keys, key);
        scoresOf({count, key, whole}, {rows.data + first * rows.row, rows.row, 1}, packed.keysTransposed, shape.features, scores);
        const std::int64_t columns = shape.keys - key < kBlock ? shape.keys - key : kBlock;
        for (std::int64_t i = 0; i < count; ++i)
            for (std::int64_t j = columns; j < whole; ++j) both[i * kBlock + j] = 0;
        for (std::int64_t j = 0; j < columns; ++j) {
            const float* row = mapSlopes + (key + j) * shape.keys + first;
            for (std::int64_t i = 0; i < count; ++i) both[i * kBlock + j] = row[i];
        }
        for (std::int64_t i = 0; i < count; ++i)
            for (std::int64_t j = 0; j < whole; j += kLanes) {
                const Floats own = loadSome(mapSlopes + (first + i) * shape.keys + key + j, columns - j, 0);
                const Floats slope = (own + load(both + i * kBlock + j)) * gateSlope(load(scores + i * kBlock + j));
                store(both + i * kBlock + j, slope);
            }
        multiply<true>(count, width, whole, {both, kBlock, 1}, packed.keys + key * width, width, kPanel, sums, width);
    }
    for (std::int64_t i = 0; i < count; ++i) {
        float* slope = slopes.data + (first + i) * slopes.row;
        for (std::int64_t j = 0; j < shape.features; ++j) slope[j] = sums[i * width + j];
    }
}

}  // namespace
}  // namespace seekbench

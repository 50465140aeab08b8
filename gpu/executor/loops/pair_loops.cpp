// SPDX-License-Identifier: Apache-2.0
#include "gpu/executor/loops/pair_loops.h"

#include "gpu/executor/loops/clones.h"

// A sum says `omp simd`, which allows the compiler to keep a part of it in each lane.

namespace seekbench::executor {
namespace {

template <class Operation>
[[gnu::always_inline]] inline void pairs(float* __restrict out, const float* __restrict a, bool stepA, const float* __restrict b,
                                         bool stepB, std::int64_t columns, Operation operation) {
    if (stepA && stepB)
        for (std::int64_t c = 0; c < columns; ++c) out[c] = operation(a[c], b[c]);
    else if (stepA)
        for (std::int64_t c = 0; c < columns; ++c) out[c] = operation(a[c], *b);
    else
        for (std::int64_t c = 0; c < columns; ++c) out[c] = operation(*a, b[stepB ? c : 0]);
}

}  // namespace

SEEKBENCH_CLONES static void combine(Combination combination, float* __restrict out, const float* __restrict a, bool stepA,
                                     const float* __restrict b, bool stepB, std::int64_t columns) {
    switch (combination) {
        case Combination::Add: return pairs(out, a, stepA, b, stepB, columns, [](float x, float y) { return x + y; });
        case Combination::Subtract: return pairs(out, a, stepA, b, stepB, columns, [](float x, float y) { return x - y; });
        case Combination::Multiply: return pairs(out, a, stepA, b, stepB, columns, [](float x, float y) { return x * y; });
        case Combination::Divide: return pairs(out, a, stepA, b, stepB, columns, [](float x, float y) { return x / y; });
    }
}
SEEKBENCH_CLONES static void quotientSlopes(float* __restrict out, const float* __restrict slopes, const float* __restrict a, bool stepA,
                                            const float* __restrict b, bool stepB, std::int64_t columns) {
    if (stepA && stepB)
        for (std::int64_t c = 0; c < columns; ++c) out[c] = -slopes[c] * a[c] / (b[c] * b[c]);
    else
        for (std::int64_t c = 0; c < columns; ++c) out[c] = -slopes[c] * a[stepA ? c : 0] / (b[stepB ? c : 0] * b[stepB ? c : 0]);
}
SEEKBENCH_CLONES static void scaled(float* __restrict out, const float* __restrict slopes, float factor, std::int64_t columns) {
    for (std::int64_t c = 0; c < columns; ++c) out[c] = slopes[c] * factor;
}
SEEKBENCH_CLONES static void greaterOfEach(float* __restrict most, const float* __restrict row, std::int64_t columns) {
    for (std::int64_t c = 0; c < columns; ++c) most[c] = (row[c] > most[c]) | (row[c] != row[c]) ? row[c] : most[c];
}
SEEKBENCH_CLONES static float countOf(const float* row, float most, std::int64_t columns) {
    float count = 0;
#pragma omp simd reduction(+ : count)
    for (std::int64_t c = 0; c < columns; ++c) count += row[c] == most ? 1.0f : 0.0f;
    return count;
}
SEEKBENCH_CLONES static void countEach(float* __restrict counts, const float* __restrict row, const float* __restrict most,
                                       std::int64_t columns) {
    for (std::int64_t c = 0; c < columns; ++c) counts[c] += row[c] == most[c] ? 1.0f : 0.0f;
}
SEEKBENCH_CLONES static void giveToEach(float* __restrict slopes, const float* __restrict row, const float* __restrict most,
                                        const float* __restrict share, const float* __restrict counts, std::int64_t columns) {
    for (std::int64_t c = 0; c < columns; ++c) slopes[c] = row[c] == most[c] ? share[c] / counts[c] : 0.0f;
}
SEEKBENCH_CLONES static void giveToOne(float* __restrict slopes, const float* __restrict row, float most, float share,
                                       std::int64_t columns) {
    for (std::int64_t c = 0; c < columns; ++c) slopes[c] = row[c] == most ? share : 0.0f;
}
SEEKBENCH_CLONES static void bend(float* __restrict out, const float* __restrict in, const float* __restrict slope, bool step,
                                  std::int64_t columns) {
    pairs(out, in, true, slope, step, columns, [](float x, float s) { return x > 0 ? x : x * s; });
}
SEEKBENCH_CLONES static void bendBack(float* __restrict inSlopes, const float* __restrict outSlopes, const float* __restrict in,
                                      const float* __restrict slope, bool step, std::int64_t columns) {
    if (step)
        for (std::int64_t c = 0; c < columns; ++c) inSlopes[c] = in[c] > 0 ? outSlopes[c] : outSlopes[c] * slope[c];
    else
        for (std::int64_t c = 0; c < columns; ++c) inSlopes[c] = in[c] > 0 ? outSlopes[c] : outSlopes[c] * *slope;
}
SEEKBENCH_CLONES static float bentSum(const float* outSlopes, const float* in, std::int64_t columns) {
    float sum = 0;
#pragma omp simd reduction(+ : sum)
    for (std::int64_t c = 0; c < columns; ++c) sum += in[c] > 0 ? 0.0f : in[c] * outSlopes[c];
    return sum;
}
SEEKBENCH_CLONES static void bentSums(float* __restrict sums, const float* __restrict outSlopes, const float* __restrict in,
                                      std::int64_t columns) {
    for (std::int64_t c = 0; c < columns; ++c) sums[c] += in[c] > 0 ? 0.0f : in[c] * outSlopes[c];
}

void combineRow(Combination combination, float* out, const float* a, bool stepA, const float* b, bool stepB, std::int64_t columns) {
    combine(combination, out, a, stepA, b, stepB, columns);
}
void combineRowBack(Combination combination, std::size_t operand, float* out, const float* slopes, const float* a, bool stepA,
                    const float* b, bool stepB, std::int64_t columns) {
    switch (combination) {
        case Combination::Add: return scaled(out, slopes, 1, columns);
        case Combination::Subtract: return scaled(out, slopes, operand == 0 ? 1.0f : -1.0f, columns);
        case Combination::Multiply:
            return operand == 0 ? combine(Combination::Multiply, out, slopes, true, b, stepB, columns)
                                : combine(Combination::Multiply, out, slopes, true, a, stepA, columns);
        case Combination::Divide:
            return operand == 0 ? combine(Combination::Divide, out, slopes, true, b, stepB, columns)
                                : quotientSlopes(out, slopes, a, stepA, b, stepB, columns);
    }
}

float greatestOf(const float* row, std::int64_t columns, float least) {
    constexpr std::int64_t kTogether = 64;
    float most[kTogether];
    for (float& number : most) number = least;
    std::int64_t c = 0;
    for (; c + kTogether <= columns; c += kTogether) greaterOfEach(most, row + c, kTogether);
    greaterOfEach(most, row + c, columns - c);
    for (const float number : most) least = number > least || number != number ? number : least;
    return least;
}
void takeGreater(float* most, const float* row, std::int64_t columns) { greaterOfEach(most, row, columns); }

void countEqual(float* counts, const float* row, const float* most, bool step, std::int64_t columns) {
    if (step)
        countEach(counts, row, most, columns);
    else
        *counts += countOf(row, *most, columns);
}
void giveToEqual(float* slopes, const float* row, const float* most, const float* share, const float* counts, bool step,
                 std::int64_t columns) {
    if (step)
        giveToEach(slopes, row, most, share, counts, columns);
    else
        giveToOne(slopes, row, *most, *share / *counts, columns);
}

void bendRow(float* out, const float* in, const float* slope, bool step, std::int64_t columns) { bend(out, in, slope, step, columns); }
void bendRowBack(float* inSlopes, float* sums, const float* outSlopes, const float* in, const float* slope, bool step,
                 std::int64_t columns) {
    if (step)
        bentSums(sums, outSlopes, in, columns);
    else
        *sums += bentSum(outSlopes, in, columns);
    if (inSlopes != nullptr) bendBack(inSlopes, outSlopes, in, slope, step, columns);
}

}  // namespace seekbench::executor

// SPDX-License-Identifier: Apache-2.0
#include "gpu/executor/loops/quantization_loops.h"

#include "gpu/executor/loops/clones.h"

namespace seekbench::executor {
namespace {

// q, before it is cut. Adding 1.5 · 2²³ leaves the nearest whole number in the low bits, of what is not larger than 2²².
[[gnu::always_inline]] inline float roundedStep(float x, float inverse, float zero) {
    constexpr float kRound = 12582912.0f, kMost = 4194304.0f;
    const float steps = x * inverse, low = steps > -kMost ? steps : -kMost, bounded = low < kMost ? low : kMost;
    return bounded + kRound - kRound + zero;
}

}  // namespace

SEEKBENCH_CLONES static void range(const float* row, std::int64_t columns, float* range) {
    float least = row[0], largest = row[0];
#pragma omp simd reduction(min : least) reduction(max : largest)
    for (std::int64_t c = 0; c < columns; ++c) {
        least = row[c] < least ? row[c] : least;
        largest = row[c] > largest ? row[c] : largest;
    }
    range[0] = least;
    range[1] = largest;
}
SEEKBENCH_CLONES static void quantize(float inverse, float step, float zero, float lowest, float highest, const float* __restrict in,
                                      float* __restrict out, std::int64_t columns) {
    for (std::int64_t c = 0; c < columns; ++c) {
        const float q = roundedStep(in[c], inverse, zero), low = q > lowest ? q : lowest, cut = low < highest ? low : highest;
        out[c] = (cut - zero) * step;
    }
}
SEEKBENCH_CLONES static void quantizeBack(float inverse, float zero, float lowest, float highest, const float* __restrict in,
                                          const float* __restrict outSlopes, float* __restrict inSlopes, std::int64_t columns) {
    for (std::int64_t c = 0; c < columns; ++c) {
        const float q = roundedStep(in[c], inverse, zero);
        inSlopes[c] = (q >= lowest) & (q <= highest) ? outSlopes[c] : 0.0f;
    }
}

void rangeOfRow(const float* row, std::int64_t columns, float* range) { executor::range(row, columns, range); }
void quantizeRow(const QuantizationGrid& grid, const float* in, float* out, std::int64_t columns) {
    quantize(1.0f / grid.step, grid.step, grid.zero, grid.lowest, grid.highest, in, out, columns);
}
void quantizeRowBack(const QuantizationGrid& grid, const float* in, const float* outSlopes, float* inSlopes, std::int64_t columns) {
    quantizeBack(1.0f / grid.step, grid.zero, grid.lowest, grid.highest, in, outSlopes, inSlopes, columns);
}

}  // namespace seekbench::executor

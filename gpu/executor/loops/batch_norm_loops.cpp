// SPDX-License-Identifier: Apache-2.0
#include "gpu/executor/loops/batch_norm_loops.h"

#include <algorithm>

#include "gpu/executor/loops/clones.h"

namespace seekbench::executor {
namespace {

constexpr std::int64_t kLanes = 64;  // that are summed together
constexpr std::int64_t kRows = 256;  // in single precision

}  // namespace

SEEKBENCH_CLONES static void sumBlock(const float* __restrict x, std::int64_t rows, std::int64_t inner, std::int64_t width,
                                      const float* __restrict shift, float* __restrict sums, float* __restrict squares) {
    for (std::int64_t row = 0; row < rows; ++row, x += inner)
        for (std::int64_t lane = 0; lane < width; ++lane) {
            const float value = x[lane] - shift[lane];
            sums[lane] += value;
            squares[lane] += value * value;
        }
}
SEEKBENCH_CLONES static void sumPlane(const float* __restrict x, std::int64_t count, float shift, float* __restrict sum,
                                      float* __restrict square) {
    float s = 0, q = 0;
#pragma omp simd reduction(+ : s, q)
    for (std::int64_t i = 0; i < count; ++i) {
        const float value = x[i] - shift;
        s += value;
        q += value * value;
    }
    *sum += s;
    *square += q;
}
SEEKBENCH_CLONES static void sumSlopeBlock(const float* __restrict x, const float* __restrict slopes, std::int64_t rows, std::int64_t inner,
                                           std::int64_t width, const float* __restrict shift, const float* __restrict factor,
                                           const float* __restrict offset, bool relu, float* __restrict sums, float* __restrict products) {
    const float least = relu ? 0.0f : -__builtin_inff();
    for (std::int64_t row = 0; row < rows; ++row, x += inner, slopes += inner)
        for (std::int64_t lane = 0; lane < width; ++lane) {
            const float slope = x[lane] * factor[lane] + offset[lane] > least ? slopes[lane] : 0.0f;
            sums[lane] += slope;
            products[lane] += slope * (x[lane] - shift[lane]);
        }
}
SEEKBENCH_CLONES static void sumSlopePlane(const float* __restrict x, const float* __restrict slopes, std::int64_t count, float shift,
                                           float factor, float offset, bool relu, float* __restrict sum, float* __restrict product) {
    const float least = relu ? 0.0f : -__builtin_inff();
    float s = 0, p = 0;
#pragma omp simd reduction(+ : s, p)
    for (std::int64_t i = 0; i < count; ++i) {
        const float slope = x[i] * factor + offset > least ? slopes[i] : 0.0f;
        s += slope;
        p += slope * (x[i] - shift);
    }
    *sum += s;
    *product += p;
}
SEEKBENCH_CLONES static void normalizeBlock(const float* __restrict x, float* __restrict y, std::int64_t rows, std::int64_t inner,
                                            const float* __restrict factor, const float* __restrict offset, bool relu) {
    const float least = relu ? 0.0f : -__builtin_inff();
    for (std::int64_t row = 0; row < rows; ++row, x += inner, y += inner)
        for (std::int64_t lane = 0; lane < inner; ++lane) {
            const float value = x[lane] * factor[lane] + offset[lane];
            y[lane] = value < least ? least : value;  // what is no number stays
        }
}
SEEKBENCH_CLONES static void normalizePlane(const float* __restrict x, float* __restrict y, std::int64_t count, float factor, float offset,
                                            bool relu) {
    const float least = relu ? 0.0f : -__builtin_inff();
    for (std::int64_t i = 0; i < count; ++i) {
        const float value = x[i] * factor + offset;
        y[i] = value < least ? least : value;
    }
}
SEEKBENCH_CLONES static void slopeBlock(const float* __restrict x, const float* slopes, float* inputSlopes, std::int64_t rows,
                                        std::int64_t inner, const NormLanes& lanes, bool relu) {
    const float least = relu ? 0.0f : -__builtin_inff();
    const float *__restrict factor = lanes.factor, *__restrict offset = lanes.offset, *__restrict center = lanes.center,
                *__restrict ofCenter = lanes.ofCenter, *__restrict ofOne = lanes.ofOne;
    for (std::int64_t row = 0; row < rows; ++row, x += inner, slopes += inner, inputSlopes += inner)
#pragma omp simd
        for (std::int64_t lane = 0; lane < inner; ++lane) {
            const float slope = x[lane] * factor[lane] + offset[lane] > least ? slopes[lane] : 0.0f;
            inputSlopes[lane] = factor[lane] * (slope - ofOne[lane] - ofCenter[lane] * (x[lane] - center[lane]));
        }
}
SEEKBENCH_CLONES static void slopePlane(const float* __restrict x, const float* slopes, float* inputSlopes, std::int64_t count,
                                        float factor, float offset, float center, float ofCenter, float ofOne, bool relu) {
    const float least = relu ? 0.0f : -__builtin_inff();
#pragma omp simd
    for (std::int64_t i = 0; i < count; ++i) {
        const float slope = x[i] * factor + offset > least ? slopes[i] : 0.0f;
        inputSlopes[i] = factor * (slope - ofOne - ofCenter * (x[i] - center));
    }
}

namespace {

// add(first row, rows, first lane, width, two float sums per lane): over few rows at a time.
template <class Add>
void sumInParts(std::int64_t rows, std::int64_t inner, double* first, double* second, const Add& add) {
    for (std::int64_t row = 0; row < rows; row += kRows)
        for (std::int64_t lane = 0; lane < inner; lane += kLanes) {
            const std::int64_t width = std::min(kLanes, inner - lane);
            float a[kLanes] = {}, b[kLanes] = {};
            add(row, std::min(kRows, rows - row), lane, width, a, b);
            for (std::int64_t i = 0; i < width; ++i) {
                first[lane + i] += a[i];
                second[lane + i] += b[i];
            }
        }
}

}  // namespace

void sumRows(const float* x, std::int64_t rows, std::int64_t inner, const NormLanes& lanes, double* sums, double* squares) {
    sumInParts(rows, inner, sums, squares,
               [&](std::int64_t row, std::int64_t count, std::int64_t lane, std::int64_t width, float* a, float* b) {
                   if (inner == 1)
                       sumPlane(x + row, count, lanes.shift[0], a, b);
                   else
                       sumBlock(x + row * inner + lane, count, inner, width, lanes.shift + lane, a, b);
               });
}

void sumSlopeRows(const float* x, const float* slopes, std::int64_t rows, std::int64_t inner, const NormLanes& lanes, bool relu,
                  double* sums, double* products) {
    sumInParts(rows, inner, sums, products,
               [&](std::int64_t row, std::int64_t count, std::int64_t lane, std::int64_t width, float* a, float* b) {
                   const std::int64_t at = row * inner + lane;
                   if (inner == 1)
                       sumSlopePlane(x + at, slopes + at, count, lanes.shift[0], lanes.factor[0], lanes.offset[0], relu, a, b);
                   else
                       sumSlopeBlock(x + at, slopes + at, count, inner, width, lanes.shift + lane, lanes.factor + lane, lanes.offset + lane,
                                     relu, a, b);
               });
}

void normalizeRows(const float* x, float* y, std::int64_t rows, std::int64_t inner, const NormLanes& lanes, bool relu) {
    if (inner == 1)
        normalizePlane(x, y, rows, lanes.factor[0], lanes.offset[0], relu);
    else
        normalizeBlock(x, y, rows, inner, lanes.factor, lanes.offset, relu);
}

void slopeRows(const float* x, const float* slopes, float* inputSlopes, std::int64_t rows, std::int64_t inner, const NormLanes& lanes,
               bool relu) {
    if (inner == 1)
        slopePlane(x, slopes, inputSlopes, rows, lanes.factor[0], lanes.offset[0], lanes.center[0], lanes.ofCenter[0], lanes.ofOne[0],
                   relu);
    else
        slopeBlock(x, slopes, inputSlopes, rows, inner, lanes, relu);
}

}  // namespace seekbench::executor

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

// The passes of batch norm over rows of neighbouring channels. Sums are kept in single precision over a few hundred rows and in double
// beyond, so that millions of numbers are added as exactly as LibTorch does.

namespace seekbench::executor {

// Of each lane: shift, factor and offset of one channel.
struct NormLanes {
    const float* shift = nullptr;   // what is taken from a number before it is summed
    const float* factor = nullptr;  // y = x · factor + offset
    const float* offset = nullptr;
    const float* center = nullptr;  // ofCenter · (x − center) is taken from the slope
    const float* ofCenter = nullptr;
    const float* ofOne = nullptr;  // and this
};

// sums[lane] += Σ (x − shift), squares[lane] += Σ (x − shift)².
void sumRows(const float* x, std::int64_t rows, std::int64_t inner, const NormLanes& lanes, double* sums, double* squares);
// y = x · factor + offset, at least 0 when `relu`.
void normalizeRows(const float* x, float* y, std::int64_t rows, std::int64_t inner, const NormLanes& lanes, bool relu);
// g = slope, or 0 where a ReLU behind gave 0: sums[lane] += Σ g, products[lane] += Σ g · (x − shift).
void sumSlopeRows(const float* x, const float* slopes, std::int64_t rows, std::int64_t inner, const NormLanes& lanes, bool relu,
                  double* sums, double* products);
// inputSlope = factor · (g − ofOne − ofCenter · (x − center)).
void slopeRows(const float* x, const float* slopes, float* inputSlopes, std::int64_t rows, std::int64_t inner, const NormLanes& lanes,
               bool relu);

}  // namespace seekbench::executor

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

// Loops of quantization, for one thread and for the instruction set of the processor.

namespace seekbench::executor {

// The number that stands for x is step · (q − zero), q = zero + x / step rounded to the even neighbour, kept from lowest to highest.
struct QuantizationGrid {
    float step = 1, zero = 0;
    float lowest = 0, highest = 255;
};

// The least and the greatest number of a row, to range[0] and [1].
void rangeOfRow(const float* row, std::int64_t columns, float* range);
void quantizeRow(const QuantizationGrid& grid, const float* in, float* out, std::int64_t columns);
// Slopes pass where a number was not cut.
void quantizeRowBack(const QuantizationGrid& grid, const float* in, const float* outSlopes, float* inSlopes, std::int64_t columns);

}  // namespace seekbench::executor

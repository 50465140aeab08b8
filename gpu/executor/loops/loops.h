// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

// Loops over memory that need no layout: shared between the threads where that pays, and for the instruction set of the processor.

namespace seekbench::executor {

// gradient[i] = output[i] > 0 ? gradient[i] : 0: backwards through a ReLU, which needs its output only.
void maskByOutput(float* gradient, const float* output, std::int64_t count);
void relu(float* output, const float* input, std::int64_t count);
// output = min(max(input, 0), top), and back.
void clip(float* output, const float* input, float top, std::int64_t count);
void maskByClip(float* gradient, const float* outputGradient, const float* output, float top, std::int64_t count);
// output = min(max(input / 6 + 1/2, 0), 1), and back.
void ramp(float* output, const float* input, std::int64_t count);
void rampBack(float* gradient, const float* outputGradient, const float* output, std::int64_t count);
void add(float* sum, const float* a, const float* b, std::int64_t count);
void addTo(float* sum, const float* a, std::int64_t count);
void copy(float* to, const float* from, std::int64_t count);
// rows[r][c] += bias[c], then a ReLU where wanted.
void addBias(float* rows, const float* bias, std::int64_t rowCount, std::int64_t columns, bool relu);
// sums[c] = Σ_r rows[r][c], in the order of the rows.
void sumColumns(float* sums, const float* rows, std::int64_t rowCount, std::int64_t columns);

}  // namespace seekbench::executor

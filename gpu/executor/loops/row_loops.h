// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

// Loops over rows of numbers, for one thread and for the instruction set of the processor.

namespace seekbench::executor {

// y = (x − mean) / √(variance + ε) · weight + bias over a row; not centered: x / √(mean(x²) + ε) · weight. Where weight or bias are
// null they are 1 and 0.
struct RowNorm {
    std::int64_t columns = 0;
    float epsilon = 0;
    bool centered = true;
    const float* weight = nullptr;
    const float* bias = nullptr;
};

// Writes mean (0 where not centered) and 1 / √(variance + ε) to statistics[0] and [1].
void normalizeRow(const RowNorm& norm, const float* in, float* out, float* statistics);
// Adds to the slopes of weight and bias; inSlopes, the slopes by x, are written unless null.
void normalizeRowBack(const RowNorm& norm, const float* in, const float* statistics, const float* outSlopes, float* inSlopes,
                      float* weightSlopes, float* biasSlopes);

// Mean and 1 / √(variance + ε) of a row, to statistics[0] and [1].
void measureRow(const float* row, std::int64_t columns, float epsilon, float* statistics);
// Σ dy and Σ dy · (x − mean) · factor, to sums[0] and [1].
void slopeSumsOfRow(const float* row, const float* slopes, std::int64_t columns, float mean, float factor, float* sums);
// out = a · ofA + b · ofB + shift
void combineRows(float* out, const float* a, float ofA, const float* b, float ofB, float shift, std::int64_t columns);

// y = x / max(‖x‖, ε); returns the divisor. And back, from y.
float shortenRow(const float* in, float* out, std::int64_t columns, float epsilon);
void shortenRowBack(const float* out, const float* outSlopes, float* inSlopes, std::int64_t columns, float divisor, float epsilon);

void addRow(float* sum, const float* row, std::int64_t columns);
void multiplyRow(float* product, const float* a, const float* b, std::int64_t columns);
void scaleRow(float* out, const float* in, float factor, std::int64_t columns);
void addScaledRow(float* sum, const float* row, float factor, std::int64_t columns);
float sumRow(const float* row, std::int64_t columns);
float dotRows(const float* a, const float* b, std::int64_t columns);

// One step of a GRU for one row: fromInput and fromHidden are 3 · size sums (reset, update, new). Writes the gates over fromInput, and
// hidden = (1 − update) · new + update · before, with new = tanh(fromInput + reset · fromHidden).
void gruRow(float* fromInput, const float* fromHidden, const float* before, float* hidden, std::int64_t size);
// From the slopes by the hidden state to those by the two sums, and by the state before as far as it goes past the sums.
void gruRowBack(const float* gates, const float* fromHidden, const float* before, const float* hiddenSlopes, float* inputSlopes,
                float* fromHiddenSlopes, float* beforeSlopes, std::int64_t size);

}  // namespace seekbench::executor

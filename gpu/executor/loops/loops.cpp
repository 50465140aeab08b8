// SPDX-License-Identifier: Apache-2.0
#include "gpu/executor/loops/loops.h"

#include <algorithm>
#include <cstring>

#include "gpu/executor/loops/clones.h"
#include "gpu/executor/loops/parallel.h"

namespace seekbench::executor {
SEEKBENCH_CLONES static void maskSlice(float* __restrict gradient, const float* __restrict output, std::int64_t count) {
    for (std::int64_t i = 0; i < count; ++i) gradient[i] = output[i] > 0 ? gradient[i] : 0.0f;
}
SEEKBENCH_CLONES static void reluSlice(float* __restrict output, const float* __restrict input, std::int64_t count) {
    for (std::int64_t i = 0; i < count; ++i) output[i] = input[i] > 0 ? input[i] : 0.0f;
}
SEEKBENCH_CLONES static void clipSlice(float* __restrict output, const float* __restrict input, float top, std::int64_t count) {
    for (std::int64_t i = 0; i < count; ++i) {
        const float low = input[i] > 0 ? input[i] : 0.0f;
        output[i] = low < top ? low : top;
    }
}
SEEKBENCH_CLONES static void maskClipSlice(float* __restrict gradient, const float* __restrict given, const float* __restrict output,
                                           float top, std::int64_t count) {
    for (std::int64_t i = 0; i < count; ++i) gradient[i] = output[i] > 0 && output[i] < top ? given[i] : 0.0f;
}
SEEKBENCH_CLONES static void rampSlice(float* __restrict output, const float* __restrict input, std::int64_t count) {
    for (std::int64_t i = 0; i < count; ++i) {
        const float y = input[i] * (1.0f / 6) + 0.5f, low = y > 0 ? y : 0.0f;
        output[i] = low < 1 ? low : 1.0f;
    }
}
SEEKBENCH_CLONES static void rampBackSlice(float* __restrict gradient, const float* __restrict given, const float* __restrict output,
                                           std::int64_t count) {
    for (std::int64_t i = 0; i < count; ++i) gradient[i] = output[i] > 0 && output[i] < 1 ? given[i] * (1.0f / 6) : 0.0f;
}
SEEKBENCH_CLONES static void addSlice(float* __restrict sum, const float* __restrict a, const float* __restrict b, std::int64_t count) {
    for (std::int64_t i = 0; i < count; ++i) sum[i] = a[i] + b[i];
}
SEEKBENCH_CLONES static void addToSlice(float* __restrict sum, const float* __restrict a, std::int64_t count) {
    for (std::int64_t i = 0; i < count; ++i) sum[i] += a[i];
}
SEEKBENCH_CLONES static void biasSlice(float* __restrict row, const float* __restrict bias, std::int64_t columns, bool relu) {
    if (relu)
        for (std::int64_t c = 0; c < columns; ++c) row[c] = std::max(row[c] + bias[c], 0.0f);
    else
        for (std::int64_t c = 0; c < columns; ++c) row[c] += bias[c];
}

void maskByOutput(float* gradient, const float* output, std::int64_t count) {
    inSlices(count, [=](std::int64_t at, std::int64_t length) { maskSlice(gradient + at, output + at, length); });
}
void relu(float* output, const float* input, std::int64_t count) {
    inSlices(count, [=](std::int64_t at, std::int64_t length) { reluSlice(output + at, input + at, length); });
}
void clip(float* output, const float* input, float top, std::int64_t count) {
    inSlices(count, [=](std::int64_t at, std::int64_t length) { clipSlice(output + at, input + at, top, length); });
}
void maskByClip(float* gradient, const float* outputGradient, const float* output, float top, std::int64_t count) {
    inSlices(count,
             [=](std::int64_t at, std::int64_t length) { maskClipSlice(gradient + at, outputGradient + at, output + at, top, length); });
}
void ramp(float* output, const float* input, std::int64_t count) {
    inSlices(count, [=](std::int64_t at, std::int64_t length) { rampSlice(output + at, input + at, length); });
}
void rampBack(float* gradient, const float* outputGradient, const float* output, std::int64_t count) {
    inSlices(count, [=](std::int64_t at, std::int64_t length) { rampBackSlice(gradient + at, outputGradient + at, output + at, length); });
}
void add(float* sum, const float* a, const float* b, std::int64_t count) {
    inSlices(count, [=](std::int64_t at, std::int64_t length) { addSlice(sum + at, a + at, b + at, length); });
}
void addTo(float* sum, const float* a, std::int64_t count) {
    inSlices(count, [=](std::int64_t at, std::int64_t length) { addToSlice(sum + at, a + at, length); });
}
void copy(float* to, const float* from, std::int64_t count) {
    inSlices(count, [=](std::int64_t at, std::int64_t length) {
        std::memcpy(to + at, from + at, static_cast<std::size_t>(length) * sizeof(float));
    });
}

void addBias(float* rows, const float* bias, std::int64_t rowCount, std::int64_t columns, bool relu) {
#pragma omp parallel for if (rowCount * columns > kWorthThreads)
    for (std::int64_t row = 0; row < rowCount; ++row) biasSlice(rows + row * columns, bias, columns, relu);
}

void sumColumns(float* sums, const float* rows, std::int64_t rowCount, std::int64_t columns) {
    constexpr std::int64_t kBlock = 256;
    const std::int64_t blocks = (columns + kBlock - 1) / kBlock;
#pragma omp parallel for if (rowCount * columns > kWorthThreads)
    for (std::int64_t block = 0; block < blocks; ++block) {
        const std::int64_t first = block * kBlock, width = std::min(kBlock, columns - first);
        std::fill_n(sums + first, width, 0.0f);
        for (std::int64_t row = 0; row < rowCount; ++row) addToSlice(sums + first, rows + row * columns + first, width);
    }
}

}  // namespace seekbench::executor

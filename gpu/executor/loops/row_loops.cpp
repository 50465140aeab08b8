// SPDX-License-Identifier: Apache-2.0
#include "gpu/executor/loops/row_loops.h"

#include <bit>
#include <cmath>

#include "gpu/executor/loops/clones.h"

// A sum says `omp simd`, which allows the compiler to keep a part of it in each lane.

namespace seekbench::executor {
namespace {

// eˣ to 2e-7 of its value, after Cephes' expf; without branches, so that loops of it become vectors.
[[gnu::always_inline]] inline float exponential(float x) {
    constexpr float kRound = 12582912.0f;  // 1.5 · 2²³: adding it leaves the nearest whole number in the low bits
    const float low = x < -87.3f ? -87.3f : x, bounded = low > 88.3f ? 88.3f : low;
    const float shifted = bounded * 1.44269504088896341f + kRound, whole = shifted - kRound;
    const float r = bounded - whole * 0.693359375f - whole * -2.12194440e-4f;
    float y = 1.9875691500e-4f;
    y = y * r + 1.3981999507e-3f;
    y = y * r + 8.3334519073e-3f;
    y = y * r + 4.1665795894e-2f;
    y = y * r + 1.6666665459e-1f;
    y = y * r + 5.0000001201e-1f;
    y = y * r * r + r + 1.0f;
    return std::bit_cast<float>(std::bit_cast<std::int32_t>(y) + (std::bit_cast<std::int32_t>(shifted) << 23));
}
[[gnu::always_inline]] inline float sigmoid(float x) { return 1.0f / (1.0f + exponential(-x)); }
[[gnu::always_inline]] inline float tangent(float x) { return 2.0f * sigmoid(x + x) - 1.0f; }

}  // namespace

SEEKBENCH_CLONES static float sumOf(const float* row, std::int64_t columns) {
    float sum = 0;
#pragma omp simd reduction(+ : sum)
    for (std::int64_t c = 0; c < columns; ++c) sum += row[c];
    return sum;
}
SEEKBENCH_CLONES static float squaresOf(const float* row, float mean, std::int64_t columns) {
    float sum = 0;
#pragma omp simd reduction(+ : sum)
    for (std::int64_t c = 0; c < columns; ++c) sum += (row[c] - mean) * (row[c] - mean);
    return sum;
}
SEEKBENCH_CLONES static void shiftAndScale(float* __restrict out, const float* __restrict in, float mean, float factor,
                                           const float* __restrict weight, const float* __restrict bias, std::int64_t columns) {
    if (weight != nullptr && bias != nullptr)
        for (std::int64_t c = 0; c < columns; ++c) out[c] = (in[c] - mean) * factor * weight[c] + bias[c];
    else if (weight != nullptr)
        for (std::int64_t c = 0; c < columns; ++c) out[c] = (in[c] - mean) * factor * weight[c];
    else
        for (std::int64_t c = 0; c < columns; ++c) out[c] = (in[c] - mean) * factor;
}

// Two passes for the statistics: the row is in the nearest cache, and no digits are lost.
static void measure(const float* row, std::int64_t count, bool centered, float epsilon, float* statistics) {
    const auto columns = static_cast<float>(count);
    statistics[0] = centered ? sumOf(row, count) / columns : 0.0f;
    statistics[1] = 1.0f / std::sqrt(squaresOf(row, statistics[0], count) / columns + epsilon);
}
void measureRow(const float* row, std::int64_t columns, float epsilon, float* statistics) {
    measure(row, columns, true, epsilon, statistics);
}

void normalizeRow(const RowNorm& norm, const float* in, float* out, float* statistics) {
    measure(in, norm.columns, norm.centered, norm.epsilon, statistics);
    shiftAndScale(out, in, statistics[0], statistics[1], norm.weight, norm.bias, norm.columns);
}

// With x̂ the normalized number and g = dy · weight: dx = (g − mean(g) − x̂ · mean(g · x̂)) / √…; not centered: without mean(g).
SEEKBENCH_CLONES static void slopeSums(const float* __restrict in, const float* __restrict outSlopes, const float* __restrict weight,
                                       float mean, float factor, std::int64_t columns, float& slopes, float& products) {
    float sum = 0, product = 0;
    if (weight != nullptr) {
#pragma omp simd reduction(+ : sum, product)
        for (std::int64_t c = 0; c < columns; ++c) {
            const float slope = outSlopes[c] * weight[c];
            sum += slope;
            product += slope * (in[c] - mean);
        }
    } else {
#pragma omp simd reduction(+ : sum, product)
        for (std::int64_t c = 0; c < columns; ++c) {
            sum += outSlopes[c];
            product += outSlopes[c] * (in[c] - mean);
        }
    }
    slopes = sum;
    products = product * factor;
}
SEEKBENCH_CLONES static void writeSlopes(float* __restrict inSlopes, const float* __restrict in, const float* __restrict outSlopes,
                                         const float* __restrict weight, float mean, float factor, float meanSlope, float meanProduct,
                                         std::int64_t columns) {
    const float perNumber = meanProduct * factor;
    if (weight != nullptr)
        for (std::int64_t c = 0; c < columns; ++c)
            inSlopes[c] = (outSlopes[c] * weight[c] - meanSlope - (in[c] - mean) * perNumber) * factor;
    else
        for (std::int64_t c = 0; c < columns; ++c) inSlopes[c] = (outSlopes[c] - meanSlope - (in[c] - mean) * perNumber) * factor;
}
SEEKBENCH_CLONES static void addWeightSlopes(float* __restrict weightSlopes, float* __restrict biasSlopes, const float* __restrict in,
                                             const float* __restrict outSlopes, float mean, float factor, std::int64_t columns) {
    if (biasSlopes != nullptr)
        for (std::int64_t c = 0; c < columns; ++c) {
            weightSlopes[c] += outSlopes[c] * (in[c] - mean) * factor;
            biasSlopes[c] += outSlopes[c];
        }
    else
        for (std::int64_t c = 0; c < columns; ++c) weightSlopes[c] += outSlopes[c] * (in[c] - mean) * factor;
}

void normalizeRowBack(const RowNorm& norm, const float* in, const float* statistics, const float* outSlopes, float* inSlopes,
                      float* weightSlopes, float* biasSlopes) {
    const float mean = statistics[0], factor = statistics[1];
    if (inSlopes != nullptr) {
        float slopes = 0, products = 0;
        slopeSums(in, outSlopes, norm.weight, mean, factor, norm.columns, slopes, products);
        const auto columns = static_cast<float>(norm.columns);
        writeSlopes(inSlopes, in, outSlopes, norm.weight, mean, factor, norm.centered ? slopes / columns : 0.0f, products / columns,
                    norm.columns);
    }
    if (weightSlopes != nullptr) addWeightSlopes(weightSlopes, biasSlopes, in, outSlopes, mean, factor, norm.columns);
}

void slopeSumsOfRow(const float* row, const float* slopes, std::int64_t columns, float mean, float factor, float* sums) {
    slopeSums(row, slopes, nullptr, mean, factor, columns, sums[0], sums[1]);
}
SEEKBENCH_CLONES static void combine(float* __restrict out, const float* __restrict a, float ofA, const float* __restrict b, float ofB,
                                     float shift, std::int64_t columns) {
    for (std::int64_t c = 0; c < columns; ++c) out[c] = a[c] * ofA + b[c] * ofB + shift;
}
void combineRows(float* out, const float* a, float ofA, const float* b, float ofB, float shift, std::int64_t columns) {
    combine(out, a, ofA, b, ofB, shift, columns);
}

float shortenRow(const float* in, float* out, std::int64_t columns, float epsilon) {
    const float length = std::sqrt(squaresOf(in, 0, columns)), divisor = length > epsilon ? length : epsilon;
    scaleRow(out, in, 1.0f / divisor, columns);
    return divisor;
}

SEEKBENCH_CLONES static void projectAway(float* __restrict inSlopes, const float* __restrict outSlopes, const float* __restrict out,
                                         float along, float factor, std::int64_t columns) {
    for (std::int64_t c = 0; c < columns; ++c) inSlopes[c] = (outSlopes[c] - out[c] * along) * factor;
}
// What points along y does not change it, unless ε was the divisor.
void shortenRowBack(const float* out, const float* outSlopes, float* inSlopes, std::int64_t columns, float divisor, float epsilon) {
    projectAway(inSlopes, outSlopes, out, divisor > epsilon ? dotRows(out, outSlopes, columns) : 0.0f, 1.0f / divisor, columns);
}

SEEKBENCH_CLONES static void addTo(float* __restrict sum, const float* __restrict row, std::int64_t columns) {
    for (std::int64_t c = 0; c < columns; ++c) sum[c] += row[c];
}
SEEKBENCH_CLONES static void productOf(float* __restrict product, const float* a, const float* b, std::int64_t columns) {
    for (std::int64_t c = 0; c < columns; ++c) product[c] = a[c] * b[c];
}
SEEKBENCH_CLONES static void scaled(float* out, const float* in, float factor, std::int64_t columns) {
#pragma omp simd
    for (std::int64_t c = 0; c < columns; ++c) out[c] = in[c] * factor;
}
SEEKBENCH_CLONES static void addScaled(float* __restrict sum, const float* __restrict row, float factor, std::int64_t columns) {
    for (std::int64_t c = 0; c < columns; ++c) sum[c] += row[c] * factor;
}
SEEKBENCH_CLONES static float dot(const float* a, const float* b, std::int64_t columns) {
    float sum = 0;
#pragma omp simd reduction(+ : sum)
    for (std::int64_t c = 0; c < columns; ++c) sum += a[c] * b[c];
    return sum;
}
void addRow(float* sum, const float* row, std::int64_t columns) { addTo(sum, row, columns); }
void multiplyRow(float* product, const float* a, const float* b, std::int64_t columns) { productOf(product, a, b, columns); }
void scaleRow(float* out, const float* in, float factor, std::int64_t columns) { scaled(out, in, factor, columns); }
void addScaledRow(float* sum, const float* row, float factor, std::int64_t columns) { addScaled(sum, row, factor, columns); }
float sumRow(const float* row, std::int64_t columns) { return sumOf(row, columns); }
float dotRows(const float* a, const float* b, std::int64_t columns) { return dot(a, b, columns); }

// Cho et al. 2014, arXiv 1406.1078, in the form of torch.nn.GRU.
SEEKBENCH_CLONES static void gruForward(float* __restrict fromInput, const float* __restrict fromHidden, const float* __restrict before,
                                        float* __restrict hidden, std::int64_t size) {
    for (std::int64_t j = 0; j < size; ++j) {
        const float reset = sigmoid(fromInput[j] + fromHidden[j]), update = sigmoid(fromInput[size + j] + fromHidden[size + j]);
        const float fresh = tangent(fromInput[2 * size + j] + reset * fromHidden[2 * size + j]);
        fromInput[j] = reset;
        fromInput[size + j] = update;
        fromInput[2 * size + j] = fresh;
        hidden[j] = fresh + update * (before[j] - fresh);
    }
}
SEEKBENCH_CLONES static void gruBackward(const float* __restrict gates, const float* __restrict fromHidden, const float* __restrict before,
                                         const float* __restrict hiddenSlopes, float* __restrict inputSlopes,
                                         float* __restrict fromHiddenSlopes, float* __restrict beforeSlopes, std::int64_t size) {
    for (std::int64_t j = 0; j < size; ++j) {
        const float reset = gates[j], update = gates[size + j], fresh = gates[2 * size + j], slope = hiddenSlopes[j];
        const float ofFresh = slope * (1 - update) * (1 - fresh * fresh);
        const float ofUpdate = slope * (before[j] - fresh) * update * (1 - update);
        const float ofReset = ofFresh * fromHidden[2 * size + j] * reset * (1 - reset);
        inputSlopes[j] = ofReset;
        inputSlopes[size + j] = ofUpdate;
        inputSlopes[2 * size + j] = ofFresh;
        fromHiddenSlopes[j] = ofReset;
        fromHiddenSlopes[size + j] = ofUpdate;
        fromHiddenSlopes[2 * size + j] = ofFresh * reset;
        beforeSlopes[j] = slope * update;
    }
}
void gruRow(float* fromInput, const float* fromHidden, const float* before, float* hidden, std::int64_t size) {
    gruForward(fromInput, fromHidden, before, hidden, size);
}
void gruRowBack(const float* gates, const float* fromHidden, const float* before, const float* hiddenSlopes, float* inputSlopes,
                float* fromHiddenSlopes, float* beforeSlopes, std::int64_t size) {
    gruBackward(gates, fromHidden, before, hiddenSlopes, inputSlopes, fromHiddenSlopes, beforeSlopes, size);
}

}  // namespace seekbench::executor

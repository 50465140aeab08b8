// SPDX-License-Identifier: Apache-2.0
#include "gpu/training/optimizer_kernels.h"

#include <cmath>

namespace seekbench {
namespace {

// Always inlined, so that each of the entry points below compiles the loop for its own instruction set.
[[gnu::always_inline]] inline double loop(const SgdUpdate& update, const OptimizerSlice& slice) {
    float* __restrict p = slice.parameter;
    const float* __restrict g = slice.gradient;
    float* __restrict buffer = slice.moments[0];
    const auto learningRate = static_cast<float>(update.learningRate), momentum = static_cast<float>(update.momentum),
               decay = static_cast<float>(update.weightDecay);
    float squares = 0;
    if (buffer == nullptr) {
#pragma omp simd reduction(+ : squares)
        for (std::int64_t i = 0; i < slice.count; ++i) {
            squares += g[i] * g[i];
            p[i] -= learningRate * (g[i] + decay * p[i]);
        }
        return squares;
    }
    // One loop for both kinds: `direct` is 0 without Nesterov's look-ahead.
    const float direct = update.nesterov ? 1.0f : 0.0f, kept = update.nesterov ? momentum : 1.0f;
#pragma omp simd reduction(+ : squares)
    for (std::int64_t i = 0; i < slice.count; ++i) {
        squares += g[i] * g[i];
        const float gradient = g[i] + decay * p[i];
        const float moved = momentum * buffer[i] + gradient;
        buffer[i] = moved;
        p[i] -= learningRate * (direct * gradient + kept * moved);
    }
    return squares;
}

[[gnu::always_inline]] inline double loop(const AdamUpdate& update, const OptimizerSlice& slice) {
    float* __restrict p = slice.parameter;
    const float* __restrict g = slice.gradient;
    float* __restrict m = slice.moments[0];
    float* __restrict v = slice.moments[1];
    const auto beta1 = static_cast<float>(update.beta1), beta2 = static_cast<float>(update.beta2);
    const auto rest1 = static_cast<float>(1 - update.beta1), rest2 = static_cast<float>(1 - update.beta2);
    const auto stepSize = static_cast<float>(update.stepSize), epsilon = static_cast<float>(update.epsilon);
    const auto scale = static_cast<float>(1 / update.rootCorrection);
    const auto decay = static_cast<float>(update.weightDecay), shrink = static_cast<float>(update.shrink);
    float squares = 0;
#pragma omp simd reduction(+ : squares)
    for (std::int64_t i = 0; i < slice.count; ++i) {
        squares += g[i] * g[i];
        const float gradient = g[i] + decay * p[i];
        const float mean = beta1 * m[i] + rest1 * gradient;
        const float square = beta2 * v[i] + rest2 * gradient * gradient;
        m[i] = mean;
        v[i] = square;
        p[i] = shrink * p[i] - stepSize * mean / (std::sqrt(square) * scale + epsilon);
    }
    return squares;
}

[[gnu::always_inline]] inline double loop(const LionUpdate& update, const OptimizerSlice& slice) {
    float* __restrict p = slice.parameter;
    const float* __restrict g = slice.gradient;
    float* __restrict m = slice.moments[0];
    const auto beta1 = static_cast<float>(update.beta1), beta2 = static_cast<float>(update.beta2);
    const auto rest1 = static_cast<float>(1 - update.beta1), rest2 = static_cast<float>(1 - update.beta2);
    const auto learningRate = static_cast<float>(update.learningRate), shrink = static_cast<float>(update.shrink);
    float squares = 0;
#pragma omp simd reduction(+ : squares)
    for (std::int64_t i = 0; i < slice.count; ++i) {
        squares += g[i] * g[i];
        const float direction = beta1 * m[i] + rest1 * g[i];
        m[i] = beta2 * m[i] + rest2 * g[i];
        // What is neither above nor below zero stays, so a value that is not a number shows in the mean and in the norm, not here.
        const float up = direction > 0 ? learningRate : 0.0f, down = direction < 0 ? learningRate : 0.0f;
        p[i] = shrink * p[i] - (up - down);
    }
    return squares;
}

template <class Update>
double baseline(const Update& update, const OptimizerSlice& slice) {
    return loop(update, slice);
}

#if defined(__x86_64__) && defined(__GNUC__)
template <class Update>
[[gnu::target("avx2")]] double avx2(const Update& update, const OptimizerSlice& slice) {
    return loop(update, slice);
}

template <class Update>
double dispatched(const Update& update, const OptimizerSlice& slice) {
    static const auto chosen = __builtin_cpu_supports("avx2") ? &avx2<Update> : &baseline<Update>;
    return chosen(update, slice);
}
#else
template <class Update>
double dispatched(const Update& update, const OptimizerSlice& slice) {
    return baseline(update, slice);
}
#endif

}  // namespace

double applyUpdate(const OptimizerUpdate& update, const OptimizerSlice& slice) {
    return std::visit([&](const auto& kind) { return dispatched(kind, slice); }, update);
}

}  // namespace seekbench

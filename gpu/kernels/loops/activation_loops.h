// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/kernels/loops/kernel_table.h"
#include "gpu/kernels/loops/lanes.h"

namespace seekbench {
namespace {

// The share of x that gelu(x) is, and its slope times x.
struct Gate {
    Floats share, turn;
};

// The normal distribution's Φ(x). Its tail is ½ P(t) e^(−x²/2) with t = 1 / (1 + 0.3275911 |x| / √2), to 1e-7 (Abramowitz and Stegun
// 1964, 7.1.26).
[[gnu::always_inline]] inline Gate normalGate(Floats x) {
    const Floats t = 1.0f / (magnitude(x) * 0.23164190f + 1.0f), bell = exponentialOfNegative(x * x * -0.5f);
    const Floats series = (((t * 0.5307027145f - 0.7265760135f) * t + 0.7107068705f) * t - 0.142248368f) * t + 0.127414796f;
    const Floats tail = series * t * bell;
    return {select(x < Floats{}, tail, 1.0f - tail), x * bell * 0.3989422804f};
}

// ½ (1 + tanh u) = 1 / (1 + e^(−2u)) with u = √(2/π) (x + 0.044715 x³).
[[gnu::always_inline]] inline Gate tanhGate(Floats x) {
    const Floats square = x * x;
    const Floats rest = exponential(x * (square * -0.0713548163f - 1.5957691216f)), share = 1.0f / (rest + 1.0f);
    return {share, x * (square * 0.2140644489f + 1.5957691216f) * (rest * share * share)};
}

[[gnu::always_inline]] inline Gate gateOf(Floats x, GeluGate gate) { return gate == GeluGate::Tanh ? tanhGate(x) : normalGate(x); }

inline void gelu(GeluGate gate, const float* in, float* out, std::int64_t count) {
    for (std::int64_t i = 0; i < count; i += kLanes) {
        const Floats x = loadSome(in + i, count - i, 0);
        storeSome(out + i, count - i, x * gateOf(x, gate).share);
    }
}

inline void geluBackward(GeluGate gate, const float* in, const float* outSlopes, float* inSlopes, std::int64_t count) {
    for (std::int64_t i = 0; i < count; i += kLanes) {
        const Gate at = gateOf(loadSome(in + i, count - i, 0), gate);
        storeSome(inSlopes + i, count - i, loadSome(outSlopes + i, count - i, 0) * (at.share + at.turn));
    }
}

}  // namespace
}  // namespace seekbench

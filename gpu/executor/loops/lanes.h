// SPDX-License-Identifier: Apache-2.0
#pragma once

// Eight floats that the processor computes with at once, or in two or four steps where it has no such registers. For functions with
// SEEKBENCH_CLONES. Multiply them by the number itself, number * lanes: GCC 12 loads that into all lanes at once. A vector that is made of
// it beforehand takes five steps.

namespace seekbench::executor {

inline constexpr int kLaneCount = 8;
typedef float Lanes __attribute__((vector_size(kLaneCount * sizeof(float)), aligned(sizeof(float)), may_alias));

#define SEEKBENCH_INLINE [[gnu::always_inline]] inline

SEEKBENCH_INLINE Lanes load(const float* from) { return *reinterpret_cast<const Lanes*>(from); }
SEEKBENCH_INLINE void store(float* to, const Lanes& lanes) { *reinterpret_cast<Lanes*>(to) = lanes; }

}  // namespace seekbench::executor

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Vectors of as many floats as the instruction set that this file is compiled for, and elementary functions of them. Everything in this
// folder's *_loops.h has internal linkage and calls nothing of the standard library: a function that the linker shares between files
// compiled for different processors would be the undoing of the oldest.

#include <cstdint>

// SEEKBENCH_LANES given from outside: vectors of another length than the processor's, which the compiler takes apart. For tests of the
// loops for processors that this one is not.
#if !defined(SEEKBENCH_LANES)
#if defined(__AVX512F__)
#define SEEKBENCH_LANES 16
#define SEEKBENCH_PARTS_AVX512
#elif defined(__AVX2__)
#define SEEKBENCH_LANES 8
#define SEEKBENCH_PARTS_AVX2
#else
#define SEEKBENCH_LANES 4
#endif
#endif

#if defined(SEEKBENCH_PARTS_AVX512) || defined(SEEKBENCH_PARTS_AVX2)
#include <immintrin.h>  // only for loads and stores of a part of a vector; its functions are always inlined
#endif

namespace seekbench {
namespace {

constexpr std::int64_t kLanes = SEEKBENCH_LANES;

typedef float Floats __attribute__((vector_size(kLanes * 4)));
typedef std::int32_t Ints __attribute__((vector_size(kLanes * 4)));
typedef std::uint32_t Words __attribute__((vector_size(kLanes * 4)));
typedef std::uint8_t Bytes __attribute__((vector_size(kLanes)));

template <class Vector, class Element>
[[gnu::always_inline]] inline Vector load(const Element* from) {
    Vector vector;
    __builtin_memcpy(&vector, from, sizeof(Vector));
    return vector;
}
[[gnu::always_inline]] inline Floats load(const float* from) { return load<Floats>(from); }

template <class Vector, class Element>
[[gnu::always_inline]] inline void store(Element* to, Vector vector) {
    __builtin_memcpy(to, &vector, sizeof(Vector));
}

// Written out: of a sum with a scalar GCC 12 makes an addition and a shuffle instead of one load, which halves the speed of the products.
[[gnu::always_inline]] inline Floats all(float v) {
#if SEEKBENCH_LANES == 16
    return Floats{v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v};
#elif SEEKBENCH_LANES == 8
    return Floats{v, v, v, v, v, v, v, v};
#else
    return Floats{v, v, v, v};
#endif
}
[[gnu::always_inline]] inline Ints allInts(std::int32_t value) { return Ints{} + value; }
[[gnu::always_inline]] inline Ints laneNumbers() {
    Ints numbers{};
    for (std::int64_t i = 0; i < kLanes; ++i) numbers[i] = static_cast<std::int32_t>(i);
    return numbers;
}
// Of the first `count` lanes, which may be any number.
[[gnu::always_inline]] inline Ints firstLanes(std::int64_t count) {
    return laneNumbers() < static_cast<std::int32_t>(count < kLanes ? count : kLanes);
}
[[gnu::always_inline]] inline Floats select(Ints where, Floats a, Floats b) { return where ? a : b; }

// The first `count` elements; the others are `rest`.
[[gnu::always_inline]] inline Floats loadSome(const float* from, std::int64_t count, float rest) {
    if (count >= kLanes) return load(from);
#if defined(SEEKBENCH_PARTS_AVX512)
    return (Floats)_mm512_mask_loadu_ps((__m512)all(rest), static_cast<__mmask16>((1u << count) - 1), from);
#elif defined(SEEKBENCH_PARTS_AVX2)
    const Ints first = firstLanes(count);
    return select(first, (Floats)_mm256_maskload_ps(from, (__m256i)first), all(rest));
#else
    Floats some = all(rest);
    for (std::int64_t i = 0; i < count; ++i) some[i] = from[i];
    return some;
#endif
}
[[gnu::always_inline]] inline void storeSome(float* to, std::int64_t count, Floats vector) {
    if (count >= kLanes) return store(to, vector);
#if defined(SEEKBENCH_PARTS_AVX512)
    _mm512_mask_storeu_ps(to, static_cast<__mmask16>((1u << count) - 1), (__m512)vector);
#elif defined(SEEKBENCH_PARTS_AVX2)
    _mm256_maskstore_ps(to, (__m256i)firstLanes(count), (__m256)vector);
#else
    for (std::int64_t i = 0; i < count; ++i) to[i] = vector[i];
#endif
}

[[gnu::always_inline]] inline Floats greater(Floats a, Floats b) { return a > b ? a : b; }
[[gnu::always_inline]] inline Floats lesser(Floats a, Floats b) { return a < b ? a : b; }
[[gnu::always_inline]] inline Floats magnitude(Floats x) { return (Floats)((Ints)x & 0x7fffffff); }

[[gnu::always_inline]] inline double sum(Floats x) {
    double total = 0;
    for (std::int64_t i = 0; i < kLanes; ++i) total += static_cast<double>(x[i]);
    return total;
}
[[gnu::always_inline]] inline float greatest(Floats x) {
    float most = x[0];
    for (std::int64_t i = 1; i < kLanes; ++i) most = x[i] > most ? x[i] : most;
    return most;
}

// Two vectors of neighbours: those with even and with odd numbers.
template <class Vector>
[[gnu::always_inline]] inline Vector everySecond(Vector a, Vector b, std::int32_t from) {
    return __builtin_shuffle(a, b, laneNumbers() * 2 + from);
}

constexpr float kInfinity = __builtin_inff();

// eʳ for |r| ≤ ln 2 / 2, after Cephes' expf; in pairs, because the loops wait for the results of one another's operations.
[[gnu::always_inline]] inline Floats powerSeries(Floats r) {
    const Floats square = r * r;
    const Floats high = (r * 1.9875691500e-4f + 1.3981999507e-3f) * square + (r * 8.3334519073e-3f + 4.1665795894e-2f);
    const Floats low = r * 1.6666665459e-1f + 5.0000001201e-1f;
    return (high * square + low) * square + (r + 1.0f);
}

// eˣ to 1e-7 of its value; 0 below −87.3 and at −∞, the greatest float's order above 88: eˣ = 2ⁿ · eʳ with
// |r| ≤ ln 2 / 2.
[[gnu::always_inline]] inline Floats exponential(Floats x) {
    constexpr float kRound = 12582912.0f;  // 1.5 · 2²³: adding it leaves the nearest whole number in the low bits
    const Ints vanishes = x < -87.3f;
    const Floats bounded = greater(lesser(x, all(88.3f)), all(-87.3f));
    const Floats shifted = bounded * 1.44269504088896341f + kRound;
    const Floats whole = shifted - kRound;
    const Floats r = bounded - whole * 0.693359375f - whole * -2.12194440e-4f;
    const Floats y = powerSeries(r);
    const Ints power = ((Ints)shifted - (0x4b400000 - 127)) << 23;
    return select(vanishes, Floats{}, y * (Floats)power);
}

// eˣ for x ≤ 0; below −87.3 the least normal number, for the whole of it.
[[gnu::always_inline]] inline Floats exponentialOfNegative(Floats x) {
    constexpr float kRound = 12582912.0f;
    const Floats bounded = greater(x, all(-87.3f));
    const Floats shifted = bounded * 1.44269504088896341f + kRound;
    const Floats whole = shifted - kRound;
    const Floats r = bounded - whole * 0.693359375f - whole * -2.12194440e-4f;
    const Floats y = powerSeries(r);
    return (Floats)((Ints)y + ((Ints)shifted << 23));  // the whole number's low bits, added to the exponent
}

// ln x of positive normal numbers, after Cephes' logf.
[[gnu::always_inline]] inline Floats logarithm(Floats x) {
    const Ints bits = (Ints)x;
    Floats m = (Floats)((bits & 0x007fffff) | 0x3f000000);  // ½ to 1
    const Ints low = m < 0.707106781186547524f;
    const Floats exponent = __builtin_convertvector((bits >> 23) - 126 + low, Floats);  // a true comparison is −1
    m = select(low, m + m, m) - 1.0f;
    const Floats z = m * m;
    Floats y = all(7.0376836292e-2f);
    y = y * m - 1.1514610310e-1f;
    y = y * m + 1.1676998740e-1f;
    y = y * m - 1.2420140846e-1f;
    y = y * m + 1.4249322787e-1f;
    y = y * m - 1.6668057665e-1f;
    y = y * m + 2.0000714765e-1f;
    y = y * m - 2.4999993993e-1f;
    y = y * m + 3.3333331174e-1f;
    y = y * m * z + exponent * -2.12194440e-4f - 0.5f * z;
    return m + y + exponent * 0.693359375f;
}

// 1 / (1 + x) and ln(1 + x) for 0 ≤ x ≤ 1 with one division: ln(1 + x) = 2 artanh z with z = x / (2 + x) ≤ 1/3, by its series, whose next
// term is below 1e-8 of it.
struct OneOver {
    Floats inverse, logarithm;
};
[[gnu::always_inline]] inline OneOver oneOverOnePlus(Floats x) {
    const Floats one = x + 1.0f, two = x + 2.0f, both = 1.0f / (one * two);
    const Floats z = x * one * both, square = z * z;
    const Floats fourth = square * square, high = (square * (2.0f / 13) + 2.0f / 11) * fourth + (square * (2.0f / 9) + 2.0f / 7);
    const Floats low = square * (2.0f / 5) + 2.0f / 3;
    return {two * both, z * ((high * fourth + low) * square + 2.0f)};
}

}  // namespace
}  // namespace seekbench

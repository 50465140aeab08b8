// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cassert>
#include <cstdint>

namespace seekbench {

// SplitMix64 (Steele, Lea and Flood 2014): turns one number into a stream of well mixed ones, to seed other generators.
class SplitMix64 {
public:
    explicit SplitMix64(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t next() {
        std::uint64_t z = (m_state += 0x9E3779B97F4A7C15u);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }

private:
    std::uint64_t m_state;
};

// xoshiro256** (Blackman and Vigna 2018), seeded by SplitMix64 from two numbers: equal pairs give equal streams on every
// platform and compiler, which the distributions of the standard library do not promise.
class Xoshiro256 {
public:
    Xoshiro256(std::uint64_t seed, std::uint64_t stream) {
        SplitMix64 mix(SplitMix64(seed).next() + stream);
        for (std::uint64_t& word : m_state) word = mix.next();
    }

    std::uint64_t next() {
        const std::uint64_t result = std::rotl(m_state[1] * 5, 7) * 9;
        const std::uint64_t shifted = m_state[1] << 17;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= shifted;
        m_state[3] = std::rotl(m_state[3], 45);
        return result;
    }

    // An integer below `bound` > 0, every one equally likely: numbers in the incomplete last round are drawn again.
    std::uint64_t below(std::uint64_t bound) {
        assert(bound > 0);
        const std::uint64_t excess = -bound % bound;  // 2^64 mod bound
        std::uint64_t number = next();
        while (number < excess) number = next();
        return number % bound;
    }

    // A number in [-1, 1) with 24 bits: exact in a float.
    float symmetric() { return static_cast<float>(next() >> 40) * 0x1p-23f - 1.0f; }
    // A number in [0, 1) with 24 bits.
    float unit() { return static_cast<float>(next() >> 40) * 0x1p-24f; }
    // A number with mean 0 and variance 1 whose distribution is close to a normal one, see bellOf().
    float bell();

private:
    std::uint64_t m_state[4];
};

// The sum of the four 16-bit parts of uniform `bits`, scaled to mean 0 and variance 1: close to a normal number (never beyond 3.5), and
// without the logarithm of an exact one, which differs in the last bit between mathematical libraries.
inline float bellOf(std::uint64_t bits) {
    const std::int32_t sum = static_cast<std::int32_t>((bits & 0xFFFF) + (bits >> 16 & 0xFFFF) + (bits >> 32 & 0xFFFF) + (bits >> 48));
    return static_cast<float>(sum - 131070) * (1.7320508f / 65536.0f);
}
inline float Xoshiro256::bell() { return bellOf(next()); }

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Random numbers by counter: the number of an element is a mix of a seed and the element's place, so that it can be asked for again in
// the backward pass, by any thread, and nothing is stored. The mix is the finaliser of MurmurHash3, in 32 bits for places within a
// stretch and in 64 bits for the seed of a stretch.

#include "gpu/kernels/loops/kernel_table.h"
#include "gpu/kernels/loops/lanes.h"

namespace seekbench {
namespace {

[[gnu::always_inline]] inline std::uint32_t stretchSeed(std::uint64_t seed, std::uint64_t stretch) {
    std::uint64_t x = seed ^ (stretch * 0x9e3779b97f4a7c15u);
    x = (x ^ (x >> 33)) * 0xff51afd7ed558ccdu;
    x = (x ^ (x >> 33)) * 0xc4ceb9fe1a85ec53u;
    return static_cast<std::uint32_t>(x >> 32);
}

// Whether the elements `places` of a stretch are kept: with probability 1 − dropBelow / 2³², to 2⁻³¹.
[[gnu::always_inline]] inline Ints kept(std::uint32_t seed, Words places, std::uint32_t dropBelow) {
    Words x = (places * 0x9e3779b1u) ^ seed;
    x = (x ^ (x >> 16)) * 0x85ebca6bu;
    x = (x ^ (x >> 13)) * 0xc2b2ae35u;
    x = x ^ (x >> 16);
    return (Ints)(x >> 1) >= static_cast<std::int32_t>(dropBelow >> 1);
}

void dropout(const float* in, float* out, std::int64_t first, std::int64_t count, std::uint64_t seed, std::uint32_t dropBelow,
             float keptScale) {
    constexpr std::int64_t kStretch = std::int64_t(1) << 16;
    for (std::int64_t done = 0; done < count;) {
        const std::int64_t place = first + done, inStretch = place % kStretch;
        const std::int64_t length = kStretch - inStretch < count - done ? kStretch - inStretch : count - done;
        const std::uint32_t own = stretchSeed(seed, static_cast<std::uint64_t>(place / kStretch));
        Words places = (Words)laneNumbers() + static_cast<std::uint32_t>(inStretch);
        for (std::int64_t i = 0; i < length; i += kLanes, places += static_cast<std::uint32_t>(kLanes)) {
            const Floats x = loadSome(in + done + i, length - i, 0);
            storeSome(out + done + i, length - i, select(kept(own, places, dropBelow), x * keptScale, Floats{}));
        }
        done += length;
    }
}

}  // namespace
}  // namespace seekbench

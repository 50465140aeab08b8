// SPDX-License-Identifier: Apache-2.0
#pragma once

// How large the gradients of an update are, and what half precision (fp16) makes of such numbers. Its smallest number is 2⁻²⁴, below 2⁻¹⁴
// it keeps fewer and fewer digits, and above 65504 there is only infinity.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/evaluation/curves.h"

namespace seekbench {

// The places of a curve of sizes besides the powers of two from −149 (the smallest number of single precision) to 127.
inline constexpr int kZeroSize = -150;      // exactly zero
inline constexpr int kNonFiniteSize = 128;  // infinite, or not a number

// Counts numbers by their power of two. A value.
class SizeCounts {
public:
    void add(std::span<const float> values);
    // x: power of two, or one of the two places above; y: share of all numbers. Places without any are left out.
    std::vector<CurvePoint> curve() const;

private:
    std::array<std::int64_t, kNonFiniteSize - kZeroSize + 1> m_counts{};
};

// The points of such a curve from one power of two to another, places without any among them.
std::vector<CurvePoint> sizesBetween(std::span<const CurvePoint> curve, int lowest, int highest);

// Shares of the numbers of such a curve; together 1, unless the curve is empty.
struct HalfShares {
    double zero = 0;       // zero already
    double lost = 0;       // below 2⁻²⁴: becomes zero or the smallest number
    double subnormal = 0;  // below 2⁻¹⁴: keeps only some of its digits
    double normal = 0;
    double tooLarge = 0;  // from 2¹⁶ on, or not finite: becomes infinite
    bool operator==(const HalfShares&) const = default;
};
HalfShares halfSharesOf(std::span<const CurvePoint> curve);

}  // namespace seekbench

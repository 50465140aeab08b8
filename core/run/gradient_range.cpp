// SPDX-License-Identifier: Apache-2.0
#include "core/run/gradient_range.h"

#include <bit>
#include <cmath>
#include <numeric>

namespace seekbench {
namespace {

// floor(log2 |value|) from the bits: a hundred million numbers are looked at between two epochs.
int sizeOf(float value) {
    constexpr std::uint32_t kExponents = 0xff;
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t exponent = (bits >> 23) & kExponents, digits = bits & 0x7fffff;
    if (exponent == kExponents) return kNonFiniteSize;
    if (exponent != 0) return static_cast<int>(exponent) - 127;
    return digits == 0 ? kZeroSize : static_cast<int>(std::bit_width(digits)) - 150;
}

}  // namespace

void SizeCounts::add(std::span<const float> values) {
    for (const float value : values) ++m_counts[static_cast<std::size_t>(sizeOf(value) - kZeroSize)];
}

std::vector<CurvePoint> SizeCounts::curve() const {
    const auto all = static_cast<double>(std::accumulate(m_counts.begin(), m_counts.end(), std::int64_t{0}));
    std::vector<CurvePoint> points;
    for (std::size_t place = 0; place < m_counts.size(); ++place)
        if (m_counts[place] > 0) points.push_back({static_cast<double>(place) + kZeroSize, static_cast<double>(m_counts[place]) / all});
    return points;
}

std::vector<CurvePoint> sizesBetween(std::span<const CurvePoint> curve, int lowest, int highest) {
    std::vector<CurvePoint> points;
    for (int power = lowest; power <= highest; ++power) points.push_back({static_cast<double>(power), 0});
    for (const CurvePoint& point : curve)
        if (point.x >= lowest && point.x <= highest) points[static_cast<std::size_t>(point.x - lowest)].y = point.y;
    return points;
}

HalfShares halfSharesOf(std::span<const CurvePoint> curve) {
    HalfShares shares;
    for (const CurvePoint& point : curve) {
        double& share = point.x <= kZeroSize ? shares.zero
                        : point.x < -24      ? shares.lost
                        : point.x < -14      ? shares.subnormal
                        : point.x < 16       ? shares.normal
                                             : shares.tooLarge;
        share += point.y;
    }
    return shares;
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include "core/run/sample_mean.h"

#include <array>
#include <cassert>
#include <cmath>

namespace seekbench {

double studentQuantile(std::int64_t degrees) {
    assert(degrees >= 1);
    static constexpr std::array kTable{12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281};
    if (degrees <= static_cast<std::int64_t>(kTable.size())) return kTable[static_cast<std::size_t>(degrees - 1)];
    // Expansion of the quantile around the normal one (Abramowitz and Stegun 1964, 26.7.5).
    constexpr double x = 1.959963985;
    const double v = static_cast<double>(degrees);
    const double x3 = x * x * x, x5 = x3 * x * x, x7 = x5 * x * x, x9 = x7 * x * x;
    return x + (x3 + x) / (4 * v) + (5 * x5 + 16 * x3 + 3 * x) / (96 * v * v) + (3 * x7 + 19 * x5 + 17 * x3 - 15 * x) / (384 * v * v * v) +
           (79 * x9 + 776 * x7 + 1482 * x5 - 1920 * x3 - 945 * x) / (92160 * v * v * v * v);
}

SampleMean sampleMean(std::span<const double> values) {
    SampleMean result;
    double mean = 0, squares = 0;  // Welford's recurrence: no cancellation
    for (const double value : values) {
        if (!std::isfinite(value)) continue;
        ++result.n;
        const double delta = value - mean;
        mean += delta / static_cast<double>(result.n);
        squares += delta * (value - mean);
    }
    if (result.n == 0) return result;
    result.mean = mean;
    if (result.n == 1) return result;
    const double n = static_cast<double>(result.n);
    const double half = studentQuantile(result.n - 1) * std::sqrt(squares / (n - 1) / n);
    result.low = mean - half;
    result.high = mean + half;
    return result;
}

}  // namespace seekbench

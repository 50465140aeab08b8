// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/intervals.h"

#include <algorithm>
#include <cmath>

namespace seekbench {

Interval wilsonInterval(double share, double count) {
    if (!(count > 0)) return {};
    constexpr double z = 1.959963984540054;  // 97.5 % of the normal distribution
    const double centre = (share + z * z / (2 * count)) / (1 + z * z / count);
    const double half = z / (1 + z * z / count) * std::sqrt(share * (1 - share) / count + z * z / (4 * count * count));
    return {std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

double effectiveCount(std::span<const double> series) {
    const auto count = static_cast<double>(series.size());
    if (series.size() < 4) return count;
    double mean = 0;
    for (const double value : series) mean += value;
    mean /= count;
    const auto covariance = [&](std::size_t lag) {
        double sum = 0;
        for (std::size_t i = 0; i + lag < series.size(); ++i) sum += (series[i] - mean) * (series[i + lag] - mean);
        return sum / count;
    };
    const double variance = covariance(0);
    if (!(variance > 1e-12)) return count;
    double sum = -1;  // the lag 0 of the first pair counts once, the rest twice: 1 + 2 Σ = 2 Σ from lag 0 − 1
    for (std::size_t lag = 0; lag + 1 < series.size() / 2; lag += 2) {
        const double pair = (covariance(lag) + covariance(lag + 1)) / variance;
        if (pair <= 0) break;
        sum += 2 * pair;
    }
    return std::clamp(count / std::max(sum, 1e-12), 1.0, count);
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

namespace seekbench {

struct Interval {
    double low = 0, high = 1;
};

// The 95 % interval of a share that was seen in `count` independent trials, by Wilson's score (Wilson 1927). count may be a fraction.
Interval wilsonInterval(double share, double count);

// How many independent values a series in the order of time is worth when its mean is asked for: n / (1 + 2 Σ ρ_k) with the
// autocorrelations ρ_k, summed in pairs as long as a pair is positive (initial positive sequence, Geyer 1992). Between 1 and n; n for
// a series that does not vary. Windows that overlap share days, so their hits come in streaks and count for less.
double effectiveCount(std::span<const double> series);

}  // namespace seekbench

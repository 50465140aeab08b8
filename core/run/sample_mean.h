// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <span>

namespace seekbench {

// The mean of a sample with its 95 % confidence interval: mean ± t(0.975, n − 1) · s / √n, s with n − 1 (Student 1908). Assumes
// independent values from about a normal distribution. Of one value there is no interval.
struct SampleMean {
    std::int64_t n = 0;
    double mean = std::numeric_limits<double>::quiet_NaN();
    double low = std::numeric_limits<double>::quiet_NaN();
    double high = std::numeric_limits<double>::quiet_NaN();
};

// Over the finite ones of `values`.
SampleMean sampleMean(std::span<const double> values);

// The 0.975 quantile of Student's t distribution with `degrees` ≥ 1 degrees of freedom; to four digits.
double studentQuantile(std::int64_t degrees);

}  // namespace seekbench

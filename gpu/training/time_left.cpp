// SPDX-License-Identifier: Apache-2.0
#include "gpu/training/time_left.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace seekbench {

void Pace::took(double seconds) {
    m_seconds += seconds;
    ++m_units;
    if (m_seconds < kBlockSeconds) return;
    m_blocks.push_back(m_seconds / static_cast<double>(m_units));
    if (m_blocks.size() > kMostBlocks) m_blocks.pop_front();
    m_seconds = 0;
    m_units = 0;
}

TimeRange Pace::secondsPerUnit() const {
    std::vector<double> means(m_blocks.begin(), m_blocks.end());
    if (means.empty() && m_units > 0) means.push_back(m_seconds / static_cast<double>(m_units));
    if (means.empty()) return {};
    std::ranges::sort(means);
    const auto quantile = [&](double share) {
        return means[static_cast<std::size_t>(std::lround(share * static_cast<double>(means.size() - 1)))];
    };
    const double middle = quantile(0.5);
    if (means.size() < 3) return {middle / 1.5, middle * 1.5};
    return {std::min(quantile(0.1), middle * 0.95), std::max(quantile(0.9), middle * 1.05)};
}

TimeRange TimeLeft::estimate(std::int64_t steps, std::int64_t validationBatches) const {
    const TimeRange perStep = step.secondsPerUnit();
    const TimeRange perBatch = validationBatch.known() ? validationBatch.secondsPerUnit() : TimeRange{perStep.low / 3, perStep.high};
    const auto stepCount = static_cast<double>(steps), batchCount = static_cast<double>(validationBatches);
    return {stepCount * perStep.low + batchCount * perBatch.low, stepCount * perStep.high + batchCount * perBatch.high};
}

}  // namespace seekbench

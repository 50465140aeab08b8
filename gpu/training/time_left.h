// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>

namespace seekbench {

struct TimeRange {
    double low = 0, high = 0;  // seconds
    bool operator==(const TimeRange&) const = default;
};

// A Pace is how long units of one kind of work take, from the most recent ones. Single steps scatter far more than the sum of a
// thousand, so units are gathered into blocks of half a second, and the range is that of the blocks' means.
class Pace {
public:
    void took(double seconds);
    bool known() const { return m_units > 0 || !m_blocks.empty(); }
    // Seconds per unit: the 10 % and 90 % quantiles of the last blocks, at least 5 % off their middle; a factor of 1.5 to either side
    // while there are fewer than three blocks. Nothing known: {0, 0}.
    TimeRange secondsPerUnit() const;

private:
    static constexpr double kBlockSeconds = 0.5;
    static constexpr std::size_t kMostBlocks = 60;
    std::deque<double> m_blocks;  // seconds per unit
    double m_seconds = 0;         // of the block that is being filled
    std::int64_t m_units = 0;
};

// How long the rest of a run takes. A validation batch costs a third to a whole of a training step until one was measured.
struct TimeLeft {
    Pace step, validationBatch;
    TimeRange estimate(std::int64_t steps, std::int64_t validationBatches) const;
};

}  // namespace seekbench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "widgets/plot/series.h"

namespace seekbench {

// The smoothed values of a series that grows, kept up with it point by point. A new strength is computed in slices, so that turning a
// slider over ten million points never stalls the window: until it is done, the old curve stays. One thread owns it.
class SmoothedSeries {
public:
    // 0: no smoothing; below 1.
    void setSmoothing(double smoothing) { m_wanted = smoothing; }

    // Takes what is new, and at most `most` points of a new strength. True when there is nothing left to do.
    bool follow(const Series& series, std::size_t most);
    // As many as the series had at the last follow(); nothing without smoothing, or when none is ready yet.
    const Pyramid* values() const { return m_shown ? &m_shown->values : nullptr; }

private:
    struct Pass {
        double smoothing;
        std::uint64_t cuts;  // of the series when it began
        Smoother smoother;
        Pyramid values;
        void take(const Series& series, std::size_t most);
    };
    double m_wanted = 0;
    std::optional<Pass> m_shown, m_next;
};

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include "core/store/run_summary.h"

#include <algorithm>
#include <cmath>

namespace seekbench {
namespace {

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

}  // namespace

bool SeriesFigures::operator==(const SeriesFigures& other) const {
    return count == other.count && same(last, other.last) && same(lowest, other.lowest) && same(highest, other.highest) &&
           same(lastTime, other.lastTime) && lastStep == other.lastStep && lowestStep == other.lowestStep &&
           highestStep == other.highestStep;
}

std::optional<double> durationOf(const RunSummary& run) {
    if (run.row.attempts == 0) return std::nullopt;
    double newest = run.row.stateTime;
    for (const auto& [name, figures] : run.series)
        if (std::isfinite(figures.lastTime)) newest = std::max(newest, figures.lastTime);
    return std::max(newest - run.row.created, 0.0);
}

}  // namespace seekbench

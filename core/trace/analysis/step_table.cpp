// SPDX-License-Identifier: Apache-2.0
#include "core/trace/analysis/step_table.h"

#include <algorithm>
#include <cmath>

namespace seekbench {
namespace {

double medianOf(std::vector<double> values) {
    if (values.empty()) return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    if (values.size() % 2 == 1) return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

// The parts of a step in one list: the phases by number, the gaps last.
double partOf(const StepBar& bar, std::size_t part) { return static_cast<double>(part < kPhases ? bar.phases[part] : bar.gaps); }

template <class Value>
double medianOver(const std::vector<StepBar>& bars, Value value) {
    std::vector<double> values;
    for (const StepBar& bar : bars) values.push_back(value(bar));
    return medianOf(std::move(values));
}

}  // namespace

std::vector<StepRow> stepTable(const std::vector<StepBar>& bars) {
    std::vector<StepRow> rows;
    for (const StepBar& bar : bars) rows.push_back({.bar = bar, .over = 0, .late = {}});
    if (bars.size() < 3) return rows;
    const auto wallOf = [](const StepBar& bar) { return static_cast<double>(bar.step.duration); };
    const double wall = medianOver(bars, wallOf);
    const double spread = medianOver(bars, [&](const StepBar& bar) { return std::abs(wallOf(bar) - wall); });
    std::array<double, kPhases + 1> usual{};
    for (std::size_t part = 0; part <= kPhases; ++part)
        usual[part] = medianOver(bars, [&](const StepBar& bar) { return partOf(bar, part); });
    for (StepRow& row : rows) {
        row.over = wallOf(row.bar) - wall;
        if (row.over <= 3 * spread || row.over <= 0) continue;
        for (std::size_t part = 0; part <= kPhases; ++part) {
            const double by = partOf(row.bar, part) - usual[part];
            if (by <= 0 || (row.late && row.late->by >= by)) continue;
            row.late = StepRow::Late{part < kPhases ? std::optional(static_cast<Phase>(part)) : std::nullopt, by};
        }
    }
    return rows;
}

}  // namespace seekbench

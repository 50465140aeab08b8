// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/froc.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <limits>

#include "core/evaluation/candidates.h"
#include "core/evaluation/components.h"

namespace seekbench {

void Froc::add(std::span<const float> score, std::span<const std::uint8_t> target, std::span<const std::int64_t> extents) {
    assert(score.size() == target.size());
    const Components objects = componentsOf(target, extents);
    std::vector<double> found(static_cast<std::size_t>(objects.count), -1);  // the best score; below zero: missed
    for (const Candidate& candidate : candidatesOf(score, extents)) {
        std::int64_t place = 0;
        for (std::size_t axis = extents.size(); axis-- > 0;)
            place = place * extents[extents.size() - 1 - axis] + std::llround(candidate.centre[axis]);
        if (const std::int32_t object = objects.labels[static_cast<std::size_t>(place)]; object > 0) {
            double& best = found[static_cast<std::size_t>(object - 1)];
            best = std::max(best, candidate.score);
        } else {
            m_falseAlarms.push_back(candidate.score);
        }
    }
    for (const double hit : found)
        if (hit >= 0) m_hits.push_back(hit);
    m_objects += objects.count;
}

std::vector<CurvePoint> Froc::curve() const {
    std::vector<CurvePoint> points;
    if (m_scans == 0 || m_objects == 0) return points;
    std::vector<ScoredSample> all;
    for (const double score : m_hits) all.push_back({score, true});
    for (const double score : m_falseAlarms) all.push_back({score, false});
    points.push_back({0, 0});  // above every score
    for (const ThresholdCounts& row : thresholdTable(std::move(all)).rows)
        points.push_back({static_cast<double>(row.falsePositives) / static_cast<double>(m_scans),
                          static_cast<double>(row.truePositives) / static_cast<double>(m_objects)});
    return points;
}

double Froc::sensitivityAt(double rate) const {
    const auto points = curve();
    if (points.empty()) return std::numeric_limits<double>::quiet_NaN();
    double highest = 0;
    for (const CurvePoint& point : points)
        if (point.x <= rate) highest = std::max(highest, point.y);
    return highest;
}

double Froc::score() const {
    double sum = 0;
    for (const double rate : kFrocRates) sum += sensitivityAt(rate);
    return sum / static_cast<double>(kFrocRates.size());
}

std::vector<double> Froc::state() const {
    std::vector<double> state{static_cast<double>(m_objects), static_cast<double>(m_scans), static_cast<double>(m_hits.size())};
    state.insert(state.end(), m_hits.begin(), m_hits.end());
    state.insert(state.end(), m_falseAlarms.begin(), m_falseAlarms.end());
    return state;
}

Froc Froc::fromState(std::span<const double> state) {
    Froc froc;
    if (state.size() < 3) return froc;
    froc.m_objects = static_cast<std::int64_t>(state[0]);
    froc.m_scans = static_cast<std::int64_t>(state[1]);
    const auto hits = std::min(static_cast<std::size_t>(state[2]), state.size() - 3);
    const auto rest = state.subspan(3);
    froc.m_hits.assign(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(hits));
    froc.m_falseAlarms.assign(rest.begin() + static_cast<std::ptrdiff_t>(hits), rest.end());
    return froc;
}

}  // namespace seekbench

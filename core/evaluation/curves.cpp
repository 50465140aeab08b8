// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/curves.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <limits>

namespace seekbench {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

double share(std::int64_t part, std::int64_t whole) { return static_cast<double>(part) / static_cast<double>(whole); }

}  // namespace

double ThresholdTable::recall(const ThresholdCounts& row) const { return positives > 0 ? share(row.truePositives, positives) : kNone; }

double ThresholdTable::falsePositiveRate(const ThresholdCounts& row) const {
    return negatives > 0 ? share(row.falsePositives, negatives) : kNone;
}

double ThresholdTable::precision(const ThresholdCounts& row) { return share(row.truePositives, row.truePositives + row.falsePositives); }

ThresholdTable thresholdTable(std::vector<ScoredSample> samples) {
    for (ScoredSample& sample : samples)
        if (std::isnan(sample.score)) sample.score = -std::numeric_limits<double>::infinity();
    std::ranges::sort(samples, std::greater{}, &ScoredSample::score);
    ThresholdTable table;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        ++(samples[i].positive ? table.positives : table.negatives);
        if (i + 1 == samples.size() || samples[i + 1].score != samples[i].score)
            table.rows.push_back({samples[i].score, table.positives, table.negatives});
    }
    return table;
}

double averagePrecision(const ThresholdTable& table) {
    if (table.positives == 0) return kNone;
    double area = 0, before = 0;
    for (const ThresholdCounts& row : table.rows) {
        const double recall = table.recall(row);
        area += (recall - before) * ThresholdTable::precision(row);
        before = recall;
    }
    return area;
}

RateAtRecall falsePositiveRateAt(const ThresholdTable& table, double recall) {
    if (table.positives == 0 || table.negatives == 0) return {kNone, kNone, kNone};
    // Compared as counts: 0.9 of 10 positives is 9, whatever the rounding.
    const double wanted = recall * static_cast<double>(table.positives) * (1 - 1e-12);
    for (const ThresholdCounts& row : table.rows)
        if (static_cast<double>(row.truePositives) >= wanted) return {table.falsePositiveRate(row), table.recall(row), row.threshold};
    const ThresholdCounts& last = table.rows.back();
    return {table.falsePositiveRate(last), table.recall(last), last.threshold};
}

std::vector<double> costCurve(const ThresholdTable& table, std::size_t points) {
    assert(points >= 2);
    std::vector<double> costs(points, kNone);
    if (table.positives == 0 || table.negatives == 0) return costs;
    for (std::size_t i = 0; i < points; ++i) {
        const double p = static_cast<double>(i) / static_cast<double>(points - 1);
        costs[i] = std::min(p, 1 - p);
        for (const ThresholdCounts& row : table.rows)
            costs[i] = std::min(costs[i], (1 - table.recall(row)) * p + table.falsePositiveRate(row) * (1 - p));
    }
    return costs;
}

double lowestCost(const ThresholdTable& table) { return costCurve(table, 3)[1]; }

std::vector<CurvePoint> precisionRecallCurve(const ThresholdTable& table, std::size_t most) {
    assert(most >= 2);
    std::vector<CurvePoint> curve;
    if (table.positives == 0) return curve;
    const std::size_t count = std::min(most, table.rows.size());
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t place = count == 1 ? 0 : i * (table.rows.size() - 1) / (count - 1);
        curve.push_back({table.recall(table.rows[place]), ThresholdTable::precision(table.rows[place])});
    }
    return curve;
}

}  // namespace seekbench

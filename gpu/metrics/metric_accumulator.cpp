// SPDX-License-Identifier: Apache-2.0
#include "gpu/metrics/metric_accumulator.h"

#include <algorithm>

#include "gpu/metrics/metric_rows.h"

namespace seekbench {
namespace {

using Samples = MetricSamples;

constexpr double kRecall = 0.9;  // of "fpr_at_recall"; its label says so

template <double (ClassCounts::*figure)() const>
Accumulator counted(const Samples&) {
    return countedClasses(figure);
}

ScoreFigure falsePositiveRate(const ThresholdTable& table) {
    const RateAtRecall rate = falsePositiveRateAt(table, kRecall);
    return {rate.falsePositiveRate, {rate.recall}};
}

}  // namespace

std::span<const TorchMetric> torchMetrics() {
    static constexpr TorchMetric kMetrics[] = {
        {"accuracy", [](const Samples&) { return topAccuracy(1); }},
        {"top3_accuracy", [](const Samples&) { return topAccuracy(3); }},
        {"balanced_accuracy", counted<&ClassCounts::balancedAccuracy>},
        {"f1_macro", counted<&ClassCounts::f1>},
        {"precision", counted<&ClassCounts::precision>},
        {"recall", counted<&ClassCounts::recall>},
        {"average_precision",
         [](const Samples&) { return scored([](const ThresholdTable& table) { return ScoreFigure{averagePrecision(table)}; }); }},
        {"fpr_at_recall", [](const Samples&) { return scored(falsePositiveRate); }},
        {"lowest_cost", [](const Samples&) { return scored([](const ThresholdTable& table) { return ScoreFigure{lowestCost(table)}; }); }},
        {"iou", counted<&ClassCounts::intersectionOverUnion>},
        {"dice", counted<&ClassCounts::dice>},
        {"froc", [](const Samples& samples) { return frocScore(samples.scans); }},
        {"perplexity", [](const Samples&) { return perplexity(); }},
        {"mae", [](const Samples&) { return meanAbsoluteError(); }},
        {"rmse", [](const Samples&) { return rootMeanSquaredError(); }},
        {"direction_accuracy", [](const Samples& samples) { return directionAccuracy(samples.inTime); }},
        {"recall_at_1", [](const Samples&) { return pairRecall(1); }},
        {"recall_at_5", [](const Samples&) { return pairRecall(5); }},
        {"map_50", [](const Samples&) { return meanBoxPrecision(); }},
    };
    return kMetrics;
}

Result<std::unique_ptr<MetricAccumulator>> makeMetric(std::string_view id, const MetricSamples& samples) {
    const auto row = std::ranges::find(torchMetrics(), id, &TorchMetric::id);
    if (row == torchMetrics().end())
        return Error(ErrorCode::InvalidInput, say("There is no metric named %1.", id), say("Choose another metric."));
    return row->make(samples);
}

}  // namespace seekbench

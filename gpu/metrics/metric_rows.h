// SPDX-License-Identifier: Apache-2.0
#pragma once

// What makes the accumulators of torchMetrics(), file by file.

#include "core/evaluation/class_counts.h"
#include "core/evaluation/curves.h"
#include "gpu/metrics/metric_accumulator.h"

namespace seekbench {

using Accumulator = std::unique_ptr<MetricAccumulator>;

// class_metrics.cpp
Accumulator topAccuracy(std::int64_t places);
Accumulator countedClasses(double (ClassCounts::*figure)() const);
Accumulator perplexity();
// score_metrics.cpp
struct ScoreFigure {
    double value = 0;
    std::vector<double> companions = {};
};
Accumulator scored(ScoreFigure (*figure)(const ThresholdTable& table));
// value_metrics.cpp
Accumulator meanAbsoluteError();
Accumulator rootMeanSquaredError();
Accumulator directionAccuracy(bool inTime);
Accumulator pairRecall(std::int64_t places);
// object_metrics.cpp
Accumulator frocScore(std::vector<std::int64_t> scans);
Accumulator meanBoxPrecision();

}  // namespace seekbench

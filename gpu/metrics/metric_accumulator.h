// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"

namespace seekbench {

// A MetricAccumulator sums up what a metric needs over the batches of an epoch. The torch half of a row in core/run/metric_kinds.cpp.
// Outputs and targets are those of wantedOutput() (core/experiment/task.h), with the batch as dimension 0; positions of kIgnoredClass count
// nowhere. What is only summed stays on the device of the outputs; figures that need every answer (objects, scores, pairs) are
// copied to main memory with each add().
class MetricAccumulator {
public:
    virtual ~MetricAccumulator() = default;
    virtual void add(const at::Tensor& output, const at::Tensor& target) = 0;  // no gradient is recorded
    virtual double value() const = 0;                                          // NaN before the first add()
    virtual std::vector<double> companions() const { return {}; }              // of MetricKind::companions, in their order
    virtual void reset() = 0;
    // What is summed, for checkpoints in the middle of an epoch; exact.
    virtual std::vector<double> state() const = 0;
    virtual void restore(const std::vector<double>& state) = 0;
};

// What a metric is told about the samples that it will get; without it each counts for itself.
struct MetricSamples {
    bool inTime = false;              // they come in the order of time
    std::vector<std::int64_t> scans;  // which scan each belongs to, in the order they come after reset(); empty: each is a scan
};

// The half of a row of metricKinds() that computes.
struct TorchMetric {
    std::string_view id;
    std::unique_ptr<MetricAccumulator> (*make)(const MetricSamples& samples);
};
std::span<const TorchMetric> torchMetrics();

// The accumulator of the metric kind `id`; an error for an unknown id.
Result<std::unique_ptr<MetricAccumulator>> makeMetric(std::string_view id, const MetricSamples& samples = {});

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"

namespace seekbench {

// A MetricAccumulator sums up what a metric needs over the batches of an epoch. The torch half of a row in core/run/metric.cpp.
class MetricAccumulator {
public:
    virtual ~MetricAccumulator() = default;
    virtual void add(const at::Tensor& output, const at::Tensor& target) = 0;  // no gradient is recorded; no synchronisation
    virtual double value() const = 0;                                          // NaN before the first add()
    virtual void reset() = 0;
    // The sums, for checkpoints in the middle of an epoch; exact.
    virtual std::vector<double> state() const = 0;
    virtual void restore(const std::vector<double>& state) = 0;
};

// The half of a row of metricKinds() that computes.
struct TorchMetric {
    std::string_view id;
    std::unique_ptr<MetricAccumulator> (*make)();
};
std::span<const TorchMetric> torchMetrics();

// The accumulator of the metric kind `id`; an error for an unknown id.
Result<std::unique_ptr<MetricAccumulator>> makeMetric(std::string_view id);

}  // namespace seekbench

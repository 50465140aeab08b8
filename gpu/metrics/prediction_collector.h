// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/run/predictions.h"
#include "gpu/metrics/metric_accumulator.h"

namespace seekbench {

// Keeps what a classifier says about the samples of a validation, from the outputs the metrics get anyway. add() computes on the
// device of the outputs and waits for nothing; take() copies to main memory, once a validation. Counts as correct exactly what the
// metric "accuracy" does. It draws no random numbers and changes none of the training's.
class PredictionCollector final : public MetricAccumulator {
public:
    // `indices`: of the validation's samples in the dataset, in the order they come.
    PredictionCollector(std::vector<std::int64_t> indices, Part part, std::vector<std::string> classNames);

    void add(const at::Tensor& output, const at::Tensor& target) override;
    double value() const override;  // none: NaN
    void reset() override;
    std::vector<double> state() const override { return {}; }
    void restore(const std::vector<double>&) override { reset(); }

    // What was added since reset(), and resets.
    Predictions take(std::int64_t step, std::int64_t epoch);

private:
    std::vector<std::int64_t> m_indices;
    Part m_part;
    std::vector<std::string> m_classNames;
    std::vector<at::Tensor> m_targets, m_predicted, m_probabilities;  // a part per batch
    std::int64_t m_kept = 0, m_seen = 0;
};

}  // namespace seekbench

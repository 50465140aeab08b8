// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "core/evaluation/froc.h"
#include "core/run/evaluation.h"
#include "gpu/metrics/metric_accumulator.h"

namespace seekbench {

// Keeps what a validation has to show, by the kind of target: curves over all thresholds, masks over slices, boxes, forecasts and the
// samples with the highest loss (cross entropy or squared error, whatever the training's loss is). It is fed like a metric and is
// none. It draws no random numbers and changes none of the training's. Pictures are read from the dataset, which outlives it, once.
class EvaluationCollector final : public MetricAccumulator {
public:
    static constexpr std::size_t kPictures = 6;  // masks, boxes and forecasts kept
    static constexpr std::size_t kWorst = 12;    // samples with the highest loss
    static constexpr std::size_t kCurvePoints = 200;
    static constexpr std::int64_t kLongest = 512;  // values of a forecast
    static constexpr std::int64_t kLargest = 256;  // extent of a mask; larger ones are thinned out

    // Finding the candidates of every mask takes time: the curve is drawn where the metric is asked for.
    enum class FrocCurve { Drawn, LeftOut };
    // `indices`: of the validation's samples, in the order they come; `scans` as in MetricSamples.
    EvaluationCollector(const Dataset& dataset, Part part, std::vector<std::int64_t> indices, std::vector<std::int64_t> scans,
                        FrocCurve frocCurve = FrocCurve::LeftOut);

    void add(const at::Tensor& output, const at::Tensor& target) override;
    double value() const override;  // none: NaN
    void reset() override;
    std::vector<double> state() const override { return {}; }
    void restore(const std::vector<double>&) override { reset(); }

    // What was added since reset(), and resets.
    Evaluation take(std::int64_t step, std::int64_t epoch);

private:
    void addClasses(const at::Tensor& output, const at::Tensor& target);
    void addMaps(const at::Tensor& output, const at::Tensor& target);
    void addValues(const at::Tensor& output, const at::Tensor& target);
    void addBoxes(const at::Tensor& output, const at::Tensor& target);
    void addLosses(const at::Tensor& losses);
    MaskPicture maskOf(const at::Tensor& target, const at::Tensor& predicted, std::int64_t index) const;
    std::int64_t indexOf(std::int64_t place) const { return m_indices[static_cast<std::size_t>(m_seen + place)]; }

    const Dataset& m_dataset;
    Part m_part;
    FrocCurve m_frocCurve;
    std::vector<std::int64_t> m_indices, m_scans;
    std::int64_t m_seen = 0;
    Evaluation m_evaluation;
    std::vector<ScoredSample> m_scores;
    std::vector<WorstSample> m_losses;
    Froc m_froc;
    std::set<std::int64_t> m_metScans;
};

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include <limits>

#include <ATen/ATen.h>

#include "gpu/metrics/metric_rows.h"

namespace seekbench {
namespace {

// Keeps the score of every sample of a classification with two classes: the output of class 1 minus that of class 0, which orders samples
// as the softmax probability does, without its rounding near 1.
class Scored final : public MetricAccumulator {
public:
    explicit Scored(ScoreFigure (*figure)(const ThresholdTable&)) : m_figure(figure) {}

    void add(const at::Tensor& output, const at::Tensor& target) override {
        at::NoGradGuard noGradient;
        const at::Tensor logits = output.to(at::kFloat);
        const at::Tensor scores = (logits.select(1, 1) - logits.select(1, 0)).to(at::kCPU).contiguous();
        const at::Tensor classes = target.to(at::kCPU).contiguous();
        for (std::int64_t i = 0; i < scores.numel(); ++i)
            m_samples.push_back({scores.data_ptr<float>()[i], classes.data_ptr<std::int64_t>()[i] == 1});
    }

    double value() const override { return figure().value; }
    std::vector<double> companions() const override { return figure().companions; }
    void reset() override { m_samples.clear(); }

    std::vector<double> state() const override {
        std::vector<double> state;
        for (const ScoredSample& sample : m_samples) state.insert(state.end(), {sample.score, sample.positive ? 1.0 : 0.0});
        return state;
    }
    void restore(const std::vector<double>& state) override {
        reset();
        for (std::size_t i = 0; i + 1 < state.size(); i += 2) m_samples.push_back({state[i], state[i + 1] != 0});
    }

private:
    ScoreFigure figure() const { return m_figure(thresholdTable(m_samples)); }

    ScoreFigure (*m_figure)(const ThresholdTable&);
    std::vector<ScoredSample> m_samples;
};

}  // namespace

Accumulator scored(ScoreFigure (*figure)(const ThresholdTable& table)) { return std::make_unique<Scored>(figure); }

}  // namespace seekbench

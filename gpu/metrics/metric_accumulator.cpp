// SPDX-License-Identifier: Apache-2.0
#include "gpu/metrics/metric_accumulator.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <limits>

#include <ATen/ATen.h>

namespace seekbench {
namespace {

// Share of the targets that are among the `places` highest outputs. output (batch, classes, …), target int64 (batch, …).
class TopAccuracy final : public MetricAccumulator {
public:
    explicit TopAccuracy(std::int64_t places) : m_places(places) {}

    void add(const at::Tensor& output, const at::Tensor& target) override {
        at::NoGradGuard noGradient;
        const at::Tensor best = m_places == 1 ? output.argmax(1, true) : std::get<1>(output.topk(std::min(m_places, output.size(1)), 1));
        const at::Tensor hits = best.eq(target.unsqueeze(1)).sum();
        m_hits = m_hits.defined() ? hits.add_(m_hits) : hits;  // in this order: restore() leaves a scalar on the CPU, which any device adds
        m_count += target.numel();
    }

    double value() const override {
        return m_count == 0 ? std::numeric_limits<double>::quiet_NaN() : hits() / static_cast<double>(m_count);
    }

    void reset() override {
        m_hits.reset();
        m_count = 0;
    }

    std::vector<double> state() const override { return {hits(), static_cast<double>(m_count)}; }

    void restore(const std::vector<double>& state) override {
        assert(state.size() == 2);
        m_hits = at::scalar_tensor(static_cast<std::int64_t>(state[0]), at::kLong);
        m_count = static_cast<std::int64_t>(state[1]);
    }

private:
    double hits() const { return m_hits.defined() ? static_cast<double>(m_hits.item<std::int64_t>()) : 0.0; }

    std::int64_t m_places;
    at::Tensor m_hits;  // on the device of the outputs; read only when the value is asked for
    std::int64_t m_count = 0;
};

template <std::int64_t places>
std::unique_ptr<MetricAccumulator> topAccuracy() {
    return std::make_unique<TopAccuracy>(places);
}

}  // namespace

std::span<const TorchMetric> torchMetrics() {
    static constexpr TorchMetric kMetrics[] = {{"accuracy", topAccuracy<1>}, {"top3_accuracy", topAccuracy<3>}};
    return kMetrics;
}

Result<std::unique_ptr<MetricAccumulator>> makeMetric(std::string_view id) {
    const auto row = std::ranges::find(torchMetrics(), id, &TorchMetric::id);
    if (row == torchMetrics().end())
        return Error(ErrorCode::InvalidInput, say("There is no metric named %1.", id), say("Choose another metric."));
    return row->make();
}

}  // namespace seekbench

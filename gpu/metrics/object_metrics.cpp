// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <limits>
#include <set>

#include <ATen/ATen.h>

#include "core/evaluation/froc.h"
#include "gpu/losses/class_rows.h"
#include "gpu/metrics/metric_rows.h"
#include "gpu/metrics/object_boxes.h"

namespace seekbench {
namespace {

class FrocScore final : public MetricAccumulator {
public:
    explicit FrocScore(std::vector<std::int64_t> scans) : m_scans(std::move(scans)) {}

    void add(const at::Tensor& output, const at::Tensor& target) override {
        at::NoGradGuard noGradient;
        const at::Tensor background = output.to(at::kFloat).softmax(1).select(1, 0);
        const at::Tensor scores = (1 - background).to(at::kCPU).contiguous();
        const at::Tensor truth = target.gt(0).to(at::kCPU, at::kByte).contiguous();
        const auto extents = target.sizes().slice(1);
        const auto count = static_cast<std::size_t>(target.numel() / target.size(0));
        for (std::int64_t i = 0; i < target.size(0); ++i) {
            const auto offset = static_cast<std::size_t>(i) * count;
            m_froc.add({scores.data_ptr<float>() + offset, count}, {truth.data_ptr<std::uint8_t>() + offset, count},
                       {extents.data(), extents.size()});
            if (m_seen >= m_scans.size() || m_met.insert(m_scans[m_seen]).second) m_froc.countScan();
            ++m_seen;
        }
    }
    double value() const override { return m_froc.score(); }
    void reset() override {
        m_froc = {};
        m_met.clear();
        m_seen = 0;
    }
    std::vector<double> state() const override { return m_froc.state(); }
    void restore(const std::vector<double>& state) override {
        reset();
        m_froc = Froc::fromState(state);
    }

private:
    std::vector<std::int64_t> m_scans;
    std::set<std::int64_t> m_met;
    std::size_t m_seen = 0;
    Froc m_froc;
};

class MeanBoxPrecision final : public MetricAccumulator {
public:
    void add(const at::Tensor& output, const at::Tensor& target) override {
        auto detections = detectionsOf(output);
        const auto truth = trueBoxesOf(target);
        for (std::size_t i = 0; i < truth.size(); ++i) m_precision.add(std::move(detections[i]), truth[i]);
    }
    double value() const override { return m_precision.mean(); }
    void reset() override { m_precision = {}; }
    std::vector<double> state() const override { return m_precision.state(); }
    void restore(const std::vector<double>& state) override { m_precision = BoxPrecision::fromState(state); }

private:
    BoxPrecision m_precision;
};

}  // namespace

std::vector<std::vector<Detection>> detectionsOf(const at::Tensor& output, double leastScore) {
    at::NoGradGuard noGradient;
    const at::Tensor logits = output.detach().to(at::kFloat);
    const auto side = std::llround(std::sqrt(static_cast<double>(logits.size(1))));
    const auto [likeliest, kinds] = logits.slice(2, 5).softmax(2).max(2);
    const at::Tensor scores = (logits.select(2, 0).sigmoid() * likeliest).unsqueeze(2);
    const at::Tensor numbers =
        at::cat({scores, kinds.unsqueeze(2).to(at::kFloat), logits.slice(2, 1, 5).sigmoid()}, 2).to(at::kCPU).contiguous();
    const float* row = numbers.data_ptr<float>();
    std::vector<std::vector<Detection>> all;
    for (std::int64_t picture = 0; picture < numbers.size(0); ++picture) {
        std::vector<Detection> detections;
        for (std::int64_t cell = 0; cell < numbers.size(1); ++cell, row += 6) {
            if (!(row[0] >= leastScore)) continue;
            const auto extent = static_cast<float>(side);
            detections.push_back({.box = {(static_cast<float>(cell % side) + row[2]) / extent,
                                          (static_cast<float>(cell / side) + row[3]) / extent, row[4], row[5]},
                                  .kind = static_cast<std::int32_t>(row[1]),
                                  .score = row[0]});
        }
        all.push_back(withoutDoubles(std::move(detections), 0.5, 100));
    }
    return all;
}

std::vector<std::vector<TrueBox>> trueBoxesOf(const at::Tensor& target) {
    const at::Tensor numbers = target.to(at::kCPU, at::kFloat).contiguous();
    const float* row = numbers.data_ptr<float>();
    std::vector<std::vector<TrueBox>> all(static_cast<std::size_t>(numbers.size(0)));
    for (auto& boxes : all)
        for (std::int64_t i = 0; i < numbers.size(1); ++i, row += 5)
            if (row[0] >= 0) boxes.push_back({{row[1], row[2], row[3], row[4]}, static_cast<std::int32_t>(row[0])});
    return all;
}

Accumulator frocScore(std::vector<std::int64_t> scans) { return std::make_unique<FrocScore>(std::move(scans)); }
Accumulator meanBoxPrecision() { return std::make_unique<MeanBoxPrecision>(); }

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include "gpu/losses/class_rows.h"
#include "gpu/metrics/metric_rows.h"

namespace seekbench {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

// output.argmax(1). LibTorch's goes along the classes, which do not lie beside each other in pictures and volumes: of the step of a small
// 3D U-Net it took a seventh. Here the positions go together, class by class.
at::Tensor bestClasses(const at::Tensor& output) {
    if (!output.device().is_cpu() || output.scalar_type() != at::kFloat || !output.is_contiguous() || output.dim() < 3 ||
        output.numel() == 0)
        return output.argmax(1);
    const std::int64_t samples = output.size(0), classes = output.size(1), plane = output[0][0].numel();
    auto sizes = output.sizes().vec();
    sizes.erase(sizes.begin() + 1);
    at::Tensor best = at::empty(sizes, at::kLong);
    constexpr std::int64_t kBlock = 512;
    const std::int64_t blocks = (plane + kBlock - 1) / kBlock;
    const float* from = output.data_ptr<float>();
    std::int64_t* to = best.data_ptr<std::int64_t>();
    at::parallel_for(0, samples * blocks, 16, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t block = begin; block < end; ++block) {
            const std::int64_t sample = block / blocks, first = block % blocks * kBlock, count = std::min(kBlock, plane - first);
            const float* logits = from + sample * classes * plane + first;
            float most[kBlock];
            std::int32_t chosen[kBlock] = {};
            std::copy_n(logits, count, most);
            for (std::int64_t c = 1; c < classes; ++c)
                for (std::int64_t i = 0; i < count; ++i) {
                    const float number = logits[c * plane + i];
                    // The first of the greatest; what is no number is greater than all.
                    const bool greater = !(number <= most[i]) & (most[i] == most[i]);
                    most[i] = greater ? number : most[i];
                    chosen[i] = greater ? static_cast<std::int32_t>(c) : chosen[i];
                }
            std::copy_n(chosen, count, to + sample * plane + first);
        }
    });
    return best;
}

// Share of the targets that are among the `places` highest outputs.
class TopAccuracy final : public MetricAccumulator {
public:
    explicit TopAccuracy(std::int64_t places) : m_places(places) {}

    void add(const at::Tensor& output, const at::Tensor& target) override {
        at::NoGradGuard noGradient;
        const ClassRows rows = classRows(output, target);
        const at::Tensor best = m_places == 1 ? bestClasses(rows.output).unsqueeze(1)
                                              : std::get<1>(rows.output.topk(std::min(m_places, rows.output.size(1)), 1));
        const at::Tensor hits = best.eq(rows.target.unsqueeze(1)).sum(), count = rows.counts().sum();
        m_hits = m_hits.defined() ? hits.add_(m_hits) : hits;  // in this order: restore() leaves a scalar on the CPU, which any device adds
        m_count = m_count.defined() ? count.add_(m_count) : count;
    }

    double value() const override {
        const double count = number(m_count);
        return count == 0 ? kNone : number(m_hits) / count;
    }

    void reset() override {
        m_hits.reset();
        m_count.reset();
    }

    std::vector<double> state() const override { return {number(m_hits), number(m_count)}; }

    void restore(const std::vector<double>& state) override {
        assert(state.size() == 2);
        m_hits = at::scalar_tensor(static_cast<std::int64_t>(state[0]), at::kLong);
        m_count = at::scalar_tensor(static_cast<std::int64_t>(state[1]), at::kLong);
    }

private:
    static double number(const at::Tensor& sum) { return sum.defined() ? static_cast<double>(sum.item<std::int64_t>()) : 0.0; }

    std::int64_t m_places;
    at::Tensor m_hits, m_count;  // on the device of the outputs; read only when the value is asked for
};

// Any figure of class counts. The counts are (3, classes): targets, predicted, right.
class CountedClasses final : public MetricAccumulator {
public:
    explicit CountedClasses(double (ClassCounts::*figure)() const) : m_figure(figure) {}

    void add(const at::Tensor& output, const at::Tensor& target) override {
        at::NoGradGuard noGradient;
        const ClassRows rows = classRows(output, target);
        const std::int64_t classes = rows.output.size(1);
        const at::Tensor counts = rows.counts();
        // What does not count goes to a bin of its own behind the classes.
        const at::Tensor met = at::where(counts, rows.target, at::full_like(rows.target, classes)).flatten();
        const at::Tensor said = at::where(counts, bestClasses(rows.output), at::full_like(rows.target, classes)).flatten();
        const at::Tensor right = at::where(met.eq(said), met, at::full_like(met, classes));
        const auto bins = [&](const at::Tensor& values) { return values.bincount({}, classes + 1).narrow(0, 0, classes); };
        const at::Tensor sums = at::stack({bins(met), bins(said), bins(right)});
        m_sums = m_sums.defined() ? sums + m_sums.to(sums.device()) : sums;
    }

    double value() const override {
        if (!m_sums.defined()) return kNone;
        const at::Tensor sums = m_sums.to(at::kCPU).contiguous();
        const auto row = [&](std::int64_t number) {
            const auto* first = sums.data_ptr<std::int64_t>() + number * sums.size(1);
            return std::vector<std::int64_t>(first, first + sums.size(1));
        };
        return (ClassCounts{row(0), row(1), row(2)}.*m_figure)();
    }

    void reset() override { m_sums.reset(); }

    std::vector<double> state() const override {
        if (!m_sums.defined()) return {};
        const at::Tensor sums = m_sums.to(at::kCPU, at::kDouble).contiguous();
        return {sums.data_ptr<double>(), sums.data_ptr<double>() + sums.numel()};
    }

    void restore(const std::vector<double>& state) override {
        reset();
        if (!state.empty()) m_sums = at::tensor(state, at::kDouble).to(at::kLong).view({3, -1});
    }

private:
    double (ClassCounts::*m_figure)() const;
    at::Tensor m_sums;
};

class Perplexity final : public MetricAccumulator {
public:
    void add(const at::Tensor& output, const at::Tensor& target) override {
        at::NoGradGuard noGradient;
        const ClassRows rows = classRows(output, target);
        const at::Tensor sum =
            at::cross_entropy_loss(rows.output.to(at::kFloat), rows.target, {}, at::Reduction::Sum, kIgnoredClass).to(at::kDouble);
        const at::Tensor count = rows.counts().sum().to(at::kDouble);
        m_sum = m_sum.defined() ? m_sum + sum : sum;
        m_count = m_count.defined() ? m_count + count : count;
    }

    double value() const override {
        return m_sum.defined() && m_count.item<double>() > 0 ? std::exp(m_sum.item<double>() / m_count.item<double>()) : kNone;
    }
    void reset() override {
        m_sum.reset();
        m_count.reset();
    }
    std::vector<double> state() const override {
        return m_sum.defined() ? std::vector<double>{m_sum.item<double>(), m_count.item<double>()} : std::vector<double>{};
    }
    void restore(const std::vector<double>& state) override {
        reset();
        if (state.size() != 2) return;
        m_sum = at::scalar_tensor(state[0], at::kDouble);
        m_count = at::scalar_tensor(state[1], at::kDouble);
    }

private:
    at::Tensor m_sum, m_count;
};

}  // namespace

Accumulator topAccuracy(std::int64_t places) { return std::make_unique<TopAccuracy>(places); }
Accumulator countedClasses(double (ClassCounts::*figure)() const) { return std::make_unique<CountedClasses>(figure); }
Accumulator perplexity() { return std::make_unique<Perplexity>(); }

}  // namespace seekbench

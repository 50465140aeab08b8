// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>

#include <ATen/ATen.h>

#include "core/evaluation/intervals.h"
#include "gpu/metrics/metric_rows.h"

namespace seekbench {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

// A mean over all elements, summed in double precision.
class ElementMean final : public MetricAccumulator {
public:
    ElementMean(at::Tensor (*errors)(const at::Tensor& difference), double (*figure)(double mean)) : m_errors(errors), m_figure(figure) {}

    void add(const at::Tensor& output, const at::Tensor& target) override {
        at::NoGradGuard noGradient;
        const at::Tensor sum = m_errors(output.to(at::kDouble) - target.to(at::kDouble)).sum();
        m_sum = m_sum.defined() ? m_sum + sum : sum;
        m_count += static_cast<double>(target.numel());
    }
    double value() const override { return m_count > 0 ? m_figure(m_sum.item<double>() / m_count) : kNone; }
    void reset() override {
        m_sum.reset();
        m_count = 0;
    }
    std::vector<double> state() const override { return {m_sum.defined() ? m_sum.item<double>() : 0.0, m_count}; }
    void restore(const std::vector<double>& state) override {
        reset();
        if (state.size() != 2 || state[1] == 0) return;
        m_sum = at::scalar_tensor(state[0], at::kDouble);
        m_count = state[1];
    }

private:
    at::Tensor (*m_errors)(const at::Tensor&);
    double (*m_figure)(double);
    at::Tensor m_sum;
    double m_count = 0;
};

// Share of the values whose sign was right; a target of zero has no direction and does not count. The values of one sample are one
// trial of the interval, and in the order of time trials count as what effectiveCount() says.
class DirectionAccuracy final : public MetricAccumulator {
public:
    explicit DirectionAccuracy(bool inTime) : m_inTime(inTime) {}

    void add(const at::Tensor& output, const at::Tensor& target) override {
        at::NoGradGuard noGradient;
        const at::Tensor wanted = target.flatten(1).sign();
        const at::Tensor right = output.flatten(1).to(at::kFloat).sign().eq(wanted).logical_and_(wanted.ne(0)).sum(1);
        const at::Tensor both = at::stack({right, wanted.ne(0).sum(1)}).to(at::kCPU).contiguous();
        const auto* numbers = both.data_ptr<std::int64_t>();
        const std::int64_t samples = both.size(1);
        for (std::int64_t i = 0; i < samples; ++i) {
            m_state.push_back(static_cast<double>(numbers[i]));
            m_state.push_back(static_cast<double>(numbers[samples + i]));
        }
    }
    double value() const override {
        double right = 0, count = 0;
        for (std::size_t i = 0; i < m_state.size(); i += 2) {
            right += m_state[i];
            count += m_state[i + 1];
        }
        return count > 0 ? right / count : kNone;
    }
    std::vector<double> companions() const override {
        std::vector<double> trials;
        for (std::size_t i = 0; i < m_state.size(); i += 2)
            if (m_state[i + 1] > 0) trials.push_back(m_state[i] / m_state[i + 1]);
        if (trials.empty()) return {kNone, kNone};
        const Interval interval = wilsonInterval(value(), m_inTime ? effectiveCount(trials) : static_cast<double>(trials.size()));
        return {interval.low, interval.high};
    }
    void reset() override { m_state.clear(); }
    std::vector<double> state() const override { return m_state; }
    void restore(const std::vector<double>& state) override { m_state = state; }

private:
    bool m_inTime;
    std::vector<double> m_state;  // of each sample: how many values were right, how many there were
};

// Looks for the partner of each sample's vector among those of a gallery of up to kGallery samples, in both directions of each pair of
// towers. The galleries are the samples as they come; so figures of runs with one seed and one validation set can be compared.
class PairRecall final : public MetricAccumulator {
public:
    static constexpr std::int64_t kGallery = 256;

    explicit PairRecall(std::int64_t places) : m_places(places) {}

    void add(const at::Tensor& output, const at::Tensor&) override {
        at::NoGradGuard noGradient;
        const at::Tensor vectors = output.detach().to(at::kCPU, at::kFloat);
        const at::Tensor units = vectors / vectors.norm(2, {2}, true).clamp_min(1e-12);
        m_gallery = m_gallery.defined() ? at::cat({m_gallery, units}) : units;
        while (m_gallery.size(0) >= kGallery) {
            m_sums = total(m_gallery.narrow(0, 0, kGallery));
            m_gallery = m_gallery.narrow(0, kGallery, m_gallery.size(0) - kGallery).clone();
        }
    }
    double value() const override {
        const Sums all = whole();
        return all.searches > 0 ? all.hits / all.searches : kNone;
    }
    std::vector<double> companions() const override {
        const Sums all = whole();
        return {all.searches > 0 ? all.chance / all.searches : kNone};
    }
    void reset() override {
        m_gallery.reset();
        m_sums = {};
    }
    std::vector<double> state() const override {
        std::vector<double> state{m_sums.hits, m_sums.chance, m_sums.searches};
        if (!m_gallery.defined()) return state;
        state.insert(state.end(), {static_cast<double>(m_gallery.size(1)), static_cast<double>(m_gallery.size(2))});
        const at::Tensor numbers = m_gallery.to(at::kDouble).contiguous();
        state.insert(state.end(), numbers.data_ptr<double>(), numbers.data_ptr<double>() + numbers.numel());
        return state;
    }
    void restore(const std::vector<double>& state) override {
        reset();
        if (state.size() < 3) return;
        m_sums = {state[0], state[1], state[2]};
        if (state.size() < 5) return;
        const std::vector<double> numbers(state.begin() + 5, state.end());
        m_gallery = at::tensor(numbers, at::kDouble)
                        .to(at::kFloat)
                        .view({-1, static_cast<std::int64_t>(state[3]), static_cast<std::int64_t>(state[4])});
        if (m_gallery.size(0) == 0) m_gallery = at::zeros({0, static_cast<std::int64_t>(state[3]), static_cast<std::int64_t>(state[4])});
    }

private:
    struct Sums {
        double hits = 0, chance = 0, searches = 0;  // chance: hits to be expected of guessing
    };

    Sums whole() const { return m_gallery.defined() && m_gallery.size(0) > 0 ? total(m_gallery) : m_sums; }

    // The sums so far and those of this gallery. A partner counts as found when fewer than `places` others are at least as near.
    Sums total(const at::Tensor& gallery) const {
        at::NoGradGuard noGradient;
        Sums sums = m_sums;
        const std::int64_t count = gallery.size(0);
        for (std::int64_t i = 0; i < gallery.size(1); ++i)
            for (std::int64_t j = 0; j < gallery.size(1); ++j) {
                if (i == j) continue;
                const at::Tensor near = gallery.select(1, i).matmul(gallery.select(1, j).t());
                const at::Tensor others = near.ge(near.diagonal().unsqueeze(1)).sum(1) - 1;
                sums.hits += static_cast<double>(others.lt(m_places).sum().item<std::int64_t>());
                sums.chance += static_cast<double>(std::min(m_places, count));  // count searches, each min(places, count)/count
                sums.searches += static_cast<double>(count);
            }
        return sums;
    }

    std::int64_t m_places;
    at::Tensor m_gallery;  // (samples, towers, dim), on the CPU
    Sums m_sums;           // of the galleries that are full
};

}  // namespace

Accumulator meanAbsoluteError() {
    return std::make_unique<ElementMean>([](const at::Tensor& difference) { return difference.abs(); }, [](double mean) { return mean; });
}
Accumulator rootMeanSquaredError() {
    return std::make_unique<ElementMean>([](const at::Tensor& difference) { return difference.square(); },
                                         [](double mean) { return std::sqrt(mean); });
}
Accumulator directionAccuracy(bool inTime) { return std::make_unique<DirectionAccuracy>(inTime); }
Accumulator pairRecall(std::int64_t places) { return std::make_unique<PairRecall>(places); }

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "core/operators/parameters.h"
#include "gpu/executor/kernel.h"
#include "gpu/executor/loops/batch_norm_loops.h"
#include "gpu/executor/loops/channel_rows.h"
#include "gpu/executor/loops/parallel.h"

namespace seekbench::executor {

using namespace parameter;

namespace {

// y = (x − mean) / √(variance + ε) · γ + β per channel, with a ReLU behind it where wanted, in the layout of its input. The running mean
// and variance follow as in PyTorch: new = (1 − momentum) · old + momentum · batch's, the variance without bias. Backward looks at the
// input alone: which numbers the ReLU let through follows from it. (oneDNN has a batch norm, too; it adds all numbers of a channel in
// single precision, and fifty of them in a row made gradients wrong by a percent.)
class BatchNorm final : public Kernel {
public:
    BatchNorm(NodeBuilder& node, const ChannelRows& view)
        : m_view(view), m_relu(node.activation == Activation::ReLU), m_input(node.inputs[0]), m_inputGradient(node.inputGradients[0]) {
        const Parameters& parameters = node.parameters();
        m_channels = parameters[kNumFeatures];
        m_momentum = parameters[kMomentum];
        m_epsilon = parameters[kEps];
        m_output = node.output(m_input->layout);
        node.keep(*m_input);
        m_scale = &node.weight("weight", {m_channels});
        m_shift = &node.weight("bias", {m_channels});
        m_runningMean = &node.state("running_mean", {m_channels});
        m_runningVariance = &node.state("running_var", {m_channels});
        node.gradient(*m_output);
        m_inverse.resize(at(m_channels));
        // Rows of a group that go together: so few parts that sums are worth it, so many that all threads have work.
        m_parts = std::clamp<std::int64_t>(std::min<std::int64_t>(view.rows / 512, 64 / view.groups), 1, 64);
        const auto lanes = static_cast<std::size_t>(view.channels());
        m_lanes = node.saved(6 * lanes * sizeof(float));
        const std::size_t sums = 2 * static_cast<std::size_t>(view.groups * m_parts * view.inner) * sizeof(double);
        m_forwardSums = node.forwardWorkspace(sums);
        m_backwardSums = node.backwardWorkspace(sums);
    }

    void forward(Pass pass) override {
        const float* x = m_input->data->floats();
        std::fill_n(m_lanes->floats(), 6 * m_view.channels(), 0.0f);
        if (pass == Pass::Evaluation) {
            for (std::int64_t c = 0; c < m_channels; ++c) setFactor(c, m_runningMean->data[at(c)], m_runningVariance->data[at(c)]);
        } else {
            guessMeans(x);
            forParts([&](std::int64_t part, std::int64_t first, std::int64_t rows, std::int64_t channel) {
                double* sums = emptySums(m_forwardSums, part);
                sumRows(x + first, rows, m_view.inner, lanesAt(channel), sums, sums + m_view.inner);
            });
            const auto values = static_cast<double>(m_view.perChannel());
            for (std::int64_t c = 0; c < m_channels; ++c) {
                const auto [sum, squares] = sumsOf(m_forwardSums, c);
                const double off = sum / values, mean = lane(kShift, c) + off;
                const double variance = std::max(0.0, squares / values - off * off);
                setFactor(c, mean, variance);
                follow(*m_runningMean, c, mean);
                follow(*m_runningVariance, c, values > 1 ? variance * values / (values - 1) : variance);
            }
        }
        float* y = m_output->data->floats();
        forParts([&](std::int64_t, std::int64_t first, std::int64_t rows, std::int64_t channel) {
            normalizeRows(x + first, y + first, rows, m_view.inner, lanesAt(channel), m_relu);
        });
    }

    void backward() override {
        const float *x = m_input->data->floats(), *slopes = m_output->gradient->floats();
        for (std::int64_t c = 0; c < m_channels; ++c) lane(kShift, c) = lane(kCenter, c);
        forParts([&](std::int64_t part, std::int64_t first, std::int64_t rows, std::int64_t channel) {
            double* sums = emptySums(m_backwardSums, part);
            sumSlopeRows(x + first, slopes + first, rows, m_view.inner, lanesAt(channel), m_relu, sums, sums + m_view.inner);
        });
        const auto values = static_cast<double>(m_view.perChannel());
        for (std::int64_t c = 0; c < m_channels; ++c) {
            const auto [sum, products] = sumsOf(m_backwardSums, c);
            const double inverse = m_inverse[at(c)];
            m_shift->gradient[c] = static_cast<float>(sum);
            m_scale->gradient[c] = static_cast<float>(products * inverse);
            lane(kOfOne, c) = static_cast<float>(sum / values);
            lane(kOfCenter, c) = static_cast<float>(products * inverse * inverse / values);
        }
        if (m_inputGradient == nullptr) return;
        float* to = m_inputGradient->floats();
        forParts([&](std::int64_t, std::int64_t first, std::int64_t rows, std::int64_t channel) {
            slopeRows(x + first, slopes + first, to + first, rows, m_view.inner, lanesAt(channel), m_relu);
        });
    }

    std::string choice() const override { return m_view.inner == 1 ? "own, planes" : "own, channels together"; }

private:
    enum Row { kShift, kFactor, kOffset, kCenter, kOfCenter, kOfOne };  // of m_lanes; 0 in the padding of blocks

    static std::size_t at(std::int64_t channel) { return static_cast<std::size_t>(channel); }
    float& lane(Row row, std::int64_t channel) { return m_lanes->floats()[row * m_view.channels() + channel]; }
    NormLanes lanesAt(std::int64_t channel) {
        return {&lane(kShift, channel),  &lane(kFactor, channel),   &lane(kOffset, channel),
                &lane(kCenter, channel), &lane(kOfCenter, channel), &lane(kOfOne, channel)};
    }
    double* emptySums(Buffer* sums, std::int64_t part) const {
        double* own = partSums(sums, part);
        std::fill_n(own, 2 * m_view.inner, 0.0);
        return own;
    }
    double* partSums(Buffer* sums, std::int64_t part) const { return static_cast<double*>(sums->data) + part * 2 * m_view.inner; }

    // work(part, where it begins, rows, its first channel).
    template <class Work>
    void forParts(const Work& work) const {
        const std::int64_t tasks = m_view.groups * m_parts;
        forTasks(tasks, m_view.groups * m_view.groupSize() > kWorthThreads ? m_threads : 1, [&](std::int64_t task, int) {
            const std::int64_t group = task / m_parts, part = task % m_parts;
            const std::int64_t first = m_view.rows * part / m_parts, end = m_view.rows * (part + 1) / m_parts;
            work(task, group * m_view.groupSize() + first * m_view.inner, end - first, m_view.channelOf(group));
        });
    }

    // What the parts have found for a channel, added in their order.
    std::pair<double, double> sumsOf(Buffer* sums, std::int64_t channel) const {
        std::pair<double, double> sum;
        for (std::int64_t group = channel / m_view.inner; group < m_view.groups; group += m_view.outer)
            for (std::int64_t part = 0; part < m_parts; ++part) {
                const double* found = partSums(sums, group * m_parts + part) + channel % m_view.inner;
                sum.first += found[0];
                sum.second += found[m_view.inner];
            }
        return sum;
    }

    // Numbers near the means, taken from a few of the first sample, so that squares around them lose no digits.
    void guessMeans(const float* x) {
        constexpr std::int64_t kFew = 64;
        const std::int64_t rows = std::min(kFew, m_view.rows);
        for (std::int64_t c = 0; c < m_channels; ++c) {
            const float* group = x + c / m_view.inner * m_view.groupSize() + c % m_view.inner;
            float sum = 0;
            for (std::int64_t row = 0; row < rows; ++row) sum += group[row * m_view.inner];
            lane(kShift, c) = sum / static_cast<float>(rows);
        }
    }

    void setFactor(std::int64_t channel, double mean, double variance) {
        const double inverse = 1 / std::sqrt(variance + m_epsilon), factor = inverse * m_scale->data[channel];
        m_inverse[at(channel)] = inverse;
        lane(kFactor, channel) = static_cast<float>(factor);
        lane(kOffset, channel) = static_cast<float>(m_shift->data[channel] - mean * factor);
        lane(kCenter, channel) = static_cast<float>(mean);
    }

    void follow(State& running, std::int64_t channel, double value) const {
        float& old = running.data[at(channel)];
        old += static_cast<float>(m_momentum * (value - old));
    }

    ChannelRows m_view;
    bool m_relu;
    int m_threads = plannedThreads();
    std::int64_t m_channels = 0, m_parts = 1;
    double m_momentum = 0, m_epsilon = 0;
    Tensor* m_input;
    Tensor* m_output = nullptr;
    Buffer* m_inputGradient;
    Weight *m_scale = nullptr, *m_shift = nullptr;
    State *m_runningMean = nullptr, *m_runningVariance = nullptr;
    Buffer *m_lanes = nullptr, *m_forwardSums = nullptr, *m_backwardSums = nullptr;
    std::vector<double> m_inverse;  // 1 / √(variance + ε) of the newest forward()
};

BuiltKernel buildBatchNorm(NodeBuilder& node) {
    if (!node.parameters()[kAffine]) return noKernel(node.node(), say("it has no weights"));
    const auto view = ChannelRows::of(node.inputs[0]->layout);
    if (!view) return noKernel(node.node(), say("its input lies in a way that it does not know"));
    return std::unique_ptr<Kernel>(std::make_unique<BatchNorm>(node, *view));
}

}  // namespace

std::span<const KernelRow> normalizationKernels() {
    static constexpr KernelRow kRows[] = {
        {"BatchNorm1d", buildBatchNorm, true}, {"BatchNorm2d", buildBatchNorm, true}, {"BatchNorm3d", buildBatchNorm, true}};
    return kRows;
}

}  // namespace seekbench::executor

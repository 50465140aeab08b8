// SPDX-License-Identifier: Apache-2.0
#include "core/operators/parameters.h"
#include "gpu/executor/kernels/plain_input.h"
#include "gpu/executor/loops/channel_rows.h"
#include "gpu/executor/loops/pair_loops.h"
#include "gpu/executor/loops/parallel.h"

namespace seekbench::executor {

using namespace parameter;

namespace {

// A ReLU whose slope below 0 is learned (He et al. 2015, arXiv 1502.01852): one, or one for each channel, in the layout of the input. The
// slopes by it are summed part by part; which parts there are follows from the sizes.
class LearnedSlope final : public Kernel {
public:
    LearnedSlope(NodeBuilder& node, const ChannelRows& view)
        : m_view(view), m_channels(node.parameters()[kNumParameters]), m_input(node.inputs[0]), m_inputGradient(node.inputGradients[0]) {
        m_output = node.output(m_input->layout);
        node.keep(*m_input);
        node.gradient(*m_output);
        m_weight = &node.weight("weight", {m_channels});
        m_partRows = std::max<std::int64_t>(1, kPart / view.inner);
        m_parts = (view.rows + m_partRows - 1) / m_partRows;
        m_slopes = node.saved(bytesOf(view.channels()));
        m_sums = node.backwardWorkspace(bytesOf(view.groups * m_parts * view.inner));
    }

    void forward(Pass) override {
        // With the padding of blocks, or the only one for all.
        for (std::int64_t c = 0; c < m_view.channels(); ++c)
            m_slopes->floats()[c] = m_channels == 1 ? *m_weight->data : c < m_channels ? m_weight->data[c] : 0.0f;
        const float* in = m_input->data->floats();
        float* out = m_output->data->floats();
        forParts([&](std::int64_t, std::int64_t first, std::int64_t rows, const float* slopes) {
            if (m_view.inner == 1) return bendRow(out + first, in + first, slopes, false, rows);
            for (std::int64_t i = first; i < first + rows * m_view.inner; i += m_view.inner)
                bendRow(out + i, in + i, slopes, true, m_view.inner);
        });
    }

    void backward() override {
        const float *in = m_input->data->floats(), *outSlopes = m_output->gradient->floats();
        float* inSlopes = m_inputGradient ? m_inputGradient->floats() : nullptr;
        const auto at = [inSlopes](std::int64_t place) { return inSlopes ? inSlopes + place : nullptr; };
        forParts([&](std::int64_t part, std::int64_t first, std::int64_t rows, const float* slopes) {
            float* sums = m_sums->floats() + part * m_view.inner;
            std::fill_n(sums, m_view.inner, 0.0f);
            if (m_view.inner == 1) return bendRowBack(at(first), sums, outSlopes + first, in + first, slopes, false, rows);
            for (std::int64_t i = first; i < first + rows * m_view.inner; i += m_view.inner)
                bendRowBack(at(i), sums, outSlopes + i, in + i, slopes, true, m_view.inner);
        });
        for (std::int64_t c = 0; c < m_channels; ++c) {
            double sum = 0;
            for (std::int64_t part = 0; part < m_view.groups * m_parts; ++part)
                for (std::int64_t lane = 0; lane < m_view.inner; ++lane)
                    if (m_channels == 1 || m_view.channelOf(part / m_parts) + lane == c)
                        sum += static_cast<double>(m_sums->floats()[part * m_view.inner + lane]);
            m_weight->gradient[c] = static_cast<float>(sum);
        }
    }

private:
    static constexpr std::int64_t kPart = 1 << 14;  // numbers that are summed in single precision

    // work(number of the part, its first number, its rows, the slopes of its channels)
    template <class Work>
    void forParts(const Work& work) const {
        forTasks(m_view.groups * m_parts, m_output->stored() > kWorthThreads ? plannedThreads() : 1, [&](std::int64_t task, int) {
            const std::int64_t group = task / m_parts, row = task % m_parts * m_partRows;
            work(task, group * m_view.groupSize() + row * m_view.inner, std::min(m_partRows, m_view.rows - row),
                 m_slopes->floats() + m_view.channelOf(group));
        });
    }

    ChannelRows m_view;
    std::int64_t m_channels, m_partRows = 1, m_parts = 1;
    Tensor* m_input;
    Buffer* m_inputGradient;
    Tensor* m_output = nullptr;
    Weight* m_weight = nullptr;
    Buffer* m_slopes = nullptr;
    Buffer* m_sums = nullptr;
};

BuiltKernel buildLearnedSlope(NodeBuilder& node) {
    const Tensor& input = *node.inputs[0];
    if (input.isWhole()) return noKernel(node.node(), say("it computes real numbers only"));
    if (node.parameters()[kNumParameters] == 1) {
        ChannelRows all;
        all.rows = input.stored();
        return std::unique_ptr<Kernel>(std::make_unique<LearnedSlope>(node, all));
    }
    const auto view = ChannelRows::of(input.layout);
    if (!view) return noKernel(node.node(), say("its input lies in a way that it does not know"));
    return std::unique_ptr<Kernel>(std::make_unique<LearnedSlope>(node, *view));
}

}  // namespace

std::span<const KernelRow> learnedSlopeKernels() {
    static constexpr KernelRow kRows[] = {{"PReLU", buildLearnedSlope}};
    return kRows;
}

}  // namespace seekbench::executor

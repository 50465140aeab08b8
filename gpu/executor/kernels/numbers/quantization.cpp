// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/operators/parameters.h"
#include "gpu/executor/kernels/plain_input.h"
#include "gpu/executor/loops/parallel.h"
#include "gpu/executor/loops/quantization_loops.h"

namespace seekbench::executor {

using namespace parameter;

namespace {

// Rounds to the steps between the ends of the range seen so far; slopes pass where a number lies within (Jacob et al. 2018, arXiv
// 1712.05877, section 3). The range follows as in gpu/operators/quantization.cpp.
class FakeQuantize final : public Kernel {
public:
    explicit FakeQuantize(NodeBuilder& node)
        : m_engine(node.engine()),
          m_stream(node.stream()),
          m_input(node, 0, PlainInput::Use::Both),
          m_symmetric(node.parameters()[kSymmetric]),
          m_averaging(node.parameters()[kAveragingConstant]),
          m_steps(static_cast<float>((std::int64_t{1} << node.parameters()[kBits]) - 1)) {
        m_output = node.output(plainLayout(node.outputSizes));
        m_least = &node.state("min_val", {});
        m_largest = &node.state("max_val", {});
        m_ranges = node.forwardWorkspace(bytesOf(2 * slices()));
        m_grid.lowest = m_symmetric ? -(m_steps + 1) / 2 : 0;
        m_grid.highest = m_grid.lowest + m_steps;
    }

    void bind() override { m_input.bind(m_engine); }

    void forward(Pass pass) override {
        m_input.take(m_stream);
        const auto [batchLeast, batchLargest] = rangeOf(m_input.data());
        const double share = pass == Pass::Training ? m_averaging : 0;
        const float low = moved(m_least->data[0], batchLeast, share), high = moved(m_largest->data[0], batchLargest, share);
        if (pass == Pass::Training) m_least->data[0] = low, m_largest->data[0] = high;
        // Zero must be one of the steps: padding and ReLU give it exactly.
        const float below = std::min(low, 0.0f), above = std::max(high, 0.0f);
        const float span = m_symmetric ? std::max(-below, above) * 2 : above - below;
        m_grid.step = std::max(span / m_steps, std::numeric_limits<float>::epsilon());
        m_grid.zero = m_symmetric ? 0 : std::nearbyint(-below / m_grid.step);
        const float* in = m_input.data();
        float* out = m_output->data->floats();
        inSlices(m_output->stored(), [&](std::int64_t first, std::int64_t count) { quantizeRow(m_grid, in + first, out + first, count); });
    }

    void backward() override {
        const float *in = m_input.data(), *slopes = m_output->gradient->floats();
        float* to = m_input.gradient();
        inSlices(m_output->stored(),
                 [&](std::int64_t first, std::int64_t count) { quantizeRowBack(m_grid, in + first, slopes + first, to + first, count); });
        m_input.give(m_stream);
    }

private:
    static constexpr std::int64_t kSlice = 1 << 14;

    std::int64_t slices() const { return (m_output->stored() + kSlice - 1) / kSlice; }
    static float moved(float seen, float batch, double share) {
        return std::isinf(seen) ? batch : seen + (batch - seen) * static_cast<float>(share);
    }
    std::pair<float, float> rangeOf(const float* numbers) const {
        const std::int64_t all = m_output->stored();
        forTasks(slices(), all > kWorthThreads ? plannedThreads() : 1, [&](std::int64_t slice, int) {
            rangeOfRow(numbers + slice * kSlice, std::min(kSlice, all - slice * kSlice), m_ranges->floats() + 2 * slice);
        });
        std::pair<float, float> range{m_ranges->floats()[0], m_ranges->floats()[1]};
        for (std::int64_t slice = 1; slice < slices(); ++slice) {
            range.first = std::min(range.first, m_ranges->floats()[2 * slice]);
            range.second = std::max(range.second, m_ranges->floats()[2 * slice + 1]);
        }
        return range;
    }

    dnnl::engine m_engine;
    dnnl::stream m_stream;
    PlainInput m_input;
    bool m_symmetric;
    double m_averaging;
    float m_steps;
    QuantizationGrid m_grid;
    Tensor* m_output = nullptr;
    State* m_least = nullptr;
    State* m_largest = nullptr;
    Buffer* m_ranges = nullptr;
};

BuiltKernel buildFakeQuantize(NodeBuilder& node) {
    if (node.inputs[0]->isWhole()) return noKernel(node.node(), say("it computes real numbers only"));
    return std::unique_ptr<Kernel>(std::make_unique<FakeQuantize>(node));
}

}  // namespace

std::span<const KernelRow> quantizationKernels() {
    static constexpr KernelRow kRows[] = {{"FakeQuantize", buildFakeQuantize}};
    return kRows;
}

}  // namespace seekbench::executor

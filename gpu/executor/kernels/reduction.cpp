// SPDX-License-Identifier: Apache-2.0
#include "core/operators/parameters.h"
#include "gpu/executor/kernels/plain_input.h"
#include "gpu/executor/loops/parallel.h"
#include "gpu/executor/loops/row_loops.h"

namespace seekbench::executor {

using namespace parameter;

namespace {

// Sums, times a factor, along neighbouring dimensions; backward gives each number the slope of its sum, times the factor.
class Sum final : public Kernel {
public:
    Sum(NodeBuilder& node, const Split& split, float factor)
        : m_engine(node.engine()), m_stream(node.stream()), m_input(node, 0, PlainInput::Use::Forward), m_split(split), m_factor(factor) {
        m_output = node.output(plainLayout(node.outputSizes));
    }

    void bind() override { m_input.bind(m_engine); }
    void forward(Pass) override {
        m_input.take(m_stream);
        const auto& [outer, middle, inner] = m_split;
        const float* in = m_input.data();
        float* out = m_output->data->floats();
        forTasks(outer, threads(), [&](std::int64_t i, int) {
            const float* rows = in + i * middle * inner;
            float* sums = out + i * inner;
            if (inner == 1) {
                constexpr std::int64_t kBlock = 4096;  // a sum of sums keeps the digits of long rows
                float sum = 0;
                for (std::int64_t first = 0; first < middle; first += kBlock) sum += sumRow(rows + first, std::min(kBlock, middle - first));
                *sums = sum * m_factor;
                return;
            }
            std::fill_n(sums, inner, 0.0f);
            for (std::int64_t j = 0; j < middle; ++j) addRow(sums, rows + j * inner, inner);
            scaleRow(sums, sums, m_factor, inner);
        });
    }
    void backward() override {
        const auto& [outer, middle, inner] = m_split;
        const float* slopes = m_output->gradient->floats();
        float* inSlopes = m_input.gradient();
        forTasks(outer, threads(), [&](std::int64_t i, int) {
            float* rows = inSlopes + i * middle * inner;
            if (inner == 1) return void(std::fill_n(rows, middle, slopes[i] * m_factor));
            for (std::int64_t j = 0; j < middle; ++j) scaleRow(rows + j * inner, slopes + i * inner, m_factor, inner);
        });
        m_input.give(m_stream);
    }

private:
    int threads() const { return m_split.outer * m_split.middle * m_split.inner > kWorthThreads ? plannedThreads() : 1; }

    dnnl::engine m_engine;
    dnnl::stream m_stream;
    PlainInput m_input;
    Split m_split;
    float m_factor;
    Tensor* m_output = nullptr;
};

BuiltKernel build(NodeBuilder& node, bool mean) {
    const Sizes& sizes = node.inputs[0]->sizes;
    std::size_t first = sizes.size(), last = 0;
    for (const std::int64_t dim : node.parameters()[kReducedDims]) {
        first = std::min(first, dimensionOf(dim, sizes.size()));
        last = std::max(last, dimensionOf(dim, sizes.size()));
    }
    if (last - first + 1 != node.parameters()[kReducedDims].size()) return noKernel(node.node(), say("its dimensions are not neighbours"));
    const Split split = splitAt(sizes, first, last);
    return std::unique_ptr<Kernel>(std::make_unique<Sum>(node, split, mean ? 1.0f / static_cast<float>(split.middle) : 1.0f));
}

BuiltKernel buildMean(NodeBuilder& node) { return build(node, true); }
BuiltKernel buildSum(NodeBuilder& node) { return build(node, false); }

}  // namespace

std::span<const KernelRow> reductionKernels() {
    static constexpr KernelRow kRows[] = {{"Mean", buildMean}, {"Sum", buildSum}};
    return kRows;
}

}  // namespace seekbench::executor

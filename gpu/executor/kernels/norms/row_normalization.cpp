// SPDX-License-Identifier: Apache-2.0
#include <cstring>

#include "core/operators/parameters.h"
#include "gpu/executor/kernels/plain_input.h"
#include "gpu/executor/loops/parallel.h"
#include "gpu/executor/loops/row_loops.h"

namespace seekbench::executor {

using namespace parameter;

namespace {

// Layer normalization (Ba et al. 2016, arXiv 1607.06450) and root mean square normalization over the last dimensions. The slopes of the
// weights are summed by each thread over its rows, then from thread to thread in order.
class RowNormalization final : public Kernel {
public:
    RowNormalization(NodeBuilder& node, bool centered)
        : m_engine(node.engine()), m_stream(node.stream()), m_input(node, 0, PlainInput::Use::Both), m_threads(plannedThreads()) {
        const Sizes& shape = node.parameters()[kNormalizedShape];
        m_norm = {.columns = elementsOf(shape), .epsilon = static_cast<float>(node.parameters()[kEps]), .centered = centered};
        m_rows = elementsOf(node.outputSizes) / m_norm.columns;
        m_output = node.output(plainLayout(node.outputSizes));
        m_statistics = node.saved(static_cast<std::size_t>(2 * m_rows) * sizeof(float));
        if (!node.parameters()[kElementwiseAffine]) return;
        m_weight = &node.weight("weight", shape);
        if (centered) m_bias = &node.weight("bias", shape);
        m_sums = node.backwardWorkspace(static_cast<std::size_t>(m_threads * 2 * m_norm.columns) * sizeof(float));
    }

    void bind() override {
        m_input.bind(m_engine);
        m_norm.weight = m_weight ? m_weight->data : nullptr;
        m_norm.bias = m_bias ? m_bias->data : nullptr;
    }

    void forward(Pass) override {
        m_input.take(m_stream);
        const float* in = m_input.data();
        float *out = m_output->data->floats(), *statistics = m_statistics->floats();
        inParts(m_rows, m_threads, worthThreads(), [&](int, std::int64_t first, std::int64_t count) {
            for (std::int64_t row = first; row < first + count; ++row)
                normalizeRow(m_norm, in + row * m_norm.columns, out + row * m_norm.columns, statistics + 2 * row);
        });
    }

    void backward() override {
        const std::int64_t columns = m_norm.columns;
        const float *in = m_input.data(), *slopes = m_output->gradient->floats(), *statistics = m_statistics->floats();
        float *inSlopes = m_input.gradient(), *sums = m_weight ? m_sums->floats() : nullptr;
        inParts(m_rows, m_threads, worthThreads(), [&](int part, std::int64_t first, std::int64_t count) {
            float* weightSlopes = sums ? sums + part * 2 * columns : nullptr;
            if (sums) std::fill_n(weightSlopes, 2 * columns, 0.0f);
            for (std::int64_t row = first; row < first + count; ++row)
                normalizeRowBack(m_norm, in + row * columns, statistics + 2 * row, slopes + row * columns,
                                 inSlopes ? inSlopes + row * columns : nullptr, weightSlopes, m_bias ? weightSlopes + columns : nullptr);
        });
        m_input.give(m_stream);
        for (int part = 0; sums && part < m_threads; ++part) {
            put(m_weight->gradient, sums + part * 2 * columns, part > 0);
            if (m_bias) put(m_bias->gradient, sums + (part * 2 + 1) * columns, part > 0);
        }
    }

private:
    bool worthThreads() const { return m_rows * m_norm.columns > kWorthThreads / 4; }
    void put(float* to, const float* sums, bool add) const {
        if (add)
            addRow(to, sums, m_norm.columns);
        else
            std::memcpy(to, sums, static_cast<std::size_t>(m_norm.columns) * sizeof(float));
    }

    dnnl::engine m_engine;
    dnnl::stream m_stream;
    PlainInput m_input;
    int m_threads;
    RowNorm m_norm;
    std::int64_t m_rows = 0;
    Tensor* m_output = nullptr;
    Buffer* m_statistics = nullptr;  // mean and factor of each row
    Weight* m_weight = nullptr;
    Weight* m_bias = nullptr;
    Buffer* m_sums = nullptr;
};

BuiltKernel buildLayerNorm(NodeBuilder& node) { return std::unique_ptr<Kernel>(std::make_unique<RowNormalization>(node, true)); }
BuiltKernel buildRmsNorm(NodeBuilder& node) { return std::unique_ptr<Kernel>(std::make_unique<RowNormalization>(node, false)); }

// Rows of length 1: x / max(‖x‖, ε).
class L2Normalize final : public Kernel {
public:
    explicit L2Normalize(NodeBuilder& node)
        : m_engine(node.engine()),
          m_stream(node.stream()),
          m_input(node, 0, PlainInput::Use::Forward),
          m_threads(plannedThreads()),
          m_epsilon(static_cast<float>(node.parameters()[kEps])) {
        m_columns = node.outputSizes.back();
        m_rows = elementsOf(node.outputSizes) / m_columns;
        m_output = node.output(plainLayout(node.outputSizes));
        node.keep(*m_output);
        m_divisors = node.saved(static_cast<std::size_t>(m_rows) * sizeof(float));
    }

    void bind() override { m_input.bind(m_engine); }
    void forward(Pass) override {
        m_input.take(m_stream);
        const float* in = m_input.data();
        float *out = m_output->data->floats(), *divisors = m_divisors->floats();
        inParts(m_rows, m_threads, m_rows * m_columns > kWorthThreads, [&](int, std::int64_t first, std::int64_t count) {
            for (std::int64_t row = first; row < first + count; ++row)
                divisors[row] = shortenRow(in + row * m_columns, out + row * m_columns, m_columns, m_epsilon);
        });
    }
    void backward() override {
        const float *out = m_output->data->floats(), *slopes = m_output->gradient->floats(), *divisors = m_divisors->floats();
        float* inSlopes = m_input.gradient();
        inParts(m_rows, m_threads, m_rows * m_columns > kWorthThreads, [&](int, std::int64_t first, std::int64_t count) {
            for (std::int64_t row = first; row < first + count; ++row)
                shortenRowBack(out + row * m_columns, slopes + row * m_columns, inSlopes + row * m_columns, m_columns, divisors[row],
                               m_epsilon);
        });
        m_input.give(m_stream);
    }

private:
    dnnl::engine m_engine;
    dnnl::stream m_stream;
    PlainInput m_input;
    int m_threads;
    float m_epsilon;
    std::int64_t m_rows = 0, m_columns = 0;
    Tensor* m_output = nullptr;
    Buffer* m_divisors = nullptr;
};

BuiltKernel buildL2Normalize(NodeBuilder& node) {
    if (dimensionOf(node.parameters()[kDim], node.outputSizes.size()) + 1 != node.outputSizes.size())
        return noKernel(node.node(), say("its vectors do not lie along the last dimension"));
    return std::unique_ptr<Kernel>(std::make_unique<L2Normalize>(node));
}

}  // namespace

std::span<const KernelRow> rowNormalizationKernels() {
    static constexpr KernelRow kRows[] = {{"LayerNorm", buildLayerNorm}, {"RMSNorm", buildRmsNorm}, {"L2Normalize", buildL2Normalize}};
    return kRows;
}

}  // namespace seekbench::executor

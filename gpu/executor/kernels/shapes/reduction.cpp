// SPDX-License-Identifier: Apache-2.0
#include <limits>

#include "core/operators/parameters.h"
#include "gpu/executor/kernels/plain_input.h"
#include "gpu/executor/loops/pair_loops.h"
#include "gpu/executor/loops/parallel.h"
#include "gpu/executor/loops/row_loops.h"
#include "gpu/executor/loops/stretch.h"

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

// The input's sizes with extents of 1 where it is reduced.
Sizes reducedSizes(const NodeBuilder& node) {
    Sizes sizes = node.inputs[0]->sizes;
    for (const std::int64_t dim : node.parameters()[kReducedDims]) sizes[dimensionOf(dim, sizes.size())] = 1;
    return sizes;
}

// The same along dimensions that are no neighbours: the output is what, stretched, would be as large as the input.
class ScatteredSum final : public Kernel {
public:
    ScatteredSum(NodeBuilder& node, float factor)
        : m_engine(node.engine()),
          m_stream(node.stream()),
          m_input(node, 0, PlainInput::Use::Forward),
          m_stretch(reducedSizes(node), node.inputs[0]->sizes, node.inputs[0]->sizes),
          m_factor(factor) {
        m_output = node.output(plainLayout(node.outputSizes));
    }

    void bind() override { m_input.bind(m_engine); }
    void forward(Pass) override {
        m_input.take(m_stream);
        const float* in = m_input.data();
        float* out = m_output->data->floats();
        m_stretch.forEach(0, [&](bool first, std::int64_t place, std::int64_t own, std::int64_t, std::int64_t count) {
            if (first) std::fill_n(out + own, m_stretch.step(0) ? count : 1, 0.0f);
            if (m_stretch.step(0))
                addScaledRow(out + own, in + place, m_factor, count);
            else
                out[own] += sumRow(in + place, count) * m_factor;
        });
    }
    void backward() override {
        const float* slopes = m_output->gradient->floats();
        float* inSlopes = m_input.gradient();
        m_stretch.forAll([&](std::int64_t place, std::int64_t own, std::int64_t, std::int64_t count) {
            if (m_stretch.step(0))
                scaleRow(inSlopes + place, slopes + own, m_factor, count);
            else
                std::fill_n(inSlopes + place, count, slopes[own] * m_factor);
        });
        m_input.give(m_stream);
    }

private:
    dnnl::engine m_engine;
    dnnl::stream m_stream;
    PlainInput m_input;
    Stretch m_stretch;
    float m_factor;
    Tensor* m_output = nullptr;
};

// The greatest number along some dimensions. Where several are equally great they share the slope, as in PyTorch's amax.
class Greatest final : public Kernel {
public:
    explicit Greatest(NodeBuilder& node)
        : m_engine(node.engine()),
          m_stream(node.stream()),
          m_input(node, 0, PlainInput::Use::Both),
          m_stretch(reducedSizes(node), node.inputs[0]->sizes, node.inputs[0]->sizes) {
        m_output = node.output(plainLayout(node.outputSizes));
        if (!m_input.wantsGradient()) return;
        node.keep(*m_output);
        m_counts = node.backwardWorkspace(m_output->bytes());
    }

    void bind() override { m_input.bind(m_engine); }
    void forward(Pass) override {
        m_input.take(m_stream);
        const float* in = m_input.data();
        float* out = m_output->data->floats();
        m_stretch.forEach(0, [&](bool first, std::int64_t place, std::int64_t own, std::int64_t, std::int64_t count) {
            constexpr float kLeast = -std::numeric_limits<float>::infinity();
            if (first) std::fill_n(out + own, m_stretch.step(0) ? count : 1, kLeast);
            if (m_stretch.step(0))
                takeGreater(out + own, in + place, count);
            else
                out[own] = greatestOf(in + place, count, out[own]);
        });
    }
    void backward() override {
        const float *in = m_input.data(), *most = m_output->data->floats(), *slopes = m_output->gradient->floats();
        float *inSlopes = m_input.gradient(), *counts = m_counts->floats();
        m_stretch.forEach(0, [&](bool first, std::int64_t place, std::int64_t own, std::int64_t, std::int64_t count) {
            if (first) std::fill_n(counts + own, m_stretch.step(0) ? count : 1, 0.0f);
            countEqual(counts + own, in + place, most + own, m_stretch.step(0), count);
        });
        m_stretch.forAll([&](std::int64_t place, std::int64_t own, std::int64_t, std::int64_t count) {
            giveToEqual(inSlopes + place, in + place, most + own, slopes + own, counts + own, m_stretch.step(0), count);
        });
        m_input.give(m_stream);
    }

private:
    dnnl::engine m_engine;
    dnnl::stream m_stream;
    PlainInput m_input;
    Stretch m_stretch;
    Tensor* m_output = nullptr;
    Buffer* m_counts = nullptr;
};

BuiltKernel build(NodeBuilder& node, bool mean) {
    const Sizes& sizes = node.inputs[0]->sizes;
    std::size_t first = sizes.size(), last = 0;
    std::int64_t together = 1;
    for (const std::int64_t dim : node.parameters()[kReducedDims]) {
        first = std::min(first, dimensionOf(dim, sizes.size()));
        last = std::max(last, dimensionOf(dim, sizes.size()));
        together *= sizes[dimensionOf(dim, sizes.size())];
    }
    const float factor = mean ? 1.0f / static_cast<float>(together) : 1.0f;
    if (last - first + 1 != node.parameters()[kReducedDims].size())
        return std::unique_ptr<Kernel>(std::make_unique<ScatteredSum>(node, factor));
    return std::unique_ptr<Kernel>(std::make_unique<Sum>(node, splitAt(sizes, first, last), factor));
}

BuiltKernel buildMean(NodeBuilder& node) { return build(node, true); }
BuiltKernel buildSum(NodeBuilder& node) { return build(node, false); }
BuiltKernel buildMax(NodeBuilder& node) { return std::unique_ptr<Kernel>(std::make_unique<Greatest>(node)); }

}  // namespace

std::span<const KernelRow> reductionKernels() {
    static constexpr KernelRow kRows[] = {{"Mean", buildMean}, {"Sum", buildSum}, {"Max", buildMax}};
    return kRows;
}

}  // namespace seekbench::executor

// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <cstring>
#include <stdexcept>

#include "core/operators/parameters.h"
#include "gpu/executor/kernels/plain_input.h"
#include "gpu/executor/kernels/products/product.h"
#include "gpu/executor/loops/loops.h"
#include "gpu/executor/loops/parallel.h"
#include "gpu/executor/loops/row_loops.h"

namespace seekbench::executor {

using namespace parameter;

namespace {

// Rows of a table by their numbers. Backward, each thread has columns of its own and goes through all numbers in order, so that sums come
// out the same every time. Readers of the table itself have written its gradient before; then this one adds.
class Embedding final : public Kernel {
public:
    explicit Embedding(NodeBuilder& node)
        : m_input(node.inputs[0]),
          m_threads(plannedThreads()),
          m_entries(node.parameters()[kNumEmbeddings]),
          m_features(node.parameters()[kEmbeddingDim]),
          m_padding(node.parameters()[kPaddingIdx]),
          m_adds(node.isRead(1)) {
        m_count = elementsOf(m_input->sizes);
        m_output = node.output(plainLayout(node.outputSizes));
        node.keep(*m_input);
        m_weight = &node.weight("weight", {m_entries, m_features});
        if (m_adds) node.giveOut(*m_weight, 1);
    }

    void forward(Pass) override {
        const std::int32_t* numbers = m_input->data->integers();
        for (std::int64_t i = 0; i < m_count; ++i)
            if (numbers[i] < 0 || numbers[i] >= m_entries)
                throw std::runtime_error(say("An embedding of %1 vectors was asked for number %2.", m_entries, numbers[i]).english());
        float* out = m_output->data->floats();
        inParts(m_count, m_threads, m_count * m_features > kWorthThreads, [&](int, std::int64_t first, std::int64_t count) {
            for (std::int64_t i = first; i < first + count; ++i)
                std::memcpy(out + i * m_features, m_weight->data + numbers[i] * m_features,
                            static_cast<std::size_t>(m_features) * sizeof(float));
        });
    }

    void backward() override {
        const std::int32_t* numbers = m_input->data->integers();
        const float* slopes = m_output->gradient->floats();
        float* sums = m_weight->gradient;
        constexpr std::int64_t kLine = 16;  // columns of a cache line
        const std::int64_t lines = (m_features + kLine - 1) / kLine;
        if (!m_adds)
            inSlices(m_entries * m_features, [&](std::int64_t first, std::int64_t count) { std::fill_n(sums + first, count, 0.0f); });
        inParts(lines, m_threads, m_count * m_features > kWorthThreads, [&](int, std::int64_t first, std::int64_t count) {
            const std::int64_t column = first * kLine, width = std::min(count * kLine, m_features - column);
            if (width <= 0) return;
            for (std::int64_t i = 0; i < m_count; ++i)
                if (numbers[i] != m_padding) addRow(sums + numbers[i] * m_features + column, slopes + i * m_features + column, width);
        });
    }

private:
    Tensor* m_input;
    int m_threads;
    std::int64_t m_entries, m_features, m_padding, m_count = 0;
    bool m_adds;
    Tensor* m_output = nullptr;
    Weight* m_weight = nullptr;
};

BuiltKernel buildEmbedding(NodeBuilder& node) {
    if (!node.inputs[0]->isWhole()) return noKernel(node.node(), say("its input has no whole numbers"));
    return std::unique_ptr<Kernel>(std::make_unique<Embedding>(node));
}

// y = x Wᵀ with a weight that another node gives out.
class TiedLinear final : public Kernel {
public:
    explicit TiedLinear(NodeBuilder& node)
        : m_engine(node.engine()),
          m_stream(node.stream()),
          m_input(node, 0, PlainInput::Use::Both),
          m_weight(node, 1, PlainInput::Use::Both) {
        m_out = node.inputs[1]->sizes[0];
        m_in = node.inputs[1]->sizes[1];
        m_rows = elementsOf(node.outputSizes) / m_out;
        m_output = node.output(plainLayout(node.outputSizes));
        m_forward = Product(node, {m_rows, m_out, m_in, false, true});
        m_toWeight = Product(node, {m_out, m_in, m_rows, true, false});
        m_toInput = Product(node, {m_rows, m_in, m_out});
    }

    void bind() override {
        m_input.bind(m_engine);
        m_weight.bind(m_engine);
    }
    void forward(Pass) override {
        m_input.take(m_stream);
        m_weight.take(m_stream);
        m_forward(m_input.data(), m_weight.data(), m_output->data->floats());
    }
    void backward() override {
        const float* slopes = m_output->gradient->floats();
        if (m_weight.wantsGradient()) m_toWeight(slopes, m_input.data(), m_weight.gradient());
        if (m_input.wantsGradient()) m_toInput(slopes, m_weight.data(), m_input.gradient());
        m_weight.give(m_stream);
        m_input.give(m_stream);
    }
    std::string choice() const override {
        return std::string(m_forward.way()) + ", " + std::string(m_toWeight.way()) + ", " + std::string(m_toInput.way());
    }

private:
    dnnl::engine m_engine;
    dnnl::stream m_stream;
    PlainInput m_input, m_weight;
    std::int64_t m_rows = 0, m_in = 0, m_out = 0;
    Product m_forward, m_toWeight, m_toInput;
    Tensor* m_output = nullptr;
};

BuiltKernel buildTiedLinear(NodeBuilder& node) { return std::unique_ptr<Kernel>(std::make_unique<TiedLinear>(node)); }

// sin and cos of position · base^(−2 i / features), as gpu/operators/position.cpp has them: row by row, pairs side by side.
std::vector<float> waves(std::int64_t length, std::int64_t features, double base, bool cosineFirst) {
    std::vector<float> table(static_cast<std::size_t>(length * (features + 1)));
    for (std::int64_t position = 0; position < length; ++position)
        for (std::int64_t i = 0; i < features; i += 2) {
            const double angle =
                static_cast<double>(position) * std::exp(static_cast<double>(i) * (-std::log(base) / static_cast<double>(features)));
            float* place = table.data() + position * features + i;
            place[0] = static_cast<float>(cosineFirst ? std::cos(angle) : std::sin(angle));
            if (i + 1 < features) place[1] = static_cast<float>(cosineFirst ? std::sin(angle) : std::cos(angle));
        }
    return table;
}

// Adds a row to the features at each position: learned, or sines and cosines (Vaswani et al. 2017, arXiv 1706.03762, section 3.5).
class Position final : public Kernel {
public:
    Position(NodeBuilder& node, bool learned)
        : m_engine(node.engine()), m_stream(node.stream()), m_input(node, 0, PlainInput::Use::Forward) {
        m_batch = node.outputSizes[0];
        m_row = elementsOf(node.outputSizes) / m_batch;
        m_output = node.output(plainLayout(node.outputSizes));
        m_output->gradient = m_input.gradientBuffer();  // a sum's slope is that of its parts
        if (learned)
            m_weight = &node.weight("weight", {node.parameters()[kMaxLength], node.parameters()[kFeatures]});
        else
            m_table = waves(node.outputSizes[1], node.outputSizes[2], node.parameters()[kBase], false);
    }

    void bind() override { m_input.bind(m_engine); }
    void forward(Pass) override {
        m_input.take(m_stream);
        const float* added = m_weight ? m_weight->data : m_table.data();
        for (std::int64_t sample = 0; sample < m_batch; ++sample)
            add(m_output->data->floats() + sample * m_row, m_input.data() + sample * m_row, added, m_row);
    }
    void backward() override {
        const float* slopes = m_output->gradient->floats();
        if (m_weight) {
            const std::int64_t all = m_weight->stored();
            std::memcpy(m_weight->gradient, slopes, static_cast<std::size_t>(m_row) * sizeof(float));
            std::fill_n(m_weight->gradient + m_row, all - m_row, 0.0f);
            for (std::int64_t sample = 1; sample < m_batch; ++sample) addTo(m_weight->gradient, slopes + sample * m_row, m_row);
        }
        m_input.give(m_stream);
    }

private:
    dnnl::engine m_engine;
    dnnl::stream m_stream;
    PlainInput m_input;
    std::int64_t m_batch = 0, m_row = 0;
    Tensor* m_output = nullptr;
    Weight* m_weight = nullptr;
    std::vector<float> m_table;
};

BuiltKernel buildLearnedPosition(NodeBuilder& node) { return std::unique_ptr<Kernel>(std::make_unique<Position>(node, true)); }
BuiltKernel buildSinusoidalPosition(NodeBuilder& node) { return std::unique_ptr<Kernel>(std::make_unique<Position>(node, false)); }

// Turns pairs of features by the angle of their position (Su et al. 2021, arXiv 2104.09864, equation 34); backward turns back.
class RotaryPosition final : public Kernel {
public:
    explicit RotaryPosition(NodeBuilder& node)
        : m_engine(node.engine()), m_stream(node.stream()), m_input(node, 0, PlainInput::Use::Forward) {
        m_features = node.outputSizes.back();
        m_length = node.outputSizes[node.outputSizes.size() - 2];
        m_sequences = elementsOf(node.outputSizes) / (m_length * m_features);
        m_output = node.output(plainLayout(node.outputSizes));
        m_table = waves(m_length, m_features, node.parameters()[kBase], true);
    }

    void bind() override { m_input.bind(m_engine); }
    void forward(Pass) override {
        m_input.take(m_stream);
        turn(m_input.data(), m_output->data->floats(), 1);
    }
    void backward() override {
        turn(m_output->gradient->floats(), m_input.gradient(), -1);
        m_input.give(m_stream);
    }

private:
    void turn(const float* from, float* to, float direction) const {
        const std::int64_t row = m_length * m_features;
        forTasks(m_sequences, m_sequences * row > kWorthThreads ? plannedThreads() : 1, [&](std::int64_t sequence, int) {
            const float *in = from + sequence * row, *table = m_table.data();
            float* out = to + sequence * row;
            for (std::int64_t i = 0; i < row; i += 2) {
                const float cosine = table[i], sine = table[i + 1] * direction;
                out[i] = in[i] * cosine - in[i + 1] * sine;
                out[i + 1] = in[i] * sine + in[i + 1] * cosine;
            }
        });
    }

    dnnl::engine m_engine;
    dnnl::stream m_stream;
    PlainInput m_input;
    std::int64_t m_features = 0, m_length = 0, m_sequences = 0;
    Tensor* m_output = nullptr;
    std::vector<float> m_table;
};

BuiltKernel buildRotaryPosition(NodeBuilder& node) { return std::unique_ptr<Kernel>(std::make_unique<RotaryPosition>(node)); }

}  // namespace

std::span<const KernelRow> embeddingKernels() {
    static constexpr KernelRow kRows[] = {{"Embedding", buildEmbedding},
                                          {"TiedLinear", buildTiedLinear},
                                          {"LearnedPosition", buildLearnedPosition},
                                          {"SinusoidalPosition", buildSinusoidalPosition},
                                          {"RotaryPosition", buildRotaryPosition}};
    return kRows;
}

}  // namespace seekbench::executor

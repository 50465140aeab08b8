// SPDX-License-Identifier: Apache-2.0
#include <cstring>

#include "core/operators/parameters.h"
#include "gpu/executor/kernels/products/recurrent_layer.h"
#include "gpu/executor/loops/drop_rule.h"
#include "gpu/kernels/instruction_set.h"

namespace seekbench::executor {

using namespace parameter;

namespace {

// All layers and directions of an LSTM or GRU over a whole sequence. Within, the time comes before the batch: a step is a block of
// neighbours. Between layers numbers are dropped as in the reference engine, by their place in that order.
class Recurrent final : public Kernel {
public:
    Recurrent(NodeBuilder& node, Cell cell)
        : m_engine(node.engine()),
          m_stream(node.stream()),
          m_input(node, 0, PlainInput::Use::Forward),
          m_last(node.parameters()[kReturns] == kReturnsLast),
          m_size(node.parameters()[kHiddenSize]),
          m_dropout(node.parameters()[kDropout]),
          m_rule(m_dropout) {
        const Parameters& parameters = node.parameters();
        m_batch = node.inputs[0]->sizes[0];
        m_length = node.inputs[0]->sizes[1];
        m_directions = parameters[kBidirectional] ? 2 : 1;
        m_output = node.output(plainLayout(node.outputSizes));
        std::int64_t features = parameters[kInputSize];
        for (std::int64_t number = 0; number < parameters[kNumLayers]; ++number) {
            Level& level = m_levels.emplace_back();
            level.features = features;
            if (number > 0 && m_dropout > 0) level.seed = node.seed();
            const bool below = number > 0 && m_directions == 1 && level.seed == nullptr;  // what the layer below has made is read in place
            level.input = below ? m_levels[m_levels.size() - 2].layers[0].hidden() : node.saved(bytesOf(m_length * m_batch * features));
            level.copies = !below;
            if (number > 0 || m_input.wantsGradient()) level.inputSlopes = node.backwardWorkspace(bytesOf(m_length * m_batch * features));
            const RecurrentShape shape{cell, m_length, m_batch, features, m_size, parameters[kBias]};
            for (std::int64_t direction = 0; direction < m_directions; ++direction) {
                const std::string suffix = "_l" + std::to_string(number) + (direction == 1 ? "_reverse" : "");
                level.layers.emplace_back(node, shape, suffix, direction == 1);
            }
            features = m_directions * m_size;
        }
        m_hiddenSlopes = node.backwardWorkspace(bytesOf(m_length * m_batch * m_size));
    }

    void bind() override { m_input.bind(m_engine); }

    void forward(Pass pass) override {
        m_input.take(m_stream);
        swapTimeAndBatch(m_input.data(), m_batch, m_length, m_levels[0].features, m_levels[0].input->floats());
        for (std::size_t i = 0; i < m_levels.size(); ++i) {
            Level& level = m_levels[i];
            if (i > 0 && level.copies) join(m_levels[i - 1], level, pass);
            for (RecurrentLayer& layer : level.layers) layer.forward(level.input->floats());
        }
        giveOutput();
    }

    void backward() override {
        for (std::size_t i = m_levels.size(); i-- > 0;) {
            Level& level = m_levels[i];
            for (std::size_t direction = 0; direction < level.layers.size(); ++direction) {
                if (i + 1 == m_levels.size())
                    takeOutputSlopes(direction);
                else
                    split(m_levels[i + 1], direction);
                level.layers[direction].backward(level.input->floats(), m_hiddenSlopes->floats(),
                                                 level.inputSlopes ? level.inputSlopes->floats() : nullptr, direction > 0);
            }
        }
        if (!m_input.wantsGradient()) return;
        swapTimeAndBatch(m_levels[0].inputSlopes->floats(), m_length, m_batch, m_levels[0].features, m_input.gradient());
        m_input.give(m_stream);
    }

    std::string choice() const override { return "own"; }

private:
    struct Level {
        std::int64_t features = 0;
        Buffer* input = nullptr;        // length × batch × features
        Buffer* inputSlopes = nullptr;  // as input; null: not wanted
        bool copies = true;             // the input is no other's
        const std::uint64_t* seed = nullptr;
        std::vector<RecurrentLayer> layers;  // one for each direction
    };

    std::int64_t stepRows(std::size_t direction) const { return direction == 1 ? 0 : m_length - 1; }  // where a direction ends

    // The hidden states of a level, side by side and with some dropped, are the input of the next.
    void join(const Level& from, const Level& to, Pass pass) const {
        float* rows = to.input->floats();
        const std::int64_t width = m_directions * m_size, count = m_length * m_batch;
        for (std::size_t direction = 0; direction < from.layers.size(); ++direction) {
            const float* hidden = from.layers[direction].hidden()->floats();
            copyColumns(hidden, m_size, rows + static_cast<std::int64_t>(direction) * m_size, width, count, m_size);
        }
        if (to.seed && pass == Pass::Training) drop(rows, count * width, *to.seed);
    }
    // And back: the slopes of one direction's hidden states. The dropped ones are nought already when the second direction asks.
    void split(const Level& above, std::size_t direction) const {
        float* rows = above.inputSlopes->floats();
        const std::int64_t width = m_directions * m_size, count = m_length * m_batch;
        if (above.seed && direction == 0) drop(rows, count * width, *above.seed);
        copyColumns(rows + static_cast<std::int64_t>(direction) * m_size, width, m_hiddenSlopes->floats(), m_size, count, m_size);
    }
    void drop(float* rows, std::int64_t count, std::uint64_t seed) const {
        inSlices(count, [&](std::int64_t first, std::int64_t length) {
            kernels().dropout(rows + first, rows + first, first, length, seed, m_rule.dropBelow, m_rule.keptScale);
        });
    }

    void giveOutput() const {
        const std::int64_t width = m_directions * m_size;
        for (std::size_t direction = 0; direction < m_levels.back().layers.size(); ++direction) {
            const float* hidden = m_levels.back().layers[direction].hidden()->floats();
            float* out = m_output->data->floats() + static_cast<std::int64_t>(direction) * m_size;
            if (m_last) {
                copyColumns(hidden + stepRows(direction) * m_batch * m_size, m_size, out, width, m_batch, m_size);
                continue;
            }
            for (std::int64_t step = 0; step < m_length; ++step)
                copyColumns(hidden + step * m_batch * m_size, m_size, out + step * width, m_length * width, m_batch, m_size);
        }
    }
    void takeOutputSlopes(std::size_t direction) const {
        const std::int64_t width = m_directions * m_size, block = m_batch * m_size;
        const float* given = m_output->gradient->floats() + static_cast<std::int64_t>(direction) * m_size;
        float* slopes = m_hiddenSlopes->floats();
        if (m_last) {
            std::fill_n(slopes, m_length * block, 0.0f);
            return copyColumns(given, width, slopes + stepRows(direction) * block, m_size, m_batch, m_size);
        }
        for (std::int64_t step = 0; step < m_length; ++step)
            copyColumns(given + step * width, m_length * width, slopes + step * block, m_size, m_batch, m_size);
    }

    static void copyColumns(const float* from, std::int64_t fromRow, float* to, std::int64_t toRow, std::int64_t rows,
                            std::int64_t columns) {
        for (std::int64_t row = 0; row < rows; ++row)
            std::memcpy(to + row * toRow, from + row * fromRow, static_cast<std::size_t>(columns) * sizeof(float));
    }
    // (a, b, features) → (b, a, features)
    static void swapTimeAndBatch(const float* from, std::int64_t a, std::int64_t b, std::int64_t features, float* to) {
        for (std::int64_t i = 0; i < a; ++i) copyColumns(from + i * b * features, features, to + i * features, a * features, b, features);
    }

    dnnl::engine m_engine;
    dnnl::stream m_stream;
    PlainInput m_input;
    bool m_last;
    std::int64_t m_size, m_batch = 0, m_length = 0, m_directions = 1;
    double m_dropout;
    DropRule m_rule;
    std::vector<Level> m_levels;
    Buffer* m_hiddenSlopes = nullptr;  // of the layer at work
    Tensor* m_output = nullptr;
};

BuiltKernel build(NodeBuilder& node, Cell cell) {
    if (node.parameters()[kDropout] >= 1) return noKernel(node.node(), say("it drops everything"));
    return std::unique_ptr<Kernel>(std::make_unique<Recurrent>(node, cell));
}

BuiltKernel buildLstm(NodeBuilder& node) { return build(node, Cell::Lstm); }

// LibTorch's GRU draws the numbers that it drops in a way of its own, with which nothing could be compared.
BuiltKernel buildGru(NodeBuilder& node) {
    if (node.parameters()[kDropout] > 0 && node.parameters()[kNumLayers] > 1)
        return noKernel(node.node(), say("it drops numbers between its layers"));
    return build(node, Cell::Gru);
}

}  // namespace

std::span<const KernelRow> recurrentKernels() {
    static constexpr KernelRow kRows[] = {{"LSTM", buildLstm}, {"GRU", buildGru}};
    return kRows;
}

}  // namespace seekbench::executor

// SPDX-License-Identifier: Apache-2.0
#include "core/operators/parameters.h"
#include "gpu/executor/kernels/numbers/combination.h"
#include "gpu/executor/kernels/plain_input.h"
#include "gpu/executor/loops/drop_rule.h"
#include "gpu/executor/loops/loops.h"
#include "gpu/executor/loops/parallel.h"
#include "gpu/executor/loops/row_loops.h"
#include "gpu/kernels/instruction_set.h"

namespace seekbench::executor {

using namespace parameter;

namespace {

// Dropout by counter: whether a number is dropped follows from the seed of the pass and its place in memory, so nothing is stored. In
// blocked layouts the padding is dropped or kept like any number, and stays nought.
class Dropout final : public Kernel {
public:
    Dropout(NodeBuilder& node, double p)
        : m_rule(p), m_seed(node.seed()), m_input(node.inputs[0]), m_inputGradient(node.inputGradients[0]) {
        // In place: the slope always, the numbers where nobody misses them.
        m_output = node.mayOverwriteInput() ? node.alias(m_input->layout) : node.output(m_input->layout);
        m_output->gradient = m_inputGradient;
    }

    void forward(Pass pass) override {
        if (pass == Pass::Evaluation && m_output->data == m_input->data) return;
        if (pass == Pass::Evaluation) return copy(m_output->data->floats(), m_input->data->floats(), m_output->stored());
        drop(m_input->data->floats(), m_output->data->floats());
    }
    void backward() override { drop(m_output->gradient->floats(), m_inputGradient->floats()); }

private:
    void drop(const float* from, float* to) const {
        inSlices(m_output->stored(), [&](std::int64_t first, std::int64_t count) {
            kernels().dropout(from + first, to + first, first, count, *m_seed, m_rule.dropBelow, m_rule.keptScale);
        });
    }

    DropRule m_rule;
    const std::uint64_t* m_seed;
    Tensor* m_input;
    Buffer* m_inputGradient;
    Tensor* m_output = nullptr;
};

class PassOn final : public Kernel {
public:
    void forward(Pass) override {}
    void backward() override {}
    std::string choice() const override { return "a view"; }
};

BuiltKernel buildDropout(NodeBuilder& node) {
    const double p = node.parameters()[kP];
    if (p >= 1) return noKernel(node.node(), say("it drops everything"));
    if (p > 0) return std::unique_ptr<Kernel>(std::make_unique<Dropout>(node, p));
    node.alias(node.inputs[0]->layout);
    return std::unique_ptr<Kernel>(std::make_unique<PassOn>());
}

// Multiplies by a factor, fixed or learned. The slope of a learned one is summed slice by slice.
class Scale final : public Kernel {
public:
    explicit Scale(NodeBuilder& node)
        : m_factor(static_cast<float>(node.parameters()[kFactor])), m_input(node.inputs[0]), m_inputGradient(node.inputGradients[0]) {
        m_output = node.output(m_input->layout);
        m_output->gradient = m_inputGradient;  // in place
        if (!node.parameters()[kLearned]) return;
        m_weight = &node.weight("weight", {1});
        node.keep(*m_input);
        m_sums = node.backwardWorkspace(static_cast<std::size_t>(m_output->stored() / kSlice + 1) * sizeof(float));
    }

    void forward(Pass) override { scale(m_input->data->floats(), m_output->data->floats()); }
    void backward() override {
        const float* slopes = m_output->gradient->floats();
        if (m_weight) {
            const float* input = m_input->data->floats();
            float* sums = m_sums->floats();
            const std::int64_t count = m_output->stored(), slices = (count + kSlice - 1) / kSlice;
            forTasks(slices, count > kWorthThreads ? plannedThreads() : 1, [&](std::int64_t slice, int) {
                sums[slice] = dotRows(input + slice * kSlice, slopes + slice * kSlice, std::min(kSlice, count - slice * kSlice));
            });
            double sum = 0;
            for (std::int64_t slice = 0; slice < slices; ++slice) sum += static_cast<double>(sums[slice]);
            *m_weight->gradient = static_cast<float>(sum);
        }
        if (m_inputGradient) scale(slopes, m_inputGradient->floats());
    }

private:
    static constexpr std::int64_t kSlice = 1 << 14;

    void scale(const float* from, float* to) const {
        const float factor = m_weight ? *m_weight->data : m_factor;
        inSlices(m_output->stored(), [&](std::int64_t first, std::int64_t count) { scaleRow(to + first, from + first, factor, count); });
    }

    float m_factor;
    Tensor* m_input;
    Buffer* m_inputGradient;
    Tensor* m_output = nullptr;
    Weight* m_weight = nullptr;
    Buffer* m_sums = nullptr;
};

BuiltKernel buildScale(NodeBuilder& node) { return std::unique_ptr<Kernel>(std::make_unique<Scale>(node)); }

// The product of two tensors of the same sizes, or of one by a number for each of its first dimensions, such as a gate for each channel.
class Multiply final : public Kernel {
public:
    Multiply(NodeBuilder& node, std::size_t whole)
        : m_engine(node.engine()),
          m_stream(node.stream()),
          m_whole(node, whole, PlainInput::Use::Both),
          m_factors(node, 1 - whole, PlainInput::Use::Both) {
        m_rows = elementsOf(node.inputs[1 - whole]->sizes);
        m_columns = elementsOf(node.outputSizes) / m_rows;
        m_output = node.output(plainLayout(node.outputSizes));
    }

    void bind() override {
        m_whole.bind(m_engine);
        m_factors.bind(m_engine);
    }
    void forward(Pass) override {
        m_whole.take(m_stream);
        m_factors.take(m_stream);
        product(m_whole.data(), m_output->data->floats());
    }
    void backward() override {
        const float *slopes = m_output->gradient->floats(), *whole = m_whole.data();
        float* factors = m_factors.gradient();
        if (factors && m_columns == 1)
            inSlices(m_rows,
                     [&](std::int64_t first, std::int64_t count) { multiplyRow(factors + first, whole + first, slopes + first, count); });
        else if (factors)
            forTasks(m_rows, m_rows * m_columns > kWorthThreads ? plannedThreads() : 1,
                     [&](std::int64_t row, int) { factors[row] = dotRows(whole + row * m_columns, slopes + row * m_columns, m_columns); });
        if (m_whole.wantsGradient()) product(slopes, m_whole.gradient());
        m_factors.give(m_stream);
        m_whole.give(m_stream);
    }

private:
    void product(const float* from, float* to) const {
        const float* factors = m_factors.data();
        if (m_columns == 1)
            return inSlices(m_rows,
                            [&](std::int64_t first, std::int64_t count) { multiplyRow(to + first, from + first, factors + first, count); });
        forTasks(m_rows, m_rows * m_columns > kWorthThreads ? plannedThreads() : 1,
                 [&](std::int64_t row, int) { scaleRow(to + row * m_columns, from + row * m_columns, factors[row], m_columns); });
    }

    dnnl::engine m_engine;
    dnnl::stream m_stream;
    PlainInput m_whole, m_factors;
    std::int64_t m_rows = 0, m_columns = 0;
    Tensor* m_output = nullptr;
};

// Whether `factors` is `whole` with the last dimensions, perhaps none, of extent 1.
bool isFactorOf(const Sizes& factors, const Sizes& whole) {
    if (factors.size() != whole.size()) return false;
    bool ones = false;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (factors[i] != whole[i]) ones = true;
        if (ones && factors[i] != 1) return false;
    }
    return true;
}

BuiltKernel buildMultiply(NodeBuilder& node) {
    if (node.inputs.size() != 2 || node.inputs[0]->isWhole()) return buildCombination(node, Combination::Multiply);
    for (const std::size_t whole : {std::size_t(0), std::size_t(1)})
        if (isFactorOf(node.inputs[1 - whole]->sizes, node.inputs[whole]->sizes))
            return std::unique_ptr<Kernel>(std::make_unique<Multiply>(node, whole));
    return buildCombination(node, Combination::Multiply);
}

}  // namespace

std::span<const KernelRow> sequenceKernels() {
    static constexpr KernelRow kRows[] = {{"Dropout", buildDropout}, {"Scale", buildScale}, {"Multiply", buildMultiply}};
    return kRows;
}

}  // namespace seekbench::executor

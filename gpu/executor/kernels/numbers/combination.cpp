// SPDX-License-Identifier: Apache-2.0
#include "gpu/executor/kernels/numbers/combination.h"

#include "gpu/executor/kernels/plain_input.h"
#include "gpu/executor/kernels/products/product.h"
#include "gpu/executor/loops/loops.h"
#include "gpu/executor/loops/row_loops.h"
#include "gpu/executor/loops/stretch.h"

namespace seekbench::executor {
namespace {

// What two shapes stretch to.
Sizes stretched(Sizes a, Sizes b) {
    if (a.size() < b.size()) std::swap(a, b);
    for (std::size_t i = 0; i < b.size(); ++i) {
        std::int64_t& extent = a[a.size() - b.size() + i];
        if (extent == 1) extent = b[i];
    }
    return a;
}

// ((a ∘ b) ∘ c) ∘ …, in rows. What lies between is kept.
class Combine final : public Kernel {
public:
    Combine(NodeBuilder& node, Combination combination)
        : m_engine(node.engine()), m_stream(node.stream()), m_combination(combination), m_relu(node.activation == Activation::ReLU) {
        m_output = node.output(plainLayout(node.outputSizes));
        if (m_relu) node.keepSigns(*m_output);
        for (std::size_t i = 0; i < node.inputs.size(); ++i) m_inputs.emplace_back(node, i, PlainInput::Use::Both);
        Sizes sofar = node.inputs[0]->sizes;
        bool wanted = m_inputs[0].wantsGradient();
        for (std::size_t i = 1; i < m_inputs.size(); ++i) {
            const Sizes whole = stretched(sofar, node.inputs[i]->sizes);
            Step& step = m_steps.emplace_back(Step{Stretch(sofar, node.inputs[i]->sizes, whole)});
            wanted = wanted || m_inputs[i].wantsGradient();
            step.isWanted = wanted;
            if (i + 1 < m_inputs.size()) {
                step.made = node.saved(bytesOf(elementsOf(whole)));
                if (wanted) step.slopes = node.backwardWorkspace(bytesOf(elementsOf(whole)));
            }
            sofar = whole;
        }
    }

    void bind() override {
        for (PlainInput& input : m_inputs) input.bind(m_engine);
    }

    void forward(Pass) override {
        for (const PlainInput& input : m_inputs) input.take(m_stream);
        for (std::size_t i = 0; i < m_steps.size(); ++i) {
            const Stretch& stretch = m_steps[i].stretch;
            const float *a = before(i), *b = m_inputs[i + 1].data();
            float* out = m_steps[i].made ? m_steps[i].made->floats() : m_output->data->floats();
            stretch.forAll([&](std::int64_t place, std::int64_t atA, std::int64_t atB, std::int64_t count) {
                combineRow(m_combination, out + place, a + atA, stretch.step(0), b + atB, stretch.step(1), count);
            });
        }
        if (m_relu) relu(m_output->data->floats(), m_output->data->floats(), m_output->stored());
    }

    void backward() override {
        if (m_relu) maskByOutput(m_output->gradient->floats(), m_output->data->floats(), m_output->stored());
        for (std::size_t i = m_steps.size(); i-- > 0;) {
            const float* slopes = m_steps[i].slopes ? m_steps[i].slopes->floats() : m_output->gradient->floats();
            giveBack(i, 1, slopes, m_inputs[i + 1].gradient());
            giveBack(i, 0, slopes, i == 0 ? m_inputs[0].gradient() : m_steps[i - 1].slopes ? m_steps[i - 1].slopes->floats() : nullptr);
        }
        for (const PlainInput& input : m_inputs) input.give(m_stream);
    }

private:
    struct Step {
        Stretch stretch;
        bool isWanted = false;
        Buffer* made = nullptr;  // nullptr: the last, which makes the output
        Buffer* slopes = nullptr;
    };

    const float* before(std::size_t step) const { return step == 0 ? m_inputs[0].data() : m_steps[step - 1].made->floats(); }

    // What is stretched gets the sum of its slopes.
    void giveBack(std::size_t number, std::size_t operand, const float* slopes, float* to) const {
        if (to == nullptr) return;
        const Stretch& stretch = m_steps[number].stretch;
        const float *a = before(number), *b = m_inputs[number + 1].data();
        const auto slopesOf = [&](float* out, std::int64_t place, std::int64_t atA, std::int64_t atB, std::int64_t count) {
            combineRowBack(m_combination, operand, out, slopes + place, a + atA, stretch.step(0), b + atB, stretch.step(1), count);
        };
        if (!stretch.isStretched(operand))
            return stretch.forAll([&](std::int64_t place, std::int64_t atA, std::int64_t atB, std::int64_t count) {
                slopesOf(to + (operand == 0 ? atA : atB), place, atA, atB, count);
            });
        stretch.forEach(operand, [&](bool first, std::int64_t place, std::int64_t atA, std::int64_t atB, std::int64_t count) {
            constexpr std::int64_t kBlock = 1024;
            float block[kBlock];
            float* own = to + (operand == 0 ? atA : atB);
            const bool step = stretch.step(operand);
            if (first) std::fill_n(own, step ? count : 1, 0.0f);
            for (std::int64_t c = 0; c < count; c += kBlock) {
                const std::int64_t width = std::min(kBlock, count - c);
                slopesOf(block, place + c, atA + (stretch.step(0) ? c : 0), atB + (stretch.step(1) ? c : 0), width);
                if (step)
                    addRow(own + c, block, width);
                else
                    *own += sumRow(block, width);
            }
        });
    }

    dnnl::engine m_engine;
    dnnl::stream m_stream;
    Combination m_combination;
    bool m_relu;
    std::vector<PlainInput> m_inputs;
    std::vector<Step> m_steps;
    Tensor* m_output = nullptr;
};

// The matrices of the last two dimensions, one after the other; each is one thread's, unless there is only one.
class MatMul final : public Kernel {
public:
    explicit MatMul(NodeBuilder& node)
        : m_engine(node.engine()), m_stream(node.stream()), m_a(node, 0, PlainInput::Use::Both), m_b(node, 1, PlainInput::Use::Both) {
        const Sizes &a = node.inputs[0]->sizes, &out = node.outputSizes;
        m_rows = a[a.size() - 2];
        m_inner = a.back();
        m_columns = out.back();
        m_matrices = elementsOf(out) / (m_rows * m_columns);
        m_forward = Product(node, {m_rows, m_columns, m_inner, false, false});
        if (m_a.wantsGradient()) m_toA = Product(node, {m_rows, m_inner, m_columns, false, true});
        if (m_b.wantsGradient()) m_toB = Product(node, {m_inner, m_columns, m_rows, true, false});
        m_output = node.output(plainLayout(out));
    }

    void bind() override {
        m_a.bind(m_engine);
        m_b.bind(m_engine);
    }
    void forward(Pass) override {
        m_a.take(m_stream);
        m_b.take(m_stream);
        forMatrices([&](std::int64_t i) { m_forward(a(i), b(i), out(m_output->data, i)); });
    }
    void backward() override {
        forMatrices([&](std::int64_t i) {
            const float* slopes = out(m_output->gradient, i);
            if (m_a.wantsGradient()) m_toA(slopes, b(i), m_a.gradient() + i * m_rows * m_inner);
            if (m_b.wantsGradient()) m_toB(a(i), slopes, m_b.gradient() + i * m_inner * m_columns);
        });
        m_b.give(m_stream);
        m_a.give(m_stream);
    }
    std::string choice() const override { return std::string(m_forward.way()); }

private:
    template <class Work>
    void forMatrices(const Work& work) const {
        const int threads = m_matrices * m_rows * m_columns * m_inner > 16 * kWorthThreads ? plannedThreads() : 1;
        forTasks(m_matrices, threads, [&](std::int64_t i, int) { work(i); });
    }
    const float* a(std::int64_t i) const { return m_a.data() + i * m_rows * m_inner; }
    const float* b(std::int64_t i) const { return m_b.data() + i * m_inner * m_columns; }
    float* out(const Buffer* of, std::int64_t i) const { return of->floats() + i * m_rows * m_columns; }

    dnnl::engine m_engine;
    dnnl::stream m_stream;
    PlainInput m_a, m_b;
    Product m_forward, m_toA, m_toB;
    std::int64_t m_rows = 0, m_inner = 0, m_columns = 0, m_matrices = 0;
    Tensor* m_output = nullptr;
};

template <Combination combination>
BuiltKernel build(NodeBuilder& node) {
    return buildCombination(node, combination);
}

BuiltKernel buildMatMul(NodeBuilder& node) { return std::unique_ptr<Kernel>(std::make_unique<MatMul>(node)); }

}  // namespace

BuiltKernel buildCombination(NodeBuilder& node, Combination combination) {
    if (node.inputs[0]->isWhole()) return noKernel(node.node(), say("it computes real numbers only"));
    if (node.inputs.size() < 2) return noKernel(node.node(), say("it has one input only"));
    return std::unique_ptr<Kernel>(std::make_unique<Combine>(node, combination));
}

std::span<const KernelRow> combinationKernels() {
    static constexpr KernelRow kRows[] = {
        {"Subtract", build<Combination::Subtract>}, {"Divide", build<Combination::Divide>}, {"MatMul", buildMatMul}};
    return kRows;
}

}  // namespace seekbench::executor

// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cmath>

#include "core/operators/parameters.h"
#include "gpu/executor/kernels/call.h"
#include "gpu/executor/kernels/numbers/combination.h"
#include "gpu/executor/loops/loops.h"

namespace seekbench::executor {

using namespace parameter;

namespace {

// Functions of one number that are 0 at 0, so that the padding of blocked layouts stays zero, and whose slope follows from their value.
class Activations final : public Kernel {
public:
    enum class Kind { ReLU, ReLU6 };

    Activations(NodeBuilder& node, Kind kind) : m_kind(kind), m_input(node.inputs[0]), m_inputGradient(node.inputGradients[0]) {
        m_output = node.output(m_input->layout);
        if (kind == Kind::ReLU)
            node.keepSigns(*m_output);
        else
            node.keep(*m_output);
        if (m_inputGradient) node.gradient(*m_output);
    }

    void forward(Pass) override {
        const float* from = m_input->data->floats();
        float* to = m_output->data->floats();
        const std::int64_t count = m_output->stored();
        switch (m_kind) {
            case Kind::ReLU: return relu(to, from, count);
            case Kind::ReLU6: return clip(to, from, 6, count);
        }
    }

    void backward() override {
        const float *given = m_output->gradient->floats(), *output = m_output->data->floats();
        float* to = m_inputGradient->floats();
        const std::int64_t count = m_output->stored();
        switch (m_kind) {
            case Kind::ReLU: return maskByClip(to, given, output, INFINITY, count);
            case Kind::ReLU6: return maskByClip(to, given, output, 6, count);
        }
    }

private:
    Kind m_kind;
    Tensor* m_input;
    Tensor* m_output = nullptr;
    Buffer* m_inputGradient;
};

template <Activations::Kind kind>
BuiltKernel buildActivation(NodeBuilder& node) {
    return std::unique_ptr<Kernel>(std::make_unique<Activations>(node, kind));
}

// The sum of two tensors of the same sizes, with a ReLU behind it where wanted, in the layout of the first.
class Add final : public Kernel {
public:
    explicit Add(NodeBuilder& node)
        : m_engine(node.engine()), m_stream(node.stream()), m_relu(node.activation == Activation::ReLU), m_inputs(node.inputs) {
        m_gradients = node.inputGradients;
        const Layout layout = m_inputs[0]->layout;
        m_output = node.output(layout);
        m_output->gradient = m_gradients[0];  // the slope of a sum is that of its first part: in place
        if (m_relu) node.keepSigns(*m_output);
        m_second = m_inputs[1]->data;
        if (m_inputs[1]->layout != layout) {
            m_second = node.forwardWorkspace(layout.get_size());
            m_take = reorder(m_engine, m_inputs[1]->layout, m_inputs[1]->data, layout, m_second);
            if (m_gradients[1]) m_give = reorder(m_engine, layout, node.gradient(*m_output), m_inputs[1]->layout, m_gradients[1]);
        }
        if (m_gradients[0] || m_gradients[1]) node.gradient(*m_output);
    }

    void bind() override {
        m_take.bind(m_engine);
        m_give.bind(m_engine);
    }

    void forward(Pass) override {
        m_take.run(m_stream);
        float* sum = m_output->data->floats();
        add(sum, m_inputs[0]->data->floats(), m_second->floats(), m_output->stored());
        if (m_relu) relu(sum, sum, m_output->stored());
    }

    void backward() override {
        float* given = m_output->gradient->floats();
        const std::int64_t count = m_output->stored();
        if (m_relu) maskByOutput(given, m_output->data->floats(), count);
        if (m_give)
            m_give.run(m_stream);
        else if (m_gradients[1])
            copy(m_gradients[1]->floats(), given, count);
    }

private:
    dnnl::engine m_engine;
    dnnl::stream m_stream;
    bool m_relu;
    std::vector<Tensor*> m_inputs;
    std::vector<Buffer*> m_gradients;
    Tensor* m_output = nullptr;
    Buffer* m_second = nullptr;
    Call m_take, m_give;
};

BuiltKernel buildAdd(NodeBuilder& node) {
    const bool plain = node.inputs.size() == 2 && node.inputs[0]->sizes == node.inputs[1]->sizes && !node.inputs[0]->isWhole();
    if (!plain) return buildCombination(node, Combination::Add);
    return std::unique_ptr<Kernel>(std::make_unique<Add>(node));
}

}  // namespace

std::span<const KernelRow> elementwiseKernels() {
    static constexpr KernelRow kRows[] = {
        {"ReLU", buildActivation<Activations::Kind::ReLU>}, {"ReLU6", buildActivation<Activations::Kind::ReLU6>}, {"Add", buildAdd, true}};
    return kRows;
}

}  // namespace seekbench::executor

// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include "core/operators/parameters.h"
#include "gpu/executor/kernels/plain_input.h"
#include "gpu/executor/loops/loops.h"
#include "gpu/executor/loops/parallel.h"
#include "gpu/kernels/instruction_set.h"

namespace seekbench::executor {

using namespace parameter;

namespace {

using dnnl::algorithm;
using dnnl::prop_kind;

struct Function {
    algorithm kind;
    float alpha = 0, beta = 0;
    bool nothingAtNothing = true;  // f(0) = 0: the padding of blocked layouts may go through it
};

// A function of each number by oneDNN, which compiles it for the processor; forward and backward in one pass each.
class Elementwise final : public Kernel {
public:
    Elementwise(NodeBuilder& node, const Function& function)
        : m_engine(node.engine()), m_stream(node.stream()), m_wantsGradient(node.inputGradients[0] != nullptr) {
        Tensor& input = *node.inputs[0];
        const bool padded = input.bytes() != static_cast<std::size_t>(elementsOf(input.sizes)) * sizeof(float);
        const bool asRows = padded && !function.nothingAtNothing;
        const Layout layout = asRows ? plainLayout(input.sizes) : input.layout;
        Buffer* data = input.data;
        Buffer* slopes = node.inputGradients[0];
        if (asRows) {
            data = node.saved(layout.get_size());
            m_take = reorder(m_engine, input.layout, input.data, layout, data);
        } else if (m_wantsGradient) {
            node.keep(input);
        }
        Tensor& output = *node.output(layout);
        using Forward = dnnl::eltwise_forward;
        const Forward::primitive_desc forward({prop_kind::forward_training, function.kind, layout, function.alpha, function.beta},
                                              planScratch(), m_engine);
        m_forward = Call(Forward(forward));
        m_forward.with(DNNL_ARG_SRC, layout, data).with(DNNL_ARG_DST, layout, output.data);
        m_forward.with(DNNL_ARG_SCRATCHPAD, forward.scratchpad_desc(), node.forwardWorkspace(forward.scratchpad_desc().get_size()));
        m_choice = forward.impl_info_str();
        if (!m_wantsGradient) return;
        output.gradient = slopes;  // in place
        if (asRows) {
            output.gradient = nullptr;
            slopes = node.backwardWorkspace(layout.get_size());
            m_give = reorder(m_engine, layout, slopes, input.layout, node.inputGradients[0]);
        }
        using Backward = dnnl::eltwise_backward;
        const Backward::primitive_desc backward({function.kind, layout, layout, function.alpha, function.beta}, planScratch(), m_engine,
                                                forward);
        m_backward = Call(Backward(backward));
        m_backward.with(DNNL_ARG_SRC, layout, data)
            .with(DNNL_ARG_DIFF_DST, layout, node.gradient(output))
            .with(DNNL_ARG_DIFF_SRC, layout, slopes)
            .with(DNNL_ARG_SCRATCHPAD, backward.scratchpad_desc(), node.backwardWorkspace(backward.scratchpad_desc().get_size()));
    }

    void bind() override {
        for (Call* call : {&m_take, &m_forward, &m_backward, &m_give}) call->bind(m_engine);
    }
    void forward(Pass) override {
        m_take.run(m_stream);
        m_forward.run(m_stream);
    }
    void backward() override {
        m_backward.run(m_stream);
        m_give.run(m_stream);
    }
    std::string choice() const override { return m_choice; }

private:
    dnnl::engine m_engine;
    dnnl::stream m_stream;
    bool m_wantsGradient;
    Call m_take, m_forward, m_backward, m_give;
    std::string m_choice;
};

BuiltKernel build(NodeBuilder& node, const Function& function) {
    if (node.inputs[0]->isWhole()) return noKernel(node.node(), say("it computes real numbers only"));
    return std::unique_ptr<Kernel>(std::make_unique<Elementwise>(node, function));
}

template <algorithm kind, int alpha = 0, bool nothingAtNothing = true>
BuiltKernel buildPlain(NodeBuilder& node) {
    return build(node, {kind, static_cast<float>(alpha), 0, nothingAtNothing});
}

// By loops of our own, several times as fast as oneDNN's.
class Gelu final : public Kernel {
public:
    explicit Gelu(NodeBuilder& node)
        : m_gate(node.parameters()[kApproximate] == kApproximateNone ? GeluGate::Normal : GeluGate::Tanh), m_input(node.inputs[0]) {
        m_output = node.output(m_input->layout);
        m_slopes = node.inputGradients[0];
        m_output->gradient = m_slopes;  // in place
        if (m_slopes) node.keep(*m_input);
        m_count = m_input->stored();
    }

    void forward(Pass) override {
        inSlices(m_count, [this](std::int64_t first, std::int64_t count) {
            kernels().gelu(m_gate, m_input->data->floats() + first, m_output->data->floats() + first, count);
        });
    }
    void backward() override {
        if (m_slopes == nullptr) return;
        inSlices(m_count, [this](std::int64_t first, std::int64_t count) {
            float* slopes = m_slopes->floats() + first;
            kernels().geluBackward(m_gate, m_input->data->floats() + first, slopes, slopes, count);
        });
    }

private:
    GeluGate m_gate;
    Tensor *m_input, *m_output = nullptr;
    Buffer* m_slopes = nullptr;
    std::int64_t m_count = 0;
};

BuiltKernel buildGelu(NodeBuilder& node) {
    if (node.inputs[0]->isWhole()) return noKernel(node.node(), say("it computes real numbers only"));
    return std::unique_ptr<Kernel>(std::make_unique<Gelu>(node));
}

BuiltKernel buildLeakyRelu(NodeBuilder& node) {
    return build(node, {algorithm::eltwise_relu, static_cast<float>(node.parameters()[kNegativeSlope])});
}

BuiltKernel buildElu(NodeBuilder& node) { return build(node, {algorithm::eltwise_elu, static_cast<float>(node.parameters()[kAlpha])}); }

BuiltKernel buildSoftplus(NodeBuilder& node) {
    constexpr double kIdentityFrom = 15;  // log(1 + exp(x)) and x are the same in single precision
    if (node.parameters()[kBeta] != 1) return noKernel(node.node(), say("its beta is not 1"));
    if (node.parameters()[kThreshold] < kIdentityFrom) return noKernel(node.node(), say("its threshold is below %1", kIdentityFrom));
    return build(node, {algorithm::eltwise_soft_relu, 0, 0, false});
}

BuiltKernel buildClamp(NodeBuilder& node) {
    const auto low = static_cast<float>(node.parameters()[kMin]), high = static_cast<float>(node.parameters()[kMax]);
    return build(node, {algorithm::eltwise_clip_v2, low, high, low <= 0 && high >= 0});
}

// min(max(x / 6 + 1/2, 0), 1); in rows, for it makes something of the padding of blocks.
class HardSigmoid final : public Kernel {
public:
    explicit HardSigmoid(NodeBuilder& node) : m_engine(node.engine()), m_stream(node.stream()), m_input(node, 0, PlainInput::Use::Forward) {
        m_output = node.output(plainLayout(node.outputSizes));
        if (m_input.wantsGradient()) node.keep(*m_output);
    }

    void bind() override { m_input.bind(m_engine); }
    void forward(Pass) override {
        m_input.take(m_stream);
        ramp(m_output->data->floats(), m_input.data(), m_output->stored());
    }
    void backward() override {
        rampBack(m_input.gradient(), m_output->gradient->floats(), m_output->data->floats(), m_output->stored());
        m_input.give(m_stream);
    }

private:
    dnnl::engine m_engine;
    dnnl::stream m_stream;
    PlainInput m_input;
    Tensor* m_output = nullptr;
};

BuiltKernel buildHardSigmoid(NodeBuilder& node) {
    if (node.inputs[0]->isWhole()) return noKernel(node.node(), say("it computes real numbers only"));
    return std::unique_ptr<Kernel>(std::make_unique<HardSigmoid>(node));
}

// Softmax and its logarithm by oneDNN, along any dimension of rows.
class Softmax final : public Kernel {
public:
    template <class Forward, class Backward>
    static BuiltKernel build(NodeBuilder& node) {
        auto made = std::make_unique<Softmax>(node);
        const std::size_t axis = dimensionOf(node.parameters()[kDim], node.outputSizes.size());
        const Layout layout = plainLayout(node.outputSizes);
        const typename Forward::primitive_desc forward({prop_kind::forward_training, layout, static_cast<int>(axis)}, planScratch(),
                                                       made->m_engine);
        made->m_choice = forward.impl_info_str();
        Tensor& output = *node.output(layout);
        made->m_forward = Call(Forward(forward));
        made->m_forward.with(DNNL_ARG_SRC, layout, made->m_input.buffer()).with(DNNL_ARG_DST, layout, output.data);
        made->m_forward.with(DNNL_ARG_SCRATCHPAD, forward.scratchpad_desc(), node.forwardWorkspace(forward.scratchpad_desc().get_size()));
        if (!made->m_input.wantsGradient()) return std::unique_ptr<Kernel>(std::move(made));
        node.keep(output);
        const typename Backward::primitive_desc backward({layout, layout, static_cast<int>(axis)}, planScratch(), made->m_engine, forward);
        made->m_backward = Call(Backward(backward));
        made->m_backward.with(DNNL_ARG_DST, layout, output.data)
            .with(DNNL_ARG_DIFF_DST, layout, node.gradient(output))
            .with(DNNL_ARG_DIFF_SRC, layout, made->m_input.gradientBuffer())
            .with(DNNL_ARG_SCRATCHPAD, backward.scratchpad_desc(), node.backwardWorkspace(backward.scratchpad_desc().get_size()));
        return std::unique_ptr<Kernel>(std::move(made));
    }

    explicit Softmax(NodeBuilder& node) : m_engine(node.engine()), m_stream(node.stream()), m_input(node, 0, PlainInput::Use::Forward) {}

    void bind() override {
        m_input.bind(m_engine);
        m_forward.bind(m_engine);
        m_backward.bind(m_engine);
    }
    void forward(Pass) override {
        m_input.take(m_stream);
        m_forward.run(m_stream);
    }
    void backward() override {
        m_backward.run(m_stream);
        m_input.give(m_stream);
    }
    std::string choice() const override { return m_choice; }

private:
    dnnl::engine m_engine;
    dnnl::stream m_stream;
    PlainInput m_input;
    Call m_forward, m_backward;
    std::string m_choice;
};

}  // namespace

std::span<const KernelRow> activationKernels() {
    static constexpr KernelRow kRows[] = {{"GELU", buildGelu},
                                          {"SiLU", buildPlain<algorithm::eltwise_swish, 1>},
                                          {"Tanh", buildPlain<algorithm::eltwise_tanh>},
                                          {"Sigmoid", buildPlain<algorithm::eltwise_logistic, 0, false>},
                                          {"LeakyReLU", buildLeakyRelu},
                                          {"ELU", buildElu},
                                          {"Mish", buildPlain<algorithm::eltwise_mish>},
                                          {"Hardswish", buildPlain<algorithm::eltwise_hardswish>},
                                          {"Hardsigmoid", buildHardSigmoid},
                                          {"Softplus", buildSoftplus},
                                          {"Clamp", buildClamp},
                                          {"Softmax", Softmax::build<dnnl::softmax_forward, dnnl::softmax_backward>},
                                          {"LogSoftmax", Softmax::build<dnnl::logsoftmax_forward, dnnl::logsoftmax_backward>}};
    return kRows;
}

}  // namespace seekbench::executor

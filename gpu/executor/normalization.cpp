// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "core/operators/parameters.h"
#include "gpu/executor/call.h"
#include "gpu/executor/loops.h"

namespace seekbench::executor {

using namespace parameter;

namespace {

using dnnl::normalization_flags;
using dnnl::prop_kind;

// y = (x - mean) / √(variance + ε) · γ + β per channel, with a ReLU behind it where wanted, by oneDNN in the layout of its input. The
// running mean and variance follow as in PyTorch: new = (1 - momentum) · old + momentum · batch's, the variance without bias.
class BatchNorm final : public Kernel {
public:
    explicit BatchNorm(NodeBuilder& node)
        : m_engine(node.engine()), m_stream(node.stream()), m_input(node.inputs[0]), m_inputGradient(node.inputGradients[0]) {
        const Parameters& parameters = node.parameters();
        const bool relu = node.activation == Activation::ReLU;
        m_channels = parameters[kNumFeatures];
        m_momentum = static_cast<float>(parameters[kMomentum]);
        m_values = 1;
        for (const std::int64_t size : node.outputSizes) m_values *= size;
        m_values /= m_channels;
        const auto epsilon = static_cast<float>(parameters[kEps]);
        const Layout layout = m_input->layout, perChannel = plainLayout({m_channels});
        const auto affine = normalization_flags::use_scale | normalization_flags::use_shift;
        const auto behind = relu ? normalization_flags::fuse_norm_relu : normalization_flags::none;

        m_output = node.output(layout);
        node.keep(*m_input);
        Weight& scale = node.weight("weight", {m_channels});
        Weight& shift = node.weight("bias", {m_channels});
        m_runningMean = &node.state("running_mean", {m_channels});
        m_runningVariance = &node.state("running_var", {m_channels});
        m_mean = node.saved(perChannel.get_size());
        m_variance = node.saved(perChannel.get_size());
        Buffer* outputGradient = node.gradient(*m_output);

        using Forward = dnnl::batch_normalization_forward;
        const Forward::primitive_desc training({prop_kind::forward_training, layout, epsilon, affine | behind}, planScratch(), m_engine);
        Buffer* mask = relu ? node.saved(training.workspace_desc().get_size()) : nullptr;
        m_training = Call(Forward(training));
        m_training.with(DNNL_ARG_SRC, layout, m_input->data)
            .with(DNNL_ARG_DST, layout, m_output->data)
            .with(DNNL_ARG_MEAN, perChannel, m_mean)
            .with(DNNL_ARG_VARIANCE, perChannel, m_variance)
            .with(DNNL_ARG_WORKSPACE, training.workspace_desc(), mask)
            .with(DNNL_ARG_SCRATCHPAD, training.scratchpad_desc(), node.forwardWorkspace(training.scratchpad_desc().get_size()))
            .weight(DNNL_ARG_SCALE, scale)
            .weight(DNNL_ARG_SHIFT, shift);
        const Forward::primitive_desc evaluation(
            {prop_kind::forward_inference, layout, epsilon, affine | behind | normalization_flags::use_global_stats}, planScratch(),
            m_engine);
        m_evaluation = Call(Forward(evaluation));
        m_evaluation.with(DNNL_ARG_SRC, layout, m_input->data)
            .with(DNNL_ARG_DST, layout, m_output->data)
            .numbers(DNNL_ARG_MEAN, perChannel, m_runningMean->data.data())
            .numbers(DNNL_ARG_VARIANCE, perChannel, m_runningVariance->data.data())
            .with(DNNL_ARG_SCRATCHPAD, evaluation.scratchpad_desc(), node.forwardWorkspace(evaluation.scratchpad_desc().get_size()))
            .weight(DNNL_ARG_SCALE, scale)
            .weight(DNNL_ARG_SHIFT, shift);
        using Backward = dnnl::batch_normalization_backward;
        const Backward::primitive_desc backward({prop_kind::backward, layout, layout, epsilon, affine | behind}, planScratch(), m_engine,
                                                training);
        // The gradient of an input that nobody wants is computed all the same.
        Buffer* inputGradient = m_inputGradient ? m_inputGradient : node.backwardWorkspace(layout.get_size());
        m_backward = Call(Backward(backward));
        m_backward.with(DNNL_ARG_SRC, layout, m_input->data)
            .with(DNNL_ARG_DIFF_DST, layout, outputGradient)
            .with(DNNL_ARG_DIFF_SRC, layout, inputGradient)
            .with(DNNL_ARG_MEAN, perChannel, m_mean)
            .with(DNNL_ARG_VARIANCE, perChannel, m_variance)
            .with(DNNL_ARG_WORKSPACE, training.workspace_desc(), mask)
            .with(DNNL_ARG_SCRATCHPAD, backward.scratchpad_desc(), node.backwardWorkspace(backward.scratchpad_desc().get_size()))
            .weight(DNNL_ARG_SCALE, scale)
            .weight(DNNL_ARG_SHIFT, shift)
            .gradient(DNNL_ARG_DIFF_SCALE, scale)
            .gradient(DNNL_ARG_DIFF_SHIFT, shift);
        m_choice = training.impl_info_str();
    }

    void bind() override {
        for (Call* call : {&m_training, &m_evaluation, &m_backward}) call->bind(m_engine);
    }

    void forward(Pass pass) override {
        if (pass == Pass::Evaluation) return m_evaluation.run(m_stream);
        m_training.run(m_stream);
        const float unbiased = m_values > 1 ? static_cast<float>(m_values) / static_cast<float>(m_values - 1) : 1.0f;
        const auto follow = [this](State& running, const Buffer& batch, float factor) {
            for (std::size_t i = 0; i < running.data.size(); ++i)
                running.data[i] += m_momentum * (factor * batch.floats()[i] - running.data[i]);
        };
        follow(*m_runningMean, *m_mean, 1);
        follow(*m_runningVariance, *m_variance, unbiased);
    }

    void backward() override { m_backward.run(m_stream); }
    std::string choice() const override { return m_choice; }

private:
    dnnl::engine m_engine;
    dnnl::stream m_stream;
    Tensor* m_input;
    Buffer* m_inputGradient;
    Tensor* m_output = nullptr;
    std::int64_t m_channels = 0, m_values = 0;
    float m_momentum = 0;
    State* m_runningMean = nullptr;
    State* m_runningVariance = nullptr;
    Buffer* m_mean = nullptr;
    Buffer* m_variance = nullptr;
    Call m_training, m_evaluation, m_backward;
    std::string m_choice;
};

BuiltKernel buildBatchNorm(NodeBuilder& node) {
    if (!node.parameters()[kAffine]) return noKernel(node.node(), say("it has no weights"));
    return std::unique_ptr<Kernel>(std::make_unique<BatchNorm>(node));
}

}  // namespace

std::span<const KernelRow> normalizationKernels() {
    static constexpr KernelRow kRows[] = {
        {"BatchNorm1d", buildBatchNorm, true}, {"BatchNorm2d", buildBatchNorm, true}, {"BatchNorm3d", buildBatchNorm, true}};
    return kRows;
}

}  // namespace seekbench::executor

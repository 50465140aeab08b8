// SPDX-License-Identifier: Apache-2.0
#include "core/operators/parameters.h"
#include "gpu/executor/kernels/call.h"
#include "gpu/executor/kernels/pooling/window_pooling.h"

namespace seekbench::executor {

using namespace parameter;

namespace {

using dnnl::algorithm;

struct Window {
    algorithm kind;
    Sizes size, stride, padding, paddingBehind;
};

// Means of windows by oneDNN, in the layout of the input.
class Pooling final : public Kernel {
public:
    Pooling(NodeBuilder& node, const Window& window) : m_engine(node.engine()), m_stream(node.stream()) {
        Tensor& input = *node.inputs[0];
        const Layout any(node.outputSizes, dnnl::memory::data_type::f32, dnnl::memory::format_tag::any);
        using Forward = dnnl::pooling_forward;
        const Forward::primitive_desc forward({dnnl::prop_kind::forward_training, window.kind, input.layout, any, window.stride,
                                               window.size, window.padding, window.paddingBehind},
                                              planScratch(), m_engine);
        Tensor& output = *node.output(forward.dst_desc());
        m_forward = Call(Forward(forward));
        m_forward.with(DNNL_ARG_SRC, input.layout, input.data)
            .with(DNNL_ARG_DST, output.layout, output.data)
            .with(DNNL_ARG_SCRATCHPAD, forward.scratchpad_desc(), node.forwardWorkspace(forward.scratchpad_desc().get_size()));
        m_choice = forward.impl_info_str();
        if (node.inputGradients[0] == nullptr) return;
        using Backward = dnnl::pooling_backward;
        const Backward::primitive_desc backward(
            {window.kind, input.layout, output.layout, window.stride, window.size, window.padding, window.paddingBehind}, planScratch(),
            m_engine, forward);
        m_backward = Call(Backward(backward));
        m_backward.with(DNNL_ARG_DIFF_DST, output.layout, node.gradient(output))
            .with(DNNL_ARG_DIFF_SRC, input.layout, node.inputGradients[0])
            .with(DNNL_ARG_SCRATCHPAD, backward.scratchpad_desc(), node.backwardWorkspace(backward.scratchpad_desc().get_size()));
    }

    void bind() override {
        m_forward.bind(m_engine);
        m_backward.bind(m_engine);
    }
    void forward(Pass) override { m_forward.run(m_stream); }
    void backward() override { m_backward.run(m_stream); }
    std::string choice() const override { return m_choice; }

private:
    dnnl::engine m_engine;
    dnnl::stream m_stream;
    Call m_forward, m_backward;
    std::string m_choice;
};

// What the last windows reach beyond the padding; negative where they leave rows out.
Sizes paddingBehind(const Sizes& input, const Sizes& output, const Window& window) {
    Sizes behind;
    for (std::size_t axis = 0; axis < window.size.size(); ++axis)
        behind.push_back((output[axis + 2] - 1) * window.stride[axis] + window.size[axis] - input[axis + 2] - window.padding[axis]);
    return behind;
}

BuiltKernel build(NodeBuilder& node, Window window) {
    window.paddingBehind = paddingBehind(node.inputs[0]->sizes, node.outputSizes, window);
    return std::unique_ptr<Kernel>(std::make_unique<Pooling>(node, window));
}

Window windowOf(const Parameters& parameters, algorithm kind) {
    Window window{kind, parameters[kKernelSize], parameters[kStride], parameters[kPadding], {}};
    if (window.stride.empty()) window.stride = window.size;
    return window;
}

BuiltKernel buildAvgPool(NodeBuilder& node) {
    const Parameters& parameters = node.parameters();
    if (parameters[kCeilMode]) return buildWindowPooling(node, Pooled::Mean);
    return build(node, windowOf(parameters, parameters[kCountIncludePad] ? algorithm::pooling_avg_include_padding
                                                                         : algorithm::pooling_avg_exclude_padding));
}

BuiltKernel buildAdaptiveAvgPool(NodeBuilder& node) {
    const Sizes &from = node.inputs[0]->sizes, &to = node.outputSizes;
    Window window{algorithm::pooling_avg_exclude_padding, {}, {}, {}, {}};
    std::vector<AxisWindows> axes;
    bool alike = true;
    for (std::size_t axis = 2; axis < from.size(); ++axis) {
        axes.push_back(adaptiveWindows(from[axis], to[axis]));
        alike &= from[axis] % to[axis] == 0;
        window.size.push_back(from[axis] / to[axis]);
    }
    if (!alike) return buildWindowPooling(node, Pooled::Mean, std::move(axes));
    window.stride = window.size;
    window.padding = Sizes(window.size.size(), 0);
    return build(node, window);
}

}  // namespace

std::span<const KernelRow> poolingKernels() {
    static constexpr KernelRow kRows[] = {{"AvgPool1d", buildAvgPool},
                                          {"AvgPool2d", buildAvgPool},
                                          {"AvgPool3d", buildAvgPool},
                                          {"AdaptiveAvgPool1d", buildAdaptiveAvgPool},
                                          {"AdaptiveAvgPool2d", buildAdaptiveAvgPool},
                                          {"AdaptiveAvgPool3d", buildAdaptiveAvgPool}};
    return kRows;
}

}  // namespace seekbench::executor

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/operators/parameters.h"
#include "gpu/executor/kernels/call.h"
#include "gpu/executor/loops/loops.h"

namespace seekbench::executor {

using namespace parameter;

namespace {

// The same numbers in the same memory, seen with other sizes.
class View final : public Kernel {
public:
    void forward(Pass) override {}
    void backward() override {}
    std::string choice() const override { return "a view"; }
};

// The same numbers row-major, in memory of its own.
class Copy final : public Kernel {
public:
    explicit Copy(NodeBuilder& node) : m_engine(node.engine()), m_stream(node.stream()) {
        Tensor& input = *node.inputs[0];
        const Layout plain = plainLayout(input.sizes);  // as many bytes in the same order, whatever the output's sizes
        Tensor& output = *node.output(plainLayout(node.outputSizes));
        m_forward = reorder(m_engine, input.layout, input.data, plain, output.data);
        if (node.inputGradients[0]) m_backward = reorder(m_engine, plain, node.gradient(output), input.layout, node.inputGradients[0]);
    }
    void bind() override {
        m_forward.bind(m_engine);
        m_backward.bind(m_engine);
    }
    void forward(Pass) override { m_forward.run(m_stream); }
    void backward() override { m_backward.run(m_stream); }
    std::string choice() const override { return "a copy into rows"; }

private:
    dnnl::engine m_engine;
    dnnl::stream m_stream;
    Call m_forward, m_backward;
};

// Output: the plan's results are rows.
BuiltKernel buildRows(NodeBuilder& node) {
    if (node.inputs[0]->isWhole()) {
        node.alias(plainLayout(node.outputSizes, dnnl::memory::data_type::s32));
        return std::unique_ptr<Kernel>(std::make_unique<View>());
    }
    if (!isPlain(node.inputs[0]->layout)) return std::unique_ptr<Kernel>(std::make_unique<Copy>(node));
    node.alias(plainLayout(node.outputSizes));
    return std::unique_ptr<Kernel>(std::make_unique<View>());
}

BuiltKernel buildIdentity(NodeBuilder& node) {
    node.alias(node.inputs[0]->layout);
    return std::unique_ptr<Kernel>(std::make_unique<View>());
}

// A part of a block is no block: blocked layouts need whole blocks from each input.
bool isCut(const Tensor& input) {
    const auto& blocking = input.layout.data.format_desc.blocking;
    return blocking.inner_nblks > 0 && input.sizes[1] % blocking.inner_blks[0] != 0;
}

// Several tensors side by side along a dimension, in a layout that oneDNN chooses; where blocks of channels would be cut, channels last.
class Concat final : public Kernel {
public:
    Concat(NodeBuilder& node, std::size_t axis) : m_engine(node.engine()), m_stream(node.stream()) {
        std::vector<Layout> layouts;
        for (const Tensor* input : node.inputs) layouts.push_back(input->layout);
        const bool cuts = axis == 1 && std::ranges::any_of(node.inputs, [](const Tensor* input) { return isCut(*input); });
        const int dim = static_cast<int>(axis);
        const dnnl::concat::primitive_desc forward =
            cuts ? dnnl::concat::primitive_desc(channelsLastLayout(node.outputSizes), dim, layouts, m_engine, planScratch())
                 : dnnl::concat::primitive_desc(dim, layouts, m_engine, planScratch());
        Tensor& output = *node.output(forward.dst_desc());
        m_forward = Call(dnnl::concat(forward));
        m_forward.with(DNNL_ARG_DST, output.layout, output.data);
        m_forward.with(DNNL_ARG_SCRATCHPAD, forward.scratchpad_desc(), node.forwardWorkspace(forward.scratchpad_desc().get_size()));
        Sizes offset(output.sizes.size(), 0);
        for (std::size_t i = 0; i < node.inputs.size(); ++i) {
            m_forward.with(DNNL_ARG_MULTIPLE_SRC + static_cast<int>(i), layouts[i], node.inputs[i]->data);
            if (node.inputGradients[i])
                m_backward.push_back(reorder(m_engine, output.layout.submemory_desc(node.inputs[i]->sizes, offset), node.gradient(output),
                                             layouts[i], node.inputGradients[i]));
            offset[axis] += node.inputs[i]->sizes[axis];
        }
        m_choice = forward.impl_info_str();
    }
    void bind() override {
        m_forward.bind(m_engine);
        for (Call& call : m_backward) call.bind(m_engine);
    }
    void forward(Pass) override { m_forward.run(m_stream); }
    void backward() override {
        for (const Call& call : m_backward) call.run(m_stream);
    }
    std::string choice() const override { return m_choice; }

private:
    dnnl::engine m_engine;
    dnnl::stream m_stream;
    Call m_forward;
    std::vector<Call> m_backward;
    std::string m_choice;
};

BuiltKernel buildConcat(NodeBuilder& node) {
    const auto rank = static_cast<std::int64_t>(node.outputSizes.size());
    const std::int64_t dim = node.parameters()[kDim];
    const auto axis = static_cast<std::size_t>(dim < 0 ? dim + rank : dim);
    if (node.inputs[0]->isWhole()) return noKernel(node.node(), say("it computes real numbers only"));
    return std::unique_ptr<Kernel>(std::make_unique<Concat>(node, axis));
}

}  // namespace

std::span<const KernelRow> shapeKernels() {
    static constexpr KernelRow kRows[] = {{"Output", buildRows},   {"Flatten", buildRows}, {"Identity", buildIdentity},
                                          {"Concat", buildConcat}, {"Reshape", buildRows}, {"Unsqueeze", buildRows},
                                          {"Squeeze", buildRows}};
    return kRows;
}

}  // namespace seekbench::executor

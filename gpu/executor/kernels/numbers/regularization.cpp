// SPDX-License-Identifier: Apache-2.0
#include "core/operators/parameters.h"
#include "gpu/executor/kernels/plain_input.h"
#include "gpu/executor/kernels/pooling/grid.h"
#include "gpu/executor/loops/drop_rule.h"
#include "gpu/executor/loops/loops.h"
#include "gpu/executor/loops/parallel.h"
#include "gpu/executor/loops/row_loops.h"
#include "gpu/kernels/instruction_set.h"

namespace seekbench::executor {

using namespace parameter;

namespace {

// Drops whole channels, or whole samples: each has a factor, 0 or what makes up for the dropped ones. `inner` channels lie beside each
// other, in rows; a group is what has the same factors.
class DropGroups final : public Kernel {
public:
    struct Groups {
        std::int64_t samples = 1, channels = 1;  // that have a factor of their own
        std::int64_t outer = 1, inner = 1;       // groups of a sample, and factors of a group with the padding of blocks
    };

    DropGroups(NodeBuilder& node, const Groups& groups, double p)
        : m_groups(groups), m_rule(p), m_seed(node.seed()), m_input(node.inputs[0]), m_inputGradient(node.inputGradients[0]) {
        // In place: the slope always, the numbers where nobody misses them.
        m_output = node.mayOverwriteInput() ? node.alias(m_input->layout) : node.output(m_input->layout);
        m_output->gradient = m_inputGradient;
        m_ones.assign(static_cast<std::size_t>(groups.channels), 1.0f);
        m_factors = node.saved(bytesOf(groups.samples * groups.outer * groups.inner));
    }

    void forward(Pass pass) override {
        if (pass == Pass::Evaluation && m_output->data == m_input->data) return;
        if (pass == Pass::Evaluation) return copy(m_output->data->floats(), m_input->data->floats(), m_output->stored());
        const std::int64_t channels = m_groups.channels, stored = m_groups.outer * m_groups.inner;
        for (std::int64_t sample = 0; sample < m_groups.samples; ++sample) {
            float* factors = m_factors->floats() + sample * stored;
            kernels().dropout(m_ones.data(), factors, sample * channels, channels, *m_seed, m_rule.dropBelow, m_rule.keptScale);
            std::fill_n(factors + channels, stored - channels, 0.0f);
        }
        scale(m_input->data->floats(), m_output->data->floats());
    }
    void backward() override { scale(m_output->gradient->floats(), m_inputGradient->floats()); }

private:
    void scale(const float* from, float* to) const {
        const std::int64_t groups = m_groups.samples * m_groups.outer, size = m_output->stored() / groups, inner = m_groups.inner;
        forTasks(groups, m_output->stored() > kWorthThreads ? plannedThreads() : 1, [&](std::int64_t group, int) {
            const float *factors = m_factors->floats() + group * inner, *in = from + group * size;
            float* out = to + group * size;
            if (inner == 1) return scaleRow(out, in, *factors, size);
            for (std::int64_t i = 0; i < size; i += inner) multiplyRow(out + i, in + i, factors, inner);
        });
    }

    Groups m_groups;
    DropRule m_rule;
    const std::uint64_t* m_seed;
    Tensor* m_input;
    Buffer* m_inputGradient;
    Tensor* m_output = nullptr;
    std::vector<float> m_ones;
    Buffer* m_factors = nullptr;
};

class PassOn final : public Kernel {
public:
    void forward(Pass) override {}
    void backward() override {}
    std::string choice() const override { return "a view"; }
};

BuiltKernel build(NodeBuilder& node, const DropGroups::Groups& groups) {
    const double p = node.parameters()[kP];
    if (p >= 1) return noKernel(node.node(), say("it drops everything"));
    if (node.inputs[0]->isWhole()) return noKernel(node.node(), say("it computes real numbers only"));
    if (p > 0) return std::unique_ptr<Kernel>(std::make_unique<DropGroups>(node, groups, p));
    node.alias(node.inputs[0]->layout);
    return std::unique_ptr<Kernel>(std::make_unique<PassOn>());
}

BuiltKernel buildDropout2d(NodeBuilder& node) {
    const auto grid = Grid::of(node.inputs[0]->layout);
    if (!grid) return noKernel(node.node(), say("its input lies in a way that it does not know"));
    return build(node, {grid->samples, node.inputs[0]->sizes[1], grid->outer, grid->inner});
}

// In every layout the batch comes first.
BuiltKernel buildDropPath(NodeBuilder& node) { return build(node, {node.inputs[0]->sizes[0], 1, 1, 1}); }

}  // namespace

std::span<const KernelRow> regularizationKernels() {
    static constexpr KernelRow kRows[] = {{"Dropout2d", buildDropout2d}, {"DropPath", buildDropPath}};
    return kRows;
}

}  // namespace seekbench::executor

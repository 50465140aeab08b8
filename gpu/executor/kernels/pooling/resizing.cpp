// SPDX-License-Identifier: Apache-2.0
#include "core/operators/parameters.h"
#include "gpu/executor/kernels/plain_input.h"
#include "gpu/executor/kernels/pooling/grid.h"
#include "gpu/executor/loops/parallel.h"
#include "gpu/executor/loops/resize_loops.h"
#include "gpu/executor/loops/row_loops.h"

namespace seekbench::executor {

using namespace parameter;

namespace {

// Makes sequences, pictures and volumes larger, in the layout of the input. The axes go one after the other: rows are mixed first, then
// made longer. Backward, each row of the input collects from the rows that it has a share in, so that no two threads write the same.
class Upsample final : public Kernel {
public:
    Upsample(NodeBuilder& node, const Grid& in, const Grid& out, const Layout& layout, std::vector<ResizeAxis> axes)
        : m_in(in), m_out(out), m_axes(std::move(axes)), m_input(node.inputs[0]), m_inputGradient(node.inputGradients[0]) {
        m_output = node.output(layout);
        m_shortRows = node.forwardWorkspace(bytesOf(m_threads * shortRow()));
        if (m_inputGradient) m_longRows = node.backwardWorkspace(bytesOf(m_threads * longRow()));
    }

    void forward(Pass) override {
        const float* from = m_input->data->floats();
        float* to = m_output->data->floats();
        const std::int64_t rows = m_out.extent[0] * m_out.extent[1];
        forTasks(groups() * rows, m_threads, [&](std::int64_t task, int thread) {
            const std::int64_t group = task / rows, z = task % rows / m_out.extent[1], y = task % m_out.extent[1];
            const ResizeAxis::Source &depth = m_axes[0].at(z), &height = m_axes[1].at(y);
            const float* plane = from + startOf(m_in, group);
            const auto row = [&](std::int64_t ofDepth, std::int64_t ofHeight) { return plane + m_in.at({ofDepth, ofHeight, 0}); };
            const float* mixed = row(depth.low, height.low);
            if (depth.highShare != 0 || height.highShare != 0) {
                float* sum = m_shortRows->floats() + thread * shortRow();
                scaleRow(sum, mixed, depth.lowShare * height.lowShare, shortRow());
                const auto add = [&](const float* more, float share) {
                    if (share != 0) addScaledRow(sum, more, share, shortRow());
                };
                add(row(depth.low, height.high), depth.lowShare * height.highShare);
                add(row(depth.high, height.low), depth.highShare * height.lowShare);
                add(row(depth.high, height.high), depth.highShare * height.highShare);
                mixed = sum;
            }
            lengthenRow(m_axes[2], mixed, to + startOf(m_out, group) + m_out.at({z, y, 0}), m_in.inner);
        });
    }

    void backward() override {
        const float* from = m_output->gradient->floats();
        float* to = m_inputGradient->floats();
        const std::int64_t rows = m_in.extent[0] * m_in.extent[1];
        forTasks(groups() * rows, m_threads, [&](std::int64_t task, int thread) {
            const std::int64_t group = task / rows, z = task % rows / m_in.extent[1], y = task % m_in.extent[1];
            const ResizeAxis &depth = m_axes[0], &height = m_axes[1];
            float* sum = m_longRows->floats() + thread * longRow();
            std::fill_n(sum, longRow(), 0.0f);
            for (std::int64_t i = depth.firstOf(z); i < depth.endOf(z); ++i)
                for (std::int64_t j = height.firstOf(y); j < height.endOf(y); ++j)
                    addScaledRow(sum, from + startOf(m_out, group) + m_out.at({i, j, 0}), depth.at(i).shareOf(z) * height.at(j).shareOf(y),
                                 longRow());
            lengthenRowBack(m_axes[2], sum, to + startOf(m_in, group) + m_in.at({z, y, 0}), m_in.inner);
        });
    }

private:
    static std::int64_t startOf(const Grid& grid, std::int64_t group) {
        return group / grid.outer * grid.sample + group % grid.outer * grid.group;
    }
    std::int64_t groups() const { return m_in.samples * m_in.outer; }
    std::int64_t shortRow() const { return m_in.extent[2] * m_in.inner; }
    std::int64_t longRow() const { return m_out.extent[2] * m_in.inner; }

    Grid m_in, m_out;
    std::vector<ResizeAxis> m_axes;  // depth, height, width
    int m_threads = plannedThreads();
    Tensor* m_input;
    Tensor* m_output = nullptr;
    Buffer* m_inputGradient;
    Buffer* m_shortRows = nullptr;
    Buffer* m_longRows = nullptr;
};

BuiltKernel buildUpsample(NodeBuilder& node) {
    const Parameters& parameters = node.parameters();
    const Layout& given = node.inputs[0]->layout;
    const auto in = Grid::of(given);
    const Layout layout = in ? likewise(given, *in, node.outputSizes) : given;
    const auto out = Grid::of(layout);
    if (!in || !out || out->inner != in->inner || out->outer != in->outer)
        return noKernel(node.node(), say("its input lies in a way that it does not know"));
    std::vector<ResizeAxis> axes;
    for (const std::size_t axis : {0u, 1u, 2u}) {
        const std::int64_t extent = in->extent[axis], factor = out->extent[axis] / extent;
        // Where nothing grows, an interpolation finds every number in its place.
        axes.push_back(parameters[kMode] == kUpsampleNearest ? ResizeAxis::nearest(extent, factor)
                                                             : ResizeAxis::linear(extent, factor, parameters[kAlignCorners]));
    }
    return std::unique_ptr<Kernel>(std::make_unique<Upsample>(node, *in, *out, layout, std::move(axes)));
}

}  // namespace

std::span<const KernelRow> resizingKernels() {
    static constexpr KernelRow kRows[] = {{"Upsample", buildUpsample}};
    return kRows;
}

}  // namespace seekbench::executor

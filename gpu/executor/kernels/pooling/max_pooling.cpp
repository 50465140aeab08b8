// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/operators/parameters.h"
#include "gpu/executor/kernels/call.h"
#include "gpu/executor/kernels/pooling/grid.h"
#include "gpu/executor/kernels/pooling/window_pooling.h"
#include "gpu/executor/loops/loops.h"
#include "gpu/executor/loops/parallel.h"
#include "gpu/kernels/instruction_set.h"

namespace seekbench::executor {

using namespace parameter;

namespace {

// Maximum pooling in the layout of its input. It keeps one byte for each output, which says where in the window it was.
class MaxPooling final : public Kernel {
public:
    MaxPooling(NodeBuilder& node, const PoolShape& shape, const Grid& in, const Layout& layout, const Grid& out)
        : m_shape(shape), m_in(in), m_out(out), m_input(node.inputs[0]), m_inputGradient(node.inputGradients[0]) {
        m_output = node.output(layout);
        m_where = node.saved(static_cast<std::size_t>(m_output->stored()));
        if (m_inputGradient) node.gradient(*m_output);
        m_masks = node.masksGradient && m_inputGradient;
        if (m_masks) node.keepSigns(*m_output);
        for (int axis = 0; axis < 3; ++axis) {
            m_meet |= shape.kernel[axis] > shape.stride[axis];
            m_leaves |= shape.kernel[axis] < shape.stride[axis] ||
                        (shape.out[axis] - 1) * shape.stride[axis] + shape.kernel[axis] - shape.padding[axis] < shape.in[axis];
        }
        if (in.inner == 1)
            m_scratch =
                node.forwardWorkspace(static_cast<std::size_t>(shape.scratch()) * sizeof(float) * static_cast<std::size_t>(m_threads));
    }

    void forward(Pass) override {
        const float* from = m_input->data->floats();
        float* to = m_output->data->floats();
        auto* where = static_cast<std::uint8_t*>(m_where->data);
        if (m_in.inner == 1)
            return planes([&](std::int64_t plane, int thread) {
                kernels().maxPoolPlane(m_shape, from + plane * m_shape.inPlane(), to + plane * m_shape.outPlane(),
                                       where + plane * m_shape.outPlane(), m_scratch->floats() + thread * m_shape.scratch());
            });
        const std::int64_t rows = m_shape.out[0] * m_shape.out[1], groups = m_in.samples * m_in.outer;
        forTasks(groups * rows, m_threads, [&](std::int64_t task, int) {
            const std::int64_t group = task / rows, row = task % rows;
            const std::int64_t begin = startOf(m_in, group), end = startOf(m_out, group);
            const Lines lines(*this, row);
            kernels().maxPoolRow(lines.row, from + begin, to + end + lines.output, where + end + lines.output);
        });
    }

    void backward() override {
        if (m_masks) maskByOutput(m_output->gradient->floats(), m_output->data->floats(), m_output->stored());
        const float* slopes = m_output->gradient->floats();
        float* to = m_inputGradient->floats();
        const auto* where = static_cast<const std::uint8_t*>(m_where->data);
        if (m_in.inner == 1)
            return planes([&](std::int64_t plane, int) {
                kernels().maxPoolPlaneBackward(m_shape, slopes + plane * m_shape.outPlane(), where + plane * m_shape.outPlane(),
                                               to + plane * m_shape.inPlane());
            });
        // Rows whose windows meet are for one thread.
        const std::int64_t rows = m_shape.out[0] * m_shape.out[1], groups = m_in.samples * m_in.outer;
        const std::int64_t parts = m_meet || m_leaves ? 1 : rows, share = rows / parts;
        forTasks(groups * parts, m_threads, [&](std::int64_t task, int) {
            const std::int64_t group = task / parts, begin = startOf(m_in, group), end = startOf(m_out, group);
            if (m_meet || m_leaves) clear(to + begin);
            for (std::int64_t row = task % parts * share; row < (task % parts + 1) * share; ++row) {
                const Lines lines(*this, row);
                kernels().maxPoolRowBackward(lines.row, slopes + end + lines.output, where + end + lines.output, to + begin, m_meet);
            }
        });
    }

    std::string choice() const override { return m_in.inner == 1 ? "own, rows" : "own, channels together"; }

private:
    static constexpr std::size_t kMostPlaces = 255;
    // A row of the output, and the rows of its windows that lie inside.
    struct Lines {
        std::int64_t lines[kMostPlaces];
        std::int32_t places[kMostPlaces];
        PoolRow row;
        std::int64_t output;

        Lines(const MaxPooling& of, std::int64_t number) {
            const PoolShape& shape = of.m_shape;
            const std::int64_t at[] = {number / shape.out[1], number % shape.out[1], 0};
            std::int64_t first[3];
            for (int axis = 0; axis < 3; ++axis) first[axis] = at[axis] * shape.stride[axis] - shape.padding[axis];
            for (std::int64_t z = first[0]; z < first[0] + shape.kernel[0]; ++z)
                for (std::int64_t y = first[1]; y < first[1] + shape.kernel[1]; ++y) {
                    if (z < 0 || z >= shape.in[0] || y < 0 || y >= shape.in[1]) continue;
                    lines[row.lineCount] = of.m_in.at({z, y, 0});
                    places[row.lineCount++] =
                        static_cast<std::int32_t>(((z - first[0]) * shape.kernel[1] + y - first[1]) * shape.kernel[2]);
                }
            row.lines = lines;
            row.places = places;
            row.in = shape.in[2];
            row.out = shape.out[2];
            row.kernel = shape.kernel[2];
            row.stride = shape.stride[2];
            row.padding = shape.padding[2];
            row.inStep = of.m_in.step[2];
            row.outStep = of.m_out.step[2];
            row.channels = of.m_in.inner;
            output = of.m_out.at({at[0], at[1], at[2]});
        }
    };

    static std::int64_t startOf(const Grid& grid, std::int64_t group) {
        return group / grid.outer * grid.sample + group % grid.outer * grid.group;
    }

    template <class Work>
    void planes(const Work& work) const {
        forTasks(m_in.samples * m_in.outer, m_threads, work);
    }

    void clear(float* gradient) const {
        for (std::int64_t z = 0; z < m_in.extent[0]; ++z)
            for (std::int64_t y = 0; y < m_in.extent[1]; ++y)
                for (std::int64_t x = 0; x < m_in.extent[2]; ++x) std::fill_n(gradient + m_in.at({z, y, x}), m_in.inner, 0.0f);
    }

    PoolShape m_shape;
    Grid m_in, m_out;
    int m_threads = plannedThreads();
    Tensor* m_input;
    Tensor* m_output = nullptr;
    Buffer* m_inputGradient;
    Buffer* m_where = nullptr;
    Buffer* m_scratch = nullptr;
    bool m_masks = false;   // the greatest of a ReLU's numbers is 0: so are all of the window
    bool m_meet = false;    // windows have places in common
    bool m_leaves = false;  // some places are in no window
};

BuiltKernel buildMaxPool(NodeBuilder& node) {
    const Parameters& parameters = node.parameters();
    for (const std::int64_t dilation : parameters[kDilation])
        if (dilation != 1) return buildWindowPooling(node, Pooled::Greatest);
    const Tensor& input = *node.inputs[0];
    const auto in = Grid::of(input.layout);
    if (!in) return noKernel(node.node(), say("its input lies in a way that it does not know"));
    const Layout layout = likewise(input.layout, *in, node.outputSizes);
    const auto out = Grid::of(layout);
    if (!out || out->inner != in->inner || out->outer != in->outer)
        return noKernel(node.node(), say("its input lies in a way that it does not know"));
    const Integers &kernel = parameters[kKernelSize], &padding = parameters[kPadding];
    const Integers& given = parameters[kStride];
    const Integers& stride = given.empty() ? kernel : given;
    PoolShape shape;
    std::int64_t places = 1;
    const std::size_t spatial = kernel.size();
    for (std::size_t axis = 0; axis < spatial; ++axis) {
        const std::size_t place = 3 - spatial + axis;
        shape.in[place] = input.sizes[axis + 2];
        shape.out[place] = node.outputSizes[axis + 2];
        shape.kernel[place] = kernel[axis];
        shape.stride[place] = stride[axis];
        shape.padding[place] = padding[axis];
        places *= kernel[axis];
    }
    if (places > 255) return buildWindowPooling(node, Pooled::Greatest);
    return std::unique_ptr<Kernel>(std::make_unique<MaxPooling>(node, shape, *in, layout, *out));
}

}  // namespace

std::span<const KernelRow> maxPoolingKernels() {
    static constexpr KernelRow kRows[] = {
        {"MaxPool1d", buildMaxPool, false, true}, {"MaxPool2d", buildMaxPool, false, true}, {"MaxPool3d", buildMaxPool, false, true}};
    return kRows;
}

}  // namespace seekbench::executor

// SPDX-License-Identifier: Apache-2.0
#include "gpu/executor/kernels/pooling/window_pooling.h"

#include <limits>

#include "core/operators/parameters.h"
#include "gpu/executor/kernels/plain_input.h"
#include "gpu/executor/loops/parallel.h"

namespace seekbench::executor {

using namespace parameter;

namespace {

// One plane after the other; a plane is one thread's. The greatest is remembered by its place in the plane.
class WindowPooling final : public Kernel {
public:
    WindowPooling(NodeBuilder& node, Pooled pooled, std::vector<AxisWindows> axes)
        : m_engine(node.engine()), m_stream(node.stream()), m_input(node, 0, PlainInput::Use::Forward), m_axes(std::move(axes)) {
        m_output = node.output(plainLayout(node.outputSizes));
        if (pooled == Pooled::Greatest) m_where = node.saved(m_output->bytes());
        const Sizes& sizes = node.inputs[0]->sizes;
        const auto behind = static_cast<std::size_t>(m_axes.size());
        for (std::size_t axis = 0; axis < 3; ++axis)
            if (axis + behind >= 3) m_extent[axis] = sizes[sizes.size() + axis - 3];
        while (m_axes.size() < 3) m_axes.insert(m_axes.begin(), {AxisWindow{{0}, 1}});
        m_planes = elementsOf(sizes) / inPlane();
    }

    void bind() override { m_input.bind(m_engine); }

    void forward(Pass) override {
        m_input.take(m_stream);
        forPlanes([&](std::int64_t plane) {
            const float* in = m_input.data() + plane * inPlane();
            float* out = m_output->data->floats() + plane * outPlane();
            std::int32_t* where = m_where ? m_where->integers() + plane * outPlane() : nullptr;
            forWindows([&](std::int64_t window, const AxisWindow& z, const AxisWindow& y, const AxisWindow& x) {
                float sum = 0, most = -std::numeric_limits<float>::infinity();
                std::int64_t chosen = -1;
                forPlaces(z, y, x, [&](std::int64_t place) {
                    const float number = in[place];
                    sum += number;
                    if (chosen >= 0 && !(number > most) && number == number) return;  // what is no number stays
                    most = number;
                    chosen = place;
                });
                out[window] = where ? most : sum / static_cast<float>(z.divisor * y.divisor * x.divisor);
                if (where) where[window] = static_cast<std::int32_t>(chosen);
            });
        });
    }

    void backward() override {
        forPlanes([&](std::int64_t plane) {
            const float* slopes = m_output->gradient->floats() + plane * outPlane();
            float* to = m_input.gradient() + plane * inPlane();
            std::fill_n(to, inPlane(), 0.0f);
            const std::int32_t* where = m_where ? m_where->integers() + plane * outPlane() : nullptr;
            forWindows([&](std::int64_t window, const AxisWindow& z, const AxisWindow& y, const AxisWindow& x) {
                if (where) return void(to[where[window]] += slopes[window]);
                const float share = slopes[window] / static_cast<float>(z.divisor * y.divisor * x.divisor);
                forPlaces(z, y, x, [&](std::int64_t place) { to[place] += share; });
            });
        });
        m_input.give(m_stream);
    }

    std::string choice() const override { return "own, window by window"; }

private:
    std::int64_t inPlane() const { return m_extent[0] * m_extent[1] * m_extent[2]; }
    std::int64_t outPlane() const { return static_cast<std::int64_t>(m_axes[0].size() * m_axes[1].size() * m_axes[2].size()); }

    template <class Work>
    void forPlanes(const Work& work) const {
        forTasks(m_planes, m_planes * inPlane() > kWorthThreads ? plannedThreads() : 1, [&](std::int64_t plane, int) { work(plane); });
    }
    template <class Work>
    void forWindows(const Work& work) const {
        std::int64_t window = 0;
        for (const AxisWindow& z : m_axes[0])
            for (const AxisWindow& y : m_axes[1])
                for (const AxisWindow& x : m_axes[2]) work(window++, z, y, x);
    }
    template <class Work>
    void forPlaces(const AxisWindow& z, const AxisWindow& y, const AxisWindow& x, const Work& work) const {
        for (const std::int64_t depth : z.places)
            for (const std::int64_t height : y.places)
                for (const std::int64_t width : x.places) work((depth * m_extent[1] + height) * m_extent[2] + width);
    }

    dnnl::engine m_engine;
    dnnl::stream m_stream;
    PlainInput m_input;
    std::vector<AxisWindows> m_axes;  // depth, height, width
    std::int64_t m_extent[3] = {1, 1, 1};
    std::int64_t m_planes = 0;
    Tensor* m_output = nullptr;
    Buffer* m_where = nullptr;
};

BuiltKernel buildAdaptiveMaxPool(NodeBuilder& node) {
    const Sizes &from = node.inputs[0]->sizes, &to = node.outputSizes;
    std::vector<AxisWindows> axes;
    for (std::size_t axis = 2; axis < from.size(); ++axis) axes.push_back(adaptiveWindows(from[axis], to[axis]));
    return buildWindowPooling(node, Pooled::Greatest, std::move(axes));
}

}  // namespace

AxisWindows adaptiveWindows(std::int64_t in, std::int64_t out) {
    AxisWindows windows;
    for (std::int64_t i = 0; i < out; ++i) {
        AxisWindow window;
        for (std::int64_t place = i * in / out; place < ((i + 1) * in + out - 1) / out; ++place) window.places.push_back(place);
        window.divisor = static_cast<std::int64_t>(window.places.size());
        windows.push_back(std::move(window));
    }
    return windows;
}

BuiltKernel buildWindowPooling(NodeBuilder& node, Pooled pooled, std::vector<AxisWindows> axes) {
    return std::unique_ptr<Kernel>(std::make_unique<WindowPooling>(node, pooled, std::move(axes)));
}

BuiltKernel buildWindowPooling(NodeBuilder& node, Pooled pooled) {
    const Parameters& parameters = node.parameters();
    const Integers &kernel = parameters[kKernelSize], &stride = poolingStride(parameters), &padding = parameters[kPadding];
    std::vector<AxisWindows> axes;
    for (std::size_t axis = 0; axis < kernel.size(); ++axis) {
        const std::int64_t in = node.inputs[0]->sizes[axis + 2];
        const std::int64_t step = pooled == Pooled::Greatest ? parameters[kDilation][axis] : 1;
        AxisWindows windows;
        for (std::int64_t i = 0; i < node.outputSizes[axis + 2]; ++i) {
            const std::int64_t begin = i * stride[axis] - padding[axis];
            AxisWindow window;
            for (std::int64_t place = begin; place < begin + kernel[axis] * step; place += step)
                if (place >= 0 && place < in) window.places.push_back(place);
            // A mean counts the padding where wanted, but never what lies beyond it.
            window.divisor = static_cast<std::int64_t>(window.places.size());
            if (pooled == Pooled::Mean && parameters[kCountIncludePad])
                window.divisor = std::min(begin + kernel[axis], in + padding[axis]) - begin;
            windows.push_back(std::move(window));
        }
        axes.push_back(std::move(windows));
    }
    return buildWindowPooling(node, pooled, std::move(axes));
}

std::span<const KernelRow> windowPoolingKernels() {
    static constexpr KernelRow kRows[] = {{"AdaptiveMaxPool2d", buildAdaptiveMaxPool}};
    return kRows;
}

}  // namespace seekbench::executor

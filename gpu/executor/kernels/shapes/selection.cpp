// SPDX-License-Identifier: Apache-2.0
#include <cstring>

#include "core/operators/parameters.h"
#include "gpu/executor/kernels/plain_input.h"
#include "gpu/executor/loops/parallel.h"

namespace seekbench::executor {

using namespace parameter;

namespace {

// Places in a row-major tensor: the element (i, j, …) of `sizes` lies at offset + i · strides[0] + j · strides[1] …
struct Places {
    Sizes sizes, strides;
    std::int64_t offset = 0;

    static Places all(const Sizes& sizes) {
        Places places{sizes, Sizes(sizes.size()), 0};
        std::int64_t stride = 1;
        for (std::size_t i = sizes.size(); i-- > 0;) {
            places.strides[i] = stride;
            stride *= sizes[i];
        }
        return places;
    }

    // Neighbours in one run, however many dimensions they were; the last dimension is the run.
    Places joined() const {
        Places all{{1}, {1}, offset};
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            if (sizes[i] == 1) continue;
            if (all.sizes.back() == 1) all.sizes.pop_back(), all.strides.pop_back();
            if (!all.sizes.empty() && all.strides.back() == sizes[i] * strides[i]) {
                all.sizes.back() *= sizes[i];
                all.strides.back() = strides[i];
            } else {
                all.sizes.push_back(sizes[i]);
                all.strides.push_back(strides[i]);
            }
        }
        return all;
    }

    // work(place of the run's first element, number of the run)
    template <class Work>
    void forRuns(const Work& work) const {
        const std::int64_t run = sizes.back(), runs = elementsOf(sizes) / run;
        const std::int64_t most = std::max<std::int64_t>(1, (1 << 13) / run), tasks = (runs + most - 1) / most;
        forTasks(tasks, run * runs > kWorthThreads ? plannedThreads() : 1, [&](std::int64_t task, int) {
            for (std::int64_t number = task * most; number < std::min(runs, (task + 1) * most); ++number) {
                std::int64_t place = offset, rest = number;
                for (std::size_t i = sizes.size() - 1; i-- > 0;) {
                    place += rest % sizes[i] * strides[i];
                    rest /= sizes[i];
                }
                work(place, number);
            }
        });
    }
};

// Rows made of chosen places of the larger tensor, one after the other.
void gather(const Places& places, const float* from, float* to) {
    const std::int64_t run = places.sizes.back(), step = places.strides.back();
    places.forRuns([&](std::int64_t place, std::int64_t number) {
        float* row = to + number * run;
        if (step == 1)
            std::memcpy(row, from + place, static_cast<std::size_t>(run) * sizeof(float));
        else
            for (std::int64_t i = 0; i < run; ++i) row[i] = from[place + i * step];
    });
}

// And back; what is not chosen becomes `rest`.
void scatter(const Places& places, const float* from, float* to, std::int64_t all, float rest) {
    const std::int64_t run = places.sizes.back(), step = places.strides.back();
    if (elementsOf(places.sizes) < all)
        inSlices(all, [&](std::int64_t first, std::int64_t count) { std::fill_n(to + first, count, rest); });
    places.forRuns([&](std::int64_t place, std::int64_t number) {
        const float* row = from + number * run;
        if (step == 1)
            std::memcpy(to + place, row, static_cast<std::size_t>(run) * sizeof(float));
        else
            for (std::int64_t i = 0; i < run; ++i) to[place + i * step] = row[i];
    });
}

// The output is a choice of the input's numbers, or (Pad) the input a choice of the output's. Whole numbers have as many bytes.
class Selection final : public Kernel {
public:
    enum class Side { Input, Output };  // whose places they are

    Selection(NodeBuilder& node, const Places& places, Side side, float rest = 0)
        : m_engine(node.engine()),
          m_stream(node.stream()),
          m_places(places.joined()),
          m_side(side),
          m_rest(rest),
          m_input(node, 0, PlainInput::Use::Forward) {
        m_output = node.output(plainLayout(node.outputSizes, node.inputs[0]->layout.data_type()));
        m_in = elementsOf(node.inputs[0]->sizes);
        m_out = elementsOf(node.outputSizes);
    }

    void bind() override { m_input.bind(m_engine); }
    void forward(Pass) override {
        m_input.take(m_stream);
        if (m_side == Side::Input)
            gather(m_places, m_input.data(), m_output->data->floats());
        else
            scatter(m_places, m_input.data(), m_output->data->floats(), m_out, m_rest);
    }
    void backward() override {
        if (m_side == Side::Input)
            scatter(m_places, m_output->gradient->floats(), m_input.gradient(), m_in, 0);
        else
            gather(m_places, m_output->gradient->floats(), m_input.gradient());
        m_input.give(m_stream);
    }

private:
    dnnl::engine m_engine;
    dnnl::stream m_stream;
    Places m_places;
    Side m_side;
    float m_rest;
    PlainInput m_input;
    std::int64_t m_in = 0, m_out = 0;
    Tensor* m_output = nullptr;
};

BuiltKernel choose(NodeBuilder& node, Places places) {
    places.sizes = node.outputSizes;
    return std::unique_ptr<Kernel>(std::make_unique<Selection>(node, places, Selection::Side::Input));
}

// As Python counts: negative numbers from the end, and never beyond either end.
BuiltKernel buildSlice(NodeBuilder& node) {
    const Sizes& sizes = node.inputs[0]->sizes;
    const std::size_t dim = dimensionOf(node.parameters()[kDim], sizes.size());
    std::int64_t start = node.parameters()[kStart];
    if (start < 0) start = std::max<std::int64_t>(0, start + sizes[dim]);
    Places places = Places::all(sizes);
    places.offset = std::min(start, sizes[dim]) * places.strides[dim];
    places.strides[dim] *= node.parameters()[kStep];
    return choose(node, places);
}

// Both parts, of which perhaps only one is read: then the other's slope is 0.
class SplitInTwo final : public Kernel {
public:
    explicit SplitInTwo(NodeBuilder& node) : m_engine(node.engine()), m_stream(node.stream()), m_input(node, 0, PlainInput::Use::Forward) {
        const Sizes& sizes = node.inputs[0]->sizes;
        const std::size_t dim = dimensionOf(node.parameters()[kDim], sizes.size());
        const auto type = node.inputs[0]->layout.data_type();
        m_split = splitAt(sizes, dim, dim);
        m_first = node.parameters()[kSplitSize];
        m_outputs[0] = node.output(plainLayout(node.outputSizes, type));
        if (!node.isRead(1)) return;
        Sizes rest = sizes;
        rest[dim] -= m_first;
        m_outputs[1] = node.further(1, plainLayout(rest, type));
        m_isFirstRead = node.isRead(0);
    }

    void bind() override { m_input.bind(m_engine); }
    void forward(Pass) override {
        m_input.take(m_stream);
        for (const Part& part : parts())
            forRows([&](std::int64_t i) {
                std::memcpy(part.output->data->floats() + i * part.size, m_input.data() + i * whole() + part.offset, bytesOf(part.size));
            });
    }
    void backward() override {
        float* to = m_input.gradient();
        const std::vector<Part> read = parts();
        for (const Part& part : read)
            forRows([&](std::int64_t i) {
                std::memcpy(to + i * whole() + part.offset, part.output->gradient->floats() + i * part.size, bytesOf(part.size));
            });
        if (!m_isFirstRead) forRows([&](std::int64_t i) { std::fill_n(to + i * whole(), m_first * m_split.inner, 0.0f); });
        if (m_outputs[1] == nullptr)
            forRows([&](std::int64_t i) {
                const std::int64_t size = m_first * m_split.inner;
                std::fill_n(to + i * whole() + size, whole() - size, 0.0f);
            });
        m_input.give(m_stream);
    }

private:
    struct Part {
        Tensor* output;
        std::int64_t offset, size;  // within a row of the input
    };
    std::vector<Part> parts() const {
        const std::int64_t size = m_first * m_split.inner;
        std::vector<Part> parts;
        if (m_isFirstRead) parts.push_back({m_outputs[0], 0, size});
        if (m_outputs[1]) parts.push_back({m_outputs[1], size, whole() - size});
        return parts;
    }
    std::int64_t whole() const { return m_split.middle * m_split.inner; }
    template <class Work>
    void forRows(const Work& work) const {
        inParts(m_split.outer, plannedThreads(), m_split.outer * whole() > kWorthThreads, [&](int, std::int64_t first, std::int64_t count) {
            for (std::int64_t i = first; i < first + count; ++i) work(i);
        });
    }

    dnnl::engine m_engine;
    dnnl::stream m_stream;
    PlainInput m_input;
    Split m_split;
    std::int64_t m_first = 0;
    bool m_isFirstRead = true;
    Tensor* m_outputs[2] = {};
};

BuiltKernel buildSplit(NodeBuilder& node) { return std::unique_ptr<Kernel>(std::make_unique<SplitInTwo>(node)); }

BuiltKernel buildPermute(NodeBuilder& node) {
    const Places input = Places::all(node.inputs[0]->sizes);
    Places places{{}, {}, 0};
    for (const std::int64_t dim : node.parameters()[kDims]) places.strides.push_back(input.strides[dimensionOf(dim, input.sizes.size())]);
    return choose(node, places);
}

BuiltKernel buildTranspose(NodeBuilder& node) {
    Places places = Places::all(node.inputs[0]->sizes);
    const std::size_t rank = places.sizes.size();
    std::swap(places.strides[dimensionOf(node.parameters()[kDim0], rank)], places.strides[dimensionOf(node.parameters()[kDim1], rank)]);
    return choose(node, places);
}

// The borders come in pairs, those of the last dimension first.
std::int64_t offsetOf(const Places& places, const Sizes& borders) {
    std::int64_t offset = 0;
    for (std::size_t i = 0; 2 * i < borders.size(); ++i) offset += borders[2 * i] * places.strides[places.strides.size() - 1 - i];
    return offset;
}

BuiltKernel buildCrop(NodeBuilder& node) {
    Places places = Places::all(node.inputs[0]->sizes);
    places.offset = offsetOf(places, node.parameters()[kCrop]);
    return choose(node, places);
}

BuiltKernel buildPad(NodeBuilder& node) {
    const Parameters& parameters = node.parameters();
    if (parameters[kMode] != kPadConstant) return noKernel(node.node(), say("it pads with other values than a constant"));
    if (node.inputs[0]->isWhole()) return noKernel(node.node(), say("it computes real numbers only"));
    for (const std::int64_t border : parameters[kPad])
        if (border < 0) return noKernel(node.node(), say("it takes away where it should add"));
    Places places = Places::all(node.outputSizes);
    places.offset = offsetOf(places, parameters[kPad]);
    places.sizes = node.inputs[0]->sizes;
    const auto rest = static_cast<float>(parameters[kValue]);
    return std::unique_ptr<Kernel>(std::make_unique<Selection>(node, places, Selection::Side::Output, rest));
}

}  // namespace

std::span<const KernelRow> selectionKernels() {
    static constexpr KernelRow kRows[] = {{"Slice", buildSlice},         {"Split", buildSplit}, {"Permute", buildPermute},
                                          {"Transpose", buildTranspose}, {"Crop", buildCrop},   {"Pad", buildPad}};
    return kRows;
}

}  // namespace seekbench::executor

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include "core/operators/parameters.h"
#include "gpu/executor/kernels/call.h"

namespace seekbench::executor {

using namespace parameter;

namespace {

using dnnl::algorithm;
using dnnl::prop_kind;
using Forward = dnnl::deconvolution_forward;
using BackwardData = dnnl::deconvolution_backward_data;
using BackwardWeights = dnnl::deconvolution_backward_weights;

const Layout kNoLayout;

Layout anyLayout(const Sizes& sizes) { return Layout(sizes, dnnl::memory::data_type::f32, dnnl::memory::format_tag::any); }

// What a transposed convolution is. oneDNN's weights have the output's channels before the input's; PyTorch's the other way round.
struct Shape {
    Sizes source, weights, bias, destination, strides, dilation, padding, paddingBehind;  // oneDNN's order; dilation 0 is none
    bool grouped = false;

    Layout biasLayout() const { return bias.empty() ? kNoLayout : plainLayout(bias); }
    // From oneDNN's order of the weights to PyTorch's, and back.
    Layout swapped(const Layout& layout) const {
        std::vector<int> order;
        for (std::size_t i = 0; i < weights.size(); ++i) order.push_back(static_cast<int>(i));
        std::swap(order[grouped ? 1 : 0], order[grouped ? 2 : 1]);
        return layout.permute_axes(order);
    }
};

// The three directions with layouts that go together, and how long they take.
struct Candidate {
    std::string layout;  // one of kLayouts
    Forward::primitive_desc forward;
    BackwardWeights::primitive_desc weights;
    std::optional<BackwardData::primitive_desc> data;
    double seconds = 0;
};

// oneDNN computes some transposed convolutions by its convolutions, and names both.
template <class Description>
bool isSlowOne(const Description& description) {
    return implementationOf(description).find("ref") != std::string::npos;
}

constexpr std::string_view kLayouts[] = {"blocked", "channels last"};

class Chooser {
public:
    Chooser(const Shape& shape, const dnnl::engine& engine, const dnnl::stream& stream, bool wantsInputGradient)
        : m_shape(shape), m_engine(engine), m_stream(stream), m_wantsInputGradient(wantsInputGradient) {}

    // The fastest for an input that comes as `given`, the way into its own layout included; or the one in the layout that is `known`.
    std::optional<Candidate> best(const Layout& given, std::string_view known) {
        m_isKnown = std::ranges::find(kLayouts, known) != std::end(kLayouts);
        std::optional<Candidate> best;
        for (const bool channelsLast : {false, true}) {
            if (m_isKnown && kLayouts[channelsLast] != known) continue;
            try {
                auto candidate = make(channelsLast);
                if (!candidate) continue;
                candidate->layout = kLayouts[channelsLast];
                const Layout source = candidate->forward.src_desc();
                if (source != given) candidate->seconds += (m_wantsInputGradient ? 2 : 1) * reorderSeconds(given, source);
                if (!best || candidate->seconds < best->seconds) best = std::move(candidate);
            } catch (const dnnl::error&) {  // oneDNN has no such way for this shape
            }
        }
        return best;
    }

private:
    Layout wanted(const Sizes& sizes, bool channelsLast) const { return channelsLast ? channelsLastLayout(sizes) : anyLayout(sizes); }

    std::optional<Candidate> make(bool channelsLast) const {
        const Shape& shape = m_shape;
        const Layout source = wanted(shape.source, channelsLast), destination = wanted(shape.destination, channelsLast);
        const Layout weights = anyLayout(shape.weights);
        constexpr auto kKind = algorithm::deconvolution_direct;
        Candidate made;
        made.forward = Forward::primitive_desc(
            shape.bias.empty() ? Forward::desc(prop_kind::forward_training, kKind, source, weights, destination, shape.strides,
                                               shape.dilation, shape.padding, shape.paddingBehind)
                               : Forward::desc(prop_kind::forward_training, kKind, source, weights, shape.biasLayout(), destination,
                                               shape.strides, shape.dilation, shape.padding, shape.paddingBehind),
            planScratch(), m_engine);
        if (isSlowOne(made.forward)) return std::nullopt;
        const Layout src = made.forward.src_desc(), dst = made.forward.dst_desc();
        made.weights = BackwardWeights::primitive_desc(
            shape.bias.empty()
                ? BackwardWeights::desc(kKind, src, weights, dst, shape.strides, shape.dilation, shape.padding, shape.paddingBehind)
                : BackwardWeights::desc(kKind, src, weights, shape.biasLayout(), dst, shape.strides, shape.dilation, shape.padding,
                                        shape.paddingBehind),
            planScratch(), m_engine, made.forward);
        if (isSlowOne(made.weights)) return std::nullopt;
        made.seconds = timeOf(Forward(made.forward), {{DNNL_ARG_SRC, src},
                                                      {DNNL_ARG_WEIGHTS, made.forward.weights_desc()},
                                                      {DNNL_ARG_BIAS, shape.biasLayout()},
                                                      {DNNL_ARG_DST, dst},
                                                      {DNNL_ARG_SCRATCHPAD, made.forward.scratchpad_desc()}}) +
                       timeOf(BackwardWeights(made.weights), {{DNNL_ARG_SRC, src},
                                                              {DNNL_ARG_DIFF_WEIGHTS, made.weights.diff_weights_desc()},
                                                              {DNNL_ARG_DIFF_BIAS, shape.biasLayout()},
                                                              {DNNL_ARG_DIFF_DST, dst},
                                                              {DNNL_ARG_SCRATCHPAD, made.weights.scratchpad_desc()}});
        if (!m_wantsInputGradient) return made;
        made.data = BackwardData::primitive_desc(
            BackwardData::desc(kKind, src, weights, dst, shape.strides, shape.dilation, shape.padding, shape.paddingBehind), planScratch(),
            m_engine, made.forward);
        if (isSlowOne(*made.data)) return std::nullopt;
        made.seconds += timeOf(BackwardData(*made.data), {{DNNL_ARG_DIFF_SRC, src},
                                                          {DNNL_ARG_WEIGHTS, made.data->weights_desc()},
                                                          {DNNL_ARG_DIFF_DST, dst},
                                                          {DNNL_ARG_SCRATCHPAD, made.data->scratchpad_desc()}});
        return made;
    }

    double timeOf(const dnnl::primitive& primitive, const std::vector<std::pair<int, Layout>>& arguments) const {
        return m_isKnown ? 0 : measure(m_engine, m_stream, primitive, arguments);
    }
    double reorderSeconds(const Layout& from, const Layout& to) const {
        return timeOf(dnnl::reorder(dnnl::reorder::primitive_desc(m_engine, from, m_engine, to)),
                      {{DNNL_ARG_FROM, from}, {DNNL_ARG_TO, to}});
    }

    const Shape& m_shape;
    const dnnl::engine& m_engine;
    const dnnl::stream& m_stream;
    bool m_wantsInputGradient;
    bool m_isKnown = false;  // nothing is measured
};

// Every number of the input lays a kernel into the output. oneDNN computes all three directions, in layouts chosen by measurement.
class TransposedConvolution final : public Kernel {
public:
    TransposedConvolution(NodeBuilder& node, const Shape& shape, const Candidate& chosen)
        : m_engine(node.engine()), m_stream(node.stream()), m_choice(chosen.forward.impl_info_str()) {
        Tensor& input = *node.inputs[0];
        const Layout source = chosen.forward.src_desc(), wanted = shape.swapped(chosen.forward.weights_desc());
        Tensor& output = *node.output(chosen.forward.dst_desc());
        const Sizes order = shape.swapped(plainLayout(shape.weights)).dims();  // PyTorch's
        Weight& weight = node.weight("weight", order, &wanted);
        Weight* bias = shape.bias.empty() ? nullptr : &node.weight("bias", shape.bias);

        Buffer* data = input.data;
        if (source == input.layout) {
            node.keep(input);
        } else {
            data = node.saved(source.get_size());
            m_takeSource = reorder(m_engine, input.layout, input.data, source, data);
        }
        m_forward = Call(Forward(chosen.forward));
        m_forward.with(DNNL_ARG_SRC, source, data).with(DNNL_ARG_DST, output.layout, output.data);
        m_forward.with(DNNL_ARG_SCRATCHPAD, chosen.forward.scratchpad_desc(),
                       node.forwardWorkspace(chosen.forward.scratchpad_desc().get_size()));
        takeWeight(m_forward, m_takeWeights, shape, weight, chosen.forward.weights_desc(),
                   [&](std::size_t bytes) { return node.forwardWorkspace(bytes); });
        if (bias) m_forward.weight(DNNL_ARG_BIAS, *bias);

        Buffer* slopes = node.gradient(output);
        m_backwardWeights = Call(BackwardWeights(chosen.weights));
        m_backwardWeights.with(DNNL_ARG_SRC, source, data).with(DNNL_ARG_DIFF_DST, output.layout, slopes);
        m_backwardWeights.with(DNNL_ARG_SCRATCHPAD, chosen.weights.scratchpad_desc(),
                               node.backwardWorkspace(chosen.weights.scratchpad_desc().get_size()));
        if (bias) m_backwardWeights.gradient(DNNL_ARG_DIFF_BIAS, *bias);
        if (const Layout made = chosen.weights.diff_weights_desc(); shape.swapped(made) == weight.layout) {
            m_backwardWeights.gradient(DNNL_ARG_DIFF_WEIGHTS, weight, made);
        } else {
            Buffer* copy = node.backwardWorkspace(made.get_size());
            m_backwardWeights.with(DNNL_ARG_DIFF_WEIGHTS, made, copy);
            const Layout swapped = shape.swapped(made);
            m_giveWeightGradient = Call(dnnl::reorder(dnnl::reorder::primitive_desc(m_engine, swapped, m_engine, weight.layout)));
            m_giveWeightGradient.with(DNNL_ARG_FROM, swapped, copy).gradient(DNNL_ARG_TO, weight);
        }
        if (!chosen.data) return;
        m_backwardData = Call(BackwardData(*chosen.data));
        m_backwardData.with(DNNL_ARG_DIFF_DST, output.layout, slopes);
        m_backwardData.with(DNNL_ARG_SCRATCHPAD, chosen.data->scratchpad_desc(),
                            node.backwardWorkspace(chosen.data->scratchpad_desc().get_size()));
        takeWeight(m_backwardData, m_takeWeightsBackward, shape, weight, chosen.data->weights_desc(),
                   [&](std::size_t bytes) { return node.backwardWorkspace(bytes); });
        if (const Layout made = chosen.data->diff_src_desc(); made == input.layout) {
            m_backwardData.with(DNNL_ARG_DIFF_SRC, made, node.inputGradients[0]);
        } else {
            Buffer* copy = node.backwardWorkspace(made.get_size());
            m_backwardData.with(DNNL_ARG_DIFF_SRC, made, copy);
            m_giveGradient = reorder(m_engine, made, copy, input.layout, node.inputGradients[0]);
        }
    }

    void bind() override {
        for (Call* call : {&m_takeSource, &m_takeWeights, &m_forward, &m_backwardWeights, &m_giveWeightGradient, &m_takeWeightsBackward,
                           &m_backwardData, &m_giveGradient})
            call->bind(m_engine);
    }
    void forward(Pass) override {
        for (const Call* call : {&m_takeSource, &m_takeWeights, &m_forward}) call->run(m_stream);
    }
    void backward() override {
        for (const Call* call : {&m_backwardWeights, &m_giveWeightGradient, &m_takeWeightsBackward, &m_backwardData, &m_giveGradient})
            call->run(m_stream);
    }
    std::string choice() const override { return m_choice; }

private:
    // The weight as the call wants it: itself, or a copy in another layout.
    template <class Workspace>
    void takeWeight(Call& call, Call& take, const Shape& shape, Weight& weight, const Layout& wanted, const Workspace& workspace) const {
        const Layout swapped = shape.swapped(wanted);
        if (swapped == weight.layout) return void(call.weight(DNNL_ARG_WEIGHTS, weight, wanted));
        Buffer* copy = workspace(wanted.get_size());
        take = Call(dnnl::reorder(dnnl::reorder::primitive_desc(m_engine, weight.layout, m_engine, swapped)));
        take.weight(DNNL_ARG_FROM, weight).with(DNNL_ARG_TO, swapped, copy);
        call.with(DNNL_ARG_WEIGHTS, wanted, copy);
    }

    dnnl::engine m_engine;
    dnnl::stream m_stream;
    std::string m_choice;
    // In the order in which they run; those that are not needed are empty.
    Call m_takeSource, m_takeWeights, m_forward;
    Call m_backwardWeights, m_giveWeightGradient, m_takeWeightsBackward, m_backwardData, m_giveGradient;
};

BuiltKernel buildTransposed(NodeBuilder& node) {
    const Parameters& parameters = node.parameters();
    const std::int64_t groups = parameters[kGroups], in = parameters[kInChannels], out = parameters[kOutChannels];
    Shape shape{.source = node.inputs[0]->sizes,
                .weights = groups == 1 ? Sizes{out, in} : Sizes{groups, out / groups, in / groups},
                .bias = parameters[kBias] ? Sizes{out} : Sizes{},
                .destination = node.outputSizes,
                .strides = parameters[kStride],
                .dilation = {},
                .padding = parameters[kPadding],
                .paddingBehind = {},
                .grouped = groups != 1};
    for (const std::int64_t extent : parameters[kKernelSize]) shape.weights.push_back(extent);
    for (std::size_t axis = 0; axis < shape.strides.size(); ++axis) {
        const std::int64_t dilation = parameters[kDilation][axis], reach = dilation * (parameters[kKernelSize][axis] - 1) + 1;
        shape.dilation.push_back(dilation - 1);
        shape.paddingBehind.push_back((shape.source[axis + 2] - 1) * shape.strides[axis] + reach - shape.padding[axis] -
                                      shape.destination[axis + 2]);
    }
    const Layout& input = node.inputs[0]->layout;
    const bool wantsInputGradient = node.inputGradients[0] != nullptr;
    const std::string what = "transposed convolution of " + textOf(input) + " by " + textOf(shape.weights) + ", stride " +
                             textOf(shape.strides) + ", dilation " + textOf(shape.dilation) + ", padding " + textOf(shape.padding) +
                             " and " + textOf(shape.paddingBehind) + (shape.bias.empty() ? "" : ", bias") +
                             (wantsInputGradient ? "" : ", no gradient of the input");
    Chooser chooser(shape, node.engine(), node.stream(), wantsInputGradient);
    const auto chosen = chooser.best(input, node.known(what));
    if (!chosen) return noKernel(node.node(), say("oneDNN has no fast way for this shape"));
    node.remember(what, chosen->layout);
    return std::unique_ptr<Kernel>(std::make_unique<TransposedConvolution>(node, shape, *chosen));
}

}  // namespace

std::span<const KernelRow> transposedConvolutionKernels() {
    static constexpr KernelRow kRows[] = {
        {"ConvTranspose1d", buildTransposed}, {"ConvTranspose2d", buildTransposed}, {"ConvTranspose3d", buildTransposed}};
    return kRows;
}

}  // namespace seekbench::executor

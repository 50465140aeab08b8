// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include "core/operators/parameters.h"
#include "gpu/executor/call.h"
#include "gpu/executor/loops.h"

namespace seekbench::executor {

using namespace parameter;

namespace {

using dnnl::algorithm;
using dnnl::prop_kind;

const Layout kNoLayout;

// What a convolution is, whatever computes it.
struct Shape {
    Sizes source, weights, bias, destination, strides, dilation, padding;  // oneDNN's dilation: 0 is none
    bool relu = false;

    Layout biasLayout() const { return bias.empty() ? kNoLayout : plainLayout(bias); }
    // What a measurement depends on.
    std::string name(const Layout& input, bool wantsInputGradient) const {
        return "convolution of " + textOf(input) + " by " + textOf(weights) + ", stride " + textOf(strides) + ", dilation " +
               textOf(dilation) + ", padding " + textOf(padding) + (bias.empty() ? "" : ", bias") + (relu ? ", ReLU" : "") +
               (wantsInputGradient ? "" : ", no gradient of the input");
    }
};

Layout anyLayout(const Sizes& sizes) { return Layout(sizes, dnnl::memory::data_type::f32, dnnl::memory::format_tag::any); }

// How the three directions are computed.
struct Recipe {
    bool channelsLast = false;  // else as oneDNN likes it: blocks of channels, mostly
    algorithm forward = algorithm::convolution_direct, weights = forward, data = forward;

    std::string name() const {
        const auto nameOf = [](algorithm kind) { return kind == algorithm::convolution_direct ? "direct" : "winograd"; };
        return std::string(channelsLast ? "channels last" : "blocked") + ": " + nameOf(forward) + ", " + nameOf(weights) + ", " +
               nameOf(data);
    }
    static std::optional<Recipe> named(std::string_view name) {
        for (const bool channelsLast : {false, true})
            for (const auto forward : kAlgorithms)
                for (const auto weights : kAlgorithms)
                    for (const auto data : kAlgorithms)
                        if (const Recipe recipe{channelsLast, forward, weights, data}; recipe.name() == name) return recipe;
        return std::nullopt;
    }
    static constexpr algorithm kAlgorithms[] = {algorithm::convolution_direct, algorithm::convolution_winograd};
};

// The three directions with layouts that go together, and how long they take.
struct Candidate {
    Recipe recipe;
    dnnl::convolution_forward::primitive_desc forward;
    dnnl::convolution_backward_weights::primitive_desc weights;
    std::optional<dnnl::convolution_backward_data::primitive_desc> data;
    std::string name;
    double seconds = 0;
};

class Chooser {
public:
    Chooser(const Shape& shape, const dnnl::engine& engine, const dnnl::stream& stream, bool wantsInputGradient)
        : m_shape(shape), m_engine(engine), m_stream(stream), m_wantsInputGradient(wantsInputGradient) {}

    // As an earlier plan has chosen.
    std::optional<Candidate> make(const Recipe& recipe) {
        m_recipe = recipe;
        return make(recipe.channelsLast);
    }

    // The fastest for an input that comes as `given`, the way into its own layout included.
    std::optional<Candidate> best(const Layout& given) {
        m_recipe.reset();
        std::optional<Candidate> best;
        for (const bool channelsLast : {false, true}) {
            auto candidate = make(channelsLast);
            if (!candidate) continue;
            const Layout source = candidate->forward.src_desc();
            if (source != given) candidate->seconds += (m_wantsInputGradient ? 2 : 1) * reorderSeconds(given, source);
            if (!best || candidate->seconds < best->seconds) best = std::move(candidate);
        }
        return best;
    }

private:
    Layout wanted(const Sizes& sizes, bool channelsLast) const { return channelsLast ? channelsLastLayout(sizes) : anyLayout(sizes); }

    // A few channels are not worth a block: declared plain they would be slow, channels last they are not.
    Layout wantedSource(bool channelsLast) const { return wanted(m_shape.source, channelsLast || m_shape.source[1] < 8); }

    std::optional<Candidate> make(bool channelsLast) {
        const Layout source = wantedSource(channelsLast), destination = wanted(m_shape.destination, channelsLast);
        Candidate candidate;
        candidate.recipe.channelsLast = channelsLast;
        bool found = false;
        double least = 0;
        for (const auto kind : Recipe::kAlgorithms) {
            if (m_recipe && m_recipe->forward != kind) continue;
            try {
                const dnnl::convolution_forward::primitive_desc made(forwardOf(kind, source, destination), attributes(), m_engine);
                if (isSlow(made.impl_info_str())) continue;
                const double seconds = timeOf(dnnl::convolution_forward(made), {{DNNL_ARG_SRC, made.src_desc()},
                                                                                {DNNL_ARG_WEIGHTS, made.weights_desc()},
                                                                                {DNNL_ARG_BIAS, m_shape.biasLayout()},
                                                                                {DNNL_ARG_DST, made.dst_desc()},
                                                                                {DNNL_ARG_SCRATCHPAD, made.scratchpad_desc()}});
                if (found && seconds >= least) continue;
                candidate.forward = made;
                candidate.recipe.forward = kind;
                least = seconds;
                found = true;
            } catch (const dnnl::error&) {  // oneDNN has no such way for this shape
            }
        }
        if (!found) return std::nullopt;
        candidate.seconds = least;
        candidate.name = std::string(candidate.forward.impl_info_str());
        return addBackward(candidate) ? std::optional(std::move(candidate)) : std::nullopt;
    }

    dnnl::convolution_forward::desc forwardOf(algorithm kind, const Layout& source, const Layout& destination) const {
        return m_shape.bias.empty()
                   ? dnnl::convolution_forward::desc(prop_kind::forward_training, kind, source, anyLayout(m_shape.weights), destination,
                                                     m_shape.strides, m_shape.dilation, m_shape.padding, m_shape.padding)
                   : dnnl::convolution_forward::desc(prop_kind::forward_training, kind, source, anyLayout(m_shape.weights),
                                                     m_shape.biasLayout(), destination, m_shape.strides, m_shape.dilation, m_shape.padding,
                                                     m_shape.padding);
    }

    dnnl::primitive_attr attributes() const {
        dnnl::primitive_attr attributes = planScratch();
        if (m_shape.relu) {
            dnnl::post_ops behind;
            behind.append_eltwise(1.0f, algorithm::eltwise_relu, 0.0f, 0.0f);
            attributes.set_post_ops(behind);
        }
        return attributes;
    }

    // Both ways back, from the layouts that the forward pass has chosen.
    bool addBackward(Candidate& candidate) {
        double leastWeights = 1e300, leastData = 1e300;
        for (const auto kind : Recipe::kAlgorithms) {
            if (!m_recipe || m_recipe->weights == kind) considerWeights(kind, candidate, leastWeights);
            if (m_wantsInputGradient && (!m_recipe || m_recipe->data == kind)) considerData(kind, candidate, leastData);
        }
        candidate.seconds += leastWeights + (m_wantsInputGradient ? leastData : 0);
        return leastWeights < 1e300 && (!m_wantsInputGradient || candidate.data);
    }

    void considerWeights(algorithm kind, Candidate& candidate, double& least) const {
        const Layout source = candidate.forward.src_desc(), destination = candidate.forward.dst_desc(), any = anyLayout(m_shape.weights);
        const Layout bias = m_shape.biasLayout();
        using Backward = dnnl::convolution_backward_weights;
        try {
            const Backward::desc description = m_shape.bias.empty() ? Backward::desc(kind, source, any, destination, m_shape.strides,
                                                                                     m_shape.dilation, m_shape.padding, m_shape.padding)
                                                                    : Backward::desc(kind, source, any, bias, destination, m_shape.strides,
                                                                                     m_shape.dilation, m_shape.padding, m_shape.padding);
            const Backward::primitive_desc made(description, planScratch(), m_engine, candidate.forward);
            if (isSlow(made.impl_info_str())) return;
            const double seconds = timeOf(Backward(made), {{DNNL_ARG_SRC, made.src_desc()},
                                                           {DNNL_ARG_DIFF_WEIGHTS, made.diff_weights_desc()},
                                                           {DNNL_ARG_DIFF_BIAS, bias},
                                                           {DNNL_ARG_DIFF_DST, made.diff_dst_desc()},
                                                           {DNNL_ARG_SCRATCHPAD, made.scratchpad_desc()}});
            if (seconds >= least) return;
            candidate.weights = made;
            candidate.recipe.weights = kind;
            least = seconds;
        } catch (const dnnl::error&) {  // oneDNN has no such way for this shape
        }
    }

    void considerData(algorithm kind, Candidate& candidate, double& least) const {
        const Layout source = candidate.forward.src_desc(), destination = candidate.forward.dst_desc(), any = anyLayout(m_shape.weights);
        using Backward = dnnl::convolution_backward_data;
        try {
            const Backward::primitive_desc made(
                {kind, source, any, destination, m_shape.strides, m_shape.dilation, m_shape.padding, m_shape.padding}, planScratch(),
                m_engine, candidate.forward);
            if (isSlow(made.impl_info_str())) return;
            const double seconds = timeOf(Backward(made), {{DNNL_ARG_DIFF_SRC, made.diff_src_desc()},
                                                           {DNNL_ARG_WEIGHTS, made.weights_desc()},
                                                           {DNNL_ARG_DIFF_DST, made.diff_dst_desc()},
                                                           {DNNL_ARG_SCRATCHPAD, made.scratchpad_desc()}});
            if (seconds >= least) return;
            candidate.data = made;
            candidate.recipe.data = kind;
            least = seconds;
        } catch (const dnnl::error&) {
        }
    }

    double timeOf(const dnnl::primitive& primitive, const std::vector<std::pair<int, Layout>>& arguments) const {
        return m_recipe ? 0 : measure(m_engine, m_stream, primitive, arguments);
    }

    double reorderSeconds(const Layout& from, const Layout& to) const {
        return measure(m_engine, m_stream, dnnl::reorder(dnnl::reorder::primitive_desc(m_engine, from, m_engine, to)),
                       {{DNNL_ARG_FROM, from}, {DNNL_ARG_TO, to}});
    }

    const Shape& m_shape;
    const dnnl::engine& m_engine;
    const dnnl::stream& m_stream;
    bool m_wantsInputGradient;
    std::optional<Recipe> m_recipe;  // nothing else is considered, nor measured
};

// y = x * W + b, with a ReLU behind it where wanted. oneDNN computes all three directions, in layouts chosen by measurement.
class Convolution final : public Kernel {
public:
    static BuiltKernel build(NodeBuilder& node, const Shape& shape) {
        Tensor& input = *node.inputs[0];
        const bool wantsInputGradient = node.inputGradients[0] != nullptr;
        const std::string what = shape.name(input.layout, wantsInputGradient);
        Chooser chooser(shape, node.engine(), node.stream(), wantsInputGradient);
        std::optional<Candidate> chosen;
        if (const auto known = Recipe::named(node.known(what))) chosen = chooser.make(*known);
        if (!chosen) chosen = chooser.best(input.layout);
        if (chosen) node.remember(what, chosen->recipe.name());
        if (!chosen) return noKernel(node.node(), say("oneDNN has no fast way for this shape"));
        return std::unique_ptr<Kernel>(new Convolution(node, shape, input, *chosen));
    }

    void bind() override {
        for (Call* call : calls()) call->bind(m_engine);
    }

    void forward(Pass) override {
        m_takeSource.run(m_stream);
        m_takeWeights.run(m_stream);
        m_forward.run(m_stream);
    }

    void backward() override {
        if (m_relu) maskByOutput(m_output->gradient->floats(), m_output->data->floats(), m_output->stored());
        m_backwardWeights.run(m_stream);
        m_giveWeightGradient.run(m_stream);
        m_takeWeightsBackward.run(m_stream);
        m_backwardData.run(m_stream);
        m_giveGradient.run(m_stream);
    }

    std::string choice() const override { return m_choice; }

private:
    Convolution(NodeBuilder& node, const Shape& shape, Tensor& input, const Candidate& chosen)
        : m_engine(node.engine()), m_stream(node.stream()), m_relu(shape.relu), m_choice(chosen.name + ", " + chosen.recipe.name()) {
        const auto& forward = chosen.forward;
        const Layout source = forward.src_desc(), wanted = forward.weights_desc();
        m_output = node.output(forward.dst_desc());
        if (m_relu) node.keep(*m_output);
        Weight& weight = node.weight("weight", shape.weights, &wanted);
        Weight* bias = shape.bias.empty() ? nullptr : &node.weight("bias", shape.bias);

        // The input in the layout of the primitive is kept for the weights' gradient.
        Buffer* data = input.data;
        if (source == input.layout) {
            node.keep(input);
        } else {
            data = node.saved(source.get_size());
            m_takeSource = reorder(m_engine, input.layout, input.data, source, data);
        }

        m_forward = Call(dnnl::convolution_forward(forward));
        m_forward.with(DNNL_ARG_SRC, source, data).with(DNNL_ARG_DST, m_output->layout, m_output->data);
        m_forward.with(DNNL_ARG_SCRATCHPAD, forward.scratchpad_desc(), node.forwardWorkspace(forward.scratchpad_desc().get_size()));
        if (wanted == weight.layout) {
            m_forward.weight(DNNL_ARG_WEIGHTS, weight);
        } else {  // another batch size wants another layout than the first one has chosen
            Buffer* copy = node.forwardWorkspace(wanted.get_size());
            m_takeWeights = weightReorder(weight, wanted, copy);
            m_forward.with(DNNL_ARG_WEIGHTS, wanted, copy);
        }
        if (bias) m_forward.weight(DNNL_ARG_BIAS, *bias);

        m_output->gradient = node.gradient(*m_output);
        const auto& toWeights = chosen.weights;
        m_backwardWeights = Call(dnnl::convolution_backward_weights(toWeights));
        m_backwardWeights.with(DNNL_ARG_SRC, source, data).with(DNNL_ARG_DIFF_DST, m_output->layout, m_output->gradient);
        m_backwardWeights.with(DNNL_ARG_SCRATCHPAD, toWeights.scratchpad_desc(),
                               node.backwardWorkspace(toWeights.scratchpad_desc().get_size()));
        if (bias) m_backwardWeights.gradient(DNNL_ARG_DIFF_BIAS, *bias);
        if (const Layout made = toWeights.diff_weights_desc(); made == weight.layout) {
            m_backwardWeights.gradient(DNNL_ARG_DIFF_WEIGHTS, weight);
        } else {
            Buffer* copy = node.backwardWorkspace(made.get_size());
            m_backwardWeights.with(DNNL_ARG_DIFF_WEIGHTS, made, copy);
            m_giveWeightGradient = Call(dnnl::reorder(dnnl::reorder::primitive_desc(m_engine, made, m_engine, weight.layout)));
            m_giveWeightGradient.with(DNNL_ARG_FROM, made, copy).gradient(DNNL_ARG_TO, weight);
        }
        if (chosen.data) addBackwardData(node, input, weight, *chosen.data);
    }

    void addBackwardData(NodeBuilder& node, Tensor& input, Weight& weight, const dnnl::convolution_backward_data::primitive_desc& toData) {
        m_backwardData = Call(dnnl::convolution_backward_data(toData));
        m_backwardData.with(DNNL_ARG_DIFF_DST, m_output->layout, m_output->gradient);
        m_backwardData.with(DNNL_ARG_SCRATCHPAD, toData.scratchpad_desc(), node.backwardWorkspace(toData.scratchpad_desc().get_size()));
        if (const Layout wanted = toData.weights_desc(); wanted == weight.layout) {
            m_backwardData.weight(DNNL_ARG_WEIGHTS, weight);
        } else {
            Buffer* copy = node.backwardWorkspace(wanted.get_size());
            m_takeWeightsBackward = weightReorder(weight, wanted, copy);
            m_backwardData.with(DNNL_ARG_WEIGHTS, wanted, copy);
        }
        const Layout made = toData.diff_src_desc();
        if (made == input.layout) {
            m_backwardData.with(DNNL_ARG_DIFF_SRC, made, node.inputGradients[0]);
        } else {
            Buffer* copy = node.backwardWorkspace(made.get_size());
            m_backwardData.with(DNNL_ARG_DIFF_SRC, made, copy);
            m_giveGradient = reorder(m_engine, made, copy, input.layout, node.inputGradients[0]);
        }
    }

    Call weightReorder(Weight& weight, const Layout& wanted, Buffer* copy) const {
        Call call(dnnl::reorder(dnnl::reorder::primitive_desc(m_engine, weight.layout, m_engine, wanted)));
        call.weight(DNNL_ARG_FROM, weight).with(DNNL_ARG_TO, wanted, copy);
        return call;
    }

    std::vector<Call*> calls() {
        return {&m_takeSource,         &m_takeWeights,         &m_forward,      &m_backwardWeights,
                &m_giveWeightGradient, &m_takeWeightsBackward, &m_backwardData, &m_giveGradient};
    }

    dnnl::engine m_engine;
    dnnl::stream m_stream;
    bool m_relu;
    std::string m_choice;
    Tensor* m_output = nullptr;
    // In the order in which they run; those that are not needed are empty.
    Call m_takeSource, m_takeWeights, m_forward;
    Call m_backwardWeights, m_giveWeightGradient, m_takeWeightsBackward, m_backwardData, m_giveGradient;
};

BuiltKernel buildConvolution(NodeBuilder& node) {
    const Parameters& parameters = node.parameters();
    if (parameters[kPaddingMode] != kPadZeros) return noKernel(node.node(), say("it pads with other values than zeros"));
    Shape shape;
    shape.source = node.inputs[0]->sizes;
    shape.destination = node.outputSizes;
    shape.strides = parameters[kStride];
    shape.padding = parameters[kPadding];
    for (const std::int64_t dilation : parameters[kDilation]) shape.dilation.push_back(dilation - 1);
    const std::int64_t groups = parameters[kGroups], in = parameters[kInChannels], out = parameters[kOutChannels];
    shape.weights = groups == 1 ? Sizes{out, in} : Sizes{groups, out / groups, in / groups};
    for (const std::int64_t extent : parameters[kKernelSize]) shape.weights.push_back(extent);
    if (parameters[kBias]) shape.bias = {out};
    shape.relu = node.activation == Activation::ReLU;
    return Convolution::build(node, shape);
}

}  // namespace

std::span<const KernelRow> convolutionKernels() {
    static constexpr KernelRow kRows[] = {
        {"Conv1d", buildConvolution, true}, {"Conv2d", buildConvolution, true}, {"Conv3d", buildConvolution, true}};
    return kRows;
}

}  // namespace seekbench::executor

// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include "core/operators/parameters.h"
#include "gpu/executor/kernels/convolution/convolution_recipe.h"
#include "gpu/executor/kernels/plain_input.h"
#include "gpu/executor/loops/loops.h"
#include "gpu/executor/loops/parallel.h"

namespace seekbench::executor {

using namespace parameter;

namespace {

// y = x * W + b, with a ReLU behind it where wanted. Who computes the three directions, and in which layouts, is chosen by measurement.
class Convolution final : public Kernel {
public:
    static BuiltKernel build(NodeBuilder& node, const ConvolutionShape& shape) {
        Tensor& input = *node.inputs[0];
        const bool wantsInputGradient = node.inputGradients[0] != nullptr;
        const std::string what = shape.name(input.layout, wantsInputGradient);
        ConvolutionChooser chooser(shape, node.engine(), node.stream(), wantsInputGradient);
        std::optional<ConvolutionCandidate> chosen;
        if (const auto known = ConvolutionRecipe::named(node.known(what))) chosen = chooser.make(*known);
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
        if (m_ownForward)
            m_ownForward->way.convolve(m_source->floats(), weights(), m_bias ? m_bias->data : nullptr, m_relu, m_output->data->floats(),
                                       m_ownForward->scratch->floats());
        else
            m_forward.run(m_stream);
    }

    void backward() override {
        if (m_masks) maskByOutput(m_output->gradient->floats(), m_output->data->floats(), m_output->stored());
        const float* slopes = m_output->gradient->floats();
        if (m_ownWeights) {
            m_ownWeights->way.weightGradient(m_source->floats(), slopes, weightGradient(), m_ownWeights->scratch->floats());
            if (m_bias) m_ownWeights->way.biasGradient(slopes, m_bias->gradient);
        } else if (m_fewChannels) {
            m_fewChannels->way.compute(m_source->floats(), slopes, weightGradient(), m_bias ? m_bias->gradient : nullptr,
                                       m_fewChannels->scratch->floats());
        } else {
            m_backwardWeights.run(m_stream);
        }
        m_giveWeightGradient.run(m_stream);
        m_takeWeightsBackward.run(m_stream);
        if (m_ownData)
            m_ownData->way.convolve(slopes, weightsBackward(), nullptr, false, m_sourceGradient->floats(), m_ownData->scratch->floats());
        else
            m_backwardData.run(m_stream);
        m_giveGradient.run(m_stream);
    }

    std::string choice() const override { return m_choice; }

private:
    // A direction that we compute ourselves.
    template <class Way>
    struct Own {
        Way way;
        Buffer* scratch;
    };

    Convolution(NodeBuilder& node, const ConvolutionShape& shape, Tensor& input, const ConvolutionCandidate& chosen)
        : m_engine(node.engine()),
          m_stream(node.stream()),
          m_relu(shape.relu),
          m_masks(shape.relu && !node.isGradientMasked),
          m_choice(chosen.name + ", " + chosen.recipe.name()) {
        const Layout source = chosen.forward.src_desc(), wanted = chosen.forward.weights_desc();
        m_output = node.output(chosen.forward.dst_desc());
        if (m_masks) node.keepSigns(*m_output);
        m_weight = &node.weight("weight", shape.weights, &wanted);
        m_bias = shape.bias.empty() ? nullptr : &node.weight("bias", shape.bias);

        // The input in the layout of the primitive is kept for the weights' gradient.
        m_source = input.data;
        if (source == input.layout) {
            node.keep(input);
        } else {
            m_source = node.saved(source.get_size());
            m_takeSource = reorder(m_engine, input.layout, input.data, source, m_source);
        }
        if (wanted != m_weight->layout) {  // another batch size wants another layout than the first one has chosen
            m_weightsCopy = node.forwardWorkspace(wanted.get_size());
            m_takeWeights = weightReorder(wanted, m_weightsCopy);
        }
        m_output->gradient = node.gradient(*m_output);
        addForward(node, shape, chosen);
        addBackwardWeights(node, shape, chosen);
        if (node.inputGradients[0]) addBackwardData(node, shape, input, chosen);
    }

    void addForward(NodeBuilder& node, const ConvolutionShape& shape, const ConvolutionCandidate& chosen) {
        if (chosen.recipe.forward == ConvolutionWay::OwnWinograd) {
            const Winograd way(*winogradShape(shape, chosen.forward), plannedThreads());
            m_ownForward = {way, node.forwardWorkspace(bytesOf(way.convolveFloats()))};
            return;
        }
        const auto& forward = chosen.forward;
        m_forward = Call(dnnl::convolution_forward(forward));
        m_forward.with(DNNL_ARG_SRC, forward.src_desc(), m_source).with(DNNL_ARG_DST, m_output->layout, m_output->data);
        m_forward.with(DNNL_ARG_SCRATCHPAD, forward.scratchpad_desc(), node.forwardWorkspace(forward.scratchpad_desc().get_size()));
        if (m_weightsCopy)
            m_forward.with(DNNL_ARG_WEIGHTS, forward.weights_desc(), m_weightsCopy);
        else
            m_forward.weight(DNNL_ARG_WEIGHTS, *m_weight);
        if (m_bias) m_forward.weight(DNNL_ARG_BIAS, *m_bias);
    }

    void addBackwardWeights(NodeBuilder& node, const ConvolutionShape& shape, const ConvolutionCandidate& chosen) {
        const Layout source = chosen.forward.src_desc();
        const bool isWinograd = chosen.recipe.weights == ConvolutionWay::OwnWinograd;
        const Layout made = chosen.weights ? chosen.weights->diff_weights_desc()
                            : isWinograd   ? chosen.forward.weights_desc()
                                           : plainLayout(shape.weights);
        if (made != m_weight->layout) {
            m_weightGradientCopy = node.backwardWorkspace(made.get_size());
            m_giveWeightGradient = Call(dnnl::reorder(dnnl::reorder::primitive_desc(m_engine, made, m_engine, m_weight->layout)));
            m_giveWeightGradient.with(DNNL_ARG_FROM, made, m_weightGradientCopy).gradient(DNNL_ARG_TO, *m_weight);
        }
        if (isWinograd) {
            const Winograd way(*winogradShape(shape, chosen.forward), plannedThreads());
            m_ownWeights = {way, node.backwardWorkspace(bytesOf(way.gradientFloats()))};
            return;
        }
        if (!chosen.weights) {
            const FewChannelGradient way(*fewChannelShape(shape, chosen.forward), plannedThreads());
            m_fewChannels = {way, node.backwardWorkspace(bytesOf(way.scratchFloats()))};
            return;
        }
        m_backwardWeights = Call(dnnl::convolution_backward_weights(*chosen.weights));
        m_backwardWeights.with(DNNL_ARG_SRC, source, m_source).with(DNNL_ARG_DIFF_DST, m_output->layout, m_output->gradient);
        const Layout scratch = chosen.weights->scratchpad_desc();
        m_backwardWeights.with(DNNL_ARG_SCRATCHPAD, scratch, node.backwardWorkspace(scratch.get_size()));
        if (m_bias) m_backwardWeights.gradient(DNNL_ARG_DIFF_BIAS, *m_bias);
        if (m_weightGradientCopy)
            m_backwardWeights.with(DNNL_ARG_DIFF_WEIGHTS, made, m_weightGradientCopy);
        else
            m_backwardWeights.gradient(DNNL_ARG_DIFF_WEIGHTS, *m_weight);
    }

    void addBackwardData(NodeBuilder& node, const ConvolutionShape& shape, Tensor& input, const ConvolutionCandidate& chosen) {
        const Layout wanted = chosen.data ? chosen.data->weights_desc() : reversedWeights(shape.weights);
        if (wanted != m_weight->layout) {
            m_backwardWeightsCopy = node.backwardWorkspace(wanted.get_size());
            m_takeWeightsBackward = weightReorder(wanted, m_backwardWeightsCopy);
        }
        const Layout made = chosen.data ? chosen.data->diff_src_desc() : chosen.forward.src_desc();
        m_sourceGradient = node.inputGradients[0];
        if (made != input.layout) {
            m_sourceGradient = node.backwardWorkspace(made.get_size());
            m_giveGradient = reorder(m_engine, made, m_sourceGradient, input.layout, node.inputGradients[0]);
        }
        if (!chosen.data) {
            const Winograd way(winogradShape(shape, chosen.forward)->reversed(), plannedThreads());
            m_ownData = {way, node.backwardWorkspace(bytesOf(way.convolveFloats()))};
            return;
        }
        m_backwardData = Call(dnnl::convolution_backward_data(*chosen.data));
        m_backwardData.with(DNNL_ARG_DIFF_DST, m_output->layout, m_output->gradient).with(DNNL_ARG_DIFF_SRC, made, m_sourceGradient);
        const Layout scratch = chosen.data->scratchpad_desc();
        m_backwardData.with(DNNL_ARG_SCRATCHPAD, scratch, node.backwardWorkspace(scratch.get_size()));
        if (m_backwardWeightsCopy)
            m_backwardData.with(DNNL_ARG_WEIGHTS, wanted, m_backwardWeightsCopy);
        else
            m_backwardData.weight(DNNL_ARG_WEIGHTS, *m_weight);
    }

    const float* weights() const { return m_weightsCopy ? m_weightsCopy->floats() : m_weight->data; }
    float* weightGradient() const { return m_weightGradientCopy ? m_weightGradientCopy->floats() : m_weight->gradient; }
    const float* weightsBackward() const { return m_backwardWeightsCopy ? m_backwardWeightsCopy->floats() : m_weight->data; }

    Call weightReorder(const Layout& wanted, Buffer* copy) const {
        Call call(dnnl::reorder(dnnl::reorder::primitive_desc(m_engine, m_weight->layout, m_engine, wanted)));
        call.weight(DNNL_ARG_FROM, *m_weight).with(DNNL_ARG_TO, wanted, copy);
        return call;
    }

    std::vector<Call*> calls() {
        return {&m_takeSource,         &m_takeWeights,         &m_forward,      &m_backwardWeights,
                &m_giveWeightGradient, &m_takeWeightsBackward, &m_backwardData, &m_giveGradient};
    }

    dnnl::engine m_engine;
    dnnl::stream m_stream;
    bool m_relu, m_masks;
    std::string m_choice;
    Tensor* m_output = nullptr;
    Weight* m_weight = nullptr;
    Weight* m_bias = nullptr;
    // The input and its gradient in the layout of the kernels; weights and their gradient where they lie in another one than that of the
    // model.
    Buffer* m_source = nullptr;
    Buffer* m_sourceGradient = nullptr;
    Buffer* m_weightsCopy = nullptr;
    Buffer* m_weightGradientCopy = nullptr;
    Buffer* m_backwardWeightsCopy = nullptr;
    // Instead of the calls for these directions.
    std::optional<Own<Winograd>> m_ownForward, m_ownWeights, m_ownData;
    std::optional<Own<FewChannelGradient>> m_fewChannels;
    // In the order in which they run; those that are not needed are empty.
    Call m_takeSource, m_takeWeights, m_forward;
    Call m_backwardWeights, m_giveWeightGradient, m_takeWeightsBackward, m_backwardData, m_giveGradient;
};

BuiltKernel buildConvolution(NodeBuilder& node) {
    const Parameters& parameters = node.parameters();
    if (parameters[kPaddingMode] != kPadZeros) return noKernel(node.node(), say("it pads with other values than zeros"));
    ConvolutionShape shape;
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

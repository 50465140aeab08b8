// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "gpu/executor/kernels/call.h"
#include "gpu/executor/loops/few_channels.h"
#include "gpu/executor/loops/winograd.h"

namespace seekbench::executor {

// What a convolution is, whatever computes it.
struct ConvolutionShape {
    Sizes source, weights, bias, destination, strides, dilation, padding;  // oneDNN's dilation: 0 is none
    bool relu = false;

    Layout biasLayout() const { return bias.empty() ? Layout() : plainLayout(bias); }
    // What a measurement depends on.
    std::string name(const Layout& input, bool wantsInputGradient) const;
};

// Who computes a direction: oneDNN, in two ways; our Winograd, for processors on which oneDNN has none; our gradient of the weights for few
// channels.
enum class ConvolutionWay { Direct, Winograd, OwnWinograd, OwnFewChannels };

// How the three directions are computed.
struct ConvolutionRecipe {
    bool channelsLast = false;  // else as oneDNN likes it: blocks of channels, mostly
    ConvolutionWay forward{}, weights{}, data{};

    std::string name() const;
    static std::optional<ConvolutionRecipe> named(std::string_view name);
};

// The three directions with layouts that go together.
struct ConvolutionCandidate {
    ConvolutionRecipe recipe;
    dnnl::convolution_forward::primitive_desc forward;                          // says the layouts, also where it does not compute
    std::optional<dnnl::convolution_backward_weights::primitive_desc> weights;  // none: own
    std::optional<dnnl::convolution_backward_data::primitive_desc> data;        // none: own, or not wanted
    std::string name;
    double seconds = 0;
};

// Who says what ways there are, and which is the fastest.
class ConvolutionChooser {
public:
    ConvolutionChooser(const ConvolutionShape& shape, const dnnl::engine& engine, const dnnl::stream& stream, bool wantsInputGradient)
        : m_shape(shape), m_engine(engine), m_stream(stream), m_wantsInputGradient(wantsInputGradient) {}

    // As an earlier plan has chosen; nothing is measured.
    std::optional<ConvolutionCandidate> make(const ConvolutionRecipe& recipe);
    // The fastest for an input that comes as `given`, the way into its own layout included.
    std::optional<ConvolutionCandidate> best(const Layout& given);

private:
    std::optional<ConvolutionCandidate> make(bool channelsLast);
    bool chooseForward(ConvolutionCandidate& candidate);
    bool chooseWeights(ConvolutionCandidate& candidate);
    bool chooseData(ConvolutionCandidate& candidate);
    dnnl::convolution_forward::desc forwardOf(dnnl::algorithm kind, const Layout& source, const Layout& destination) const;
    dnnl::primitive_attr attributes() const;
    double ownSeconds(const WinogradShape& shape, const ConvolutionCandidate& candidate, bool gradient) const;
    double ownSeconds(const FewChannelShape& shape, const ConvolutionCandidate& candidate) const;
    double timeOf(const dnnl::primitive& primitive, const std::vector<std::pair<int, Layout>>& arguments) const;
    double reorderSeconds(const Layout& from, const Layout& to) const;

    const ConvolutionShape& m_shape;
    const dnnl::engine& m_engine;
    const dnnl::stream& m_stream;
    bool m_wantsInputGradient;
    std::optional<ConvolutionWay> known(ConvolutionWay ConvolutionRecipe::*direction) const {
        return m_known ? std::optional((*m_known).*direction) : std::nullopt;
    }
    std::optional<ConvolutionRecipe> m_known;  // nothing else is considered, nor measured
};

// The shape for our own ways, if they can compute this convolution in the layouts of `forward`.
std::optional<WinogradShape> winogradShape(const ConvolutionShape& shape, const dnnl::convolution_forward::primitive_desc& forward);
std::optional<FewChannelShape> fewChannelShape(const ConvolutionShape& shape, const dnnl::convolution_forward::primitive_desc& forward);
// Of the weights, with the input's channels innermost, as a reversed Winograd reads them.
Layout reversedWeights(const Sizes& weights);

}  // namespace seekbench::executor

// SPDX-License-Identifier: Apache-2.0
#include "gpu/executor/kernels/convolution/convolution_recipe.h"

#include <algorithm>
#include <vector>

#include "gpu/executor/loops/parallel.h"

namespace seekbench::executor {
namespace {

using dnnl::algorithm;
using Tag = dnnl::memory::format_tag;

constexpr ConvolutionWay kWays[] = {ConvolutionWay::Direct, ConvolutionWay::Winograd, ConvolutionWay::OwnWinograd,
                                    ConvolutionWay::OwnFewChannels};
constexpr std::string_view kWayNames[] = {"direct", "winograd", "own winograd", "own few channels"};

// oneDNN's two.
constexpr ConvolutionWay kTheirs[] = {ConvolutionWay::Direct, ConvolutionWay::Winograd};
algorithm algorithmOf(ConvolutionWay way) {
    return way == ConvolutionWay::Winograd ? algorithm::convolution_winograd : algorithm::convolution_direct;
}

Layout layoutOf(const Sizes& sizes, Tag tag) { return Layout(sizes, dnnl::memory::data_type::f32, tag); }
Layout anyLayout(const Sizes& sizes) { return layoutOf(sizes, Tag::any); }
Layout wanted(const Sizes& sizes, bool channelsLast) { return channelsLast ? channelsLastLayout(sizes) : anyLayout(sizes); }

std::vector<float> zeros(std::int64_t count) { return std::vector<float>(static_cast<std::size_t>(count)); }

std::int64_t storedOf(const Layout& layout) { return static_cast<std::int64_t>(layout.get_size() / sizeof(float)); }

// Whether an own way is taken: when it is the known one, or else the fastest so far.
bool isTaken(ConvolutionWay own, const std::optional<ConvolutionWay>& known, double seconds, double least) {
    return known ? *known == own : seconds < least;
}

}  // namespace

std::string ConvolutionShape::name(const Layout& input, bool wantsInputGradient) const {
    return "convolution of " + textOf(input) + " by " + textOf(weights) + ", stride " + textOf(strides) + ", dilation " + textOf(dilation) +
           ", padding " + textOf(padding) + (bias.empty() ? "" : ", bias") + (relu ? ", ReLU" : "") +
           (wantsInputGradient ? "" : ", no gradient of the input");
}

std::string ConvolutionRecipe::name() const {
    const auto nameOf = [](ConvolutionWay way) { return std::string(kWayNames[static_cast<std::size_t>(way)]); };
    return std::string(channelsLast ? "channels last" : "blocked") + ": " + nameOf(forward) + ", " + nameOf(weights) + ", " + nameOf(data);
}

std::optional<ConvolutionRecipe> ConvolutionRecipe::named(std::string_view name) {
    for (const bool channelsLast : {false, true})
        for (const auto forward : kWays)
            for (const auto weights : kWays)
                for (const auto data : kWays)
                    if (const ConvolutionRecipe recipe{channelsLast, forward, weights, data}; recipe.name() == name) return recipe;
    return std::nullopt;
}

std::optional<WinogradShape> winogradShape(const ConvolutionShape& shape, const dnnl::convolution_forward::primitive_desc& forward) {
    const std::size_t spatial = shape.strides.size();
    const auto isAll = [](const Sizes& sizes, std::int64_t value) { return std::ranges::count(sizes, value) == std::ssize(sizes); };
    if ((spatial != 2 && spatial != 3) || shape.weights.size() != spatial + 2) return std::nullopt;
    if (!isAll(Sizes(shape.weights.begin() + 2, shape.weights.end()), 3) || !isAll(shape.strides, 1) || !isAll(shape.dilation, 0))
        return std::nullopt;
    if (std::ranges::any_of(shape.padding, [](std::int64_t padding) { return padding > 2; })) return std::nullopt;
    const bool isFlat = spatial == 2;
    const Tag image = isFlat ? Tag::nChw8c : Tag::nCdhw8c, weights = isFlat ? Tag::OIhw8i8o : Tag::OIdhw8i8o;
    if (shape.source[1] % 8 != 0 || shape.destination[1] % 8 != 0) return std::nullopt;
    if (forward.src_desc() != layoutOf(shape.source, image) || forward.dst_desc() != layoutOf(shape.destination, image) ||
        forward.weights_desc() != layoutOf(shape.weights, weights))
        return std::nullopt;
    WinogradShape made;
    made.images = shape.source[0];
    made.inBlocks = shape.source[1] / 8;
    made.outBlocks = shape.destination[1] / 8;
    made.taps = isFlat ? 1 : 3;
    for (std::size_t axis = 0; axis < spatial; ++axis) {
        made.in[3 - spatial + axis] = shape.source[2 + axis];
        made.out[3 - spatial + axis] = shape.destination[2 + axis];
        made.padding[3 - spatial + axis] = shape.padding[axis];
    }
    return made;
}

std::optional<FewChannelShape> fewChannelShape(const ConvolutionShape& shape, const dnnl::convolution_forward::primitive_desc& forward) {
    const std::size_t spatial = shape.strides.size();
    const std::int64_t channels = shape.source[1], filters = shape.destination[1];
    if (shape.weights.size() != spatial + 2 || channels >= FewChannelShape::kLanes || filters % FewChannelShape::kLanes != 0)
        return std::nullopt;
    if (std::ranges::count(shape.dilation, 0) != std::ssize(shape.dilation)) return std::nullopt;
    FewChannelShape made;
    made.images = shape.source[0];
    made.channels = channels;
    made.filters = filters;
    for (std::size_t axis = 0; axis < spatial; ++axis) {
        const std::size_t place = 3 - spatial + axis;
        made.in[place] = shape.source[2 + axis];
        made.out[place] = shape.destination[2 + axis];
        made.kernel[place] = shape.weights[2 + axis];
        made.stride[place] = shape.strides[axis];
        made.padding[place] = shape.padding[axis];
    }
    if (made.kernel[2] % 2 == 0 || made.kernel[2] > FewChannelGradient::kWidest) return std::nullopt;
    const Layout source = forward.src_desc(), destination = forward.dst_desc();
    made.channelsLast = source == channelsLastLayout(shape.source);
    if (!made.channelsLast && !isPlain(source)) return std::nullopt;
    constexpr Tag kBlocked[] = {Tag::nCw8c, Tag::nChw8c, Tag::nCdhw8c};
    made.filtersInBlocks = destination == layoutOf(shape.destination, kBlocked[spatial - 1]);
    if (!made.filtersInBlocks && destination != channelsLastLayout(shape.destination)) return std::nullopt;
    return made;
}

Layout reversedWeights(const Sizes& weights) { return layoutOf(weights, weights.size() == 4 ? Tag::OIhw8o8i : Tag::OIdhw8o8i); }

std::optional<ConvolutionCandidate> ConvolutionChooser::make(const ConvolutionRecipe& recipe) {
    m_known = recipe;
    return make(recipe.channelsLast);
}

std::optional<ConvolutionCandidate> ConvolutionChooser::best(const Layout& given) {
    m_known.reset();
    std::optional<ConvolutionCandidate> best;
    for (const bool channelsLast : {false, true}) {
        auto candidate = make(channelsLast);
        if (!candidate) continue;
        const Layout source = candidate->forward.src_desc();
        if (source != given) candidate->seconds += (m_wantsInputGradient ? 2 : 1) * reorderSeconds(given, source);
        if (!best || candidate->seconds < best->seconds) best = std::move(candidate);
    }
    return best;
}

std::optional<ConvolutionCandidate> ConvolutionChooser::make(bool channelsLast) {
    ConvolutionCandidate candidate;
    candidate.recipe.channelsLast = channelsLast;
    if (!chooseForward(candidate) || !chooseWeights(candidate) || (m_wantsInputGradient && !chooseData(candidate))) return std::nullopt;
    return candidate;
}

bool ConvolutionChooser::chooseForward(ConvolutionCandidate& candidate) {
    const bool channelsLast = candidate.recipe.channelsLast;
    // A few channels are not worth a block: declared plain they would be slow, channels last they are not.
    const Layout source = wanted(m_shape.source, channelsLast || m_shape.source[1] < 8),
                 destination = wanted(m_shape.destination, channelsLast);
    double least = 1e300;
    for (const auto way : kTheirs) {
        // Where our own way computes, the direct one says the layouts.
        const bool isAsked = !m_known || m_known->forward == way || (m_known->forward == ConvolutionWay::OwnWinograd && way == kTheirs[0]);
        if (!isAsked) continue;
        try {
            const dnnl::convolution_forward::primitive_desc made(forwardOf(algorithmOf(way), source, destination), attributes(), m_engine);
            if (isSlow(made.impl_info_str())) continue;
            const double seconds = timeOf(dnnl::convolution_forward(made), {{DNNL_ARG_SRC, made.src_desc()},
                                                                            {DNNL_ARG_WEIGHTS, made.weights_desc()},
                                                                            {DNNL_ARG_BIAS, m_shape.biasLayout()},
                                                                            {DNNL_ARG_DST, made.dst_desc()},
                                                                            {DNNL_ARG_SCRATCHPAD, made.scratchpad_desc()}});
            if (seconds >= least) continue;
            candidate.forward = made;
            candidate.recipe.forward = way;
            candidate.name = made.impl_info_str();
            least = seconds;
        } catch (const dnnl::error&) {  // oneDNN has no such way for this shape
        }
    }
    if (least == 1e300) return false;
    if (const auto shape = winogradShape(m_shape, candidate.forward)) {
        const double seconds = ownSeconds(*shape, candidate, false);
        if (isTaken(ConvolutionWay::OwnWinograd, known(&ConvolutionRecipe::forward), seconds, least)) {
            candidate.recipe.forward = ConvolutionWay::OwnWinograd;
            least = seconds;
        }
    }
    candidate.seconds = least;
    return !m_known || candidate.recipe.forward == m_known->forward;
}

bool ConvolutionChooser::chooseWeights(ConvolutionCandidate& candidate) {
    const Layout source = candidate.forward.src_desc(), destination = candidate.forward.dst_desc(), any = anyLayout(m_shape.weights);
    const Layout bias = m_shape.biasLayout();
    using Backward = dnnl::convolution_backward_weights;
    double least = 1e300;
    for (const auto way : kTheirs) {
        if (m_known && m_known->weights != way) continue;
        const algorithm kind = algorithmOf(way);
        try {
            const Backward::desc description = m_shape.bias.empty() ? Backward::desc(kind, source, any, destination, m_shape.strides,
                                                                                     m_shape.dilation, m_shape.padding, m_shape.padding)
                                                                    : Backward::desc(kind, source, any, bias, destination, m_shape.strides,
                                                                                     m_shape.dilation, m_shape.padding, m_shape.padding);
            const Backward::primitive_desc made(description, planScratch(), m_engine, candidate.forward);
            if (isSlow(made.impl_info_str())) continue;
            const double seconds = timeOf(Backward(made), {{DNNL_ARG_SRC, made.src_desc()},
                                                           {DNNL_ARG_DIFF_WEIGHTS, made.diff_weights_desc()},
                                                           {DNNL_ARG_DIFF_BIAS, bias},
                                                           {DNNL_ARG_DIFF_DST, made.diff_dst_desc()},
                                                           {DNNL_ARG_SCRATCHPAD, made.scratchpad_desc()}});
            if (seconds >= least) continue;
            candidate.weights = made;
            candidate.recipe.weights = way;
            least = seconds;
        } catch (const dnnl::error&) {  // oneDNN has no such way for this shape
        }
    }
    const auto considerOwn = [&](ConvolutionWay own, double seconds) {
        if (!isTaken(own, known(&ConvolutionRecipe::weights), seconds, least)) return;
        candidate.weights.reset();
        candidate.recipe.weights = own;
        least = seconds;
    };
    if (const auto shape = winogradShape(m_shape, candidate.forward))
        considerOwn(ConvolutionWay::OwnWinograd, ownSeconds(*shape, candidate, true));
    if (const auto shape = fewChannelShape(m_shape, candidate.forward))
        considerOwn(ConvolutionWay::OwnFewChannels, ownSeconds(*shape, candidate));
    candidate.seconds += least;
    return least < 1e300;
}

bool ConvolutionChooser::chooseData(ConvolutionCandidate& candidate) {
    const Layout source = candidate.forward.src_desc(), destination = candidate.forward.dst_desc(), any = anyLayout(m_shape.weights);
    using Backward = dnnl::convolution_backward_data;
    double least = 1e300;
    for (const auto way : kTheirs) {
        if (m_known && m_known->data != way) continue;
        try {
            const Backward::primitive_desc made(
                {algorithmOf(way), source, any, destination, m_shape.strides, m_shape.dilation, m_shape.padding, m_shape.padding},
                planScratch(), m_engine, candidate.forward);
            if (isSlow(made.impl_info_str())) continue;
            const double seconds = timeOf(Backward(made), {{DNNL_ARG_DIFF_SRC, made.diff_src_desc()},
                                                           {DNNL_ARG_WEIGHTS, made.weights_desc()},
                                                           {DNNL_ARG_DIFF_DST, made.diff_dst_desc()},
                                                           {DNNL_ARG_SCRATCHPAD, made.scratchpad_desc()}});
            if (seconds >= least) continue;
            candidate.data = made;
            candidate.recipe.data = way;
            least = seconds;
        } catch (const dnnl::error&) {  // oneDNN has no such way for this shape
        }
    }
    if (const auto shape = winogradShape(m_shape, candidate.forward)) {
        const double seconds = ownSeconds(shape->reversed(), candidate, false);
        if (isTaken(ConvolutionWay::OwnWinograd, known(&ConvolutionRecipe::data), seconds, least)) {
            candidate.data.reset();
            candidate.recipe.data = ConvolutionWay::OwnWinograd;
            least = seconds;
        }
    }
    candidate.seconds += least;
    return least < 1e300;
}

double ConvolutionChooser::ownSeconds(const WinogradShape& shape, const ConvolutionCandidate& candidate, bool gradient) const {
    if (m_known) return 0;
    std::vector<float> source = zeros(storedOf(candidate.forward.src_desc())), destination = zeros(storedOf(candidate.forward.dst_desc()));
    std::vector<float> weights = zeros(storedOf(candidate.forward.weights_desc()));
    if (shape.isReversed) std::swap(source, destination);
    const Winograd winograd(shape, plannedThreads());
    std::vector<float> scratch = zeros(gradient ? winograd.gradientFloats() : winograd.convolveFloats());
    return measure([&] {
        if (gradient)
            winograd.weightGradient(source.data(), destination.data(), weights.data(), scratch.data());
        else
            winograd.convolve(source.data(), weights.data(), nullptr, false, destination.data(), scratch.data());
    });
}

double ConvolutionChooser::ownSeconds(const FewChannelShape& shape, const ConvolutionCandidate& candidate) const {
    if (m_known) return 0;
    const std::vector<float> source = zeros(storedOf(candidate.forward.src_desc())), slopes = zeros(storedOf(candidate.forward.dst_desc()));
    std::vector<float> weights = zeros(storedOf(plainLayout(m_shape.weights)));
    const FewChannelGradient gradient(shape, plannedThreads());
    std::vector<float> scratch = zeros(gradient.scratchFloats());
    return measure([&] { gradient.compute(source.data(), slopes.data(), weights.data(), nullptr, scratch.data()); });
}

dnnl::convolution_forward::desc ConvolutionChooser::forwardOf(algorithm kind, const Layout& source, const Layout& destination) const {
    const Layout any = anyLayout(m_shape.weights);
    const auto training = dnnl::prop_kind::forward_training;
    return m_shape.bias.empty() ? dnnl::convolution_forward::desc(training, kind, source, any, destination, m_shape.strides,
                                                                  m_shape.dilation, m_shape.padding, m_shape.padding)
                                : dnnl::convolution_forward::desc(training, kind, source, any, m_shape.biasLayout(), destination,
                                                                  m_shape.strides, m_shape.dilation, m_shape.padding, m_shape.padding);
}

dnnl::primitive_attr ConvolutionChooser::attributes() const {
    dnnl::primitive_attr attributes = planScratch();
    if (m_shape.relu) {
        dnnl::post_ops behind;
        behind.append_eltwise(1.0f, algorithm::eltwise_relu, 0.0f, 0.0f);
        attributes.set_post_ops(behind);
    }
    return attributes;
}

double ConvolutionChooser::timeOf(const dnnl::primitive& primitive, const std::vector<std::pair<int, Layout>>& arguments) const {
    return m_known ? 0 : measure(m_engine, m_stream, primitive, arguments);
}

double ConvolutionChooser::reorderSeconds(const Layout& from, const Layout& to) const {
    return measure(m_engine, m_stream, dnnl::reorder(dnnl::reorder::primitive_desc(m_engine, from, m_engine, to)),
                   {{DNNL_ARG_FROM, from}, {DNNL_ARG_TO, to}});
}

}  // namespace seekbench::executor

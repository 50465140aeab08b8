// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/operators/memory/tables.h"

namespace seekbench {

using namespace parameter;

namespace {

using Width = KeptMemory::Width;

KeptMemory linear(const Parameters&, std::span<const Sizes>, std::span<const Sizes>) { return {.inputs = kFirst, .width = Width::Half}; }

// The vectors are looked up, their numbers (the indices) are kept; the second output is the table itself.
KeptMemory embedding(const Parameters&, std::span<const Sizes>, std::span<const Sizes>) {
    return {.inputs = kFirst, .memory = KeptMemory::Outputs::Weights, .width = Width::Full};
}

KeptMemory tiedLinear(const Parameters&, std::span<const Sizes>, std::span<const Sizes>) { return {.inputs = kBoth, .width = Width::Half}; }

// A learned factor needs the input to get its gradient, a fixed one nothing.
KeptMemory scale(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes>) {
    if (!parameters[kLearned]) return {};
    return {.inputs = kFirst, .backward = elements(inputs[0])};
}

// oneDNN computes in blocks of 16 channels, and ATen hands it tensors that lie otherwise: it makes copies, rounded up to whole blocks. Up
// to three channels, a picture's, it takes as they are.
constexpr std::int64_t kBlock = 16, kPlainChannels = 3;
std::int64_t blocked(std::int64_t channels) { return (channels + kBlock - 1) / kBlock * kBlock; }

std::int64_t positionsOf(const Sizes& sizes) {
    std::int64_t positions = sizes[0];
    for (std::size_t axis = 2; axis < sizes.size(); ++axis) positions = product({positions, sizes[axis]});
    return positions;
}

// Whether ATen's use_mkldnn() leaves a convolution to its own kernel: small inputs of a single sample.
bool isUnfolded(const Parameters& parameters, const Sizes& input) {
    const Integers& window = parameters[kKernelSize];
    std::int64_t size = 1;  // a 3-D one counts without its last extent
    for (std::size_t axis = 0; axis < std::min<std::size_t>(4, input.size()); ++axis) size = product({size, input[axis]});
    const bool wide = window.size() > 1 && window.end()[-1] > 3 && window.end()[-2] > 3;
    const auto isOne = [](std::int64_t extent) { return extent == 1; };
    // With a single thread; with several these go to oneDNN, which takes some more.
    const bool isPoint = std::ranges::all_of(window, isOne) && std::ranges::all_of(parameters[kStride], isOne) && input[0] < 16;
    return parameters[kGroups] == 1 && !wide && (isPoint || (input[0] == 1 && size <= 20480));
}

KeptMemory convolved(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes> outputs, bool unfolds) {
    const Integers &window = parameters[kKernelSize], &stride = parameters[kStride], &padding = parameters[kPadding];
    const Sizes &input = inputs[0], &output = outputs[0];
    const std::int64_t channels = input[1];
    KeptMemory kept{.inputs = kFirst, .width = Width::Half};
    // A border that is not of zeros makes a larger copy of the input, which is kept beside it.
    if (parameters[kPaddingMode] != kPadZeros) {
        kept.numbers = product({input[0], channels});
        for (std::size_t axis = 0; axis < window.size(); ++axis)
            kept.numbers = product({kept.numbers, input[axis + 2] + 2 * padding[axis]});
    }
    if (unfolds && isUnfolded(parameters, input)) {
        // Laid out as a matrix first, which a window of 1 does not need.
        const auto isOne = [](std::int64_t extent) { return extent == 1; };
        if (!std::ranges::all_of(window, isOne) || !std::ranges::all_of(stride, isOne))
            kept.forward = kept.backward = product({channels, elements(window), positionsOf(output)});
        return kept;
    }
    const std::int64_t in = product({positionsOf(input), blocked(channels)}), out = product({positionsOf(output), blocked(output[1])});
    const std::int64_t source = channels > kPlainChannels ? in : 0;
    const std::int64_t weights = product({blocked(output[1]), blocked(channels) / parameters[kGroups], elements(window)});
    // Forward: input, weights and output in blocks, then the output as it is wanted. Back: the same for the input's gradient, then the
    // gradient and the input in blocks for that of the weights.
    kept.forward = std::max(source + weights + out - elements(output), out);
    kept.backward = out + source + weights;
    if (source > 0) kept.backward = std::max({kept.backward, out + weights + in - elements(input), in});  // nobody trains a picture
    return kept;
}
KeptMemory convolution(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes> outputs) {
    return convolved(parameters, inputs, outputs, true);
}

// LibTorch 1.13 has no oneDNN kernel for these on the CPU: each sample is first multiplied into columns, then added up.
KeptMemory transposedConvolution(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes>) {
    std::int64_t positions = 1;
    for (std::size_t axis = 2; axis < inputs[0].size(); ++axis) positions = product({positions, inputs[0][axis]});
    const std::int64_t columns = product({parameters[kOutChannels], elements(parameters[kKernelSize]), positions});
    return {.inputs = kFirst, .forward = columns, .backward = columns, .width = Width::Half};
}

// Kept: the router's probabilities, gates (and what several are divided by), choices and seats, the hall of seats, what the first layer of
// the experts gives out, and what is said of each token. Going forward the tokens are repeated once for each choice, and both layers' sums
// lie beside their results.
KeptMemory mixture(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes>) {
    const std::int64_t features = parameters[kFeatures], hidden = parameters[kHiddenFeatures], experts = parameters[kNumExperts];
    const std::int64_t chosen = parameters[kTopK], tokens = elements(inputs[0]) / features;
    const std::int64_t places = product({experts, expertCapacity(parameters, tokens)});
    const std::int64_t hall = product({places + 1, features}), said = product({chosen, tokens, features});
    return {.inputs = kFirst,
            .numbers =
                total({product({tokens, experts}), product({chosen > 1 ? 5 : 2, chosen, tokens}), hall, product({places, hidden}), said}),
            .bytes = product({8, 3, chosen, tokens}),
            .forward = total({product({2, places, std::max(features, hidden)}), said, product({4, chosen, tokens, experts})}),
            .backward = total({product({2, places, std::max(features, hidden)}), said})};
}

}  // namespace

// A border that is not of zeros is left to LibTorch.
KeptMemory directConvolution(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes> outputs) {
    // What the kernel leaves to LibTorch; see gpu/kernels/direct_convolution.h.
    return convolved(parameters, inputs, outputs, parameters[kPaddingMode] != kPadZeros || elements(parameters[kKernelSize]) == 1);
}

std::span<const MemoryRow> matrixMemory() {
    static constexpr MemoryRow kRows[] = {
        {"Linear", linear},
        {"Embedding", embedding},
        {"TiedLinear", tiedLinear},
        {"Scale", scale},
        {"MixtureOfExperts", mixture},
        {"Conv1d", convolution},
        {"Conv2d", convolution},
        {"Conv3d", convolution},
        {"ConvTranspose1d", transposedConvolution},
        {"ConvTranspose2d", transposedConvolution},
        {"ConvTranspose3d", transposedConvolution},
    };
    return kRows;
}

}  // namespace seekbench

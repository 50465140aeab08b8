// SPDX-License-Identifier: Apache-2.0
#include "core/operators/families/families.h"

namespace seekbench {

using namespace parameter;

namespace {

ShapeAnswer mixtureShape(const Parameters& parameters, std::span<const TensorType> inputs) {
    const std::int64_t experts = parameters[kNumExperts], chosen = parameters[kTopK];
    Demands demands;
    if (!demands.that(chosen <= experts, say("top_k (%1) must not be more than num_experts (%2).", chosen, experts)) ||
        !demands.element("input", inputs[0], ElementType::Float) ||
        !demands.lastExtents("input", inputs[0].shape, {{kFeatures.name, parameters[kFeatures]}}))
        return demands.refusal();
    return demands.outcome({inputs[0]});
}

// One router, and for each expert two layers on as many tokens as it has room for: empty places are computed, too.
// Kept are the router's probabilities, what goes into each layer of the experts and comes out of them, and the result.
Cost mixtureCost(const Parameters& parameters, std::span<const Sizes> inputs, std::span<const Sizes>) {
    const std::int64_t features = parameters[kFeatures], hidden = parameters[kHiddenFeatures], experts = parameters[kNumExperts];
    const std::int64_t tokens = elements(inputs[0]) / features;
    const std::int64_t places = product({experts, expertCapacity(parameters, tokens)});
    const std::int64_t expert = total({product({2, features, hidden}), hidden, features});
    return {.parameters = total({product({experts, features}), product({experts, expert})}),
            .multiplyAdds = total({product({tokens, experts, features}), product({places, 2, features, hidden})}),
            .activationBytes =
                product({kFloatBytes, total({product({tokens, experts}), product({places, total({product({2, features}), hidden})}),
                                             product({tokens, features})})})};
}

}  // namespace

std::span<const Operator> expertOperators() {
    static const std::vector<Operator> operators{
        {
            .id = "MixtureOfExperts",
            .family = Family::Linear,
            .label = phrase("Mixture of experts"),
            .summary =
                phrase("A router sends each token to a few of many two-layer networks and adds up what they say, weighted by its trust."),
            .inputs = {{"input", phrase("(*, features); each vector is a token")}},
            .outputs = {{"output", phrase("as the input; zero for a token that no expert had room for")}},
            .parameters = {specOf(kFeatures, phrase("Features"), phrase("Extent of the last dimension of input and output."), std::nullopt),
                           specOf(kHiddenFeatures, phrase("Hidden features"), phrase("Width of each expert between its two layers."),
                                  std::nullopt),
                           specOf(kNumExperts, phrase("Experts"), phrase("How many experts there are."), 4, 1, 1024),
                           specOf(kTopK, phrase("Experts per token"), phrase("How many experts each token is sent to."), 1, 1, 1024),
                           specOf(kCapacityFactor, phrase("Capacity factor"),
                                  phrase("Room of an expert, in shares of the tokens it would get if all experts got equally many; tokens "
                                         "beyond are dropped."),
                                  1.25, 0.01, 1024),
                           specOf(kBalanceWeight, phrase("Balance weight"),
                                  phrase("How much the loss grows when the router prefers some experts."), 0.01, 0, 1000)},
            .shape = mixtureShape,
            .cost = mixtureCost,
            .code = mixtureOfExpertsCode,
            .onnx = kNoOnnxYet,
            .tflite = kNoTfliteYet,
            .examples = {{{given(kFeatures, 6), given(kHiddenFeatures, 5)}, {floats({2, 7, 6})}, {{2, 7, 6}}},
                         {{given(kFeatures, 4), given(kHiddenFeatures, 3), given(kNumExperts, 3), given(kTopK, 2),
                           given(kCapacityFactor, 0.5), given(kBalanceWeight, 0.1)},
                          {floats({9, 4})},
                          {{9, 4}}}},
        },
    };
    return operators;
}

}  // namespace seekbench

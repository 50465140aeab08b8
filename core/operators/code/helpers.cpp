// SPDX-License-Identifier: Apache-2.0
#include "core/operators/code/helpers.h"

#include <array>

#include "core/operators/code/rules.h"

namespace seekbench {

std::span<const CodeHelper* const> codeHelpers() {
    static constexpr std::array kHelpers{&kAttentionWeightsHelper,
                                         &kMaskedAttentionHelper,
                                         &kMultiHeadAttentionHelper,
                                         &kScaledDotProductHelper,
                                         &kDynamicAttentionHelper,
                                         &kRepairedAttentionHelper,
                                         &kRepairedFunctionHelper,
                                         &kMixtureFunctionHelper,
                                         &kMixtureHelper,
                                         &kLearnedScaleHelper,
                                         &kRmsNormFunctionHelper,
                                         &kRmsNormHelper,
                                         &kAnglesHelper,
                                         &kSinusoidalHelper,
                                         &kRotaryHelper,
                                         &kLearnedPositionHelper,
                                         &kFakeQuantizeFunctionHelper,
                                         &kFakeQuantizeHelper,
                                         &kRecurrentWeightsHelper,
                                         &kLstmHelper,
                                         &kGruHelper,
                                         &kLastStateHelper,
                                         &kDropPathHelper,
                                         &kDropPathFunctionHelper,
                                         &kUpsampleHelper};
    return kHelpers;
}

}  // namespace seekbench

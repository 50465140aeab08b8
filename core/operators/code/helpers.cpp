// SPDX-License-Identifier: Apache-2.0
#include "core/operators/code/helpers.h"

#include <array>

#include "core/operators/code/rules.h"

namespace seekbench {

std::span<const CodeHelper* const> codeHelpers() {
    static constexpr std::array kHelpers{&kMultiHeadAttentionHelper,
                                         &kLearnedScaleHelper,
                                         &kRmsNormFunctionHelper,
                                         &kRmsNormHelper,
                                         &kRecurrentWeightsHelper,
                                         &kLstmHelper,
                                         &kDropPathHelper,
                                         &kDropPathFunctionHelper,
                                         &kUpsampleHelper};
    return kHelpers;
}

}  // namespace seekbench

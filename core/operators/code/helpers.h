// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/operators/code.h"

// The texts of what PyTorch does not have, each beside the rules that name it. A rule lists them in the order in which they must stand.

namespace seekbench {

extern const CodeHelper kAttentionWeightsHelper;
extern const CodeHelper kMaskedAttentionHelper;
extern const CodeHelper kMultiHeadAttentionHelper;
extern const CodeHelper kScaledDotProductHelper;
extern const CodeHelper kDynamicAttentionHelper;
extern const CodeHelper kRepairedAttentionHelper;
extern const CodeHelper kRepairedFunctionHelper;
extern const CodeHelper kMixtureFunctionHelper;
extern const CodeHelper kMixtureHelper;
extern const CodeHelper kLearnedScaleHelper;
extern const CodeHelper kRmsNormFunctionHelper;
extern const CodeHelper kRmsNormHelper;
extern const CodeHelper kAnglesHelper;
extern const CodeHelper kSinusoidalHelper;
extern const CodeHelper kRotaryHelper;
extern const CodeHelper kLearnedPositionHelper;
extern const CodeHelper kFakeQuantizeFunctionHelper;
extern const CodeHelper kFakeQuantizeHelper;
extern const CodeHelper kRecurrentWeightsHelper;
extern const CodeHelper kLstmHelper;
extern const CodeHelper kGruHelper;
extern const CodeHelper kLastStateHelper;
extern const CodeHelper kDropPathHelper;
extern const CodeHelper kDropPathFunctionHelper;
extern const CodeHelper kUpsampleHelper;

}  // namespace seekbench

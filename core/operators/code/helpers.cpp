// SPDX-License-Identifier: Apache-2.0
#include "core/operators/code/helpers.h"

#include <array>

#include "core/operators/code/rules.h"

namespace seekbench {

std::span<const CodeHelper* const> codeHelpers() {
    static constexpr std::array kHelpers{&kMultiHeadAttentionHelper, &kRecurrentWeightsHelper, &kLstmHelper};
    return kHelpers;
}

}  // namespace seekbench

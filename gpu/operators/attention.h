// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/operators/families.h"

namespace seekbench {

// Scores (batch, heads, length, source) or (batch, length, source) → weights of the same shape whose rows sum to 1; hidden places are 0,
// and a row that sees nothing is 0. Causal: row i sees places 0 to i. `mask`: undefined, (batch, source) or (batch, length, source);
// whole numbers hide where they are 0, real ones are added.
at::Tensor attentionWeights(const at::Tensor& scores, const at::Tensor& mask, bool causal);

// (batch, length, features) ↔ (batch, heads, length, features per head)
at::Tensor splitHeads(const at::Tensor& projected, std::int64_t heads);
at::Tensor joinHeads(const at::Tensor& heads);

}  // namespace seekbench

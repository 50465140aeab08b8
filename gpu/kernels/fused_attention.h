// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <ATen/core/Tensor.h>

namespace seekbench {

// softmax(gate(scale · Q Kᵀ) + mask) V with dropout of the weights, without the scores ever being in memory as a whole: what is kept for
// the backward pass grows with the length of the sequence, not with its square.
struct AttentionSettings {
    double scale = 1;
    bool gated = false;   // scores pass f(s) = (clamp(tanh s, ±½) + ½) · s
    bool causal = false;  // query i sees keys 0 to i
    double dropout = 0;   // share of the weights that is dropped, 0 to 1; 0 outside training
};

// query (batch, heads, length, d), key (batch, heads, source, d), value (batch, heads, source, dv) → (batch, heads, length, dv), which lies
// in memory as (batch, length, heads, dv). `mask`: undefined, (batch, source) or (batch, length, source); whole numbers hide where they
// are 0, real ones are added, −∞ hides. A query that sees nothing gets 0. With dropout one number is drawn from the global generator.
// Nothing comes back when the tensors are not for the kernels, or the mask wants a gradient. In bfloat16, too, it computes in single
// precision: what LibTorch's operators pay for the scores in memory is more than 16-bit products save.
std::optional<at::Tensor> fusedAttention(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value, const at::Tensor& mask,
                                         const AttentionSettings& settings);

// f(scale · X Xᵀ) for X (…, length, d): (…, length, length). Backward computes the scores again.
std::optional<at::Tensor> fusedGatedMap(const at::Tensor& rows, double scale);

}  // namespace seekbench

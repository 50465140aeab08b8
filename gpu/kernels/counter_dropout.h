// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <ATen/core/Tensor.h>

namespace seekbench {

// at::dropout() whose random numbers are a function of a seed and the element's place: nothing is stored for the backward pass, and all
// threads together draw one number from the global generator, so that a resumed run goes on bit by bit. Float tensors on the CPU; others go
// LibTorch's way and draw its numbers. 0 ≤ p ≤ 1.
at::Tensor counterDropout(const at::Tensor& input, double p, bool training);

// A seed from the global CPU generator.
std::uint64_t drawSeed();

// What the kernels want of p < 1: numbers below dropBelow (of 2³²) are dropped, the others multiplied by keptScale.
struct DropRule {
    std::uint32_t dropBelow = 0;
    float keptScale = 1;
};
DropRule dropRuleOf(double p);

}  // namespace seekbench

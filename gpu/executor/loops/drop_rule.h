// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace seekbench::executor {

// What the kernels of gpu/kernels need to know of a probability below 1; the reference engine's numbers, so that both drop the same.
struct DropRule {
    std::uint32_t dropBelow = 0;  // of 2³²
    float keptScale = 1;

    explicit DropRule(double p) : dropBelow(static_cast<std::uint32_t>(p * 4294967296.0)), keptScale(static_cast<float>(1 / (1 - p))) {}
};

}  // namespace seekbench::executor

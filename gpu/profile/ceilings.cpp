// SPDX-License-Identifier: Apache-2.0
#include "gpu/profile/ceilings.h"

#include <algorithm>

#include <ATen/ATen.h>

#include "gpu/training/clock.h"

namespace seekbench {
namespace {

constexpr std::int64_t kSide = 768;                        // of the matrices: 0.9 GFLOP a product
constexpr std::int64_t kNumbers = std::int64_t{16} << 20;  // 64 MB: more than a core's share of the caches
constexpr double kPatience = 0.06;                         // seconds for each ceiling, at least two tries

// The shortest of several tries: seconds. The first one warms up and counts only when it takes too long for another.
template <class Work>
double shortest(Work work) {
    const double first = steadySeconds();
    work();
    const double begun = steadySeconds();
    if (begun - first > kPatience) return begun - first;  // the training waits meanwhile
    double best = 1e9;
    for (int tries = 0; tries < 2 || steadySeconds() - begun < kPatience; ++tries) {
        const double start = steadySeconds();
        work();
        best = std::min(best, steadySeconds() - start);
    }
    return best;
}

}  // namespace

Ceilings measureCeilings() {
    const at::NoGradGuard noGradient;
    Ceilings ceilings;
    for (const auto& [name, type] : {std::pair("fp32", at::kFloat), std::pair("bf16", at::kBFloat16)}) {
        const at::Tensor a = at::full({kSide, kSide}, 0.5, type), b = at::full({kSide, kSide}, 0.25, type);
        at::Tensor product = at::empty({kSide, kSide}, type);
        const double seconds = shortest([&] { at::mm_out(product, a, b); });
        ceilings.peaks.push_back({name, 2.0 * kSide * kSide * kSide / seconds});
        if (seconds > 0.1) break;  // what this slow is computed with is no better in bf16
    }
    const at::Tensor from = at::zeros({kNumbers}, at::kFloat);
    at::Tensor to = at::zeros({kNumbers}, at::kFloat);
    ceilings.bytesPerSecond = 2.0 * sizeof(float) * kNumbers / shortest([&] { to.copy_(from); });
    return ceilings;
}

}  // namespace seekbench

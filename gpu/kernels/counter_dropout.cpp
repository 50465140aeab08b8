// SPDX-License-Identifier: Apache-2.0
#include "gpu/kernels/counter_dropout.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

#include "gpu/kernels/fused_tensor.h"
#include "gpu/kernels/instruction_set.h"

namespace seekbench {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::Variable;
using torch::autograd::variable_list;

constexpr std::int64_t kGrain = 32768;

at::Tensor dropped(const at::Tensor& input, std::uint64_t seed, double p) {
    const at::Tensor output = at::empty_like(input);
    const float* from = input.data_ptr<float>();
    float* to = output.data_ptr<float>();
    const DropRule rule = dropRuleOf(p);
    at::parallel_for(0, input.numel(), kGrain, [&](std::int64_t begin, std::int64_t end) {
        kernels().dropout(from + begin, to + begin, begin, end - begin, seed, rule.dropBelow, rule.keptScale);
    });
    return output;
}

class CounterDropout : public torch::autograd::Function<CounterDropout> {
public:
    static at::Tensor forward(AutogradContext* context, const at::Tensor& input, double p) {
        const std::uint64_t seed = drawSeed();
        context->saved_data["seed"] = static_cast<std::int64_t>(seed);
        context->saved_data["p"] = p;
        return dropped(input.contiguous(), seed, p);
    }
    static variable_list backward(AutogradContext* context, const variable_list& slopes) {
        const auto seed = static_cast<std::uint64_t>(context->saved_data["seed"].toInt());
        return {dropped(slopes[0].contiguous(), seed, context->saved_data["p"].toDouble()), Variable()};
    }
};

}  // namespace

std::uint64_t drawSeed() {
    auto generator = at::detail::getDefaultCPUGenerator();
    const std::lock_guard<std::mutex> lock(generator.mutex());
    return at::check_generator<at::CPUGeneratorImpl>(generator)->random64();
}

DropRule dropRuleOf(double p) {
    return {.dropBelow = static_cast<std::uint32_t>(p * 4294967296.0), .keptScale = static_cast<float>(1 / (1 - p))};
}

at::Tensor counterDropout(const at::Tensor& input, double p, bool training) {
    if (!training || p == 0 || input.numel() == 0) return input;
    if (p == 1 || !takesKernels(input)) return at::dropout(input, p, true);
    return CounterDropout::apply(input, p);
}

}  // namespace seekbench

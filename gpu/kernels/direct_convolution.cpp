// SPDX-License-Identifier: Apache-2.0
#include "gpu/kernels/direct_convolution.h"

#include <algorithm>

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

#include "gpu/kernels/fused_tensor.h"
#include "gpu/torch_compat.h"

// The only way to oneDNN's backward pass is a table private to LibTorch, looked at in 1.13.
#if TORCH_VERSION_MAJOR == 1 && TORCH_VERSION_MINOR == 13
#define SEEKBENCH_DIRECT_CONVOLUTION
#include <ATen/native/ConvUtils.h>
#endif

namespace seekbench {

#ifdef SEEKBENCH_DIRECT_CONVOLUTION
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::Variable;
using torch::autograd::variable_list;

struct Settings {
    std::vector<std::int64_t> stride, padding, dilation;
    std::int64_t groups;
};

class DirectConvolution : public torch::autograd::Function<DirectConvolution> {
public:
    // `bias` is empty (no elements) where there is none.
    static at::Tensor forward(AutogradContext* context, const at::Tensor& input, const at::Tensor& weight, const at::Tensor& bias,
                              const Settings& settings) {
        context->save_for_backward({input, weight});
        context->saved_data["stride"] = settings.stride;
        context->saved_data["padding"] = settings.padding;
        context->saved_data["dilation"] = settings.dilation;
        context->saved_data["groups"] = settings.groups;
        context->saved_data["input"] = input.requires_grad();
        context->saved_data["weight"] = weight.requires_grad();
        context->saved_data["bias"] = bias.numel() > 0 && bias.requires_grad();
        return at::mkldnn_convolution(input.contiguous(), weight, bias.numel() > 0 ? c10::optional<at::Tensor>(bias) : c10::nullopt,
                                      settings.padding, settings.stride, settings.dilation, settings.groups);
    }

    static variable_list backward(AutogradContext* context, const variable_list& slopes) {
        const auto saved = context->get_saved_variables();
        const at::AutoDispatchBelowADInplaceOrView below;
        const auto compute = *std::remove_reference_t<decltype(at::native::mkldnn_convolution_backward_stub)>::DEFAULT;
        const auto list = [&](const char* name) { return context->saved_data[name].toIntVector(); };
        const auto asked = [&](const char* name) { return context->saved_data[name].toBool(); };
        auto [input, weight, bias] =
            compute(saved[0].contiguous(), slopes[0].contiguous(), saved[1], list("padding"), list("stride"), list("dilation"),
                    context->saved_data["groups"].toInt(), {asked("input"), asked("weight"), asked("bias")});
        const auto given = [&](const char* name, const at::Tensor& slope) { return asked(name) ? slope : Variable(); };
        return {given("input", input), given("weight", weight), given("bias", bias), Variable()};
    }
};

// LibTorch's own rule for a float convolution on the CPU (ConvParams::use_mkldnn of Convolution.cpp in 1.13).
bool isAskedByLibTorch(const at::Tensor& input, const at::Tensor& weight, at::IntArrayRef stride, at::IntArrayRef dilation,
                       std::int64_t groups) {
    const auto any = [](at::IntArrayRef steps) { return std::any_of(steps.begin(), steps.end(), [](auto step) { return step != 1; }); };
    const bool wide = weight.size(-1) != 1 || weight.size(-2) != 1;
    if (!any(stride) && !any(dilation) && input.size(0) < 16 && !wide && at::get_num_threads() == 1) return false;
    return groups > 1 || (weight.size(-1) > 3 && weight.size(-2) > 3) || input.size(0) > 1 ||
           input.size(0) * input.size(1) * input.size(2) * input.size(3) > 20480;
}

// Measured (tests/benchmark/bench_kernels): a window of 1 is a plain matrix product, which LibTorch has sooner than oneDNN its blocks.
bool isWorthIt(const at::Tensor& weight) { return weight[0][0].numel() > 1; }

}  // namespace
#endif

std::optional<at::Tensor> directConvolution([[maybe_unused]] const at::Tensor& input, [[maybe_unused]] const at::Tensor& weight,
                                            [[maybe_unused]] const at::Tensor& bias, [[maybe_unused]] at::IntArrayRef stride,
                                            [[maybe_unused]] at::IntArrayRef padding, [[maybe_unused]] at::IntArrayRef dilation,
                                            [[maybe_unused]] std::int64_t groups) {
#ifdef SEEKBENCH_DIRECT_CONVOLUTION
    if (!takesKernels(input) || !takesKernels(weight) || input.dim() < 4 || input.dim() != weight.dim() || input.numel() == 0) return {};
    if (!at::globalContext().userEnabledMkldnn() || !at::globalContext().hasMKLDNN()) return {};
    if (isAskedByLibTorch(input, weight, stride, dilation, groups) || !isWorthIt(weight)) return {};
    const at::Tensor some = bias.defined() ? bias : at::empty({0}, input.options());
    return DirectConvolution::apply(input, weight, some, Settings{stride.vec(), padding.vec(), dilation.vec(), groups});
#else
    return {};
#endif
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include "gpu/kernels/byte_pooling.h"

#include <algorithm>

#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

#include "gpu/kernels/fused_tensor.h"
#include "gpu/kernels/instruction_set.h"

namespace seekbench {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::Variable;
using torch::autograd::variable_list;

constexpr std::int64_t kGrain = 16384;  // elements of the input a thread should get at least
constexpr std::int64_t kGreatestWindow = 256;

std::int64_t planesAtLeast(const PoolShape& shape) { return std::max<std::int64_t>(1, kGrain / shape.inPlane()); }

class ByteMaxPool : public torch::autograd::Function<ByteMaxPool> {
public:
    static at::Tensor forward(AutogradContext* context, const at::Tensor& input, const PoolShape& shape, std::int64_t axes) {
        const at::Tensor x = input.contiguous();
        auto sizes = x.sizes().vec();
        for (std::int64_t i = 0; i < axes; ++i) sizes[sizes.size() - static_cast<std::size_t>(axes - i)] = shape.out[3 - axes + i];
        const at::Tensor result = at::empty(sizes, x.options()), where = at::empty(sizes, x.options().dtype(at::kByte));
        const float* from = x.data_ptr<float>();
        float* to = result.data_ptr<float>();
        std::uint8_t* places = where.data_ptr<std::uint8_t>();
        at::parallel_for(0, x.numel() / shape.inPlane(), planesAtLeast(shape), [&](std::int64_t begin, std::int64_t end) {
            const Scratch scratch = scratchOf(shape.scratch());
            for (std::int64_t i = begin; i < end; ++i)
                kernels().maxPoolPlane(shape, from + i * shape.inPlane(), to + i * shape.outPlane(), places + i * shape.outPlane(),
                                       scratch.get());
        });
        context->save_for_backward({where});
        context->saved_data["input_sizes"] = x.sizes().vec();
        std::vector<std::int64_t> numbers;
        for (int axis = 0; axis < 3; ++axis)
            for (const std::int64_t number : {shape.in[axis], shape.out[axis], shape.kernel[axis], shape.stride[axis], shape.padding[axis]})
                numbers.push_back(number);
        context->saved_data["shape"] = numbers;
        return result;
    }

    static variable_list backward(AutogradContext* context, const variable_list& slopes) {
        const at::Tensor where = context->get_saved_variables()[0], slope = slopes[0].contiguous();
        const auto numbers = context->saved_data["shape"].toIntVector();
        PoolShape shape;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            std::int64_t* fields[] = {shape.in, shape.out, shape.kernel, shape.stride, shape.padding};
            for (std::size_t i = 0; i < 5; ++i) fields[i][axis] = numbers[axis * 5 + i];
        }
        const at::Tensor result = at::empty(context->saved_data["input_sizes"].toIntVector(), slope.options());
        const float* from = slope.data_ptr<float>();
        const std::uint8_t* places = where.data_ptr<std::uint8_t>();
        float* to = result.data_ptr<float>();
        at::parallel_for(0, result.numel() / shape.inPlane(), planesAtLeast(shape), [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t i = begin; i < end; ++i)
                kernels().maxPoolPlaneBackward(shape, from + i * shape.outPlane(), places + i * shape.outPlane(), to + i * shape.inPlane());
        });
        return {result, Variable(), Variable()};
    }
};

// How many windows fit, as torch counts them: with ceilMode one that hangs over the end, unless it would begin in the padding beyond it.
std::int64_t windowCount(std::int64_t extent, std::int64_t kernel, std::int64_t stride, std::int64_t padding, bool ceilMode) {
    const std::int64_t room = extent + 2 * padding - kernel + (ceilMode ? stride - 1 : 0);
    if (room < 0) return 0;
    std::int64_t count = room / stride + 1;
    if (ceilMode && (count - 1) * stride >= extent + padding) --count;
    return count;
}

}  // namespace

std::optional<at::Tensor> byteMaxPool(const at::Tensor& input, at::IntArrayRef window, at::IntArrayRef stride, at::IntArrayRef padding,
                                      at::IntArrayRef dilation, bool ceilMode) {
    const auto axes = static_cast<std::int64_t>(window.size());
    if (!takesKernels(input) || axes > 3 || input.dim() < axes + 1 || input.numel() == 0) return {};
    if (std::any_of(dilation.begin(), dilation.end(), [](std::int64_t step) { return step != 1; })) return {};
    // One with its channels last is pooled a vector of channels at a time by LibTorch.
    if (!input.is_contiguous() && input.is_non_overlapping_and_dense()) return {};
    PoolShape shape;
    std::int64_t places = 1;
    for (std::int64_t i = 0; i < axes; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const std::int64_t axis = 3 - axes + i;
        shape.in[axis] = input.size(input.dim() - axes + i);
        shape.kernel[axis] = window[at];
        shape.stride[axis] = stride.empty() ? window[at] : stride[at];
        shape.padding[axis] = padding[at];
        if (2 * padding[at] > window[at]) return {};  // LibTorch says what is wrong
        shape.out[axis] = windowCount(shape.in[axis], window[at], shape.stride[axis], padding[at], ceilMode);
        if (shape.out[axis] <= 0) return {};
        places *= window[at];
    }
    if (places > kGreatestWindow) return {};
    return ByteMaxPool::apply(input, shape, axes);
}

}  // namespace seekbench

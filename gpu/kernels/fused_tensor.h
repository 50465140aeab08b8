// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the fused operators and losses have in common: which tensors they take, and memory for their threads.

#include <cstdlib>
#include <memory>

#include <ATen/ATen.h>

namespace seekbench {

// Dense single precision on the CPU, and not under autocast, whose casts of LibTorch's own operators would be passed over.
bool takesKernels(const at::Tensor& tensor);

// Also in bfloat16, and under autocast: for operators that compute in single precision whatever they are given.
bool takesKernelsAsFloat(const at::Tensor& tensor);

// Makes all operators take LibTorch's way while it lives: tests and benchmarks compare the two. One thread at a time.
class KernelsOff {
public:
    KernelsOff();
    ~KernelsOff();
    KernelsOff(const KernelsOff&) = delete;
    KernelsOff& operator=(const KernelsOff&) = delete;

private:
    bool m_before;
};

// `count` floats on a cache line's edge, not cleared.
struct FreeMemory {
    void operator()(float* memory) const { std::free(memory); }
};
using Scratch = std::unique_ptr<float[], FreeMemory>;
Scratch scratchOf(std::int64_t count);

}  // namespace seekbench

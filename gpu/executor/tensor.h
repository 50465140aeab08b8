// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <climits>
#include <cstdint>
#include <string>
#include <vector>

#include <oneapi/dnnl/dnnl.hpp>

#include "core/operators/operator.h"
#include "gpu/executor/memory_plan.h"

namespace seekbench {
enum class MemoryCategory : std::uint8_t;
}

namespace seekbench::executor {

using Layout = dnnl::memory::desc;  // sizes, element type, and where each element lies

// What a kernel updates, in the layout it computes with; the arenas of a Weights hold the numbers.
struct Weight {
    std::string name;  // "block/conv1.weight"
    Layout layout, plain;
    float* data = nullptr;
    float* gradient = nullptr;

    std::int64_t stored() const { return static_cast<std::int64_t>(layout.get_size() / sizeof(float)); }
};

// Memory of a plan: how much, and from which tick of the schedule to which. `data` is set once, when the plan is laid out. Or, without
// bytes of its own, the numbers of a weight.
struct Buffer {
    std::size_t bytes = 0;
    int first = INT_MAX, last = -1;
    void* data = nullptr;
    float* const* weight = nullptr;  // Weight::data or Weight::gradient
    int node = -1;                   // whose it is; -1: an input of the model
    bool isKept = false;             // its values are read on the way back
    MemoryCategory category{};

    void use(int tick) {
        first = std::min(first, tick);
        last = std::max(last, tick);
    }
    bool isUsed() const { return last >= 0; }
    Lifetime lifetime() const { return {bytes, first, last}; }
    float* floats() const { return static_cast<float*>(data); }
    std::int32_t* integers() const { return static_cast<std::int32_t*>(data); }
};

// A value of the model in a plan: single precision, or whole numbers of 32 bits (then plain and without a gradient); the batch as
// dimension 0. Its maker chooses the layout; the gradient has the same.
struct Tensor {
    Sizes sizes;
    Layout layout;
    Buffer* data = nullptr;
    Buffer* gradient = nullptr;  // nullptr: nobody wants it
    bool isAlias = false;        // other tensors have the same buffers

    std::size_t bytes() const { return layout.get_size(); }
    // Elements with the padding of blocked layouts, which is zero.
    std::int64_t stored() const { return static_cast<std::int64_t>(layout.get_size() / sizeof(float)); }
    bool isWhole() const { return layout.data_type() == dnnl::memory::data_type::s32; }
};

// What a layer keeps besides weights, such as running means: plain, and no gradient.
struct State {
    std::string name;
    Sizes sizes;
    std::vector<float> data;
};

// Row-major, without gaps.
Layout plainLayout(const Sizes& sizes, dnnl::memory::data_type type = dnnl::memory::data_type::f32);
// Channels last: the second dimension innermost. Needs three dimensions at least.
Layout channelsLastLayout(const Sizes& sizes);
bool isPlain(const Layout& layout);

}  // namespace seekbench::executor

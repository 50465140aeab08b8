// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/executor/kernels/call.h"

namespace seekbench::executor {

// An input of a node as rows: where it lies in another layout, such as that of a convolution, a copy in row-major order; on the way back
// its gradient is written as rows, too, and goes into the input's layout.
class PlainInput {
public:
    enum class Use { Forward, Both };  // Both: backward() reads the data as well

    PlainInput() = default;
    PlainInput(NodeBuilder& node, std::size_t index, Use use);

    void bind(const dnnl::engine& engine);
    void take(const dnnl::stream& stream) const { m_take.run(stream); }  // at the start of forward()
    void give(const dnnl::stream& stream) const { m_give.run(stream); }  // at the end of backward()

    Buffer* buffer() const { return m_data; }
    Buffer* gradientBuffer() const { return m_gradient; }  // nullptr: not wanted
    const float* data() const { return m_data->floats(); }
    const std::int32_t* integers() const { return m_data->integers(); }
    bool wantsGradient() const { return m_gradient != nullptr; }
    float* gradient() const { return m_gradient ? m_gradient->floats() : nullptr; }

private:
    Buffer* m_data = nullptr;
    Buffer* m_gradient = nullptr;
    Call m_take, m_give;
};

std::int64_t elementsOf(const Sizes& sizes);
inline std::size_t bytesOf(std::int64_t floats) { return static_cast<std::size_t>(floats) * sizeof(float); }
// The number of a dimension, where negative ones count from the last.
std::size_t dimensionOf(std::int64_t dim, std::size_t rank);

// The extents before, in and behind the dimensions `first` to `last`, both included: how a row-major tensor is walked along them.
struct Split {
    std::int64_t outer = 1, middle = 1, inner = 1;
};
Split splitAt(const Sizes& sizes, std::size_t first, std::size_t last);

}  // namespace seekbench::executor

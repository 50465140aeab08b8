// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

namespace seekbench::executor {

// A convolution of images with fewer channels than a vector has lanes, as the first layer of a network sees them. One group, no gaps.
struct FewChannelShape {
    static constexpr std::int64_t kLanes = 8;

    std::int64_t images = 0, channels = 0, filters = 0;                                                  // filters: a multiple of eight
    std::array<std::int64_t, 3> in{1, 1, 1}, out{1, 1, 1}, kernel{1, 1, 1}, stride{1, 1, 1}, padding{};  // depth, height, width
    bool channelsLast = false;                                                                           // the images; else plane by plane
    bool filtersInBlocks = false;  // the slopes by the output: blocks of eight filters (nChw8c); else channels last
};

// The gradient of the weights: oneDNN spends on this layer as long as on one with eight channels, or much longer.
class FewChannelGradient {
public:
    static constexpr std::int64_t kWidest = 7;  // of the filters, which are 1, 3, 5 or 7 wide

    FewChannelGradient(const FewChannelShape& shape, int threads);

    std::int64_t scratchFloats() const;  // of memory that the caller lends
    // weightSlopes: row-major, filters first. biasSlopes: may be null. Sums are in an order that depends on the shape and the number of
    // threads only.
    void compute(const float* in, const float* slopes, float* weightSlopes, float* biasSlopes, float* scratch) const;

private:
    std::int64_t imageFloats() const { return m_shape.channels * m_padded[0] * m_padded[1] * m_padded[2]; }
    std::int64_t places() const { return m_shape.channels * m_shape.kernel[0] * m_shape.kernel[1] * m_shape.kernel[2]; }  // of a filter
    std::int64_t partFloats() const { return (places() + 1) * m_shape.filters; }
    void pad(const float* in, float* image) const;
    void addRow(const float* image, const float* slopes, std::int64_t z, std::int64_t y, float* sums) const;

    FewChannelShape m_shape;
    int m_threads;
    std::array<std::int64_t, 3> m_padded;
};

}  // namespace seekbench::executor

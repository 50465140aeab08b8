// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

namespace seekbench::executor {

// A convolution of 3 × 3, or 3 × 3 × 3, with stride 1. Images lie in blocks of eight channels (nChw8c, nCdhw8c).
struct WinogradShape {
    static constexpr std::int64_t kLanes = 8;  // channels of a block

    std::int64_t images = 0, inBlocks = 0, outBlocks = 0;
    std::array<std::int64_t, 3> in{1, 1, 1}, out{1, 1, 1};  // extents in depth, height and width
    std::array<std::int64_t, 3> padding{};                  // in front: 0 to 2
    std::int64_t taps = 1;                                  // of the filter in depth: 1 or 3
    bool isReversed = false;

    // From slopes by the output to those by the input.
    WinogradShape reversed() const;
};

// Winograd's minimal filtering F(4 × 4, 3 × 3): 36 products give 16 results that take 144 otherwise (Lavin and Gray 2016,
// arXiv 1509.09308). Tiles of 6 × 6 numbers and the filters are transformed, 36 small matrix products follow, and a transform back. In
// depth, the slices of the filter are channels of their own. Every result is a sum in an order that depends on the shape and the number
// of threads only.
class Winograd {
public:
    Winograd(const WinogradShape& shape, int threads);

    // Floats of memory that the caller lends.
    std::int64_t convolveFloats() const;
    std::int64_t gradientFloats() const;

    // out = in * weights + bias; `bias` of all channels, may be null. Weights lie in blocks of 8 × 8, the output's channels innermost
    // (OIhw8i8o, OIdhw8i8o); of a reversed shape they are those of the convolution itself, the input's innermost (OIhw8o8i, OIdhw8o8i).
    void convolve(const float* in, const float* weights, const float* bias, bool relu, float* out, float* scratch) const;
    // The gradients of weights and bias, from the convolution's input and the slopes by its output. Not for a reversed shape.
    void weightGradient(const float* in, const float* slopes, float* weightSlopes, float* scratch) const;
    void biasGradient(const float* slopes, float* biasSlopes) const;

private:
    struct Tile {
        std::int64_t image, z, y, x;
    };
    // Floats for each of the 36 points: that all threads share, and that each has of its own.
    struct Scratch {
        std::int64_t shared, own;
    };
    std::int64_t channels() const;  // that come in, once for each slice of the filter
    std::int64_t filters() const;
    std::int64_t inStride(std::int64_t tiles) const;
    std::int64_t outStride(std::int64_t tiles, std::int64_t columns) const;
    std::int64_t filterStride(std::int64_t columns) const;
    Scratch convolveByTiles() const;
    Scratch convolveByFilters() const;
    Scratch gradientByTiles() const;
    Scratch gradientByFilters() const;
    std::int64_t floats(const Scratch& scratch) const;
    bool isByFilters() const;

    Tile tile(std::int64_t number) const;
    template <class Visit>
    void forFilters(std::int64_t outBlock, const Visit& visit) const;
    template <class Work>
    void forPanels(const Work& work) const;
    template <class Work>
    void forAllTiles(const Work& work) const;
    void takeFilters(const float* weights, std::int64_t firstBlock, std::int64_t blocks, float* filters, std::int64_t stride) const;
    void giveFilters(const float* filters, std::int64_t stride, int parts, std::int64_t partStride, std::int64_t firstBlock,
                     std::int64_t blocks, float* weights) const;
    void takeTiles(const float* in, std::int64_t first, std::int64_t count, float* tiles, std::int64_t stride) const;
    void takeSlopes(const float* slopes, std::int64_t first, std::int64_t count, float* tiles, std::int64_t row, std::int64_t rows,
                    std::int64_t stride) const;
    void giveTiles(const float* tiles, std::int64_t stride, std::int64_t first, std::int64_t count, std::int64_t firstBlock,
                   std::int64_t blocks, const float* bias, bool relu, float* out) const;

    WinogradShape m_shape;
    int m_threads;
    std::int64_t m_rows, m_columns;  // tiles of a plane
    std::int64_t m_tiles, m_block;   // in all, and those that are transformed together
};

}  // namespace seekbench::executor

// SPDX-License-Identifier: Apache-2.0
#pragma once

// The product of two large matrices by the scheme of Goto and van de Geijn (2008, ACM TOMS 34, 12): blocks of the right factor are packed
// into panels that stay in the second-level cache, each panel of two vectors' width goes through the first-level cache for all rows of a
// block of the left factor, and a tile of the result stays in registers. A left factor in row-major order is read where it lies.

#include "gpu/kernels/loops/kernel_table.h"
#include "gpu/kernels/loops/products.h"

namespace seekbench {
namespace {

constexpr std::int64_t kBlockDepth = 256, kBlockRows = 96, kBlockColumns = 512;
static_assert(kBlockRows % kTileRows == 0 && kBlockColumns % kPanel == 0);
static_assert(kBlockDepth * (kBlockRows + kBlockColumns) == MatrixProduct::kScratch);

// to[j·toRow + i] = from[i·row + j] for a square of 8.
[[gnu::always_inline]] inline void transposeEight(const float* from, std::int64_t row, float* to, std::int64_t toRow) {
    typedef float Eight __attribute__((vector_size(32)));
    typedef std::int32_t Places __attribute__((vector_size(32)));
    constexpr Places kLow = {0, 8, 1, 9, 4, 12, 5, 13}, kHigh = {2, 10, 3, 11, 6, 14, 7, 15};
    constexpr Places kLowPairs = {0, 1, 8, 9, 4, 5, 12, 13}, kHighPairs = {2, 3, 10, 11, 6, 7, 14, 15};
    constexpr Places kLowHalves = {0, 1, 2, 3, 8, 9, 10, 11}, kHighHalves = {4, 5, 6, 7, 12, 13, 14, 15};
    Eight a[8], b[8];
    for (int i = 0; i < 8; ++i) a[i] = load<Eight>(from + i * row);
    for (int i = 0; i < 8; i += 2) {
        b[i] = __builtin_shuffle(a[i], a[i + 1], kLow);
        b[i + 1] = __builtin_shuffle(a[i], a[i + 1], kHigh);
    }
    for (int i = 0; i < 8; i += 4) {
        for (int half = 0; half < 2; ++half) {
            a[i + 2 * half] = __builtin_shuffle(b[i + half], b[i + half + 2], kLowPairs);
            a[i + 2 * half + 1] = __builtin_shuffle(b[i + half], b[i + half + 2], kHighPairs);
        }
    }
    for (int i = 0; i < 4; ++i) {
        store(to + i * toRow, __builtin_shuffle(a[i], a[i + 4], kLowHalves));
        store(to + (i + 4) * toRow, __builtin_shuffle(a[i], a[i + 4], kHighHalves));
    }
}

// A block of the right factor, depth × columns, in panels one behind the other; what the last panel lacks is 0.
inline void packRight(const float* b, std::int64_t row, bool transposed, std::int64_t depth, std::int64_t columns, float* panels) {
    for (std::int64_t column = 0; column < columns; column += kPanel, panels += kPanel * depth) {
        const std::int64_t width = columns - column < kPanel ? columns - column : kPanel;
        std::int64_t done = 0;
        if (!transposed) {
            const float* from = b + column;
            if (width == kPanel) {
                for (; done < depth; ++done)
                    for (std::int64_t j = 0; j < kPanel; j += kLanes) store(panels + done * kPanel + j, load(from + done * row + j));
            }
            for (; done < depth; ++done)
                for (std::int64_t j = 0; j < kPanel; ++j) panels[done * kPanel + j] = j < width ? from[done * row + j] : 0;
        } else {
            const float* from = b + column * row;
            if (width == kPanel) {
                for (; done + 8 <= depth; done += 8)
                    for (std::int64_t j = 0; j < kPanel; j += 8)
                        transposeEight(from + j * row + done, row, panels + done * kPanel + j, kPanel);
            }
            for (; done < depth; ++done)
                for (std::int64_t j = 0; j < kPanel; ++j) panels[done * kPanel + j] = j < width ? from[j * row + done] : 0;
        }
    }
}

// A block of a transposed left factor, which lies depth by depth, in tiles one behind the other: kTileRows numbers for each depth.
inline void packLeft(const float* a, std::int64_t row, std::int64_t rows, std::int64_t depth, float* tiles) {
    for (std::int64_t p = 0; p < depth; ++p, a += row) {
        float* to = tiles + p * kTileRows;
        std::int64_t i = 0;
        for (; i + kTileRows <= rows; i += kTileRows, to += kTileRows * depth) __builtin_memcpy(to, a + i, kTileRows * sizeof(float));
        for (std::int64_t rest = 0; i + rest < rows; ++rest) to[rest] = a[i + rest];
    }
}

template <int rows>
[[gnu::always_inline]] inline void tileOfPanel(std::int64_t depth, LeftFactor a, const float* panel, std::int64_t columns, bool add,
                                               float* c, std::int64_t cRow) {
    if (columns == kPanel) {
        add ? tile<rows, 2, true>(depth, a, panel, kPanel, c, cRow) : tile<rows, 2, false>(depth, a, panel, kPanel, c, cRow);
        return;
    }
    float whole[rows * kPanel];
    tile<rows, 2, false>(depth, a, panel, kPanel, whole, kPanel);
    for (std::int64_t i = 0; i < rows; ++i)
        for (std::int64_t j = 0; j < columns; ++j) c[i * cRow + j] = whole[i * kPanel + j] + (add ? c[i * cRow + j] : 0);
}

// All rows of a block of the left factor by one panel.
template <bool packed>
inline void rowsOfPanel(std::int64_t rows, std::int64_t depth, const float* a, std::int64_t aRow, const float* panel, std::int64_t columns,
                        bool add, float* c, std::int64_t cRow) {
    constexpr int kRows = static_cast<int>(kTileRows);
    const auto left = [&](std::int64_t row) {
        return packed ? LeftFactor{a + row / kRows * kRows * depth + row % kRows, 1, kRows} : LeftFactor{a + row * aRow, aRow, 1};
    };
    std::int64_t row = 0;
    for (; row + kRows <= rows; row += kRows) tileOfPanel<kRows>(depth, left(row), panel, columns, add, c + row * cRow, cRow);
    for (; row + 4 <= rows; row += 4) tileOfPanel<4>(depth, left(row), panel, columns, add, c + row * cRow, cRow);
    for (; row < rows; ++row) tileOfPanel<1>(depth, left(row), panel, columns, add, c + row * cRow, cRow);
}

// While the block is in the cache.
inline void finish(const MatrixProduct& product, std::int64_t rows, std::int64_t firstColumn, std::int64_t columns, float* c) {
    const float* bias = product.bias ? product.bias + firstColumn : nullptr;
    for (std::int64_t i = 0; i < rows; ++i, c += product.cRow) {
        for (std::int64_t j = 0; j < columns; j += kLanes) {
            Floats sums = loadSome(c + j, columns - j, 0);
            if (bias) sums += loadSome(bias + j, columns - j, 0);
            storeSome(c + j, columns - j, product.relu ? greater(sums, Floats{}) : sums);
        }
    }
}

inline void multiplyMatrices(const MatrixProduct& product, float* scratch) {
    float *panels = scratch, *tiles = scratch + kBlockDepth * kBlockColumns;
    const auto least = [](std::int64_t a, std::int64_t b) { return a < b ? a : b; };
    // Blocks of equal depth: a short last one would load and store the result for little.
    const std::int64_t parts = (product.depth + kBlockDepth - 1) / kBlockDepth, blockDepth = (product.depth + parts - 1) / parts;
    for (std::int64_t column = 0; column < product.columns; column += kBlockColumns) {
        const std::int64_t columns = least(kBlockColumns, product.columns - column);
        for (std::int64_t first = 0; first < product.depth; first += blockDepth) {
            const std::int64_t depth = least(blockDepth, product.depth - first);
            const bool add = product.add || first > 0, last = first + depth == product.depth;
            packRight(product.b + (product.bTransposed ? column * product.bRow + first : first * product.bRow + column), product.bRow,
                      product.bTransposed, depth, columns, panels);
            for (std::int64_t row = 0; row < product.rows; row += kBlockRows) {
                const std::int64_t rows = least(kBlockRows, product.rows - row);
                const float* a = product.a + (product.aTransposed ? first * product.aRow + row : row * product.aRow + first);
                float* c = product.c + row * product.cRow + column;
                if (product.aTransposed) packLeft(a, product.aRow, rows, depth, tiles);
                for (std::int64_t j = 0; j < columns; j += kPanel) {
                    const float* panel = panels + j * depth;
                    const std::int64_t width = least(kPanel, columns - j);
                    if (product.aTransposed)
                        rowsOfPanel<true>(rows, depth, tiles, 0, panel, width, add, c + j, product.cRow);
                    else
                        rowsOfPanel<false>(rows, depth, a, product.aRow, panel, width, add, c + j, product.cRow);
                }
                if (last && (product.bias || product.relu)) finish(product, rows, column, columns, c);
            }
        }
    }
}

}  // namespace
}  // namespace seekbench

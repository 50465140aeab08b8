// SPDX-License-Identifier: Apache-2.0
#pragma once

// Products of small matrices. The right factor and the result are read in panels of two vectors of columns; the left factor may lie in
// any way in memory, so that a transposed one is only another pair of distances. A tile of the result stays in registers.

#include "gpu/kernels/loops/lanes.h"

namespace seekbench {
namespace {

constexpr std::int64_t kTileRows = kLanes == 16 ? 12 : 6;  // with two columns of vectors: 24 of 32 registers, or 12 of 16
constexpr std::int64_t kPanel = 2 * kLanes;

struct LeftFactor {
    const float* data;
    std::int64_t row, column;  // distances
};

// c (rows × vectors·kLanes) = a · b, or c + a · b.
template <int rows, int vectors, bool add>
[[gnu::always_inline]] inline void tile(std::int64_t depth, LeftFactor a, const float* __restrict b, std::int64_t bRow, float* __restrict c,
                                        std::int64_t cRow) {
    Floats sums[rows][vectors];
    for (int i = 0; i < rows; ++i)
        for (int j = 0; j < vectors; ++j) sums[i][j] = add ? load(c + i * cRow + j * kLanes) : Floats{};
    for (std::int64_t p = 0; p < depth; ++p) {
        Floats right[vectors];
        for (int j = 0; j < vectors; ++j) right[j] = load(b + p * bRow + j * kLanes);
        for (int i = 0; i < rows; ++i) {
            const Floats left = all(a.data[i * a.row + p * a.column]);
            for (int j = 0; j < vectors; ++j) sums[i][j] += left * right[j];
        }
    }
    for (int i = 0; i < rows; ++i)
        for (int j = 0; j < vectors; ++j) store(c + i * cRow + j * kLanes, sums[i][j]);
}

template <int vectors, bool add>
inline void tileColumn(std::int64_t rows, std::int64_t depth, LeftFactor a, const float* b, std::int64_t bRow, float* c,
                       std::int64_t cRow) {
    constexpr int kRows = static_cast<int>(kTileRows);
    for (; rows >= kRows; rows -= kRows, a.data += kRows * a.row, c += kRows * cRow) tile<kRows, vectors, add>(depth, a, b, bRow, c, cRow);
    for (; rows >= 4; rows -= 4, a.data += 4 * a.row, c += 4 * cRow) tile<4, vectors, add>(depth, a, b, bRow, c, cRow);
    for (; rows >= 1; --rows, a.data += a.row, c += cRow) tile<1, vectors, add>(depth, a, b, bRow, c, cRow);
}

// c (rows × columns) = a (rows × depth) · b, or added to it. Columns are a multiple of kLanes. Panel j of b begins at b + j · bPanel.
template <bool add>
inline void multiply(std::int64_t rows, std::int64_t columns, std::int64_t depth, LeftFactor a, const float* b, std::int64_t bRow,
                     std::int64_t bPanel, float* c, std::int64_t cRow) {
    std::int64_t done = 0;
    for (; columns - done >= kPanel; done += kPanel, b += bPanel) tileColumn<2, add>(rows, depth, a, b, bRow, c + done, cRow);
    if (columns - done >= kLanes) tileColumn<1, add>(rows, depth, a, b, bRow, c + done, cRow);
}

}  // namespace
}  // namespace seekbench

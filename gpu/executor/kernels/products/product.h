// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "gpu/executor/kernel.h"

namespace seekbench::executor {

// C (m × n) = A' · B', where ' is a transposition where wanted and k the inner extent. All row by row, without gaps.
struct ProductShape {
    std::int64_t m = 0, n = 0, k = 0;
    bool transposeA = false, transposeB = false;

    std::string name() const;  // "product A B' of 64x10x128"
};

// What becomes of the sums before they are C.
struct ProductEnd {
    bool add = false;             // to what C held
    const float* bias = nullptr;  // of each column; then,
    bool relu = false;
};
// Bias and ReLU for sums that are in memory, m rows of n.
void finish(const ProductEnd& end, float* c, std::int64_t m, std::int64_t n);

// A matrix product of a node by the faster of two ways: oneDNN's sgemm, or our own, which packs transposed factors better and ends the sums
// while they are in the cache. A value.
class Product {
public:
    enum class Way { Library, Own };

    Product() = default;
    Product(const ProductShape& shape, Way way) : m_shape(shape), m_way(way) {}
    // Measured, unless it is known.
    Product(NodeBuilder& node, const ProductShape& shape);

    // With all threads, or with the caller's alone within a parallel region. Each thread keeps some memory from its first product on.
    void operator()(const float* a, const float* b, float* c, const ProductEnd& end = {}) const;

    static std::string_view nameOf(Way way) { return way == Way::Own ? "own" : "sgemm"; }
    std::string_view way() const { return nameOf(m_way); }
    std::function<void()> work(bool bias = false, bool relu = false) const;  // one product on memory of its own, for measuring

private:
    ProductShape m_shape;
    Way m_way = Way::Library;
};

}  // namespace seekbench::executor

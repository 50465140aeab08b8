// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <oneapi/dnnl/dnnl.hpp>

namespace seekbench::executor {

// A matrix in row-major order within a larger one: row i begins at data + i·row. Or its transpose, where it is read as such.
struct Matrix {
    const float* data = nullptr;
    std::int64_t row = 0;
    bool transposed = false;

    Matrix t() const { return {data, row, !transposed}; }
};

// C (m × n) = A · B, or C + A · B where `add`; k is the inner extent. oneDNN's sgemm: with all threads, or with the caller's alone
// within a parallel region.
inline void multiply(std::int64_t m, std::int64_t n, std::int64_t k, const Matrix& a, const Matrix& b, float* c, std::int64_t cRow,
                     bool add = false) {
    const auto status = dnnl_sgemm(a.transposed ? 'T' : 'N', b.transposed ? 'T' : 'N', m, n, k, 1.0f, a.data, a.row, b.data, b.row,
                                   add ? 1.0f : 0.0f, c, cRow);
    if (status != dnnl_success) throw dnnl::error(status, "sgemm");
}

}  // namespace seekbench::executor

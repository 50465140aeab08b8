// SPDX-License-Identifier: Apache-2.0
#include "gpu/executor/kernels/products/product.h"

#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>

#include "gpu/executor/kernels/call.h"
#include "gpu/executor/kernels/plain_input.h"
#include "gpu/executor/loops/loops.h"
#include "gpu/executor/loops/parallel.h"
#include "gpu/executor/plan.h"
#include "gpu/kernels/instruction_set.h"

namespace seekbench::executor {
namespace {

// Below so many multiplications, waking another thread takes longer.
constexpr std::int64_t kWorthThreadsToMultiply = 1 << 18;

struct Scratch {
    float* floats = static_cast<float*>(std::aligned_alloc(kAlignment, MatrixProduct::kScratch * sizeof(float)));
    ~Scratch() { std::free(floats); }
};

float* scratchOfThread() {
    static thread_local const Scratch scratch;
    if (scratch.floats == nullptr) throw std::bad_alloc();
    return scratch.floats;
}

// In how many stretches C's rows and columns are cut, as many in all as there are threads: those with which each thread reads least.
std::pair<std::int64_t, std::int64_t> cutsOf(const MatrixProduct& product, std::int64_t threads) {
    std::pair<std::int64_t, std::int64_t> best{threads, 1};
    for (std::int64_t rows = 1; rows < threads; ++rows) {
        const std::int64_t columns = threads / rows;
        if (rows * columns == threads &&
            product.rows / rows + product.columns / columns < product.rows / best.first + product.columns / best.second)
            best = {rows, columns};
    }
    return best;
}

// Each number is computed by one thread and as a single thread would, so that their count does not show.
void multiplyWithThreads(const MatrixProduct& whole) {
    const bool alone = omp_in_parallel() || whole.rows * whole.columns * whole.depth < kWorthThreadsToMultiply;
    const std::int64_t threads = alone ? 1 : plannedThreads();
    const auto [rowCuts, columnCuts] = cutsOf(whole, threads);
    // Whole tiles of any instruction set, and whole cache lines.
    const auto cut = [](std::int64_t extent, std::int64_t unit, std::int64_t part, std::int64_t parts) {
        return std::min(extent, (extent + unit - 1) / unit * part / parts * unit);
    };
    inParts(threads, static_cast<int>(threads), !alone, [&, rows = rowCuts, columns = columnCuts](int part, std::int64_t, std::int64_t) {
        constexpr std::int64_t kRowUnit = 12, kColumnUnit = 32;
        const std::int64_t row = cut(whole.rows, kRowUnit, part / columns, rows);
        const std::int64_t column = cut(whole.columns, kColumnUnit, part % columns, columns);
        MatrixProduct product = whole;
        product.rows = cut(whole.rows, kRowUnit, part / columns + 1, rows) - row;
        product.columns = cut(whole.columns, kColumnUnit, part % columns + 1, columns) - column;
        if (product.rows <= 0 || product.columns <= 0) return;
        product.a += whole.aTransposed ? row : row * whole.aRow;
        product.b += whole.bTransposed ? column * whole.bRow : column;
        product.c += row * whole.cRow + column;
        if (product.bias) product.bias += column;
        kernels().multiplyMatrices(product, scratchOfThread());
    });
}

}  // namespace

std::string ProductShape::name() const {
    return std::string("product ") + (transposeA ? "A' " : "A ") + (transposeB ? "B'" : "B") + " of " + textOf({m, n, k});
}

void finish(const ProductEnd& end, float* c, std::int64_t m, std::int64_t n) {
    if (end.bias)
        addBias(c, end.bias, m, n, end.relu);
    else if (end.relu)
        relu(c, c, m * n);
}

Product::Product(NodeBuilder& node, const ProductShape& shape) : m_shape(shape) {
    const std::string known = node.known(shape.name());
    if (known.empty()) {
        m_way = fastestOf({Product(shape, Way::Library).work(), Product(shape, Way::Own).work()}) == 1 ? Way::Own : Way::Library;
        node.remember(shape.name(), std::string(way()));
    } else {
        m_way = known == nameOf(Way::Own) ? Way::Own : Way::Library;
    }
}

void Product::operator()(const float* a, const float* b, float* c, const ProductEnd& end) const {
    const auto [m, n, k, transposeA, transposeB] = m_shape;
    const std::int64_t aRow = transposeA ? m : k, bRow = transposeB ? k : n;
    if (m_way == Way::Own) {
        multiplyWithThreads({m, n, k, a, aRow, transposeA, b, bRow, transposeB, c, n, end.add, end.bias, end.relu});
        return;
    }
    const auto status =
        dnnl_sgemm(transposeA ? 'T' : 'N', transposeB ? 'T' : 'N', m, n, k, 1.0f, a, aRow, b, bRow, end.add ? 1.0f : 0.0f, c, n);
    if (status != dnnl_success) throw dnnl::error(status, "sgemm");
    finish(end, c, m, n);
}

// On memory that lies like a plan's: at the beginning of pages, which decides what meets in the cache.
std::function<void()> Product::work(bool bias, bool relu) const {
    const auto floats = [](std::int64_t count) {
        const std::size_t bytes = bytesOf(count);
        auto block = std::make_shared<Arena>(bytes);
        std::memset(block->data(), 0, bytes);  // else all of it would be one page of noughts
        return block;
    };
    const auto begin = [](const auto& block) { return reinterpret_cast<float*>(block->data()); };
    const auto a = floats(m_shape.m * m_shape.k), b = floats(m_shape.k * m_shape.n), c = floats(m_shape.m * m_shape.n);
    const auto biases = floats(m_shape.n);
    return [=, product = *this, end = ProductEnd{.bias = bias ? begin(biases) : nullptr, .relu = relu}] {
        product(begin(a), begin(b), begin(c), end);
    };
}

}  // namespace seekbench::executor

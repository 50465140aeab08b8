// SPDX-License-Identifier: Apache-2.0
#include "gpu/executor/loops/winograd.h"

#include <algorithm>

#include "gpu/executor/loops/clones.h"
#include "gpu/executor/loops/lanes.h"
#include "gpu/executor/loops/parallel.h"

namespace seekbench::executor {
namespace {

constexpr std::int64_t kLanes = WinogradShape::kLanes;
static_assert(kLanes == kLaneCount);
constexpr std::int64_t kBlock = kLanes * kLanes;  // weights of eight channels and eight filters, one place of the filter
constexpr std::int64_t kPoints = 36, kSide = 6, kResults = 4, kFilter = 3;
constexpr std::int64_t kRows = 6;  // of a product's block in registers, beside two vectors of columns
// Matrices of tiles whose distance is a power of two would share cache sets.
constexpr std::int64_t kGap = 16;
constexpr std::int64_t kNarrow = 64 * 64;  // channels times filters of layers that do little with each number
constexpr std::int64_t kManyTiles = 96;

// The transforms of the paper's section 4.3, of one dimension; `step` is from one number to the next.
SEEKBENCH_INLINE void transformInput(const Lanes* d, Lanes* v, int step) {  // Bᵀ d
    const Lanes d0 = d[0], d1 = d[step], d2 = d[2 * step], d3 = d[3 * step], d4 = d[4 * step], d5 = d[5 * step];
    const Lanes even = d4 - 4.0f * d2, odd = d3 - 4.0f * d1, far = d4 - d2, twice = 2.0f * (d3 - d1);
    v[0] = 4.0f * d0 - 5.0f * d2 + d4;
    v[step] = even + odd;
    v[2 * step] = even - odd;
    v[3 * step] = far + twice;
    v[4 * step] = far - twice;
    v[5 * step] = 4.0f * d1 - 5.0f * d3 + d5;
}
SEEKBENCH_INLINE void transformFilter(const Lanes* g, int from, Lanes* u, int to) {  // G g
    const Lanes g0 = g[0], g1 = g[from], g2 = g[2 * from];
    const Lanes ends = (g0 + g2) * (-1.0f / 6), middle = g1 * (1.0f / 6);
    const Lanes wide = g0 * (1.0f / 24) + g2 * (1.0f / 6), half = g1 * (1.0f / 12);
    u[0] = g0 * 0.25f;
    u[to] = ends - middle;
    u[2 * to] = ends + middle;
    u[3 * to] = wide + half;
    u[4 * to] = wide - half;
    u[5 * to] = g2;
}
SEEKBENCH_INLINE void transformFilterBack(const Lanes* u, int from, Lanes* g, int to) {  // Gᵀ u
    const Lanes u1 = u[from], u2 = u[2 * from], u3 = u[3 * from], u4 = u[4 * from];
    const Lanes sum = u1 + u2, wide = u3 + u4;
    g[0] = u[0] * 0.25f - sum * (1.0f / 6) + wide * (1.0f / 24);
    g[to] = (u2 - u1) * (1.0f / 6) + (u3 - u4) * (1.0f / 12);
    g[2 * to] = (wide - sum) * (1.0f / 6) + u[5 * from];
}
SEEKBENCH_INLINE void transformResult(const Lanes* m, int from, Lanes* y, int to) {  // Aᵀ m
    const Lanes near = m[from] + m[2 * from], nearOdd = m[from] - m[2 * from];
    const Lanes wide = m[3 * from] + m[4 * from], wideOdd = m[3 * from] - m[4 * from];
    y[0] = m[0] + near + wide;
    y[to] = nearOdd + 2.0f * wideOdd;
    y[2 * to] = near + 4.0f * wide;
    y[3 * to] = nearOdd + 8.0f * wideOdd + m[5 * from];
}
SEEKBENCH_INLINE void transformResultBack(const Lanes* y, int from, Lanes* m, int to) {  // A y
    const Lanes y0 = y[0], y1 = y[from], y2 = y[2 * from], y3 = y[3 * from];
    const Lanes near = y0 + y2, nearOdd = y1 + y3, wide = y0 + 4.0f * y2, wideOdd = 2.0f * y1 + 8.0f * y3;
    m[0] = y0;
    m[to] = near + nearOdd;
    m[2 * to] = near - nearOdd;
    m[3 * to] = wide + wideOdd;
    m[4 * to] = wide - wideOdd;
    m[5 * to] = y3;
}

// Which part of a window of `extent` numbers at `start` lies within [0, size).
struct Window {
    std::int64_t first, last;  // within the window
    Window(std::int64_t start, std::int64_t extent, std::int64_t size)
        : first(std::clamp<std::int64_t>(-start, 0, extent)), last(std::clamp<std::int64_t>(size - start, 0, extent)) {}
};

// numbers[Side × Side] of a plane, zeros where the plane ends.
template <int Side>
SEEKBENCH_INLINE void takeWindow(const float* plane, std::int64_t height, std::int64_t width, std::int64_t y, std::int64_t x,
                                 Lanes* numbers) {
    const Window rows(y, Side, height), columns(x, Side, width);
    if (rows.first == 0 && rows.last == Side && columns.first == 0 && columns.last == Side) {
        for (int row = 0; row < Side; ++row)
            for (int column = 0; column < Side; ++column)
                numbers[row * Side + column] = load(plane + ((y + row) * width + x + column) * kLanes);
        return;
    }
    for (int i = 0; i < Side * Side; ++i) numbers[i] = Lanes{};
    for (std::int64_t row = rows.first; row < rows.last; ++row)
        for (std::int64_t column = columns.first; column < columns.last; ++column)
            numbers[row * Side + column] = load(plane + ((y + row) * width + x + column) * kLanes);
}

// One tile of eight channels; `stride`: from one point to the next. plane null: zeros.
SEEKBENCH_CLONES static void takeTile(const float* plane, std::int64_t height, std::int64_t width, std::int64_t y, std::int64_t x,
                                      float* tile, std::int64_t stride) {
    Lanes numbers[kPoints];
    takeWindow<kSide>(plane, height, width, y, x, numbers);
    for (int i = 0; i < kSide; ++i) transformInput(numbers + i, numbers + i, kSide);
    for (int i = 0; i < kSide; ++i) {
        transformInput(numbers + i * kSide, numbers + i * kSide, 1);
        for (int j = 0; j < kSide; ++j) store(tile + (i * kSide + j) * stride, numbers[i * kSide + j]);
    }
}

SEEKBENCH_CLONES static void takeSlopeTile(const float* plane, std::int64_t height, std::int64_t width, std::int64_t y, std::int64_t x,
                                           float* tile, std::int64_t stride) {
    Lanes slopes[kResults * kResults], half[kSide * kResults], numbers[kSide];
    takeWindow<kResults>(plane, height, width, y, x, slopes);
    for (int i = 0; i < kResults; ++i) transformResultBack(slopes + i, kResults, half + i, kResults);
    for (int i = 0; i < kSide; ++i) {
        transformResultBack(half + i * kResults, 1, numbers, 1);
        for (int j = 0; j < kSide; ++j) store(tile + (i * kSide + j) * stride, numbers[j]);
    }
}

SEEKBENCH_CLONES static void giveTile(const float* tile, std::int64_t stride, const float* bias, bool relu, float* plane,
                                      std::int64_t height, std::int64_t width, std::int64_t y, std::int64_t x) {
    Lanes numbers[kPoints], half[kResults * kSide], results[kResults];
    for (int i = 0; i < kPoints; ++i) numbers[i] = load(tile + i * stride);
    for (int i = 0; i < kSide; ++i) transformResult(numbers + i, kSide, half + i, kSide);
    const Lanes shift = bias ? load(bias) : Lanes{}, zero{};
    const std::int64_t rows = std::min(kResults, height - y), columns = std::min(kResults, width - x);
    for (std::int64_t row = 0; row < rows; ++row) {
        transformResult(half + row * kSide, 1, results, 1);
        for (std::int64_t column = 0; column < columns; ++column) {
            Lanes result = results[column] + shift;
            if (relu) result = result < zero ? zero : result;  // what is no number stays
            store(plane + ((y + row) * width + x + column) * kLanes, result);
        }
    }
}

// filters: of eight channels, from weights of 3 × 3 that lie `step` floats apart.
SEEKBENCH_CLONES static void takeFilter(const float* weights, std::int64_t step, bool flipped, float* filter, std::int64_t stride) {
    Lanes g[kFilter * kFilter], half[kSide * kFilter], u[kSide];
    for (int i = 0; i < kFilter * kFilter; ++i) g[i] = load(weights + (flipped ? kFilter * kFilter - 1 - i : i) * step);
    for (int i = 0; i < kFilter; ++i) transformFilter(g + i, kFilter, half + i, kFilter);
    for (int i = 0; i < kSide; ++i) {
        transformFilter(half + i * kFilter, 1, u, 1);
        for (int j = 0; j < kSide; ++j) store(filter + (i * kSide + j) * stride, u[j]);
    }
}

// The sum of what `parts` threads have found, from one part to the next `partStride`, in their order.
SEEKBENCH_CLONES static void giveFilter(const float* filter, std::int64_t stride, int parts, std::int64_t partStride, float* weights,
                                        std::int64_t step) {
    Lanes u[kPoints], half[kFilter * kSide], g[kFilter];
    for (int i = 0; i < kPoints; ++i) {
        u[i] = load(filter + i * stride);
        for (int part = 1; part < parts; ++part) u[i] += load(filter + part * partStride + i * stride);
    }
    for (int i = 0; i < kSide; ++i) transformFilterBack(u + i, kSide, half + i, kSide);
    for (int i = 0; i < kFilter; ++i) {
        transformFilterBack(half + i * kSide, 1, g, 1);
        for (int j = 0; j < kFilter; ++j) store(weights + (i * kFilter + j) * step, g[j]);
    }
}

// Matrices lie in panels of so many columns, one row of a panel behind the other; the last panel may be of half the width.
constexpr std::int64_t kPanel = 2 * kLanes;

// Where a block of eight columns begins, and how far its rows are apart.
struct Columns {
    std::int64_t start, row;
    Columns(std::int64_t block, std::int64_t blocks, std::int64_t rows)
        : start(block / 2 * kPanel * rows + block % 2 * kLanes), row(block / 2 * 2 + 1 < blocks ? kPanel : kLanes) {}
};

// C (m × n) = A · B, or added to C; B and C in panels. A's rows and columns are `row` and `column` floats apart.
struct Product {
    std::int64_t m, n, k;
    const float* a;
    std::int64_t row, column;
    const float* b;
    float* c;
    bool add;
};

template <int Rows, int Vectors>
SEEKBENCH_INLINE void multiplyBlock(const Product& p, std::int64_t row, const float* b, float* c) {
    constexpr std::int64_t kWidth = Vectors * kLanes;
    Lanes sums[Rows][Vectors];
    c += row * kWidth;
    for (int i = 0; i < Rows; ++i)
        for (int j = 0; j < Vectors; ++j) sums[i][j] = p.add ? load(c + i * kWidth + j * kLanes) : Lanes{};
    const float* a = p.a + row * p.row;
    for (std::int64_t k = 0; k < p.k; ++k, a += p.column, b += kWidth) {
        Lanes right[Vectors];
        for (int j = 0; j < Vectors; ++j) right[j] = load(b + j * kLanes);
        for (int i = 0; i < Rows; ++i) {
            const float left = a[i * p.row];  // see lanes.h
            for (int j = 0; j < Vectors; ++j) sums[i][j] += left * right[j];
        }
    }
    for (int i = 0; i < Rows; ++i)
        for (int j = 0; j < Vectors; ++j) store(c + i * kWidth + j * kLanes, sums[i][j]);
}

template <int Vectors>
SEEKBENCH_INLINE void multiplyPanel(const Product& p, std::int64_t column) {
    const float* b = p.b + column * p.k;
    float* c = p.c + column * p.m;
    std::int64_t row = 0;
    for (; row + kRows <= p.m; row += kRows) multiplyBlock<kRows, Vectors>(p, row, b, c);
    if (row + 4 <= p.m) multiplyBlock<4, Vectors>(p, row, b, c), row += 4;
    if (row + 2 <= p.m) multiplyBlock<2, Vectors>(p, row, b, c), row += 2;
    if (row < p.m) multiplyBlock<1, Vectors>(p, row, b, c);
}

SEEKBENCH_CLONES static void multiply(const Product& p) {
    std::int64_t column = 0;
    for (; column + kPanel <= p.n; column += kPanel) multiplyPanel<2>(p, column);
    if (column < p.n) multiplyPanel<1>(p, column);
}

// Sums of single precision over short stretches, put together in double precision.
SEEKBENCH_CLONES static void addLanes(const float* numbers, std::int64_t count, double* sums) {
    constexpr std::int64_t kStretch = 256;
    for (std::int64_t first = 0; first < count; first += kStretch) {
        Lanes sum{};
        for (std::int64_t i = first; i < std::min(first + kStretch, count); ++i) sum += load(numbers + i * kLanes);
        for (std::int64_t lane = 0; lane < kLanes; ++lane) sums[lane] += sum[lane];
    }
}

std::int64_t parts(std::int64_t count, std::int64_t of) { return (count + of - 1) / of; }

}  // namespace

WinogradShape WinogradShape::reversed() const {
    WinogradShape back = *this;
    std::swap(back.inBlocks, back.outBlocks);
    std::swap(back.in, back.out);
    back.padding = {taps - 1 - padding[0], kFilter - 1 - padding[1], kFilter - 1 - padding[2]};
    back.isReversed = !isReversed;
    return back;
}

Winograd::Winograd(const WinogradShape& shape, int threads)
    : m_shape(shape),
      m_threads(threads),
      m_rows(parts(shape.out[1], kResults)),
      m_columns(parts(shape.out[2], kResults)),
      m_tiles(shape.images * shape.out[0] * m_rows * m_columns) {
    // Tiles of narrow layers, which do little with each number, stay in a second level cache of 512 KiB; wide ones read the filters again
    // for each block, so that it should not be small.
    constexpr std::int64_t kCacheFloats = 80 * 1024;
    const std::int64_t fitting = kCacheFloats / (kPoints * (channels() + filters())) / kRows * kRows;
    const std::int64_t least = channels() * filters() > kNarrow ? kManyTiles : kManyTiles / 4;
    const std::int64_t share = parts(m_tiles, threads * kRows) * kRows;
    m_block = std::min(share, std::clamp(fitting, least, kManyTiles));
}

std::int64_t Winograd::channels() const { return m_shape.taps * m_shape.inBlocks * kLanes; }
std::int64_t Winograd::filters() const { return m_shape.outBlocks * kLanes; }

// From one of the 36 matrices to the next.
std::int64_t Winograd::inStride(std::int64_t tiles) const { return tiles * channels() + kGap; }
std::int64_t Winograd::outStride(std::int64_t tiles, std::int64_t columns) const { return tiles * columns + kGap; }
std::int64_t Winograd::filterStride(std::int64_t columns) const { return channels() * columns + kGap; }

// Each thread takes tiles of its own, with all filters; or all have the same tiles, and each thread takes filters of its own.
Winograd::Scratch Winograd::convolveByTiles() const {
    return {.shared = filterStride(filters()), .own = inStride(m_block) + outStride(m_block, filters())};
}
Winograd::Scratch Winograd::convolveByFilters() const {
    return {.shared = inStride(m_tiles), .own = filterStride(kPanel) + outStride(m_tiles, kPanel)};
}
Winograd::Scratch Winograd::gradientByTiles() const {
    return {.shared = 0, .own = filterStride(filters()) + inStride(m_block) + outStride(m_block, filters())};
}
Winograd::Scratch Winograd::gradientByFilters() const {
    return {.shared = inStride(m_tiles) + outStride(m_tiles, filters()), .own = filterStride(kPanel)};
}
std::int64_t Winograd::floats(const Scratch& scratch) const { return kPoints * (scratch.shared + m_threads * scratch.own); }

// Few tiles stay in the cache while each thread meets them with its filters, which then never go to memory.
bool Winograd::isByFilters() const { return m_tiles <= kManyTiles && channels() * filters() > kNarrow; }

std::int64_t Winograd::convolveFloats() const { return floats(isByFilters() ? convolveByFilters() : convolveByTiles()); }
std::int64_t Winograd::gradientFloats() const { return floats(isByFilters() ? gradientByFilters() : gradientByTiles()); }

Winograd::Tile Winograd::tile(std::int64_t number) const {
    Tile tile;
    tile.x = number % m_columns * kResults;
    number /= m_columns;
    tile.y = number % m_rows * kResults;
    number /= m_rows;
    tile.z = number % m_shape.out[0];
    tile.image = number / m_shape.out[0];
    return tile;
}

// visit(row of the transformed filters, first of the nine weights of eight filters)
template <class Visit>
void Winograd::forFilters(std::int64_t outBlock, const Visit& visit) const {
    for (std::int64_t inBlock = 0; inBlock < m_shape.inBlocks; ++inBlock)
        for (std::int64_t tap = 0; tap < m_shape.taps; ++tap) {
            // On the way back the convolution's outputs come in, and what was last comes first.
            const std::int64_t row = m_shape.isReversed ? inBlock * m_shape.outBlocks + outBlock : outBlock * m_shape.inBlocks + inBlock;
            const std::int64_t slice = row * m_shape.taps + (m_shape.isReversed ? m_shape.taps - 1 - tap : tap);
            for (std::int64_t lane = 0; lane < kLanes; ++lane)
                visit((tap * m_shape.inBlocks + inBlock) * kLanes + lane, slice * kFilter * kFilter * kBlock + lane * kLanes);
        }
}

void Winograd::takeFilters(const float* weights, std::int64_t firstBlock, std::int64_t blocks, float* filters, std::int64_t stride) const {
    for (std::int64_t block = 0; block < blocks; ++block) {
        const Columns columns(block, blocks, channels());
        forFilters(firstBlock + block, [&](std::int64_t row, std::int64_t place) {
            takeFilter(weights + place, kBlock, m_shape.isReversed, filters + columns.start + row * columns.row, stride);
        });
    }
}

void Winograd::giveFilters(const float* filters, std::int64_t stride, int parts, std::int64_t partStride, std::int64_t firstBlock,
                           std::int64_t blocks, float* weights) const {
    for (std::int64_t block = 0; block < blocks; ++block) {
        const Columns columns(block, blocks, channels());
        forFilters(firstBlock + block, [&](std::int64_t row, std::int64_t place) {
            giveFilter(filters + columns.start + row * columns.row, stride, parts, partStride, weights + place, kBlock);
        });
    }
}

void Winograd::takeTiles(const float* in, std::int64_t first, std::int64_t count, float* tiles, std::int64_t stride) const {
    const std::int64_t plane = m_shape.in[1] * m_shape.in[2] * kLanes;
    for (std::int64_t t = 0; t < count; ++t) {
        const Tile tile = this->tile(first + t);
        for (std::int64_t tap = 0; tap < m_shape.taps; ++tap) {
            const std::int64_t z = tile.z + tap - m_shape.padding[0];
            const bool isWithin = z >= 0 && z < m_shape.in[0];
            for (std::int64_t block = 0; block < m_shape.inBlocks; ++block) {
                float* to = tiles + t * channels() + (tap * m_shape.inBlocks + block) * kLanes;
                if (isWithin) {
                    takeTile(in + ((tile.image * m_shape.inBlocks + block) * m_shape.in[0] + z) * plane, m_shape.in[1], m_shape.in[2],
                             tile.y - m_shape.padding[1], tile.x - m_shape.padding[2], to, stride);
                } else {
                    for (std::int64_t point = 0; point < kPoints; ++point) std::fill_n(to + point * stride, kLanes, 0.0f);
                }
            }
        }
    }
}

// `tiles` has `rows` rows in all, and the first of these is `row`.
void Winograd::takeSlopes(const float* slopes, std::int64_t first, std::int64_t count, float* tiles, std::int64_t row, std::int64_t rows,
                          std::int64_t stride) const {
    const std::int64_t plane = m_shape.out[1] * m_shape.out[2] * kLanes;
    for (std::int64_t t = 0; t < count; ++t) {
        const Tile tile = this->tile(first + t);
        for (std::int64_t block = 0; block < m_shape.outBlocks; ++block) {
            const Columns columns(block, m_shape.outBlocks, rows);
            takeSlopeTile(slopes + ((tile.image * m_shape.outBlocks + block) * m_shape.out[0] + tile.z) * plane, m_shape.out[1],
                          m_shape.out[2], tile.y, tile.x, tiles + columns.start + (row + t) * columns.row, stride);
        }
    }
}

void Winograd::giveTiles(const float* tiles, std::int64_t stride, std::int64_t first, std::int64_t count, std::int64_t firstBlock,
                         std::int64_t blocks, const float* bias, bool relu, float* out) const {
    const std::int64_t plane = m_shape.out[1] * m_shape.out[2] * kLanes;
    for (std::int64_t t = 0; t < count; ++t) {
        const Tile tile = this->tile(first + t);
        for (std::int64_t block = 0; block < blocks; ++block) {
            const Columns columns(block, blocks, count);
            const std::int64_t channelBlock = firstBlock + block;
            giveTile(tiles + columns.start + t * columns.row, stride, bias ? bias + channelBlock * kLanes : nullptr, relu,
                     out + ((tile.image * m_shape.outBlocks + channelBlock) * m_shape.out[0] + tile.z) * plane, m_shape.out[1],
                     m_shape.out[2], tile.y, tile.x);
        }
    }
}

template <class Work>
void Winograd::forPanels(const Work& work) const {
    forTasks(parts(m_shape.outBlocks, 2), m_threads,
             [&](std::int64_t panel, int thread) { work(2 * panel, std::min<std::int64_t>(2, m_shape.outBlocks - 2 * panel), thread); });
}

template <class Work>
void Winograd::forAllTiles(const Work& work) const {
    forTasks(parts(m_tiles, m_block), m_threads,
             [&](std::int64_t task, int thread) { work(task * m_block, std::min(m_block, m_tiles - task * m_block), thread); });
}

void Winograd::convolve(const float* in, const float* weights, const float* bias, bool relu, float* out, float* scratch) const {
    if (!isByFilters()) {
        const Scratch byTiles = convolveByTiles();
        float* const transformed = scratch;
        const std::int64_t stride = filterStride(filters()), inStep = inStride(m_block), outStep = outStride(m_block, filters());
        forPanels([&](std::int64_t block, std::int64_t blocks, int) {
            takeFilters(weights, block, blocks, transformed + block * kLanes * channels(), stride);
        });
        forAllTiles([&](std::int64_t first, std::int64_t count, int thread) {
            float* taken = scratch + kPoints * (byTiles.shared + thread * byTiles.own);
            float* made = taken + kPoints * inStep;
            takeTiles(in, first, count, taken, inStep);
            for (std::int64_t point = 0; point < kPoints; ++point)
                multiply({count, filters(), channels(), taken + point * inStep, channels(), 1, transformed + point * stride,
                          made + point * outStep, false});
            giveTiles(made, outStep, first, count, 0, m_shape.outBlocks, bias, relu, out);
        });
        return;
    }
    const Scratch byFilters = convolveByFilters();
    float* const taken = scratch;
    const std::int64_t stride = filterStride(kPanel), inStep = inStride(m_tiles), outStep = outStride(m_tiles, kPanel);
    forAllTiles([&](std::int64_t first, std::int64_t count, int) { takeTiles(in, first, count, taken + first * channels(), inStep); });
    forPanels([&](std::int64_t block, std::int64_t blocks, int thread) {
        float* transformed = scratch + kPoints * (byFilters.shared + thread * byFilters.own);
        float* made = transformed + kPoints * stride;
        takeFilters(weights, block, blocks, transformed, stride);
        for (std::int64_t point = 0; point < kPoints; ++point)
            multiply({m_tiles, blocks * kLanes, channels(), taken + point * inStep, channels(), 1, transformed + point * stride,
                      made + point * outStep, false});
        giveTiles(made, outStep, 0, m_tiles, block, blocks, bias, relu, out);
    });
}

void Winograd::weightGradient(const float* in, const float* slopes, float* weightSlopes, float* scratch) const {
    if (!isByFilters()) {
        const Scratch byTiles = gradientByTiles();
        const std::int64_t stride = filterStride(filters()), inStep = inStride(m_block), outStep = outStride(m_block, filters());
        inParts(m_tiles, m_threads, true, [&](int part, std::int64_t begin, std::int64_t rest) {
            float* sums = scratch + part * kPoints * byTiles.own;
            float* taken = sums + kPoints * stride;
            float* takenSlopes = taken + kPoints * inStep;
            if (rest == 0) std::fill_n(sums, kPoints * stride, 0.0f);
            for (std::int64_t first = begin; first < begin + rest; first += m_block) {
                const std::int64_t count = std::min(m_block, begin + rest - first);
                takeTiles(in, first, count, taken, inStep);
                takeSlopes(slopes, first, count, takenSlopes, 0, count, outStep);
                for (std::int64_t point = 0; point < kPoints; ++point)
                    multiply({channels(), filters(), count, taken + point * inStep, 1, channels(), takenSlopes + point * outStep,
                              sums + point * stride, first > begin});
            }
        });
        forPanels([&](std::int64_t block, std::int64_t blocks, int) {
            giveFilters(scratch + block * kLanes * channels(), stride, m_threads, kPoints * byTiles.own, block, blocks, weightSlopes);
        });
        return;
    }
    const Scratch byFilters = gradientByFilters();
    const std::int64_t stride = filterStride(kPanel), inStep = inStride(m_tiles), outStep = outStride(m_tiles, filters());
    float* const taken = scratch;
    float* const takenSlopes = taken + kPoints * inStep;
    forAllTiles([&](std::int64_t first, std::int64_t count, int) {
        takeTiles(in, first, count, taken + first * channels(), inStep);
        takeSlopes(slopes, first, count, takenSlopes, first, m_tiles, outStep);
    });
    forPanels([&](std::int64_t block, std::int64_t blocks, int thread) {
        float* sums = scratch + kPoints * (byFilters.shared + thread * byFilters.own);
        for (std::int64_t point = 0; point < kPoints; ++point)
            multiply({channels(), blocks * kLanes, m_tiles, taken + point * inStep, 1, channels(),
                      takenSlopes + point * outStep + block * kLanes * m_tiles, sums + point * stride, false});
        giveFilters(sums, stride, 1, 0, block, blocks, weightSlopes);
    });
}

void Winograd::biasGradient(const float* slopes, float* biasSlopes) const {
    const std::int64_t volume = m_shape.out[0] * m_shape.out[1] * m_shape.out[2];
    forTasks(m_shape.outBlocks, m_threads, [&](std::int64_t block, int) {
        double sums[kLanes] = {};
        for (std::int64_t image = 0; image < m_shape.images; ++image)
            addLanes(slopes + (image * m_shape.outBlocks + block) * volume * kLanes, volume, sums);
        for (std::int64_t lane = 0; lane < kLanes; ++lane) biasSlopes[block * kLanes + lane] = static_cast<float>(sums[lane]);
    });
}

}  // namespace seekbench::executor

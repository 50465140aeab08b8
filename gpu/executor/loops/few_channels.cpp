// SPDX-License-Identifier: Apache-2.0
#include "gpu/executor/loops/few_channels.h"

#include <algorithm>

#include "gpu/executor/loops/clones.h"
#include "gpu/executor/loops/lanes.h"
#include "gpu/executor/loops/parallel.h"

namespace seekbench::executor {
namespace {

static_assert(FewChannelShape::kLanes == kLaneCount);

// A row of an image meets a row of slopes.
struct Rows {
    std::int64_t count;  // results of the row
    const float* image;
    std::int64_t stride;  // of the image, from one result to the next
    const float* slopes;
    std::int64_t pixel, block;  // floats from one result to the next, and from eight filters to the next
    float* sums;                // of eight filters: the places of a row of the filter, one after the other
    std::int64_t sumBlock;
};

template <int Width, int Blocks>
SEEKBENCH_INLINE void addRows(const Rows& rows) {
    Lanes sums[Blocks][Width];
    for (int b = 0; b < Blocks; ++b)
        for (int w = 0; w < Width; ++w) sums[b][w] = load(rows.sums + b * rows.sumBlock + w * kLaneCount);
    const float* image = rows.image;
    const float* slopes = rows.slopes;
    for (std::int64_t i = 0; i < rows.count; ++i, image += rows.stride, slopes += rows.pixel) {
        Lanes given[Blocks];
        for (int b = 0; b < Blocks; ++b) given[b] = load(slopes + b * rows.block);
        for (int w = 0; w < Width; ++w) {
            const float number = image[w];  // see lanes.h
            for (int b = 0; b < Blocks; ++b) sums[b][w] += number * given[b];
        }
    }
    for (int b = 0; b < Blocks; ++b)
        for (int w = 0; w < Width; ++w) store(rows.sums + b * rows.sumBlock + w * kLaneCount, sums[b][w]);
}

// As many sums as fit into the registers of AVX2, beside the slopes.
template <int Width>
SEEKBENCH_INLINE void addBlocks(Rows rows, std::int64_t blocks) {
    constexpr int kBlocks = Width == 1 ? 6 : Width == 3 ? 4 : Width == 5 ? 2 : 1;
    const auto skip = [&rows](int taken) {
        rows.slopes += taken * rows.block;
        rows.sums += taken * rows.sumBlock;
    };
    for (; blocks >= kBlocks; blocks -= kBlocks, skip(kBlocks)) addRows<Width, kBlocks>(rows);
    for (; blocks > 0; --blocks, skip(1)) addRows<Width, 1>(rows);
}

SEEKBENCH_CLONES static void add(int width, const Rows& rows, std::int64_t blocks) {
    switch (width) {
        case 1: return addBlocks<1>(rows, blocks);
        case 3: return addBlocks<3>(rows, blocks);
        case 5: return addBlocks<5>(rows, blocks);
        case 7: return addBlocks<7>(rows, blocks);
        default: return;  // kWidest
    }
}

SEEKBENCH_CLONES static void addSlopes(const float* slopes, std::int64_t count, std::int64_t pixel, float* sums) {
    Lanes sum = load(sums);
    for (std::int64_t i = 0; i < count; ++i) sum += load(slopes + i * pixel);
    store(sums, sum);
}

}  // namespace

FewChannelGradient::FewChannelGradient(const FewChannelShape& shape, int threads) : m_shape(shape), m_threads(threads) {
    for (std::size_t axis = 0; axis < 3; ++axis) m_padded[axis] = (shape.out[axis] - 1) * shape.stride[axis] + shape.kernel[axis];
}

std::int64_t FewChannelGradient::scratchFloats() const { return m_shape.images * imageFloats() + m_threads * partFloats(); }

// Plane by plane, with the zeros around.
void FewChannelGradient::pad(const float* in, float* image) const {
    const auto& [depth, height, width] = m_shape.in;
    const std::int64_t pixel = m_shape.channelsLast ? m_shape.channels : 1;
    for (std::int64_t c = 0; c < m_shape.channels; ++c) {
        const float* plane = in + (m_shape.channelsLast ? c : c * depth * height * width);
        for (std::int64_t z = -m_shape.padding[0]; z < m_padded[0] - m_shape.padding[0]; ++z)
            for (std::int64_t y = -m_shape.padding[1]; y < m_padded[1] - m_shape.padding[1]; ++y, image += m_padded[2]) {
                std::fill_n(image, m_padded[2], 0.0f);
                if (z < 0 || z >= depth || y < 0 || y >= height) continue;
                const float* row = plane + (z * height + y) * width * pixel;
                const std::int64_t count = std::min(width, m_padded[2] - m_shape.padding[2]);
                for (std::int64_t x = 0; x < count; ++x) image[m_shape.padding[2] + x] = row[x * pixel];
            }
    }
}

// sums: eight filters after the other, of each the places of the filter and then its bias, eight floats each.
void FewChannelGradient::addRow(const float* image, const float* slopes, std::int64_t z, std::int64_t y, float* sums) const {
    const std::int64_t volume = m_shape.out[0] * m_shape.out[1] * m_shape.out[2], blocks = m_shape.filters / kLaneCount;
    const std::int64_t pixel = m_shape.filtersInBlocks ? kLaneCount : m_shape.filters;
    const std::int64_t block = m_shape.filtersInBlocks ? volume * kLaneCount : kLaneCount;
    const std::int64_t sumBlock = (places() + 1) * kLaneCount;
    slopes += (z * m_shape.out[1] + y) * m_shape.out[2] * pixel;
    std::int64_t place = 0;
    for (std::int64_t c = 0; c < m_shape.channels; ++c)
        for (std::int64_t kz = 0; kz < m_shape.kernel[0]; ++kz)
            for (std::int64_t ky = 0; ky < m_shape.kernel[1]; ++ky, place += m_shape.kernel[2]) {
                const std::int64_t row = (c * m_padded[0] + z * m_shape.stride[0] + kz) * m_padded[1] + y * m_shape.stride[1] + ky;
                add(static_cast<int>(m_shape.kernel[2]),
                    {m_shape.out[2], image + row * m_padded[2], m_shape.stride[2], slopes, pixel, block, sums + place * kLaneCount,
                     sumBlock},
                    blocks);
            }
    for (std::int64_t b = 0; b < blocks; ++b)
        addSlopes(slopes + b * block, m_shape.out[2], pixel, sums + b * sumBlock + place * kLaneCount);
}

void FewChannelGradient::compute(const float* in, const float* slopes, float* weightSlopes, float* biasSlopes, float* scratch) const {
    float* const images = scratch;
    float* const sums = scratch + m_shape.images * imageFloats();
    const std::int64_t inFloats = m_shape.channels * m_shape.in[0] * m_shape.in[1] * m_shape.in[2];
    const std::int64_t outFloats = m_shape.filters * m_shape.out[0] * m_shape.out[1] * m_shape.out[2];
    forTasks(m_shape.images, m_threads, [&](std::int64_t image, int) { pad(in + image * inFloats, images + image * imageFloats()); });
    const std::int64_t plane = m_shape.out[0] * m_shape.out[1];
    inParts(m_shape.images * plane, m_threads, true, [&](int part, std::int64_t first, std::int64_t count) {
        float* own = sums + part * partFloats();
        std::fill_n(own, partFloats(), 0.0f);
        for (std::int64_t row = first; row < first + count; ++row) {
            const std::int64_t image = row / plane;
            addRow(images + image * imageFloats(), slopes + image * outFloats, row % plane / m_shape.out[1], row % m_shape.out[1], own);
        }
    });
    for (std::int64_t filter = 0; filter < m_shape.filters; ++filter)
        for (std::int64_t place = 0; place <= places(); ++place) {
            const std::int64_t at = (filter / kLaneCount * (places() + 1) + place) * kLaneCount + filter % kLaneCount;
            float sum = 0;
            for (int part = 0; part < m_threads; ++part) sum += sums[part * partFloats() + at];
            if (place < places())
                weightSlopes[filter * places() + place] = sum;
            else if (biasSlopes)
                biasSlopes[filter] = sum;
        }
}

}  // namespace seekbench::executor

// SPDX-License-Identifier: Apache-2.0
#include "core/trace/column_codec.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <memory>

#include <zstd.h>

namespace seekbench {
namespace {

// Level 1 packs at the speed of the disk; what level 3 gains is below a tenth of a byte for a slice.
constexpr int kLevel = 1;

std::size_t widthOf(const Column& column) {
    std::uint64_t all = 0;
    for (const std::uint64_t value : column) all |= value;
    return (static_cast<std::size_t>(std::bit_width(all)) + 7) / 8;
}

struct FreeContext {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

}  // namespace

void packColumns(std::string& out, std::span<const Column> columns) {
    const std::size_t count = columns.front().size();
    std::vector<unsigned char> planes;
    for (const Column& column : columns) {
        assert(column.size() == count && count > 0);
        const std::size_t width = widthOf(column);
        out.push_back(static_cast<char>(width));
        for (std::size_t plane = 0; plane < width; ++plane) {
            const std::size_t place = planes.size();
            planes.resize(place + count);
            for (std::size_t i = 0; i < count; ++i) planes[place + i] = static_cast<unsigned char>(column[i] >> (8 * plane));
        }
    }
    const std::size_t place = out.size();
    out.resize(place + ZSTD_compressBound(planes.size()));
    const std::size_t written = ZSTD_compress(out.data() + place, out.size() - place, planes.data(), planes.size(), kLevel);
    assert(!ZSTD_isError(written));  // the space is that which zstd asks for
    out.resize(place + written);
}

namespace {

// One loop for each width: the compiler then knows how many planes there are, and no number is touched twice.
template <std::size_t kWidth, class Number>
void join(const unsigned char* planes, std::span<Number> out) {
    const std::size_t count = out.size();
    for (std::size_t i = 0; i < count; ++i) {
        Number number = 0;
        for (std::size_t plane = 0; plane < kWidth; ++plane) number |= static_cast<Number>(planes[plane * count + i]) << (8 * plane);
        out[i] = number;
    }
}

template <class Number>
void joinPlanes(const unsigned char* planes, std::size_t width, std::span<Number> out) {
    switch (std::min(width, sizeof(Number))) {
        case 0: return join<0>(planes, out);
        case 1: return join<1>(planes, out);
        case 2: return join<2>(planes, out);
        case 3: return join<3>(planes, out);
        case 4: return join<4>(planes, out);
        default: break;
    }
    if constexpr (sizeof(Number) > 4) {
        switch (width) {
            case 5: return join<5>(planes, out);
            case 6: return join<6>(planes, out);
            case 7: return join<7>(planes, out);
            default: return join<8>(planes, out);
        }
    }
}

}  // namespace

bool ColumnPlanes::unpack(std::string_view bytes, std::size_t count, std::size_t columns) {
    if (bytes.size() < columns) return false;
    m_widths.clear();
    m_places.clear();
    std::size_t total = 0;
    for (std::size_t i = 0; i < columns; ++i) {
        const auto width = static_cast<unsigned char>(bytes[i]);
        if (width > sizeof(std::uint64_t)) return false;
        m_widths.push_back(width);
        m_places.push_back(total * count);
        total += width;
    }
    const std::string_view packed = bytes.substr(columns);
    m_planes.resize(total * count);
    // One context for each thread: making one costs as much as unpacking a chunk.
    static thread_local const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
    if (!context) return false;
    const std::size_t got = ZSTD_decompressDCtx(context.get(), m_planes.data(), m_planes.size(), packed.data(), packed.size());
    return !ZSTD_isError(got) && got == m_planes.size();
}

void ColumnPlanes::copy(std::size_t index, std::span<std::uint32_t> out) const {
    joinPlanes(m_planes.data() + m_places[index], m_widths[index], out);
}
void ColumnPlanes::copy(std::size_t index, std::span<std::uint64_t> out) const {
    joinPlanes(m_planes.data() + m_places[index], m_widths[index], out);
}

bool unpackColumns(std::string_view bytes, std::size_t count, std::span<Column> columns) {
    ColumnPlanes planes;
    if (!planes.unpack(bytes, count, columns.size())) return false;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i].resize(count);
        planes.copy(i, std::span(columns[i]));
    }
    return true;
}

}  // namespace seekbench

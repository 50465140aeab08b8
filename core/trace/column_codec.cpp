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

bool unpackColumns(std::string_view bytes, std::size_t count, std::span<Column> columns) {
    if (bytes.size() < columns.size()) return false;
    std::size_t total = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto width = static_cast<unsigned char>(bytes[i]);
        if (width > sizeof(std::uint64_t)) return false;
        total += width;
    }
    const std::string_view packed = bytes.substr(columns.size());
    std::vector<unsigned char> planes(total * count);
    // One context for each thread: making one costs as much as unpacking a chunk.
    static thread_local const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
    if (!context) return false;
    const std::size_t got = ZSTD_decompressDCtx(context.get(), planes.data(), planes.size(), packed.data(), packed.size());
    if (ZSTD_isError(got) || got != planes.size()) return false;

    const unsigned char* plane = planes.data();
    for (std::size_t c = 0; c < columns.size(); ++c) {
        Column& column = columns[c];
        column.assign(count, 0);
        const auto width = static_cast<unsigned char>(bytes[c]);
        for (unsigned shift = 0; shift < 8u * width; shift += 8, plane += count)
            for (std::size_t i = 0; i < count; ++i) column[i] |= std::uint64_t{plane[i]} << shift;
    }
    return true;
}

}  // namespace seekbench

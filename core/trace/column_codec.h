// SPDX-License-Identifier: Apache-2.0
#pragma once

// Columns of numbers, small: differences where the caller makes them, byte planes, zstd. Private to core/trace.
//
// A column of n numbers whose greatest needs w bytes becomes w planes of n bytes: first all lowest bytes, then all second ones … A byte
// plane of numbers that hardly vary is nearly constant, which is what zstd packs best.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace seekbench {

using Column = std::vector<std::uint64_t>;

// Numbers of either sign as numbers without: 0, -1, 1, -2 … become 0, 1, 2, 3 …
constexpr std::uint64_t zigzag(std::int64_t value) {
    return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}
constexpr std::int64_t unzigzag(std::uint64_t value) { return static_cast<std::int64_t>((value >> 1) ^ (~(value & 1) + 1)); }

// Appends u8 width for each column and one zstd frame with the planes of all. The columns have the same length, at least 1.
void packColumns(std::string& out, std::span<const Column> columns);

// Unpacks `count` numbers for each of the columns. Nothing when the bytes are no such columns; never more memory than the
// count calls for.
bool unpackColumns(std::string_view bytes, std::size_t count, std::span<Column> columns);

// The same without a column for each: the planes are unpacked once and each column is put together where it is wanted. Good until
// the next unpack() of this object.
class ColumnPlanes {
public:
    // False when the bytes are not `columns` columns of `count` numbers.
    bool unpack(std::string_view bytes, std::size_t count, std::size_t columns);
    // Writes column `index` to out; the bytes that do not fit are lost, see widthOf().
    void copy(std::size_t index, std::span<std::uint32_t> out) const;
    void copy(std::size_t index, std::span<std::uint64_t> out) const;
    std::size_t widthOf(std::size_t index) const { return m_widths[index]; }  // bytes of its greatest number

private:
    std::vector<unsigned char> m_planes;
    std::vector<std::size_t> m_widths, m_places;
};

}  // namespace seekbench

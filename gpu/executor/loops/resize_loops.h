// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

// Making rows longer, picture by picture of `inner` channels that lie beside each other: the numbers between neighbours, or copies.

namespace seekbench::executor {

// Which numbers of an axis each number of the longer axis is made of, and their shares.
struct ResizeAxis {
    struct Source {
        std::int64_t low = 0, high = 0;
        float lowShare = 1, highShare = 0;  // highShare 0: low alone

        float shareOf(std::int64_t place) const { return (place == low ? lowShare : 0.0f) + (place == high ? highShare : 0.0f); }
    };
    std::vector<Source> sources;           // by place of the longer axis
    std::vector<std::int64_t> first, end;  // by place of the shorter one: which of the longer have a share of it

    static ResizeAxis nearest(std::int64_t in, std::int64_t factor);
    static ResizeAxis linear(std::int64_t in, std::int64_t factor, bool alignCorners);

    std::int64_t in() const { return static_cast<std::int64_t>(first.size()); }
    std::int64_t out() const { return static_cast<std::int64_t>(sources.size()); }
    const Source& at(std::int64_t place) const { return sources[static_cast<std::size_t>(place)]; }
    std::int64_t firstOf(std::int64_t place) const { return first[static_cast<std::size_t>(place)]; }
    std::int64_t endOf(std::int64_t place) const { return end[static_cast<std::size_t>(place)]; }

private:
    void findReaders(std::int64_t in);
};

void lengthenRow(const ResizeAxis& axis, const float* in, float* out, std::int64_t inner);
// Slopes of the longer row to those of the shorter, which are written.
void lengthenRowBack(const ResizeAxis& axis, const float* outSlopes, float* inSlopes, std::int64_t inner);

}  // namespace seekbench::executor

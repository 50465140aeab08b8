// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/base/large_allocator.h"
#include "core/trace/slice_columns.h"

namespace seekbench {

// What is drawn in one pixel of one line.
struct LevelPixel {
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;
    std::uint32_t slice = kNone;  // the one that lasts longest of those that touch the pixel, as the number given to append()
    float busy = 0;               // 0 … 1: how much of the pixel's time has a slice, exact at its edges too
    bool operator==(const LevelPixel&) const = default;
};

// The slices of one line of a timeline at every scale: a pyramid of buckets of 16, 256, 4096 … slices with the longest of each and the busy
// time before it. It only grows at its end, so it follows a live profile. A query costs about the same whatever the zoom: a few look-ups
// for each pixel. One thread owns it while it grows; then any number ask.
class SliceLevels {
public:
    static constexpr std::size_t kRadix = 16;

    // Appends a slice of the line; `slice` is what a pixel names. Slices come in the order of their starts and do not overlap: what
    // overlaps the one before loses its beginning.
    void append(std::uint32_t slice, std::int64_t start, std::int64_t duration);

    std::size_t size() const { return m_starts.size(); }
    TimeSpan span() const { return m_starts.empty() ? TimeSpan{} : TimeSpan{m_starts.front(), m_ends.back()}; }

    // Fills one value for each of the equal parts of `window`, which is not empty and lies within ±kLatestTime.
    void query(const TimeSpan& window, std::span<LevelPixel> pixels) const;
    // The slices that touch `window` and last at least `shortest` ns, in order: what is wide enough for a name. It walks into no bucket
    // whose longest slice is shorter.
    std::vector<std::uint32_t> longSlices(const TimeSpan& window, std::int64_t shortest) const;
    // The slice at an instant.
    std::optional<std::uint32_t> at(std::int64_t time) const;
    // Busy nanoseconds within `span`.
    std::int64_t busy(const TimeSpan& span) const;

private:
    // Of a bucket of kRadix^(level + 1) slices.
    struct Longest {
        std::int64_t duration;
        std::uint32_t slice;  // as in m_slices
    };
    // For times that only grow, the number of slices that start before each; or, where these lie far apart, the bucket of kRadix
    // slices in which the last one before lies, which countWithin() makes a number of.
    struct Places {
        std::vector<std::uint32_t> places;
        bool areBuckets = false;
    };
    Places placesBefore(std::span<const std::int64_t> times) const;
    void countWithin(std::span<const std::int64_t> times, std::span<std::uint32_t> buckets) const;
    // Busy time before `time`, of which countBefore() is `count`.
    std::int64_t busyBefore(std::int64_t time, std::size_t count) const;
    // What is drawn between two edges, given how many slices start before each and the busy time between them.
    LevelPixel pixelOf(const TimeSpan& pixel, std::size_t before, std::size_t until, std::int64_t busy) const;
    // The longest of the slices first … last - 1; first < last.
    Longest longestOf(std::size_t first, std::size_t last) const;
    std::int64_t durationAt(std::size_t place) const { return m_ends[place] - m_starts[place]; }

    template <class T>
    using LongVector = std::vector<T, LargeAllocator<T>>;
    LongVector<std::int64_t> m_starts, m_ends;
    LongVector<std::uint32_t> m_slices;
    LongVector<std::int64_t> m_busyBefore;             // busy time before each bucket of kRadix slices
    std::vector<LongVector<std::int64_t>> m_starting;  // by level: the start of each bucket
    std::vector<LongVector<Longest>> m_longest;        // by level; the last bucket may be open
    std::int64_t m_busy = 0;
};

// The lines of a track: nested slices below those that enclose them, overlapping ones beside each other (lanesOf()).
std::vector<SliceLevels> levelsOf(const SliceColumns& slices);

}  // namespace seekbench

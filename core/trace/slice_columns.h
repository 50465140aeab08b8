// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/base/large_allocator.h"
#include "core/trace/dictionary.h"

namespace seekbench {

// A stretch of a trace's time, in nanoseconds of its clock: begin ≤ t < end.
struct TimeSpan {
    std::int64_t begin = 0, end = 0;

    // Whatever a trace may hold. duration() of it does not fit; clip it first.
    static constexpr TimeSpan everything() { return {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}; }
    std::int64_t duration() const { return end - begin; }
    bool empty() const { return end <= begin; }
    bool contains(std::int64_t time) const { return begin <= time && time < end; }
    bool touches(const TimeSpan& other) const { return begin < other.end && other.begin < end; }
    TimeSpan clipped(const TimeSpan& to) const;  // what both have; empty at its begin when that is nothing
    bool operator==(const TimeSpan&) const = default;
};

// Something that took time: an operator, a kernel, a phase.
struct Slice {
    std::int64_t start = 0, duration = 0;  // nanoseconds: ±kLatestTime, 0 … kLongestDuration
    LabelId label = 0;
    ArgumentsId arguments = 0;
    std::int64_t end() const { return start + duration; }
    bool operator==(const Slice&) const = default;
};

// Times a trace may hold: 1 << 61 ns are 73 years before and behind zero, so that ends and differences never overflow.
inline constexpr std::int64_t kLatestTime = std::int64_t{1} << 61;
// Durations: 1 << 50 ns are 13 days, so that a few thousand of them can be added up.
inline constexpr std::int64_t kLongestDuration = std::int64_t{1} << 50;

// The slices of one track in columns, ordered by (start, −duration): a slice stands behind those that enclose it. They may be appended in
// any order (of equal spans the one that came first is the outer one); settle() puts them in order, and what reads wants them settled. One
// thread owns it while it grows; afterwards any number read.
class SliceColumns {
public:
    void append(const Slice& slice);
    void reserve(std::size_t count);
    // Room for `count` more slices behind those that are there. Each place is written before settle(), by whichever thread: a reader
    // unpacks chunks into it side by side. What is written keeps append()'s limits.
    struct Room {
        std::span<std::int64_t> starts, durations;
        std::span<LabelId> labels;
        std::span<ArgumentsId> arguments;
        Room part(std::size_t first, std::size_t count) const;
    };
    Room grow(std::size_t count);
    // Takes out stretches of slices, {first, count} in order: places of grow() for which there was nothing. Before settle().
    void drop(std::span<const std::pair<std::size_t, std::size_t>> stretches);
    // Costs next to nothing when few slices came late, as parents do that are written when they end.
    void settle();
    bool isSettled() const { return m_settled; }

    std::size_t size() const { return m_starts.size(); }
    bool empty() const { return m_starts.empty(); }
    Slice operator[](std::size_t i) const { return {m_starts[i], m_durations[i], m_labels[i], m_arguments[i]}; }
    std::span<const std::int64_t> starts() const { return m_starts; }
    std::span<const std::int64_t> durations() const { return m_durations; }
    std::span<const LabelId> labels() const { return m_labels; }
    std::span<const ArgumentsId> arguments() const { return m_arguments; }
    std::int64_t end(std::size_t i) const { return m_starts[i] + m_durations[i]; }

    TimeSpan span() const;                                       // from the first start to the last end; empty at 0 without slices
    std::size_t firstFrom(std::int64_t time) const;              // the first slice that starts at `time` or later
    std::vector<std::uint32_t> across(std::int64_t time) const;  // the slices that start before `time` and end after it, in order
    // A slice from `place` on at whose start all before it have ended, so that what is before and what is from there on can be looked at
    // apart; nothing when there is none nearby.
    std::optional<std::size_t> quietFrom(std::size_t place) const;

private:
    static constexpr std::size_t kBlock = 1024;
    template <class T>
    using LongVector = std::vector<T, LargeAllocator<T>>;
    bool isBefore(std::size_t a, std::size_t b) const;
    void order(std::size_t first, std::size_t last);

    LongVector<std::int64_t> m_starts, m_durations;
    LongVector<LabelId> m_labels;
    LongVector<ArgumentsId> m_arguments;
    std::vector<std::int64_t> m_reach;  // the last end in each block
    std::int64_t m_end = 0;             // of all
    bool m_settled = true;
};

}  // namespace seekbench

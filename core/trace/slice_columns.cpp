// SPDX-License-Identifier: Apache-2.0
#include "core/trace/slice_columns.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace seekbench {
TimeSpan TimeSpan::clipped(const TimeSpan& to) const {
    const std::int64_t from = std::max(begin, to.begin);
    return {from, std::max(from, std::min(end, to.end))};
}

void SliceColumns::append(const Slice& slice) {
    assert(slice.duration >= 0 && slice.start >= -kLatestTime && slice.start <= kLatestTime && slice.duration <= kLongestDuration);
    assert(size() < std::numeric_limits<std::uint32_t>::max());
    if (m_settled && !empty()) {
        const std::int64_t last = m_starts.back();
        m_settled = slice.start > last || (slice.start == last && slice.duration <= m_durations.back());
    }
    if (m_settled) {  // else settle() finds both again
        if (size() % kBlock == 0) m_reach.push_back(slice.end());
        m_reach.back() = std::max(m_reach.back(), slice.end());
        m_end = empty() ? slice.end() : std::max(m_end, slice.end());
    }
    m_starts.push_back(slice.start);
    m_durations.push_back(slice.duration);
    m_labels.push_back(slice.label);
    m_arguments.push_back(slice.arguments);
}

void SliceColumns::reserve(std::size_t count) {
    m_starts.reserve(count);
    m_durations.reserve(count);
    m_labels.reserve(count);
    m_arguments.reserve(count);
}

SliceColumns::Room SliceColumns::Room::part(std::size_t first, std::size_t count) const {
    return {starts.subspan(first, count), durations.subspan(first, count), labels.subspan(first, count), arguments.subspan(first, count)};
}

SliceColumns::Room SliceColumns::grow(std::size_t count) {
    const std::size_t first = size();
    assert(count < std::numeric_limits<std::uint32_t>::max() - first);
    m_starts.resize(first + count);
    m_durations.resize(first + count);
    m_labels.resize(first + count);
    m_arguments.resize(first + count);
    m_settled = m_settled && count == 0;
    return Room{m_starts, m_durations, m_labels, m_arguments}.part(first, count);
}

void SliceColumns::drop(std::span<const std::pair<std::size_t, std::size_t>> stretches) {
    if (stretches.empty()) return;
    const auto cut = [&](auto& column) {
        std::size_t kept = stretches.front().first, from = kept;
        const auto keepUntil = [&](std::size_t end) {
            for (; from < end; ++from) column[kept++] = column[from];
        };
        for (const auto& [first, count] : stretches) {
            keepUntil(first);
            from += count;
        }
        keepUntil(column.size());
        column.resize(kept);
    };
    cut(m_starts);
    cut(m_durations);
    cut(m_labels);
    cut(m_arguments);
    m_settled = false;
}

bool SliceColumns::isBefore(std::size_t a, std::size_t b) const {
    return m_starts[a] != m_starts[b] ? m_starts[a] < m_starts[b] : m_durations[a] > m_durations[b];
}

void SliceColumns::settle() {
    if (m_settled) return;
    // Slices that stand behind one they should stand before lie in stretches of disorder, [begin, end): few and short when writers append
    // slices as they end, since what a parent has to pass is what it called. Stretches are found from left to right and grow to the
    // left as far as the newest late slice has to go; each slice is passed over at most once, so this is linear.
    struct Stretch {
        std::size_t begin, end, latest;  // latest: the place of its last slice in the order
    };
    std::vector<Stretch> stretches;
    std::size_t latest = 0;
    for (std::size_t i = 1; i < size(); ++i) {
        if (!isBefore(i, latest)) {
            latest = i;
            continue;
        }
        Stretch grown{i, i + 1, latest};
        for (;;) {
            if (!stretches.empty() && stretches.back().end == grown.begin) {
                if (!isBefore(i, stretches.back().latest)) break;
                grown.begin = stretches.back().begin;
                stretches.pop_back();
            } else if (grown.begin > 0 && isBefore(i, grown.begin - 1)) {
                --grown.begin;
            } else {
                break;
            }
        }
        stretches.push_back(grown);
    }
    for (const Stretch& stretch : stretches) order(stretch.begin, stretch.end);

    m_reach.clear();
    for (std::size_t block = 0; block < size(); block += kBlock) {
        std::int64_t reach = end(block);
        for (std::size_t i = block; i < std::min(size(), block + kBlock); ++i) reach = std::max(reach, end(i));
        m_reach.push_back(reach);
    }
    m_end = m_reach.empty() ? 0 : std::ranges::max(m_reach);
    m_settled = true;
}

void SliceColumns::order(std::size_t first, std::size_t last) {
    std::vector<std::uint32_t> places(last - first);
    std::iota(places.begin(), places.end(), static_cast<std::uint32_t>(first));
    std::ranges::stable_sort(places, [this](std::uint32_t a, std::uint32_t b) { return isBefore(a, b); });
    const auto permute = [&](auto& column) {
        auto moved = std::vector<typename std::remove_reference_t<decltype(column)>::value_type>(places.size());
        for (std::size_t i = 0; i < places.size(); ++i) moved[i] = column[places[i]];
        std::ranges::copy(moved, column.begin() + static_cast<std::ptrdiff_t>(first));
    };
    permute(m_starts);
    permute(m_durations);
    permute(m_labels);
    permute(m_arguments);
}

TimeSpan SliceColumns::span() const { return empty() ? TimeSpan{} : TimeSpan{m_starts.front(), m_end}; }

std::size_t SliceColumns::firstFrom(std::int64_t time) const {
    assert(m_settled);
    return static_cast<std::size_t>(std::ranges::lower_bound(m_starts, time) - m_starts.begin());
}

std::vector<std::uint32_t> SliceColumns::across(std::int64_t time) const {
    std::vector<std::uint32_t> found;
    const std::size_t last = firstFrom(time);
    for (std::size_t block = 0; block * kBlock < last; ++block) {
        if (m_reach[block] <= time) continue;
        for (std::size_t i = block * kBlock; i < std::min(last, (block + 1) * kBlock); ++i)
            if (end(i) > time) found.push_back(static_cast<std::uint32_t>(i));
    }
    return found;
}

std::optional<std::size_t> SliceColumns::quietFrom(std::size_t place) const {
    assert(m_settled);
    constexpr std::size_t kNearby = 1u << 16;
    if (place == 0 || place >= size()) return std::nullopt;
    const std::size_t blocks = place / kBlock;
    std::int64_t reached = std::numeric_limits<std::int64_t>::min();
    for (std::size_t block = 0; block < blocks; ++block) reached = std::max(reached, m_reach[block]);
    for (std::size_t i = blocks * kBlock; i < std::min(size(), place + kNearby); ++i) {
        if (i >= place && m_starts[i] >= reached && m_starts[i] > m_starts[i - 1]) return i;
        reached = std::max(reached, end(i));
    }
    return std::nullopt;
}

}  // namespace seekbench

// SPDX-License-Identifier: Apache-2.0
#include "core/trace/levels/slice_levels.h"

#include <algorithm>
#include <cassert>

#include "core/trace/analysis/nesting.h"

namespace seekbench {

void SliceLevels::append(std::uint32_t slice, std::int64_t start, std::int64_t duration) {
    std::int64_t end = start + duration;
    if (!m_ends.empty()) {
        start = std::max(start, m_ends.back());
        end = std::max(end, start);
    }
    const std::size_t place = size();
    if (place % kRadix == 0) m_busyBefore.push_back(m_busy);
    m_busy += end - start;
    m_starts.push_back(start);
    m_ends.push_back(end);
    m_slices.push_back(slice);
    const Longest here{end - start, static_cast<std::uint32_t>(place)};
    std::size_t bucket = place;
    for (std::size_t level = 0;; ++level) {
        bucket /= kRadix;
        if (level == m_longest.size()) {
            // A level is begun when the one below has more than one bucket, and then covers all that is there.
            if (level > 0 && m_longest[level - 1].size() <= 1) break;
            if (level > 0 || place == 0) {
                m_longest.emplace_back();
                m_starting.emplace_back();
                if (level > 0) {
                    m_longest[level].push_back(m_longest[level - 1].front());
                    m_starting[level].push_back(m_starting[level - 1].front());
                }
            }
        }
        if (bucket == m_longest[level].size()) {
            m_longest[level].push_back(here);
            m_starting[level].push_back(start);
        } else if (here.duration > m_longest[level][bucket].duration) {
            m_longest[level][bucket] = here;
        }
    }
}

std::size_t SliceLevels::countBefore(std::int64_t time, std::size_t from) const {
    if (from >= size() || m_starts[from] >= time) return from;
    // Up: where within `levels` of buckets does the answer lie? m_starts[from] < time holds for the bucket of `from` on every level.
    std::size_t level = 0, bucket = from / kRadix;
    while (level < m_starting.size()) {
        const auto& starts = m_starting[level];
        const std::size_t end = std::min((bucket / kRadix + 1) * kRadix, starts.size());
        while (bucket + 1 < end && starts[bucket + 1] < time) ++bucket;
        // Not in the last of its siblings, or nothing behind them starts before `time`: the bucket is found.
        if (bucket + 1 < end || end == starts.size() || starts[end] >= time) break;
        ++level;
        bucket /= kRadix;
    }
    // Down: the last child that starts before `time`.
    for (; level > 0; --level) {
        const auto& starts = m_starting[level - 1];
        bucket *= kRadix;
        const std::size_t end = std::min(bucket + kRadix, starts.size());
        while (bucket + 1 < end && starts[bucket + 1] < time) ++bucket;
    }
    std::size_t place = std::max(bucket * kRadix, from);
    const std::size_t end = std::min(bucket * kRadix + kRadix, size());
    while (place < end && m_starts[place] < time) ++place;
    return place;
}

std::int64_t SliceLevels::busyBefore(std::int64_t time, std::size_t count) const {
    if (count == 0) return 0;
    const std::size_t last = count - 1;  // only this one may reach beyond `time`
    std::int64_t busy = m_busyBefore[last / kRadix];
    for (std::size_t place = last / kRadix * kRadix; place < last; ++place) busy += durationAt(place);
    return busy + std::min(m_ends[last], time) - m_starts[last];
}

SliceLevels::Longest SliceLevels::longestOf(std::size_t first, std::size_t last) const {
    Longest best{-1, 0};
    const auto offer = [&](const Longest& candidate) {
        if (candidate.duration > best.duration) best = candidate;
    };
    // Slices up to whole buckets from both ends, then buckets up to whole ones of the next level, and so on.
    while (first < last && first % kRadix != 0) {
        offer({durationAt(first), static_cast<std::uint32_t>(first)});
        ++first;
    }
    while (first < last && last % kRadix != 0) {
        --last;
        offer({durationAt(last), static_cast<std::uint32_t>(last)});
    }
    for (std::size_t level = 0; first < last; ++level) {
        first /= kRadix;
        last /= kRadix;
        const auto& buckets = m_longest[level];
        const bool top = level + 1 == m_longest.size();
        while (first < last && (top || first % kRadix != 0)) offer(buckets[first++]);
        while (first < last && last % kRadix != 0) offer(buckets[--last]);
    }
    return best;
}

void SliceLevels::query(const TimeSpan& window, std::span<LevelPixel> pixels) const {
    assert(!window.empty() && window.begin >= -kLatestTime && window.end <= 2 * kLatestTime);
    // In two parts: pixels times nanoseconds of years do not fit into 64 bits.
    const auto count = static_cast<std::int64_t>(pixels.size());
    const std::int64_t whole = window.duration() / count, rest = window.duration() % count;
    const auto edge = [&](std::size_t pixel) {
        const auto number = static_cast<std::int64_t>(pixel);
        return window.begin + whole * number + rest * number / count;
    };
    // The first edge may lie anywhere: a search over all. From there on each edge is near the one before.
    std::size_t before = static_cast<std::size_t>(std::ranges::lower_bound(m_starts, edge(0)) - m_starts.begin());
    std::int64_t busy = busyBefore(edge(0), before);
    for (std::size_t pixel = 0; pixel < pixels.size(); ++pixel) {
        const std::int64_t begin = edge(pixel), end = edge(pixel + 1);
        pixels[pixel] = {};
        if (begin == end) {  // the window is narrower than a nanosecond for each pixel
            if (const auto slice = at(begin)) pixels[pixel] = {*slice, 1};
            continue;
        }
        const std::size_t until = countBefore(end, before);
        const std::int64_t busyUntil = until == before && (before == 0 || m_ends[before - 1] <= begin) ? busy : busyBefore(end, until);
        // The one that began before the pixel may reach into it.
        const std::size_t first = before > 0 && m_ends[before - 1] > begin ? before - 1 : before;
        if (first < until) {
            pixels[pixel].slice = m_slices[longestOf(first, until).place];
            pixels[pixel].busy = static_cast<float>(static_cast<double>(busyUntil - busy) / static_cast<double>(end - begin));
        }
        before = until;
        busy = busyUntil;
    }
}

std::vector<std::uint32_t> SliceLevels::longSlices(const TimeSpan& window, std::int64_t shortest) const {
    std::vector<std::uint32_t> found;
    const auto endsAfter = static_cast<std::size_t>(std::ranges::upper_bound(m_ends, window.begin) - m_ends.begin());
    const auto startsBefore = static_cast<std::size_t>(std::ranges::lower_bound(m_starts, window.end) - m_starts.begin());
    std::size_t place = endsAfter;
    while (place < startsBefore) {
        // The greatest bucket that begins here and holds nothing long enough is passed over at once.
        std::size_t skip = 0, width = kRadix;
        for (std::size_t level = 0; level < m_longest.size() && place % width == 0; ++level, width *= kRadix) {
            if (m_longest[level][place / width].duration >= shortest) break;
            skip = width;
        }
        if (skip == 0) {
            if (durationAt(place) >= shortest) found.push_back(m_slices[place]);
            skip = 1;
        }
        place += skip;
    }
    return found;
}

std::optional<std::uint32_t> SliceLevels::at(std::int64_t time) const {
    const auto place = static_cast<std::size_t>(std::ranges::upper_bound(m_starts, time) - m_starts.begin());
    if (place == 0 || (m_ends[place - 1] <= time && m_starts[place - 1] != time)) return std::nullopt;
    return m_slices[place - 1];
}

std::int64_t SliceLevels::busy(const TimeSpan& span) const {
    if (span.empty()) return 0;
    const auto count = [&](std::int64_t time) {
        return static_cast<std::size_t>(std::ranges::lower_bound(m_starts, time) - m_starts.begin());
    };
    return busyBefore(span.end, count(span.end)) - busyBefore(span.begin, count(span.begin));
}

std::vector<SliceLevels> levelsOf(const SliceColumns& slices) {
    const Lanes lanes = lanesOf(slices);
    std::vector<SliceLevels> levels(lanes.count);
    for (std::uint32_t i = 0; i < slices.size(); ++i) levels[lanes.lanes[i]].append(i, slices.starts()[i], slices.durations()[i]);
    return levels;
}

}  // namespace seekbench

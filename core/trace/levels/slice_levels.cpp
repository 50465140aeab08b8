// SPDX-License-Identifier: Apache-2.0
#include "core/trace/levels/slice_levels.h"

#include <algorithm>
#include <cassert>

#include "core/trace/analysis/nesting.h"

namespace seekbench {
namespace {

constexpr std::size_t kBits = 4;
static_assert(SliceLevels::kRadix == 1u << kBits);

// Far out, a pixel's slices lie megabytes from its neighbour's. The processor is told this many pixels ahead what will be needed, so that
// it waits for the memory of many at once. (A fetch of what is not there does nothing.)
constexpr std::size_t kAhead = 12;
constexpr std::size_t kFewForATime = 16;
void fetchBucket(const std::int64_t* first) {
    __builtin_prefetch(first);
    __builtin_prefetch(first + 8);
}

// From buckets to the last of their children that starts before the time; the first one when none does.
void descend(std::span<const std::int64_t> starts, std::span<const std::int64_t> times, std::span<std::uint32_t> places) {
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (i + kAhead < times.size()) fetchBucket(starts.data() + std::size_t{places[i + kAhead]} * SliceLevels::kRadix);
        const std::size_t first = std::size_t{places[i]} * SliceLevels::kRadix;
        std::uint32_t before = 0;
        if (first + SliceLevels::kRadix <= starts.size()) {
            for (std::size_t child = 0; child < SliceLevels::kRadix; ++child) before += starts[first + child] < times[i];
        } else {
            for (std::size_t child = first; child < starts.size(); ++child) before += starts[child] < times[i];
        }
        places[i] = static_cast<std::uint32_t>(first) + (before == 0 ? 0 : before - 1);
    }
}

}  // namespace

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
    const Longest here{end - start, slice};
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
        } else {
            break;  // the levels above have one that is as long
        }
    }
}

SliceLevels::Places SliceLevels::placesBefore(std::span<const std::int64_t> times) const {
    const auto search = [&](std::int64_t time) {
        return static_cast<std::uint32_t>(std::ranges::lower_bound(m_starts, time) - m_starts.begin());
    };
    std::vector<std::uint32_t> places(times.size(), 0);
    const std::uint32_t least = search(times.front()), most = search(times.back());
    if (most - least < kFewForATime * times.size()) {  // near: one walk along the slices passes all the times
        std::uint32_t place = least;
        for (std::size_t i = 0; i < times.size(); ++i) {
            while (place < most && m_starts[place] < times[i]) ++place;
            places[i] = place;
        }
        return {std::move(places), false};
    }
    // Down from the bucket that has all answers, for all times one level after the other. Looking up one time after the other would wait
    // for the memory at each of its levels; like this the processor waits for many of them at once.
    std::size_t level = 0;
    const std::size_t low = least == 0 ? 0 : least - 1, high = most - 1;
    while (level + 1 < m_starting.size() && (low >> (kBits * (level + 1))) != (high >> (kBits * (level + 1)))) ++level;
    std::ranges::fill(places, static_cast<std::uint32_t>(low >> (kBits * (level + 1))));
    for (; level > 0; --level) descend(m_starting[level - 1], times, places);
    return {std::move(places), true};
}

void SliceLevels::countWithin(std::span<const std::int64_t> times, std::span<std::uint32_t> buckets) const {
    descend(m_starts, times, buckets);
    for (std::size_t i = 0; i < times.size(); ++i) buckets[i] += m_starts[buckets[i]] < times[i];
}

std::int64_t SliceLevels::busyBefore(std::int64_t time, std::size_t count) const {
    if (count == 0) return 0;
    const std::size_t last = count - 1;  // only this one may reach beyond `time`
    std::int64_t busy = m_busyBefore[last / kRadix];
    for (std::size_t place = last / kRadix * kRadix; place < last; ++place) busy += durationAt(place);
    return busy + std::min(m_ends[last], time) - m_starts[last];
}

SliceLevels::Longest SliceLevels::longestOf(std::size_t first, std::size_t last) const {
    // Slices up to whole buckets from both ends, then buckets up to whole ones of the next level, and so on. Which of the slices at the
    // ends is the longest is asked only when none of the buckets has a longer one: looking for the maximum alone needs no branch.
    const std::size_t inner = std::min(last, (first + kRadix - 1) / kRadix * kRadix), outer = std::max(inner, last / kRadix * kRadix);
    std::int64_t atEnds = -1;
    for (std::size_t place = first; place < inner; ++place) atEnds = std::max(atEnds, durationAt(place));
    for (std::size_t place = outer; place < last; ++place) atEnds = std::max(atEnds, durationAt(place));

    const Longest none{-1, 0};
    const Longest* best = &none;
    const auto offer = [&](const Longest& candidate) { best = candidate.duration > best->duration ? &candidate : best; };
    std::size_t begin = inner, end = outer;
    for (std::size_t level = 0; begin < end; ++level) {
        begin /= kRadix;
        end /= kRadix;
        const auto& buckets = m_longest[level];
        const bool top = level + 1 == m_longest.size();
        while (begin < end && (top || begin % kRadix != 0)) offer(buckets[begin++]);
        while (begin < end && end % kRadix != 0) offer(buckets[--end]);
    }
    if (best->duration > atEnds) return *best;
    for (std::size_t place = first; place < inner; ++place)
        if (durationAt(place) == atEnds) return {atEnds, m_slices[place]};
    for (std::size_t place = outer; place < last; ++place)
        if (durationAt(place) == atEnds) return {atEnds, m_slices[place]};
    return *best;
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
    std::vector<std::int64_t> edges(pixels.size() + 1), busy(pixels.size() + 1);
    for (std::size_t i = 0; i < edges.size(); ++i) edges[i] = edge(i);
    if (m_starts.empty()) {
        std::ranges::fill(pixels, LevelPixel{});
        return;
    }
    auto [counts, areBuckets] = placesBefore(edges);
    // A few pixels at a time, so that what one step has fetched is still in the nearest cache for the next.
    constexpr std::size_t kTogether = 64;
    for (std::size_t first = 0; first < pixels.size(); first += kTogether) {
        const std::size_t last = std::min(first + kTogether, pixels.size());
        const std::size_t begin = first == 0 ? 0 : first + 1;  // the edge before is known
        if (areBuckets) {
            for (std::size_t i = begin; i <= last; ++i) {
                fetchBucket(m_ends.data() + std::size_t{counts[i]} * kRadix);
                __builtin_prefetch(m_busyBefore.data() + counts[i]);
            }
            countWithin(std::span(edges).subspan(begin, last + 1 - begin), std::span(counts).subspan(begin, last + 1 - begin));
        }
        for (std::size_t i = begin; i <= last; ++i) {
            const Longest* const bucket = m_longest.front().data() + counts[i] / kRadix;
            __builtin_prefetch(bucket - 4);
            __builtin_prefetch(bucket + 4);
            busy[i] = busyBefore(edges[i], counts[i]);
        }
        for (std::size_t i = first; i < last; ++i)
            pixels[i] = pixelOf({edges[i], edges[i + 1]}, counts[i], counts[i + 1], busy[i + 1] - busy[i]);
    }
}

LevelPixel SliceLevels::pixelOf(const TimeSpan& pixel, std::size_t before, std::size_t until, std::int64_t busy) const {
    if (pixel.empty()) {  // the window is narrower than a nanosecond for each pixel
        const auto slice = at(pixel.begin);
        return slice ? LevelPixel{*slice, 1} : LevelPixel{};
    }
    // The one that began before the pixel may reach into it.
    const std::size_t first = before > 0 && m_ends[before - 1] > pixel.begin ? before - 1 : before;
    if (first == until) return {};
    return {longestOf(first, until).slice, static_cast<float>(static_cast<double>(busy) / static_cast<double>(pixel.duration()))};
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

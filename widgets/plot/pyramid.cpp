// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/pyramid.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>

namespace seekbench {

void Pyramid::Range::include(double value) {
    if (!std::isfinite(value)) return;
    minimum = std::min(minimum, value);
    maximum = std::max(maximum, value);
}

void Pyramid::Range::include(const Range& other) {
    minimum = std::min(minimum, other.minimum);
    maximum = std::max(maximum, other.maximum);
}

// Only whole buckets are kept: range() never asks for an unfinished one.
void Pyramid::append(std::span<const double> values) {
    for (const double value : values) {
        m_values.push_back(value);
        if (m_values.size() % kFirstBucket != 0) continue;
        Range bucket;
        for (const double member : std::span(m_values).last(kFirstBucket)) bucket.include(member);
        for (std::size_t level = 0;; ++level) {
            if (level == m_levels.size()) m_levels.emplace_back();
            auto& buckets = m_levels[level];
            buckets.push_back(bucket);
            if (buckets.size() % kFactor != 0) break;
            bucket = {};
            for (const Range& member : std::span(buckets).last(kFactor)) bucket.include(member);
        }
    }
}

void Pyramid::truncate(std::size_t size) {
    assert(size <= m_values.size());
    m_values.resize(size);
    for (std::size_t buckets = size / kFirstBucket; auto& level : m_levels) {
        level.resize(buckets);
        buckets /= kFactor;
    }
}

void Pyramid::clear() {
    m_values.clear();
    m_levels.clear();
}

std::size_t Pyramid::roundedDown(std::size_t index, std::size_t most) {
    std::size_t width = 1;
    for (std::size_t next = kFirstBucket; next <= most; next *= kFactor) width = next;
    return index - index % width;
}

// Single values up to the edge of a bucket at both ends; then buckets up to the edge of one of the next level, and so on upwards. Shifts
// and masks, no divisions: a frame asks this two thousand times.
Pyramid::Range Pyramid::range(std::size_t first, std::size_t last) const {
    assert(first <= last && last <= size());
    static_assert(std::has_single_bit(kFirstBucket) && std::has_single_bit(kFactor));
    constexpr int firstShift = std::countr_zero(kFirstBucket), factorShift = std::countr_zero(kFactor);
    Range found;
    const auto includeValues = [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) found.include(m_values[i]);
    };
    std::size_t begin = (first + kFirstBucket - 1) >> firstShift, end = last >> firstShift;  // whole buckets
    if (begin >= end) {
        includeValues(first, last);
        return found;
    }
    includeValues(first, begin << firstShift);
    includeValues(end << firstShift, last);
    for (std::size_t level = 0; begin < end; ++level) {
        const auto& buckets = m_levels[level];
        const std::size_t above = (begin + kFactor - 1) >> factorShift, aboveEnd = end >> factorShift;
        if (above >= aboveEnd) {
            for (; begin < end; ++begin) found.include(buckets[begin]);
            break;
        }
        for (; begin < above << factorShift; ++begin) found.include(buckets[begin]);
        for (; end > aboveEnd << factorShift; --end) found.include(buckets[end - 1]);
        begin = above;
        end = aboveEnd;
    }
    return found;
}

}  // namespace seekbench

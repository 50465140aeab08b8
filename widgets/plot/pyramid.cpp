// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/pyramid.h"

#include <algorithm>
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

Pyramid::Range Pyramid::range(std::size_t first, std::size_t last) const {
    assert(first <= last && last <= size());
    Range found;
    // Climbs while whole buckets fit: single values up to a bucket's edge, then buckets up to the edge of a larger one,
    // and down again on the other side.
    while (first < last) {
        std::size_t width = 1, level = 0;
        for (std::size_t next = kFirstBucket, k = 0; k < m_levels.size() && first % next == 0 && first + next <= last;
             next *= kFactor, ++k) {
            width = next;
            level = k;
        }
        if (width == 1)
            found.include(m_values[first]);
        else
            found.include(m_levels[level][first / width]);
        first += width;
    }
    return found;
}

}  // namespace seekbench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace seekbench {

// A Pyramid keeps every value of a series and, above them, the smallest and largest of ever larger buckets, so that any
// stretch of any length can be drawn from at most two values per pixel column without losing an extreme.
// Non-finite values are kept and ignored by the extremes. Not thread-safe; one thread owns it.
// Memory: 8 bytes per value and about 1.4 for the buckets.
class Pyramid {
public:
    // Smallest and largest finite value; empty when there was none.
    struct Range {
        double minimum = std::numeric_limits<double>::infinity();
        double maximum = -std::numeric_limits<double>::infinity();
        bool empty() const { return minimum > maximum; }
        void include(double value);
        void include(const Range& other);
        bool operator==(const Range&) const = default;
    };

    void append(std::span<const double> values);
    // Keeps the first `size` values; O(levels).
    void truncate(std::size_t size);
    void clear();

    std::size_t size() const { return m_values.size(); }
    double operator[](std::size_t index) const { return m_values[index]; }
    std::span<const double> values() const { return m_values; }
    // Over the values first … last − 1; O(log size).
    Range range(std::size_t first, std::size_t last) const;
    Range range() const { return range(0, size()); }
    // The edge of a bucket at or before `index`, at most `most` away: stretches that begin and end there are found without looking at
    // single values. `index` itself when even the smallest buckets are larger than that.
    static std::size_t roundedDown(std::size_t index, std::size_t most);

private:
    static constexpr std::size_t kFirstBucket = 16, kFactor = 4;
    std::vector<double> m_values;
    std::vector<std::vector<Range>> m_levels;  // level k: buckets of kFirstBucket * kFactor^k values
};

}  // namespace seekbench

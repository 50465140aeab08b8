// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <vector>

// The running calculations that indicators are made of.

namespace seekbench::running {

inline constexpr double kNotYet = std::numeric_limits<double>::quiet_NaN();

// The last n values. Sums are taken anew from the values each time: a running difference would gather rounding errors over a long
// series and keep an infinite value for ever.
class Window {
public:
    explicit Window(std::size_t length) : m_length(length) { m_values.reserve(length); }

    void push(double value) {
        if (m_values.size() < m_length)
            m_values.push_back(value);
        else
            m_values[m_next] = value;
        m_next = (m_next + 1) % m_length;
    }
    bool isFull() const { return m_values.size() == m_length; }
    // The value that the next push() replaces; only of a full window.
    double oldest() const { return m_values[m_next]; }
    double mean() const { return std::accumulate(m_values.begin(), m_values.end(), 0.0) / static_cast<double>(m_values.size()); }
    double lowest() const { return *std::ranges::min_element(m_values); }
    double highest() const { return *std::ranges::max_element(m_values); }
    // Root of the mean squared distance from the mean (of the population).
    double deviation() const {
        const double centre = mean();
        double sum = 0;
        for (const double value : m_values) sum += (value - centre) * (value - centre);
        return std::sqrt(sum / static_cast<double>(m_values.size()));
    }
    double meanDistance() const {
        const double centre = mean();
        double sum = 0;
        for (const double value : m_values) sum += std::abs(value - centre);
        return sum / static_cast<double>(m_values.size());
    }

private:
    std::size_t m_length, m_next = 0;
    std::vector<double> m_values;
};

// An average that forgets exponentially: the mean of the first n values, from then on previous + share·(value − previous).
// Share 2/(n + 1) is the EMA, share 1/n is Wilder's smoothing. NaN before there are n values.
class SmoothedMean {
public:
    SmoothedMean(std::size_t length, double share) : m_length(length), m_share(share) {}
    static SmoothedMean exponential(std::size_t length) { return {length, 2.0 / (static_cast<double>(length) + 1)}; }
    static SmoothedMean wilder(std::size_t length) { return {length, 1.0 / static_cast<double>(length)}; }

    double next(double value) {
        if (m_seen < m_length) {
            m_value += value;
            if (++m_seen < m_length) return kNotYet;
            m_value /= static_cast<double>(m_length);
        } else {
            m_value += m_share * (value - m_value);
        }
        return m_value;
    }

private:
    std::size_t m_length, m_seen = 0;
    double m_share, m_value = 0;
};

}  // namespace seekbench::running

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/series.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace seekbench {

namespace {

// The earliest of the first `size` values that equals an extreme of them: where the range of the values before it reaches the
// extreme. O(log² n), where a pass over the values would stall a window that follows a long run.
std::optional<std::size_t> earliest(const Pyramid& values, double Pyramid::Range::*extreme) {
    const Pyramid::Range whole = values.range();
    if (whole.empty()) return std::nullopt;
    std::size_t first = 0, count = values.size();  // the smallest `end` − 1 with range(0, end) at the extreme
    while (count > 0) {
        const std::size_t half = count / 2;
        if (values.range(0, first + half + 1).*extreme != whole.*extreme) {
            first += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return first;
}

}  // namespace

Series::Series(std::string name, std::int64_t stepsPerEpoch, std::optional<double> timeOrigin)
    : m_name(std::move(name)), m_stepsPerEpoch(stepsPerEpoch), m_timeOrigin(timeOrigin) {}

void Series::append(std::span<const Point> points) {
    std::vector<double> values;
    values.reserve(points.size());
    const auto flush = [&] {
        m_values.append(values);
        values.clear();
    };
    for (const Point& point : points) {
        if (!m_steps.empty() && point.step <= m_steps.back()) {
            flush();
            cut(static_cast<std::size_t>(std::ranges::lower_bound(m_steps, point.step) - m_steps.begin()));
        }
        const std::size_t index = m_steps.size();
        m_steps.push_back(point.step);
        // A clock that was set back must not unsort the axis.
        m_times.push_back(m_times.empty() ? point.time : std::max(point.time, m_times.back()));
        values.push_back(point.value);
        if (!std::isfinite(point.value)) continue;
        const auto valueAt = [&](std::size_t i) { return i < m_values.size() ? m_values[i] : values[i - m_values.size()]; };
        if (!m_lowest || point.value < valueAt(*m_lowest)) m_lowest = index;
        if (!m_highest || point.value > valueAt(*m_highest)) m_highest = index;
    }
    flush();
}

void Series::clear() { cut(0); }

void Series::cut(std::size_t size) {
    ++m_cuts;
    m_steps.resize(size);
    m_times.resize(size);
    m_values.truncate(size);
    if (m_lowest && *m_lowest >= size) m_lowest = earliest(m_values, &Pyramid::Range::minimum);
    if (m_highest && *m_highest >= size) m_highest = earliest(m_values, &Pyramid::Range::maximum);
}

Point Series::at(std::size_t index) const { return {m_steps[index], m_times[index], m_values[index]}; }

double Series::horizontal(std::size_t index, HorizontalAxis axis) const {
    switch (axis) {
        case HorizontalAxis::Time: return m_times[index] - m_timeOrigin.value_or(m_times.front());
        case HorizontalAxis::Epoch:
            if (m_stepsPerEpoch > 0) return static_cast<double>(m_steps[index]) / static_cast<double>(m_stepsPerEpoch);
            break;
        case HorizontalAxis::Step: break;
    }
    return static_cast<double>(m_steps[index]);
}

std::size_t Series::lowerBound(double x, HorizontalAxis axis) const {
    std::size_t first = 0, count = size();
    while (count > 0) {
        const std::size_t half = count / 2;
        if (horizontal(first + half, axis) < x) {
            first += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return first;
}

std::optional<std::size_t> Series::nearest(double x, HorizontalAxis axis) const {
    if (isEmpty()) return std::nullopt;
    const std::size_t after = lowerBound(x, axis);
    if (after == 0) return 0;
    if (after == size()) return size() - 1;
    return x - horizontal(after - 1, axis) <= horizontal(after, axis) - x ? after - 1 : after;
}

Smoother::Smoother(double smoothing) : m_smoothing(smoothing) { assert(smoothing >= 0 && smoothing < 1); }

double Smoother::next(double value) {
    if (!std::isfinite(value)) return value;
    m_average = m_smoothing * m_average + (1 - m_smoothing) * value;
    m_weight = m_smoothing * m_weight + (1 - m_smoothing);
    return m_average / m_weight;
}

std::vector<double> smoothed(std::span<const double> values, double smoothing) {
    Smoother smoother(smoothing);
    std::vector<double> result;
    result.reserve(values.size());
    for (const double value : values) result.push_back(smoother.next(value));
    return result;
}

namespace {

// lowerBound() of `x` among the points first … last − 1, looked for around `guess`: one column holds about as many points as the one
// before, so this takes a few comparisons where a search through everything takes twenty.
std::size_t boundNear(const Series& series, HorizontalAxis axis, std::size_t first, std::size_t guess, std::size_t last, double x) {
    const auto isBefore = [&](std::size_t index) { return series.horizontal(index, axis) < x; };
    std::size_t low = first, high = last;  // the answer is in low … high
    if (guess < last && isBefore(guess)) {
        low = guess + 1;
        for (std::size_t step = 1; low + step < last; step *= 2) {
            if (!isBefore(low + step)) {
                high = low + step;
                break;
            }
            low += step + 1;
        }
    } else {
        high = guess;
        for (std::size_t step = 1; high > first + step; step *= 2) {
            if (isBefore(high - step)) {
                low = high - step + 1;
                break;
            }
            high -= step;
        }
    }
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (isBefore(middle))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

}  // namespace

DrawnSeries drawn(const Series& series, const Pyramid& values, HorizontalAxis axis, double left, double right, int columns) {
    assert(values.size() == series.size());
    DrawnSeries result;
    if (series.isEmpty() || columns <= 0 || !(right > left)) return result;
    const std::size_t first = series.lowerBound(left, axis);
    const std::size_t last = series.lowerBound(std::nextafter(right, std::numeric_limits<double>::infinity()), axis);
    result.pointsInView = last - first;
    const std::size_t from = first > 0 ? first - 1 : first, to = last < series.size() ? last + 1 : last;

    const auto addPoint = [&](std::size_t index) {
        result.columns.push_back({series.horizontal(index, axis), values[index], values[index]});
    };
    if (to - from <= static_cast<std::size_t>(columns)) {
        for (std::size_t index = from; index < to; ++index) addPoint(index);
        return result;
    }
    if (from < first) addPoint(from);
    const double width = (right - left) / columns;
    std::size_t begin = first, stride = (last - first) / static_cast<std::size_t>(columns);
    // Most series have a value at every step: then the place is known without looking.
    const bool hasEveryStep = axis == HorizontalAxis::Step && last > first &&
                              series.at(last - 1).step - series.at(first).step == static_cast<std::int64_t>(last - first) - 1;
    const double firstStep = hasEveryStep ? static_cast<double>(series.at(first).step) : 0;
    const auto bound = [&](double x) {
        if (!hasEveryStep) return boundNear(series, axis, begin, std::min(begin + stride, last), last, x);
        return std::clamp(first + static_cast<std::size_t>(std::max(0.0, std::ceil(x - firstStep))), begin, last);
    };
    for (int column = 0; column < columns && begin < last; ++column) {
        std::size_t end = column + 1 == columns ? last : bound(left + width * (column + 1));
        stride = end - begin;
        if (end < last) end = Pyramid::roundedDown(end, stride / 32);
        if (end == begin) continue;
        if (const auto range = values.range(begin, end); !range.empty())
            result.columns.push_back({left + width * (column + 0.5), range.minimum, range.maximum});
        begin = end;
    }
    if (last < to) addPoint(last);
    return result;
}

}  // namespace seekbench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/store/database.h"
#include "widgets/plot/pyramid.h"

namespace seekbench {

enum class HorizontalAxis { Step, Time, Epoch };

// A Series holds the values of one metric of one run, in the order of steps, ready to be drawn at any zoom.
// Steps never go back: a point at or before the last step replaces what stands from there on (a resumed run repeats steps).
// Not thread-safe; one thread owns a Series.
class Series {
public:
    explicit Series(std::string name = {}, std::int64_t stepsPerEpoch = 0);

    void append(std::span<const Point> points);
    void clear();

    const std::string& name() const { return m_name; }
    std::size_t size() const { return m_steps.size(); }
    bool isEmpty() const { return m_steps.empty(); }
    Point at(std::size_t index) const;
    Point last() const { return at(size() - 1); }

    // Where point `index` lies: its step, seconds since the first point, or epochs (step / steps per epoch).
    double horizontal(std::size_t index, HorizontalAxis axis) const;
    // The first point at or after `x`; size() when all lie before.
    std::size_t lowerBound(double x, HorizontalAxis axis) const;
    // The point nearest to `x`; nothing for an empty series.
    std::optional<std::size_t> nearest(double x, HorizontalAxis axis) const;

    const Pyramid& values() const { return m_values; }
    // Index of the smallest or largest finite value, the earliest of equals; nothing without one. O(log n) after O(n) once per append.
    std::optional<std::size_t> lowest() const { return m_lowest; }
    std::optional<std::size_t> highest() const { return m_highest; }

private:
    void cut(std::size_t size);
    std::string m_name;
    std::int64_t m_stepsPerEpoch = 0;
    std::vector<std::int64_t> m_steps;
    std::vector<double> m_times;
    Pyramid m_values;
    std::optional<std::size_t> m_lowest, m_highest;
};

// Exponential moving average with the weight `smoothing` (0 … 0.999) on what was before, corrected for its start
// (Kingma and Ba 2015, section 3: division by 1 − βᵗ). Non-finite values are passed through and not averaged in.
std::vector<double> smoothed(std::span<const double> values, double smoothing);

// One pixel column of a drawn series: where it is and the extremes of the points in it.
struct Column {
    double x = 0;
    double minimum = 0, maximum = 0;
    bool operator==(const Column&) const = default;
};

// What is drawn of the points with left ≤ x ≤ right when the plot is `columns` pixels wide: at most that many columns; where a
// point has a column to itself, the point. One neighbour on either side is added so that lines reach the edges.
struct DrawnSeries {
    std::vector<Column> columns;
    std::size_t pointsInView = 0;
};
DrawnSeries drawn(const Series& series, const Pyramid& values, HorizontalAxis axis, double left, double right, int columns);

}  // namespace seekbench

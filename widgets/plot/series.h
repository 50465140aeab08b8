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
    // `timeOrigin`: where HorizontalAxis::Time begins, so that the series of a run share it; without one, at the first point.
    explicit Series(std::string name = {}, std::int64_t stepsPerEpoch = 0, std::optional<double> timeOrigin = {});

    void append(std::span<const Point> points);
    void clear();

    const std::string& name() const { return m_name; }
    std::int64_t stepsPerEpoch() const { return m_stepsPerEpoch; }
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

    // How often points were taken back: what was computed from the values must be computed anew when it has changed.
    std::uint64_t cuts() const { return m_cuts; }

    const Pyramid& values() const { return m_values; }
    // Index of the smallest or largest finite value, the earliest of equals; nothing without one. O(1).
    std::optional<std::size_t> lowest() const { return m_lowest; }
    std::optional<std::size_t> highest() const { return m_highest; }

private:
    void cut(std::size_t size);
    std::string m_name;
    std::int64_t m_stepsPerEpoch = 0;
    std::optional<double> m_timeOrigin;
    std::uint64_t m_cuts = 0;
    std::vector<std::int64_t> m_steps;
    std::vector<double> m_times;
    Pyramid m_values;
    std::optional<std::size_t> m_lowest, m_highest;
};

// Exponential moving average with the weight `smoothing` (0 … 0.999) on what was before, corrected for its start
// (Kingma and Ba 2015, section 3: division by 1 − βᵗ). Non-finite values are passed through and not averaged in.
class Smoother {
public:
    explicit Smoother(double smoothing);
    double next(double value);

private:
    double m_smoothing, m_average = 0, m_weight = 0;
};
std::vector<double> smoothed(std::span<const double> values, double smoothing);

// One pixel column of a drawn series: where it is and the extremes of the points in it.
struct PixelColumn {
    double x = 0;
    double minimum = 0, maximum = 0;
    bool operator==(const PixelColumn&) const = default;
};

// What is drawn of the points with left ≤ x ≤ right when the plot is `columns` pixels wide: at most that many columns; where a
// point has a column to itself, the point. Where columns hold hundreds of points, their edges may lie 1/32 of a column off. One neighbour
// on either side is added so that lines reach the edges.
struct DrawnSeries {
    std::vector<PixelColumn> columns;
    std::size_t pointsInView = 0;
};
DrawnSeries drawn(const Series& series, const Pyramid& values, HorizontalAxis axis, double left, double right, int columns);

}  // namespace seekbench

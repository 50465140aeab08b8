// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/trace/slice_columns.h"

namespace seekbench {

// Which stretch of a trace's time lies on how many pixels, and what zooming and panning make of it. It stays within `whole`, and shows at
// least kShortest. A value.
struct TimeAxis {
    static constexpr std::int64_t kShortest = 100;  // ns

    TimeSpan whole;  // of the trace
    TimeSpan shown;
    int width = 1;  // pixels

    double xOf(std::int64_t time) const;
    std::int64_t timeAt(double x) const;
    double nanosecondsPerPixel() const;

    // What lies at `x` stays there; factors above 1 show less time.
    void zoom(double factor, double x);
    void pan(double pixels);  // positive: to later times
    // A part with some room around it.
    void fit(const TimeSpan& span);
    void fitAll() { shown = whole; }

    // Round times for ticks, at least `pixels` apart.
    std::vector<std::int64_t> ticks(int pixels) const;
    bool operator==(const TimeAxis&) const = default;

private:
    void show(double begin, double duration);
};

}  // namespace seekbench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/time_axis.h"

#include <algorithm>
#include <cmath>

namespace seekbench {

double TimeAxis::nanosecondsPerPixel() const { return static_cast<double>(shown.duration()) / std::max(1, width); }

double TimeAxis::xOf(std::int64_t time) const {
    return shown.empty() ? 0 : static_cast<double>(time - shown.begin) / nanosecondsPerPixel();
}

std::int64_t TimeAxis::timeAt(double x) const { return shown.begin + std::llround(x * nanosecondsPerPixel()); }

void TimeAxis::show(double begin, double duration) {
    const auto longest = static_cast<double>(std::max(kShortest, whole.duration()));
    duration = std::clamp(duration, static_cast<double>(kShortest), longest);
    begin = std::clamp(begin, static_cast<double>(whole.begin), static_cast<double>(whole.begin) + longest - duration);
    shown.begin = std::llround(begin);
    shown.end = shown.begin + std::llround(duration);
}

void TimeAxis::zoom(double factor, double x) {
    const double duration = static_cast<double>(shown.duration()), part = x / std::max(1, width);
    const double kept =
        std::clamp(duration / factor, static_cast<double>(kShortest), static_cast<double>(std::max(kShortest, whole.duration())));
    show(static_cast<double>(shown.begin) + part * (duration - kept), kept);
}

void TimeAxis::pan(double pixels) {
    show(static_cast<double>(shown.begin) + pixels * nanosecondsPerPixel(), static_cast<double>(shown.duration()));
}

void TimeAxis::fit(const TimeSpan& span) {
    const double duration = static_cast<double>(span.duration());
    show(static_cast<double>(span.begin) - 0.1 * duration, 1.2 * duration);
}

std::vector<std::int64_t> TimeAxis::ticks(int pixels) const {
    if (shown.empty()) return {};
    const double least = nanosecondsPerPixel() * pixels;
    double step = std::pow(10, std::floor(std::log10(std::max(1.0, least))));
    for (const double factor : {1.0, 2.0, 5.0, 10.0})
        if (step * factor >= least) {
            step *= factor;
            break;
        }
    const std::int64_t every = std::max<std::int64_t>(1, std::llround(step));
    std::vector<std::int64_t> times;
    // Counted from the beginning of the trace, as the labels are.
    for (std::int64_t time = whole.begin + (shown.begin - whole.begin + every - 1) / every * every; time < shown.end; time += every)
        times.push_back(time);
    return times;
}

}  // namespace seekbench

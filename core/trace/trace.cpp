// SPDX-License-Identifier: Apache-2.0
#include "core/trace/trace.h"

#include <algorithm>
#include <cassert>
#include <tuple>

namespace seekbench {

double Ceilings::peakOf(std::string_view type) const {
    if (peaks.empty()) return 0;
    const auto found = std::ranges::find(peaks, type, &Peak::type);
    return (found == peaks.end() ? peaks.front() : *found).flopsPerSecond;
}

TrackId Trace::addTrack(const Track& track) {
    m_rows.push_back({track, {}, {}});
    return static_cast<TrackId>(m_rows.size() - 1);
}

void Trace::renameTrack(TrackId id, const Track& track) { m_rows[id].track = track; }

void Trace::append(TrackId track, const Slice& slice) {
    assert(track < m_rows.size() && slice.label < m_dictionary.labels() && slice.arguments < m_dictionary.argumentSets());
    m_rows[track].slices.append(slice);
}

void Trace::append(TrackId track, const CounterPoint& point) {
    assert(track < m_rows.size());
    m_rows[track].points.push_back(point);
    ++m_records;
}

void Trace::append(const Flow& flow) {
    assert(flow.fromTrack < m_rows.size() && flow.toTrack < m_rows.size());
    m_flows.push_back(flow);
    ++m_records;
}

void Trace::append(const Step& step) {
    m_steps.push_back(step);
    ++m_records;
}

void Trace::settle() {
    for (Row& row : m_rows) {
        row.slices.settle();
        if (!std::ranges::is_sorted(row.points, {}, &CounterPoint::time)) std::ranges::stable_sort(row.points, {}, &CounterPoint::time);
    }
    std::ranges::stable_sort(m_steps, {}, [](const Step& step) { return std::tuple(step.start, step.number); });

    TimeSpan whole = {kLatestTime, -kLatestTime};
    const auto widen = [&](const TimeSpan& span) { whole = {std::min(whole.begin, span.begin), std::max(whole.end, span.end)}; };
    for (const Row& row : m_rows) {
        if (!row.slices.empty()) widen(row.slices.span());
        if (!row.points.empty()) widen({row.points.front().time, row.points.back().time});
    }
    for (const Step& step : m_steps) widen(step.span());
    m_span = whole.begin > whole.end ? TimeSpan{} : whole;
}

std::vector<TrackId> Trace::tracks(TrackKind kind) const {
    std::vector<TrackId> found;
    for (TrackId id = 0; id < m_rows.size(); ++id)
        if (m_rows[id].track.kind == kind) found.push_back(id);
    return found;
}

std::size_t Trace::sliceCount() const {
    std::size_t count = 0;
    for (const Row& row : m_rows) count += row.slices.size();
    return count;
}

}  // namespace seekbench

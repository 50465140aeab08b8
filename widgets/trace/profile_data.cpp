// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/profile_data.h"

#include <algorithm>

namespace seekbench {
namespace {

ProfileData::Row rowFor(const Trace& trace, TrackId track) {
    const SliceColumns& slices = trace.slices(track);
    Lanes lanes = lanesOf(slices);
    ProfileData::Row row{.track = track, .lanes = std::vector<SliceLevels>(lanes.count), .laneOf = std::move(lanes.lanes)};
    for (std::uint32_t i = 0; i < slices.size(); ++i) row.lanes[row.laneOf[i]].append(i, slices.starts()[i], slices.durations()[i]);
    return row;
}

double highestSum(const Trace& trace, const std::vector<TrackId>& counters) {
    struct Change {
        std::int64_t time;
        std::size_t counter;
        double value;
    };
    std::vector<Change> changes;
    for (std::size_t i = 0; i < counters.size(); ++i)
        for (const CounterPoint& point : trace.points(counters[i])) changes.push_back({point.time, i, point.value});
    std::ranges::stable_sort(changes, {}, &Change::time);
    std::vector<double> now(counters.size());
    double sum = 0, highest = 0;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        sum += changes[i].value - now[changes[i].counter];
        now[changes[i].counter] = changes[i].value;
        // What changes at one instant changes together.
        if (i + 1 == changes.size() || changes[i + 1].time != changes[i].time) highest = std::max(highest, sum);
    }
    return highest;
}

}  // namespace

ProfileData::ProfileData(Trace loaded)
    : trace(std::move(loaded)),
      attribution(trace),
      flows(resolveFlows(trace)),
      counters(trace.tracks(TrackKind::Counter)),
      highestCounters(highestSum(trace, counters)),
      bars(stepBars(trace)),
      summary(summarize(trace)),
      layers(layerTable(summary)),
      roofline(rooflinePoints(trace)),
      completeness(completenessOf(trace)),
      peak(memoryPeakOf(trace)) {
    for (const TrackKind kind : {TrackKind::Phase, TrackKind::Thread, TrackKind::Stream})
        for (const TrackId track : trace.tracks(kind))
            if (!trace.slices(track).empty()) rows.push_back(rowFor(trace, track));
}

const ProfileData::Row* ProfileData::rowOf(TrackId track) const {
    const auto found = std::ranges::find(rows, track, &Row::track);
    return found == rows.end() ? nullptr : &*found;
}

std::optional<SliceRef> ProfileData::next(const std::optional<SliceRef>& from, const std::vector<char>& labels) const {
    std::size_t start = 0;
    while (from && start < rows.size() && rows[start].track != from->track) ++start;
    for (std::size_t k = 0; k <= rows.size(); ++k) {
        const std::size_t place = (start + k) % std::max<std::size_t>(1, rows.size());
        if (place >= rows.size()) return std::nullopt;
        const TrackId track = rows[place].track;
        const SliceColumns& slices = trace.slices(track);
        const bool begun = k == 0 && from && from->track == track;
        // The last round is the part of the first track that lies before.
        const std::size_t end = k == rows.size() && from ? std::min<std::size_t>(slices.size(), from->slice + 1) : slices.size();
        for (std::size_t i = begun ? from->slice + 1 : 0; i < end; ++i)
            if (labels[slices.labels()[i]]) return SliceRef{track, static_cast<std::uint32_t>(i)};
    }
    return std::nullopt;
}

}  // namespace seekbench

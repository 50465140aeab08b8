// SPDX-License-Identifier: Apache-2.0
#include "core/trace/analysis/memory_peak.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/trace/analysis/filter.h"
#include "core/trace/analysis/summary.h"
#include "core/trace/analysis/sweep.h"

namespace seekbench {
namespace {

struct Change {
    std::int64_t time = 0;
    std::size_t counter = 0;
    double value = 0;  // from then on
};

std::vector<Change> changesOf(const Trace& trace, const std::vector<TrackId>& counters) {
    std::vector<Change> changes;
    for (std::size_t i = 0; i < counters.size(); ++i)
        for (const CounterPoint& point : trace.points(counters[i])) changes.push_back({point.time, i, point.value});
    std::ranges::stable_sort(changes, {}, &Change::time);
    return changes;
}

// The slices that are a layer themselves, in order.
struct LayerSlice {
    TimeSpan span;
    Scope scope;
};
std::vector<LayerSlice> layerSlicesOf(const Trace& trace) {
    const Dictionary& words = trace.dictionary();
    const Attribution attribution(trace);
    std::vector<LayerSlice> layers;
    for (const TrackId track : trace.tracks(TrackKind::Thread)) {
        const SliceColumns& slices = trace.slices(track);
        for (std::uint32_t i = 0; i < slices.size(); ++i)
            if (words.label(slices.labels()[i]).node != 0)
                layers.push_back({{slices.starts()[i], slices.end(i)}, attribution.of(track, i)});
    }
    std::ranges::stable_sort(layers, {}, [](const LayerSlice& layer) { return layer.span.begin; });
    return layers;
}

// Whose doing it is that memory is other at `time` than at the reading before. It is read when a layer has just begun, so it is the one
// before that; or when none is at work any more, so it is the last one. On the way back it is read at the end only: nobody's in particular.
Scope makerOf(const std::vector<LayerSlice>& layers, std::int64_t time) {
    auto next = std::ranges::upper_bound(layers, time, {}, [](const LayerSlice& layer) { return layer.span.begin; });
    if (next == layers.begin()) return {};
    const LayerSlice* maker = &*(next - 1);
    if (maker->span.contains(time)) {
        const bool follows = maker != layers.data() && (maker - 1)->span.end == maker->span.begin;
        if (!follows) return {};
        --maker;
    }
    return maker->scope.phase == Phase::Backward ? Scope{0, Phase::Backward} : maker->scope;
}

}  // namespace

std::optional<MemoryPeak> memoryPeakOf(const Trace& trace) {
    auto counters = trace.tracks(TrackKind::Counter);
    std::erase_if(counters, [&](TrackId track) { return trace.dictionary().text(trace.track(track).unit) != "B"; });
    const auto changes = changesOf(trace, counters);
    if (changes.empty()) return std::nullopt;

    MemoryPeak peak;
    std::vector<double> now(counters.size()), atPeak;
    double sum = 0;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        sum += changes[i].value - std::exchange(now[changes[i].counter], changes[i].value);
        // What changes at one instant changes together.
        if (i + 1 < changes.size() && changes[i + 1].time == changes[i].time) continue;
        if (!atPeak.empty() && sum <= peak.total) continue;
        peak.total = sum;
        peak.time = changes[i].time;
        atPeak = now;
    }
    for (std::size_t i = 0; i < counters.size(); ++i)
        if (atPeak[i] > 0) peak.categories.push_back({std::string(trace.dictionary().text(trace.track(counters[i]).name)), atPeak[i]});
    std::ranges::stable_sort(peak.categories, std::greater(), &MemoryPeak::Category::bytes);

    const auto steps = stepsOf(trace);
    const auto step = std::ranges::find_if(steps, [&](const Step& s) { return s.start <= peak.time && peak.time <= s.span().end; });
    if (step == steps.end()) return peak;
    peak.step = step->number;
    const auto layers = layerSlicesOf(trace);
    std::map<std::pair<StringId, Phase>, double> grown;
    std::vector<std::optional<double>> before(counters.size());
    for (const Change& change : changes) {
        if (change.time > peak.time) break;
        const auto last = std::exchange(before[change.counter], change.value);
        // What was there before the step, or before the first reading, is nobody's growth.
        if (!last || change.time <= step->start || change.value == *last) continue;
        const double by = change.value - *last;
        const Scope scope = makerOf(layers, change.time);
        grown[{scope.node, scope.phase}] += by;
    }
    for (const auto& [scope, bytes] : grown)
        if (bytes != 0) peak.layers.push_back({std::string(trace.dictionary().text(scope.first)), scope.second, bytes});
    std::ranges::stable_sort(peak.layers, std::greater(), &MemoryPeak::Layer::grown);
    return peak;
}

}  // namespace seekbench

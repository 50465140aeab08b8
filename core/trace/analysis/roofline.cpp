// SPDX-License-Identifier: Apache-2.0
#include "core/trace/analysis/roofline.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "core/trace/analysis/tables.h"

namespace seekbench {

std::vector<RooflinePoint> rooflinePoints(const Trace& trace, const TraceFilter& filter) {
    const Ceilings& ceilings = trace.ceilings();
    if (ceilings.peaks.empty() && ceilings.bytesPerSecond <= 0) return {};
    const Dictionary& words = trace.dictionary();
    const ScopeFilter scopes(filter, words);
    const Attribution attribution(trace);
    std::map<std::tuple<StringId, StringId, StringId, Phase>, RooflinePoint> points;  // name, node, type
    // A kernel that states its work speaks for the operator around its launch: counting both would count the work twice.
    const auto add = [&](TrackKind kind) {
        for (const TrackId track : trace.tracks(kind)) {
            const SliceColumns& slices = trace.slices(track);
            std::int64_t stated = -kLatestTime;  // until where the outermost slice that states work goes
            for (std::uint32_t i = 0; i < slices.size(); ++i) {
                const Arguments& arguments = words.arguments(slices.arguments()[i]);
                if (arguments.flops <= 0 && arguments.bytes <= 0) continue;
                if (kind == TrackKind::Thread && slices.end(i) <= stated) continue;
                stated = slices.end(i);
                const Scope& scope = attribution.of(track, i);
                if (!filter.span.contains(slices.starts()[i]) || !scopes.takes(scope)) continue;
                RooflinePoint& point = points[{words.label(slices.labels()[i]).name, scope.node, arguments.type, scope.phase}];
                ++point.calls;
                point.flops += arguments.flops;
                point.bytes += arguments.bytes;
                point.time += slices.durations()[i];
            }
        }
    };
    add(TrackKind::Stream);
    if (points.empty()) add(TrackKind::Thread);

    std::vector<RooflinePoint> result;
    for (auto& [key, point] : points) {
        const auto& [name, node, type, phase] = key;
        point.name = words.text(name);
        point.node = words.text(node);
        point.type = words.text(type);
        point.phase = phase;
        const double seconds = static_cast<double>(point.time) * 1e-9;
        const double peak = ceilings.peakOf(point.type);
        const double allowed = attainableSeconds(ceilings, point.type, point.flops, point.bytes);
        point.memoryBound = ceilings.bytesPerSecond > 0 && (peak <= 0 || point.bytes / ceilings.bytesPerSecond > point.flops / peak);
        point.intensity = point.bytes > 0 ? point.flops / point.bytes : 0;
        point.achieved = seconds > 0 ? point.flops / seconds : 0;
        point.attainable = allowed > 0 ? point.flops / allowed : 0;
        point.efficiency = seconds > 0 ? allowed / seconds : 0;
        point.lost = std::max<std::int64_t>(0, point.time - std::llround(allowed * 1e9));
        result.push_back(std::move(point));
    }
    std::ranges::stable_sort(result, std::greater(), &RooflinePoint::lost);
    return result;
}

}  // namespace seekbench

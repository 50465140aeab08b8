// SPDX-License-Identifier: Apache-2.0
#include "core/trace/analysis/node_profile.h"

#include <algorithm>

#include "core/trace/analysis/filter.h"

namespace seekbench {

NodeProfile::NodeProfile(std::vector<LayerRow> layers, std::vector<RooflinePoint> points, const std::vector<StepBar>& bars)
    : m_layers(std::move(layers)), m_points(std::move(points)), m_steps(bars.size()) {
    for (const StepBar& bar : bars) m_wall += static_cast<double>(bar.step.duration) / static_cast<double>(m_steps);
}

NodeTime NodeProfile::of(const std::string& path) const {
    NodeTime node;
    if (path.empty()) return node;
    const LayerRow sum = layerWithin(m_layers, path);
    const auto perStep = [&](double value) { return value / static_cast<double>(std::max<std::size_t>(1, m_steps)); };
    node.forward = perStep(static_cast<double>(sum.forward));
    node.backward = perStep(static_cast<double>(sum.backward));
    node.other = perStep(static_cast<double>(sum.other));
    node.calls = perStep(static_cast<double>(sum.calls));
    node.share = m_wall > 0 ? node.total() / m_wall : 0;
    for (const RooflinePoint& point : m_points) {
        if (point.node.empty() || !liesIn(point.node, path)) continue;
        if (point.phase != Phase::Forward && point.phase != Phase::Backward && point.phase != Phase::None) continue;
        NodeTime::Way& way = point.phase == Phase::Backward ? node.backwardWork : node.forwardWork;
        const double time = perStep(static_cast<double>(point.time));
        way.time += time;
        way.attainable += time * point.efficiency;
        way.flops += perStep(point.flops);
        way.bytes += perStep(point.bytes);
    }
    // Without measured roofs there are no points; what was computed is known all the same.
    if (m_points.empty()) {
        node.forwardWork.flops = perStep(sum.flops);
        node.forwardWork.bytes = perStep(sum.bytes);
    }
    return node;
}

}  // namespace seekbench

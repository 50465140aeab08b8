// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/editor/navigation.h"

#include <algorithm>
#include <cmath>

namespace seekbench {

QPointF unit(Direction direction) {
    switch (direction) {
        case Direction::Left: return {-1, 0};
        case Direction::Right: return {1, 0};
        case Direction::Up: return {0, -1};
        case Direction::Down: return {0, 1};
    }
    return {};
}

std::vector<std::string> placesTowards(const std::map<std::string, QPointF, std::less<>>& places, QPointF from, Direction direction,
                                       const std::set<std::string, std::less<>>& wired) {
    // Nodes stand four times as far apart across as down: both ways are measured in steps of the layout.
    constexpr double kFlattened = 0.25;
    const QPointF ahead = unit(direction);
    std::vector<std::pair<double, std::string>> scored;
    for (const auto& [name, place] : places) {
        const QPointF way((place.x() - from.x()) * kFlattened, place.y() - from.y());
        const double along = QPointF::dotProduct(way, ahead), across = std::abs(way.x() * ahead.y()) + std::abs(way.y() * ahead.x());
        if (along < 1 || across > 1.5 * along) continue;
        const double score = along + 2 * across;
        scored.emplace_back(wired.contains(name) ? score / 2 : score, name);
    }
    std::ranges::sort(scored);
    std::vector<std::string> names;
    for (auto& [score, name] : scored) names.push_back(std::move(name));
    return names;
}

}  // namespace seekbench
